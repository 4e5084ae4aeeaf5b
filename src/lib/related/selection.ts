/** The best of many, without sorting the many. */

/**
 * The places with the highest scores, highest first; of equal scores the lower place first. A heap holds the best so
 * far with the worst of them on top, so that most places cost one comparison.
 * @param places the first `count` are looked at; none stands there twice
 * @param scores by place
 * @param limit most that are returned
 */
export function selectHighest(places: Int32Array, count: number, scores: Float64Array, limit: number): Int32Array {
  const heap = new Int32Array(Math.min(limit, count));
  const isWorse = (a: number, b: number): boolean => {
    const difference = (scores[a] as number) - (scores[b] as number);
    return difference < 0 || (difference === 0 && a > b);
  };
  let size = 0;
  for (let index = 0; index < count; index += 1) {
    const place = places[index] as number;
    if (size < heap.length) {
      heap[size] = place;
      size += 1;
      if (size === heap.length) for (let top = size >> 1; top >= 0; top -= 1) sink(heap, top, isWorse);
    } else if (size > 0 && isWorse(heap[0] as number, place)) {
      heap[0] = place;
      sink(heap, 0, isWorse);
    }
  }
  return heap.sort((a, b) => (isWorse(a, b) ? 1 : -1));
}

/** Moves an entry down until none below it is worse. */
function sink(heap: Int32Array, start: number, isWorse: (a: number, b: number) => boolean): void {
  const place = heap[start] as number;
  let top = start;
  for (;;) {
    let below = 2 * top + 1;
    if (below >= heap.length) break;
    if (below + 1 < heap.length && isWorse(heap[below + 1] as number, heap[below] as number)) below += 1;
    if (!isWorse(heap[below] as number, place)) break;
    heap[top] = heap[below] as number;
    top = below;
  }
  heap[top] = place;
}
