/** What lists are made from, as fingerprints: to see which papers of an earlier build still stand. */
import { type Fingerprint, fingerprintData } from "../content/data-fingerprint.ts";
import type { Chunk } from "./chunk.ts";

/** A paper as the comparison sees it. */
export interface RelatedInput {
  /** Id of the paper, unique in the list. */
  id: string;
  /** The day it joined the archive, by which papers stand, `YYYY-MM-DD`; "" where none is known, which counts as older than any day. */
  order: string;
  /** Title in plain text. May be a getter: it is read for papers that are compared, and where there is no fingerprint. */
  readonly title: string;
  /** What else is known in words: digest, abstract, keywords. May be a getter as well. */
  readonly text: string;
  /** Stands for title and text and changes with them, such as a hash of the file's line; without it both are read and compared. */
  fingerprint?: string;
  /** Ids of its topics; they explain a relation and do not make one. May be a getter, read when a list is asked for. */
  readonly topics: readonly string[];
  /** When it was published: a day, a month or a year; a paper that surely came out later is not offered, even if it was there before. */
  published?: string;
  /** Whether no other paper is to relate to it, as to one that was withdrawn; it has a list of its own. */
  isHidden?: boolean;
}

/** The fingerprint of each input. Topics are not in it: they are looked up when a list is asked for. */
export function fingerprintInputs(papers: readonly RelatedInput[]): Fingerprint[] {
  return papers.map((paper) => {
    const words = paper.fingerprint === undefined ? [paper.title, paper.text] : [paper.fingerprint];
    return fingerprintData([paper.id, paper.order, paper.published ?? "", paper.isHidden === true, ...words]);
  });
}

/**
 * How many papers from the first on have the same input as before, so that their terms and lists hold. A paper's list
 * depends on the papers before it; in the first stretch on all of that stretch.
 * @param inputs fingerprints of the papers now
 * @param firstEnd position after the first stretch now
 */
export function countKept(chunks: readonly Chunk[], inputs: readonly Fingerprint[], firstEnd: number): number {
  if (chunks[0]?.firstEnd !== firstEnd) return 0;
  let kept = 0;
  for (const chunk of chunks) {
    for (let index = 0; index < chunk.count; index += 1) {
      if (inputs[kept] !== chunk.readPaper(index).input) return kept < firstEnd ? 0 : kept;
      kept += 1;
    }
  }
  return kept < firstEnd ? 0 : kept;
}

/** One fingerprint of the first `end` inputs. */
export function joinInputs(inputs: readonly Fingerprint[], end: number): Fingerprint {
  return fingerprintData(inputs.slice(0, end));
}
