/** Stretches of papers that are compared by one model. */

/** Papers from one position up to another. */
export interface Stretch {
  /** Position of the first. */
  start: number;
  /** Position after the last. */
  end: number;
  /** Whether its model covers the stretch itself; otherwise the papers before it. */
  isClosed: boolean;
}

/**
 * Divides papers: the first years that hold enough papers together, then each year by itself. Too few papers precede
 * those first years; their model covers all of them, which is all there are in a small collection, and stays as it is
 * when a large one grows.
 * @param sorted days of papers, the oldest first
 * @param fitFrom papers that must precede a year for its model to be learnt from them
 */
export function listStretches(sorted: readonly { order: string }[], fitFrom: number): Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  let end = 0;
  for (const papers of Map.groupBy(sorted, ({ order }) => order.slice(0, 4)).values()) {
    end += papers.length;
    const isClosed = start === 0 && fitFrom > 0;
    if (isClosed && end < sorted.length && end < fitFrom) continue;
    stretches.push({ start, end, isClosed });
    start = end;
  }
  return stretches;
}
