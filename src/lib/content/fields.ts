/** Schemas of single values that several content files share. Each names, in its error, what is allowed. */
import { z } from "zod";
import { isDay, isPartialDate, toDay } from "../dates.ts";
import { findUnfit } from "../latex/characters.ts";
import { PAPER_ID_FORMS, parsePaperId } from "../papers/id.ts";
import { boundText, MOST_CHARACTERS, makeTextSchema } from "./bounds.ts";

/** A line of text: a plain string with at least one visible character. */
export const TextSchema = makeTextSchema("line");

/** A day in UTC. YAML reads a bare `2026-03-09` as a date, so both are taken and a day comes out. */
export const DaySchema = z
  .union([z.string(), z.date().transform(toDay)], { error: "a day that exists, YYYY-MM-DD" })
  .refine(isDay, { error: "a day that exists, YYYY-MM-DD" });

const PARTIAL_DATE_FORM = "a day that exists, YYYY-MM-DD, or a month, YYYY-MM, or a year, YYYY; as text";

/** A date as precisely as it is known: a day, a month or a year. */
export const PartialDateSchema = z
  .string({ error: PARTIAL_DATE_FORM })
  .refine(isPartialDate, { error: PARTIAL_DATE_FORM });

/** The id of a paper, see lib/papers/id.ts. */
export const PaperIdSchema = z
  .string({ error: PAPER_ID_FORMS })
  .refine((text) => parsePaperId(text) !== undefined, { error: PAPER_ID_FORMS });

/** Longest id of ours: it is a folder's name too, and names of files end at 255 bytes. */
export const SLUG_LENGTH = 100;
const SLUG_FORM = "lower-case letters, digits, hyphens, dots and underscores, beginning with a letter or digit";

/** An id of ours that is also an address segment: a topic's or an organisation's. */
export const SlugSchema = z
  .string({ error: SLUG_FORM })
  .regex(/^[a-z0-9][a-z0-9._-]*$/, { error: SLUG_FORM })
  .max(SLUG_LENGTH, { error: `at most ${SLUG_LENGTH} characters` });

/** A web address that a reader may follow: http or https only. */
export const LinkSchema = boundText(z.string({ error: "an http or https address" }), "link").refine(isWebAddress, {
  error: "an http or https address",
});

/** A number of things seen, never negative. What is unknown is left out, never 0. */
export const CountSchema = z.int({ error: "a whole number, 0 or more" }).min(0, { error: "a whole number, 0 or more" });

/** Whether the text is an absolute http or https address. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s"<>\\^`{|}]+$/.test(text) || findUnfit(text) !== undefined) return false;
  return text.length <= MOST_CHARACTERS.link && URL.canParse(text);
}
