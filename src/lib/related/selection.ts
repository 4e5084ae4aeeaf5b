/** The best of many, without sorting the many. */

/**
 * The places before `end` with the highest scores above 0, highest first; of equal scores the lower place first. A heap
 * holds the best so far with the worst of them on top, so that most places cost one comparison.
 * @param scores by place
 * @param limit most that are returned
 */
export function selectHighest(scores: Float64Array, end: number, limit: number): Int32Array {
  const heap = new Int32Array(limit);
  let size = 0;
  let place = 0;
  for (; place < end && size < limit; place += 1) {
    if ((scores[place] as number) > 0) heap[size++] = place;
  }
  const kept = heap.subarray(0, size);
  for (let top = size >> 1; top >= 0; top -= 1) sink(kept, top, scores);
  let least = scores[kept[0] ?? 0] as number;
  for (; place < end && size > 0; place += 1) {
    // Of equal scores the earlier place is there already.
    if ((scores[place] as number) <= least) continue;
    kept[0] = place;
    sink(kept, 0, scores);
    least = scores[kept[0] as number] as number;
  }
  return kept.sort((a, b) => (isWorse(scores, a, b) ? 1 : -1));
}

function isWorse(scores: Float64Array, a: number, b: number): boolean {
  const difference = (scores[a] as number) - (scores[b] as number);
  return difference < 0 || (difference === 0 && a > b);
}

/** Moves an entry down until none below it is worse. */
function sink(heap: Int32Array, start: number, scores: Float64Array): void {
  if (heap.length === 0) return;
  const place = heap[start] as number;
  let top = start;
  for (;;) {
    let below = 2 * top + 1;
    if (below >= heap.length) break;
    if (below + 1 < heap.length && isWorse(scores, heap[below + 1] as number, heap[below] as number)) below += 1;
    if (!isWorse(scores, heap[below] as number, place)) break;
    heap[top] = heap[below] as number;
    top = below;
  }
  heap[top] = place;
}
