/** The best of many, without sorting the many. */

/** Places with their scores at the same index, the highest first. */
export interface Selection {
  /** The places. */
  places: Int32Array;
  /** Their scores. */
  scores: Float64Array;
}

/**
 * The places before `end` with the highest scores above 0, highest first; of equal scores the lower place first. Most
 * places cost one comparison: fewer and fewer come in among the best, and moving those that fall behind costs little.
 * @param scores by place
 * @param limit most that are returned
 */
export function selectHighest(scores: Float64Array, end: number, limit: number): Selection {
  const best: Selection = { places: new Int32Array(limit), scores: new Float64Array(limit) };
  let count = 0;
  let least = 0;
  for (let place = 0; place < end && limit > 0; place += 1) {
    const score = scores[place] as number;
    // Of equal scores the earlier place is there already.
    if (score <= least) continue;
    const rank = findRank(best.scores, count, score);
    count = Math.min(count + 1, limit);
    best.places.copyWithin(rank + 1, rank, count - 1);
    best.scores.copyWithin(rank + 1, rank, count - 1);
    best.places[rank] = place;
    best.scores[rank] = score;
    if (count === limit) least = best.scores[limit - 1] as number;
  }
  return { places: best.places.subarray(0, count), scores: best.scores.subarray(0, count) };
}

/** How many of the first `count` scores are not below one, by bisection. */
function findRank(scores: Float64Array, count: number, score: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((scores[middle] as number) >= score) low = middle + 1;
    else high = middle;
  }
  return low;
}
