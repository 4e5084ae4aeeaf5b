/** What lists are made from, as fingerprints: to see which papers of an earlier build still stand. */
import type { Chunk } from "./chunk.ts";
import { createFingerprinter, type Fingerprint, isSameFingerprint } from "./fingerprint.ts";

/** A paper, as far as its own and others' lists depend on it. */
export interface Input {
  /** Id of the paper. */
  id: string;
  /** Its day for ordering. */
  order: string;
  /** Title; read only where there is no fingerprint. */
  readonly title: string;
  /** Other words; read only where there is no fingerprint. */
  readonly text: string;
  /** Stands for title and text. */
  fingerprint?: string;
  /** Its day of publication. */
  published?: string;
  /** Whether no other paper is to relate to it. */
  isHidden?: boolean;
}

/** The fingerprint of each input. Topics are not in it: they are looked up when a list is asked for. */
export function fingerprintInputs(papers: readonly Input[]): Fingerprint[] {
  const fingerprinter = createFingerprinter();
  return papers.map((paper) => {
    fingerprinter.addText(paper.id);
    fingerprinter.addText(paper.order);
    fingerprinter.addText(paper.published ?? "");
    fingerprinter.addNumber(paper.isHidden === true ? 1 : 0);
    const words = paper.fingerprint === undefined ? [paper.title, paper.text] : [paper.fingerprint];
    for (const text of words) fingerprinter.addText(text);
    return fingerprinter.finish();
  });
}

/** One fingerprint of settings, all of them whole numbers. */
export function fingerprintSettings(numbers: readonly number[]): Fingerprint {
  const fingerprinter = createFingerprinter();
  for (const number of numbers) fingerprinter.addNumber(number);
  return fingerprinter.finish();
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
      const input = inputs[kept];
      if (input === undefined || !isSameFingerprint(input, chunk.readInput(index))) return kept < firstEnd ? 0 : kept;
      kept += 1;
    }
  }
  return kept < firstEnd ? 0 : kept;
}

/** One fingerprint of the first `end` inputs. */
export function joinInputs(inputs: readonly Fingerprint[], end: number): Fingerprint {
  const fingerprinter = createFingerprinter();
  for (let index = 0; index < end; index += 1) {
    const [high, low] = inputs[index] as Fingerprint;
    fingerprinter.addNumber(high);
    fingerprinter.addNumber(low);
  }
  return fingerprinter.finish();
}
