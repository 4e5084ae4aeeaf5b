/**
 * What the search index knows of a paper beyond the text of its page. Its page tells Pagefind other words it is looked
 * for by, as `meta`; what it is narrowed down to and ordered by follows from its entry, which a build hands over.
 */

import type { EntryView } from "../papers/entry.ts";
import { monthOfId } from "../papers/id.ts";

/** Names of the meta fields. */
export const INDEX_META = {
  /** The title, from the page's heading. */
  title: "title",
  /** Names of all authors, also of those that a list leaves out. */
  authors: "authors",
  /** Labels of its topics, which stand in the record beside the text. */
  topics: "topics",
  /** Other words it is looked for by: acronyms of its topics, its organisation's id and name, its keywords. */
  words: "words",
  /** Id of the paper, so that it is found by it. */
  id: "id",
} as const;

/**
 * How much a word of the title counts within the text, where 1 is any word. Pagefind would give it 7; measured on two
 * public collections, 3 serves whole sentences as well where abstracts repeat their titles and better where not.
 */
export const INDEX_TITLE_WEIGHT = 3;

/** What a paper is filtered by. */
export interface IndexFilters {
  /** Ids of its topics. */
  topic: string[];
  /** Year of publication, or `unknown`. */
  year: string;
  /** Id of its organisation; absent when it has none. */
  org?: string;
  /** `1` when it has code; absent otherwise. */
  code?: "1";
}

/** What papers are ordered by; every paper has every key, since Pagefind leaves out those that lack one. */
export interface IndexSorts {
  /** Day of publication, else the first of the month in its id, else `0000-00-00`. */
  date: string;
  /** Number of comments; `-1` when it is not known, which comes after 0. */
  comments: string;
}

/** Year of papers whose day of publication is not known. */
export const UNKNOWN_YEAR = "unknown";

/** The filter values of a paper. */
export function filterValuesOf(entry: EntryView): IndexFilters {
  return {
    topic: entry.topics.map(({ id }) => id),
    year: entry.published?.slice(0, 4) ?? UNKNOWN_YEAR,
    ...(entry.organization === undefined ? {} : { org: entry.organization.id }),
    ...(entry.code === undefined ? {} : { code: "1" }),
  };
}

/** The sort keys of a paper. */
export function sortKeysOf(entry: EntryView): IndexSorts {
  const month = monthOfId(entry.id);
  return {
    date: entry.published ?? (month === undefined ? "0000-00-00" : `${month}-01`),
    comments: String(entry.comments?.count ?? -1),
  };
}

/** The papers most like one, as the index is told of them: `2510.18821 .4312, hep-th/9901001 .2`. */
export function encodeNeighbours(related: readonly { id: string; score: number }[]): string {
  return related.map(({ id, score }) => `${id} ${score.toFixed(4).replace(/^0/, "")}`).join(", ");
}

/** Reads what `encodeNeighbours` wrote; what is not of that form is passed over. */
export function decodeNeighbours(text: string): { id: string; likeness: number }[] {
  return text.split(", ").flatMap((part) => {
    const [id = "", likeness = ""] = part.split(" ");
    return id !== "" && Number(likeness) > 0 ? [{ id, likeness: Number(likeness) }] : [];
  });
}
