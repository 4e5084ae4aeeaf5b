/** The shape of what Hugging Face answers: only what is read here; whatever else an answer holds is passed over. */
import { z } from "zod";
import { type BoundedText, boundList, boundText } from "#lib/content/bounds.ts";
import { CountSchema } from "#lib/content/fields.ts";
import { isDay, toDay } from "#lib/dates.ts";
import { findPaperId } from "#lib/papers/find-id.ts";
import { PAPER_ID_FORMS } from "#lib/papers/id.ts";

const TIME_FORM = "a time such as 2026-07-06T09:30:00.000Z";

/** Text of a kind that may be missing or null. */
const readText = (kind: BoundedText) => boundText(z.string({ error: "text" }), kind).nullish();

/** A moment, read as its UTC day; one that names no zone is taken for UTC, in which the API writes. */
const MomentSchema = z
  .union([z.iso.datetime({ offset: true, local: true }), z.iso.date()], { error: TIME_FORM })
  .transform((text) => toDay(new Date(/(Z|[+-]\d{2}:?\d{2})$/.test(text) || !text.includes("T") ? text : `${text}Z`)))
  .refine(isDay, { error: TIME_FORM })
  .nullish();

const OrganizationSchema = z.object({ name: readText("name"), fullname: readText("name") }).nullish();

/**
 * A paper, as `/api/papers/<id>` answers it and as it lies in an entry of `/api/daily_papers`.
 * Of an author only the name is read: `hidden` seems to hide the link to an account: names seen with it were
 * claimed and verified, one of them the first author's, so they are authors like the others.
 */
export const PaperSchema = z.object({
  id: z.string({ error: PAPER_ID_FORMS }).refine((text) => findPaperId(text) !== undefined, { error: PAPER_ID_FORMS }),
  title: readText("title"),
  authors: boundList(z.object({ name: boundText(z.string({ error: "text" }), "name") }), "authors").nullish(),
  summary: readText("abstract"),
  publishedAt: MomentSchema,
  /** When it was put on the page of daily papers. */
  submittedOnDailyAt: MomentSchema,
  organization: OrganizationSchema,
  upvotes: CountSchema.nullish(),
  numComments: CountSchema.nullish(),
  githubRepo: readText("link"),
  githubStars: CountSchema.nullish(),
  projectPage: readText("link"),
  ai_keywords: boundList(boundText(z.string({ error: "text" }), "keyword"), "keywords").nullish(),
});

/** An entry of `/api/daily_papers`. Its own `publishedAt` is when it was put on the page, not when it was published. */
export const DailyPaperSchema = z.object({
  paper: PaperSchema,
  title: readText("title"),
  summary: readText("abstract"),
  organization: OrganizationSchema,
  numComments: CountSchema.nullish(),
});

/** An entry of a list, checked; a paper that came by itself is one with nothing around it. */
export type EntryData = z.output<typeof DailyPaperSchema>;

/** Which organisation an entry names. */
export type OrganizationData = NonNullable<EntryData["organization"]>;
