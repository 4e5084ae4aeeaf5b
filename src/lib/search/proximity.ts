/** Words of a question that stand near each other in a paper, as they do in the question, count more. */
import { type Fused, sortFused } from "./fusion.ts";

/** Papers that are looked at, the best ones: the places of all words in all papers would take long. */
const MOST_LOOKED_AT = 100;
/** Most words between two that count as near. */
const REACH = 20;

/**
 * Adds to the scores of the best papers; best first again. Each two words that stand within reach give the weight of
 * the lesser one, divided by the distance where they stand nearest.
 */
export function addProximity(fused: Fused[]): Fused[] {
  for (const paper of fused.slice(0, MOST_LOOKED_AT)) paper.score += measureProximity(paper);
  return sortFused(fused);
}

function measureProximity({ parts }: Fused): number {
  let sum = 0;
  for (const [index, first] of parts.entries()) {
    for (const second of parts.slice(index + 1)) {
      const distance = findDistance(first.hit.positions, second.hit.positions);
      if (distance <= REACH) sum += Math.min(first.word.weight, second.word.weight) / distance;
    }
  }
  return sum;
}

/** Whether the words of a question stand one behind another somewhere in a paper; a hyphen may join them. */
export function standInRow({ parts }: Fused): boolean {
  const [first, ...others] = parts;
  let ends = new Set(first?.hit.positions);
  for (const { hit, word } of others) {
    const steps = Array.from({ length: 2 + (word.word.gap ?? 0) }, (_, step) => step);
    ends = new Set(hit.positions.filter((place) => steps.some((step) => ends.has(place - step))));
  }
  return ends.size > 0;
}

/** The least distance between places of two ascending lists; a place that stands in both is one word, not two. */
function findDistance(first: readonly number[], second: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  let a = 0;
  let b = 0;
  while (a < first.length && b < second.length) {
    const distance = Math.abs((first[a] as number) - (second[b] as number));
    if (distance > 0 && distance < least) least = distance;
    if ((first[a] as number) < (second[b] as number)) a += 1;
    else b += 1;
  }
  return least;
}
