/** The best of many, without sorting the many. */

/**
 * The places with the highest scores, highest first; of equal scores the lower place first. A heap holds the best so
 * far with the worst of them on top, so that most places cost one comparison.
 * @param places the first `count` are looked at; none stands there twice
 * @param scores by place
 * @param limit most that are returned
 */
export function selectHighest(places: Int32Array, count: number, scores: Float64Array, limit: number): Int32Array {
  const heap = places.slice(0, Math.min(limit, count));
  if (heap.length === 0) return heap;
  for (let top = heap.length >> 1; top >= 0; top -= 1) sink(heap, top, scores);
  let worst = heap[0] as number;
  let least = scores[worst] as number;
  for (let index = heap.length; index < count; index += 1) {
    const place = places[index] as number;
    const score = scores[place] as number;
    if (score < least || (score === least && place > worst)) continue;
    heap[0] = place;
    sink(heap, 0, scores);
    worst = heap[0] as number;
    least = scores[worst] as number;
  }
  return heap.sort((a, b) => (isWorse(scores, a, b) ? 1 : -1));
}

function isWorse(scores: Float64Array, a: number, b: number): boolean {
  const difference = (scores[a] as number) - (scores[b] as number);
  return difference < 0 || (difference === 0 && a > b);
}

/** Moves an entry down until none below it is worse. */
function sink(heap: Int32Array, start: number, scores: Float64Array): void {
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
