/** The best of many, without sorting the many. */

/** Places with their scores at the same index: a heap with the worst on top, of equal scores the highest place. */
interface Heap {
  places: Int32Array;
  scores: Float64Array;
  size: number;
}

/** Places with their scores, the highest first. */
export type Selection = Readonly<Pick<Heap, "places" | "scores">>;

/**
 * The places before `end` with the highest scores above 0, highest first; of equal scores the lower place first. Most
 * places cost one comparison.
 * @param scores by place
 * @param limit most that are returned
 */
export function selectHighest(scores: Float64Array, end: number, limit: number): Selection {
  const heap: Heap = { places: new Int32Array(limit), scores: new Float64Array(limit), size: 0 };
  let place = 0;
  for (; place < end && heap.size < limit; place += 1) {
    const score = scores[place] as number;
    if (score <= 0) continue;
    heap.places[heap.size] = place;
    heap.scores[heap.size] = score;
    heap.size += 1;
  }
  for (let top = (heap.size >> 1) - 1; top >= 0; top -= 1) {
    sink(heap, top, heap.places[top] as number, heap.scores[top] as number);
  }
  let least = heap.scores[0] as number;
  for (; place < end && heap.size > 0; place += 1) {
    const score = scores[place] as number;
    // Of equal scores the earlier place is there already.
    if (score <= least) continue;
    sink(heap, 0, place, score);
    least = heap.scores[0] as number;
  }
  return empty(heap);
}

/** Puts a place where another was, and then down until none below it is worse. */
function sink({ places, scores, size }: Heap, start: number, place: number, score: number): void {
  let top = start;
  for (;;) {
    let below = 2 * top + 1;
    if (below >= size) break;
    if (below + 1 < size && isWorse(places, scores, below + 1, places[below] as number, scores[below] as number)) {
      below += 1;
    }
    if (!isWorse(places, scores, below, place, score)) break;
    places[top] = places[below] as number;
    scores[top] = scores[below] as number;
    top = below;
  }
  places[top] = place;
  scores[top] = score;
}

function isWorse(places: Int32Array, scores: Float64Array, index: number, place: number, score: number): boolean {
  const own = scores[index] as number;
  return own < score || (own === score && (places[index] as number) > place);
}

/** Takes the worst out again and again, each to the end of what is left: the best are then the first. */
function empty(heap: Heap): Selection {
  const { places, scores } = heap;
  const count = heap.size;
  while (heap.size > 1) {
    heap.size -= 1;
    const last = heap.size;
    const [place, score] = [places[last] as number, scores[last] as number];
    places[last] = places[0] as number;
    scores[last] = scores[0] as number;
    sink(heap, 0, place, score);
  }
  return { places: places.subarray(0, count), scores: scores.subarray(0, count) };
}
