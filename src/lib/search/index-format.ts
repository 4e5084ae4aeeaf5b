/**
 * What the search index knows of a paper beyond the text of its page. Its page tells Pagefind other words it is looked
 * for by, as `meta`; what it is narrowed down to and ordered by follows from its entry, which a build hands over.
 */

/** Names of the meta fields. */
export const INDEX_META = {
  /** The title, from the page's heading. */
  title: "title",
  /** Names of all authors, also of those that a list leaves out. */
  authors: "authors",
  /** Words that nobody types, by which its authors and its other ids are found; see author-keys.ts and id-key.ts. */
  keys: "keys",
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

/** Year of papers whose day of publication is not known. */
export const UNKNOWN_YEAR = "unknown";
