/**
 * How much a reader may have to load. Text counts as gzip -9 makes it; fonts and other files that are compressed already
 * count as they are. Everything is in bytes.
 */
import { gzipSync } from "node:zlib";

const KB = 1000;

/** The most that may be loaded. */
export const BUDGETS = {
  /** The front page with everything its first view asks for: HTML, CSS, scripts, the fonts used. */
  frontPage: 120 * KB,
  /** The part of that which is script. */
  frontScripts: 10 * KB,
  /** A paper's page with everything it asks for. */
  paperPage: 90 * KB,
  /** All style sheets of the site together. */
  styles: 20 * KB,
  /**
   * The scripts that only the search page loads, those of the engine's worker among them. Of what they do, each answer
   * needs reading the question, ranking, the sentence that answers, rows, filters and what is said meanwhile; all else
   * is fetched when it is asked for.
   */
  searchScripts: 26 * KB,
} as const;

/** The most that the HTML of any page but a paper's and a day's may be, as it is, however large the archive. */
export const LONGEST_LIST = 300 * KB;

/** Endings of files that are compressed already. */
const COMPRESSED = /\.(woff2|png|jpe?g|webp|avif|wasm|pagefind|pf_\w+)$/;

/** What a file costs its reader. */
export function weigh(path: string, content: Buffer): number {
  return COMPRESSED.test(path) ? content.length : gzipSync(content, { level: 9 }).length;
}
