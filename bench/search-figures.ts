/** What search found in a judged collection, as numbers that other programs read and as lines that people do. */
import { countNoun } from "#lib/counts.ts";
import { formatBytes } from "#tools/build/report.ts";
import type { Collection } from "./search-collection.ts";
import { computeNdcg, computeRecall } from "./search-scores.ts";
import { bootstrapMean, computeMean, findQuantile } from "./statistics.ts";

/** How good orders are, each a mean over all questions, 0 to 1. */
export interface Quality {
  /** nDCG at 10. */
  "ndcg@10": number;
  /** Share of the graded papers among the first 50. */
  "recall@50": number;
}

/** Figures of one run. */
export interface SearchFigures extends Quality {
  /** Share of the questions for which nothing was found. */
  zero: number;
  /** Share of the questions for which fewer than ten papers were found. */
  under10: number;
  /** Bytes of the index, all files together. */
  bytes: number;
  /** Milliseconds for one question, on average. */
  ms: number;
  /** The same questions answered by plain BM25. */
  bm25: Quality;
  /** By how much nDCG@10 lies above that of BM25: the bounds of 95 in 100, by bootstrap over the questions. */
  gain: [low: number, high: number];
}

/** What one question came to: ids of papers, best first. */
export interface Outcome {
  /** Id of the question. */
  query: string;
  /** What the planner found. */
  found: string[];
  /** What BM25 found. */
  bm25: string[];
  /** Milliseconds that the planner took. */
  milliseconds: number;
}

/**
 * Figures of all outcomes.
 * @param bytes Size of the index.
 */
export function toSearchFigures(collection: Collection, outcomes: readonly Outcome[], bytes: number): SearchFigures {
  const gradesOf = (query: string) => collection.grades.get(query) ?? new Map<string, number>();
  const gains = outcomes.map(({ query, found, bm25 }) => {
    const [ours, classic] = [found, bm25].map((order) => computeNdcg(order, gradesOf(query), 10));
    return (ours ?? 0) - (classic ?? 0);
  });
  const [low, high] = bootstrapMean(gains);
  const judge = (orders: readonly { query: string; order: string[] }[]): Quality => {
    return {
      "ndcg@10": round(computeMean(orders.map(({ query, order }) => computeNdcg(order, gradesOf(query), 10)))),
      "recall@50": round(computeMean(orders.map(({ query, order }) => computeRecall(order, gradesOf(query), 50)))),
    };
  };
  const shareBelow = (least: number): number =>
    round(computeMean(outcomes.map(({ found }) => Number(found.length < least))));
  return {
    ...judge(outcomes.map(({ query, found }) => ({ query, order: found }))),
    zero: shareBelow(1),
    under10: shareBelow(10),
    bytes,
    ms: Number(computeMean(outcomes.map(({ milliseconds }) => milliseconds)).toFixed(1)),
    bm25: judge(outcomes.map(({ query, bm25 }) => ({ query, order: bm25 }))),
    gain: [round(low), round(high)],
  };
}

/** A table of the planner beside BM25. */
export function formatSearchFigures(
  figures: SearchFigures,
  { papers, queries }: Collection,
  outcomes: readonly Outcome[],
): string {
  const slow = findQuantile(
    outcomes.map(({ milliseconds }) => milliseconds),
    0.95,
  );
  const share = (value: number): string => value.toFixed(4);
  const rows = [
    ["", "planner", "BM25"],
    ["nDCG@10", share(figures["ndcg@10"]), share(figures.bm25["ndcg@10"])],
    ["Recall@50", share(figures["recall@50"]), share(figures.bm25["recall@50"])],
    ["more, 95 in 100", figures.gain.map((bound) => bound.toFixed(3)).join(" to "), ""],
    ["nothing found", share(figures.zero), ""],
    ["fewer than ten", share(figures.under10), ""],
    ["a question", `${figures.ms} ms`, ""],
    ["95 in 100 take", `${slow.toFixed(1)} ms`, ""],
    ["index", formatBytes(figures.bytes), ""],
  ];
  const lines = rows.map(([name = "", ours = "", classic = ""]) =>
    `  ${name.padEnd(16)}${ours.padStart(16)}${classic.padStart(10)}`.trimEnd(),
  );
  return [`${countNoun(queries.length, "question")} over ${countNoun(papers.length, "paper")}`, "", ...lines].join(
    "\n",
  );
}

function round(value: number): number {
  return Number(value.toFixed(4));
}
