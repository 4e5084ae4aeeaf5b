/** How much rare words tell. */

/** How rare a word is that so many papers have, as Pagefind has it: the usual idf, ln(1 + (N − n + ½) / (n + ½)). */
export function measureRarity(papers: number, paperCount: number): number {
  return Math.log(1 + Math.max(0, paperCount - papers + 0.5) / (papers + 0.5));
}
