/**
 * The search index lies in bundles: one or more closed ones and an open one, each an index of Pagefind's by itself. The
 * file `bundles.json` is read first and names all others; their folders carry what they are made from in their names, so
 * a reader's cache never mixes two builds.
 */

/** Name of the file that is read first, in the folder of the index. */
export const START_FILE = "bundles.json";

/** A bundle. */
export interface BundlePlace {
  /** Folder of its index: meta, `index/`, `fragment/`, and of its tables. */
  folder: string;
  /** How many papers it holds. Within the bundle they are numbered from 0, by the day they joined and by id. */
  papers: number;
}

/** What stands in `bundles.json`; all names are relative to the folder of the index. */
export interface IndexStart {
  /** Name of Pagefind's WebAssembly module. */
  core: string;
  /** The bundles, the oldest papers first. */
  bundles: BundlePlace[];
  /** Folder of the corpus's words, acronyms and compounds. */
  words: string;
  /** Folded words that so many papers have that looking for them costs much, with how many have them in any form. */
  common: Record<string, number>;
}

/** A paper's key among all bundles: the place of its bundle, and its number there. */
export function makeKey(bundle: number, own: string | number): string {
  return `${bundle}_${own}`;
}

/** The parts of a key; a key of another form is of no bundle. */
export function splitKey(key: string): { bundle: number; own: string } {
  const [, bundle, own = ""] = /^(\d+)_(.*)$/.exec(key) ?? [];
  return { bundle: Number(bundle ?? -1), own };
}
