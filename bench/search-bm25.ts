/**
 * Plain BM25 over title and abstract, the classic that search has to beat: k1 1.2, b .75, Porter's stems, idf
 * ln(1 + (N − n + ½) / (n + ½)) as Lucene has it (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009).
 * Stop words are left out of questions and texts.
 */

import { stemmer } from "stemmer";
import { compareText } from "#lib/compare-text.ts";
import { measureRarity } from "#lib/search/rarity.ts";
import type { CollectionPaper } from "./search-collection.ts";

const K1 = 1.2;
const B = 0.75;

/** Lucene's English stop words. */
const STOP_WORDS = new Set(
  `a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was
  will with`.split(/\s+/),
);

/** Ids of papers that share a word with a text, best first; equal ones by id. */
export type Bm25 = (text: string, most: number) => string[];

/** Stems of a text, in order. */
function readStems(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !STOP_WORDS.has(word)).map(stemmer);
}

/** Makes a search over papers. */
export function makeBm25(papers: readonly CollectionPaper[]): Bm25 {
  const postings = new Map<string, Map<number, number>>();
  const lengths = papers.map(({ title, abstract }, paper) => {
    const stems = readStems(`${title} ${abstract}`);
    for (const stem of stems) {
      const counts = postings.get(stem) ?? new Map<number, number>();
      postings.set(stem, counts.set(paper, (counts.get(paper) ?? 0) + 1));
    }
    return stems.length;
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, papers.length);
  return (text, most) => {
    const scores = new Map<number, number>();
    for (const stem of readStems(text)) {
      const counts = postings.get(stem) ?? new Map<number, number>();
      const idf = measureRarity(counts.size, papers.length);
      for (const [paper, count] of counts) {
        const norm = K1 * (1 - B + (B * (lengths[paper] ?? 0)) / average);
        scores.set(paper, (scores.get(paper) ?? 0) + (idf * count * (K1 + 1)) / (count + norm));
      }
    }
    const idOf = (paper: number): string => papers[paper]?.id ?? "";
    return [...scores]
      .sort((a, b) => b[1] - a[1] || compareText(idOf(a[0]), idOf(b[0])))
      .slice(0, most)
      .map(([paper]) => idOf(paper));
  };
}
