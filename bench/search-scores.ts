/** How good an order of papers is, judged by grades. */

/**
 * nDCG at a rank: the gain of each paper is its grade, discounted by log2(rank + 1), over that of the best possible
 * order (Järvelin and Kekäläinen, Cumulated gain-based evaluation of IR techniques, 2002; as trec_eval's ndcg_cut).
 * @param order Ids, best first, none twice.
 * @param grades Grades above 0 by id; at least one.
 * @returns 0 to 1.
 */
export function computeNdcg(order: readonly string[], grades: ReadonlyMap<string, number>, rank: number): number {
  const ideal = sumGains(
    [...grades.values()].sort((a, b) => b - a),
    rank,
  );
  const gains = order.map((id) => grades.get(id) ?? 0);
  return sumGains(gains, rank) / ideal;
}

function sumGains(gains: readonly number[], rank: number): number {
  return gains.slice(0, rank).reduce((sum, gain, index) => sum + gain / Math.log2(index + 2), 0);
}

/** The share of graded papers among the first ones, 0 to 1. */
export function computeRecall(order: readonly string[], grades: ReadonlyMap<string, number>, rank: number): number {
  return order.slice(0, rank).filter((id) => grades.has(id)).length / grades.size;
}
