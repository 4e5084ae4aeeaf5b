/** The known word that a mistyped one probably means, for messages. */
import { compareText } from "../compare-text.ts";
import { countEdits } from "../edit-distance.ts";
import type { Problem } from "../errors.ts";

/**
 * The known word nearest to `word` by edit distance, ignoring case; undefined when none is near:
 * more than a third of the longer word, or three letters, would have to change. Ties go to the first in the alphabet.
 */
export function findNearest(word: string, known: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: { word: string; cost: number } | undefined;
  for (const candidate of [...known].sort(compareText)) {
    const limit = Math.max(1, Math.min(3, Math.floor(Math.max(wanted.length, candidate.length) / 3)));
    const cost = countEdits(wanted, candidate.toLowerCase(), limit);
    if (cost <= limit && (best === undefined || cost < best.cost)) best = { word: candidate, cost };
  }
  return best?.word;
}

/** For a problem with an unknown word: the nearest known word and what to do with it, or else another cure. */
export function suggestNearest(
  word: string,
  known: Iterable<string>,
  action: string,
  otherwise: string,
): Pick<Problem, "allowed" | "mend"> {
  const nearest = findNearest(word, known);
  if (nearest === undefined) return { mend: otherwise };
  return { allowed: `nearest known: ${nearest}`, mend: `${action}: ${nearest}` };
}
