/**
 * How long a field may be: generous for whatever is meant, and short enough that none makes a page, a list or a command
 * slow. What is longer is told, never cut. Lengths are in characters as JavaScript counts them (UTF-16 units).
 */
import { z } from "zod";
import { countNoun, formatCount } from "../counts.ts";
import { findUnfit, isVisible } from "../latex/characters.ts";

/** Most characters of a text. Real papers have titles of 300, abstracts of 6,000, collaborations of 150. */
export const MOST_CHARACTERS = {
  /** A label, a source, a place of a table: one line. */
  line: 1000,
  /** A title. */
  title: 1000,
  /** The name of a person or an organisation. */
  name: 300,
  keyword: 200,
  /** A web address. */
  link: 2000,
  /** A few sentences of ours: a digest's problem, a note, a summary. */
  note: 4000,
  /** A journal reference, or a venue. */
  venue: 2000,
  abstract: 20_000,
  /** A field before or after a change: all names of a collaboration, say. */
  change: 400_000,
  /** The prose of a digest or an edition. */
  body: 20_000,
} as const;

/** Most items of a list. Real papers have 5,000 authors. */
const MOST_ITEMS = {
  authors: 10_000,
  keywords: 500,
  categories: 100,
  /** Days, earlier ids, sources of one record. */
  places: 500,
  history: 2000,
  /** Results, limits, topics, aliases of one digest or topic. */
  points: 100,
  /** Papers of an edition. */
  papers: 2000,
} as const;

/** Kinds of text that have a bound. */
export type BoundedText = keyof typeof MOST_CHARACTERS;

/** What a text of a kind may be, for messages: `at most 1,000 characters`. */
export function describeBound(kind: BoundedText): string {
  return `at most ${countNoun(MOST_CHARACTERS[kind], "character")}`;
}

/** A text that is not empty, not too long, and fit for a page. */
export function makeTextSchema(kind: BoundedText) {
  return boundText(z.string({ error: "text" }), kind).refine((text) => explainText(text) === undefined, {
    error: ({ input }) => explainText(String(input)),
  });
}

/** What a text has to be instead, when no page can show it or nothing of it would be seen. */
function explainText(text: string): string | undefined {
  if (text.trim() === "") return "text that is not empty";
  const unfit = findUnfit(text);
  if (unfit !== undefined) return `text without ${unfit}, which no page can show`;
  return isVisible(text) ? undefined : "text with at least one character that can be seen";
}

/** A text of a source, not too long to be read. */
export function boundText(schema: z.ZodString, kind: BoundedText) {
  return schema.max(MOST_CHARACTERS[kind], { error: describeBound(kind), abort: true });
}

/** A list of not too many items. */
export function boundList<Item extends z.ZodType>(item: Item, kind: keyof typeof MOST_ITEMS) {
  return z.array(item).max(MOST_ITEMS[kind], { error: `at most ${formatCount(MOST_ITEMS[kind])} of them` });
}
