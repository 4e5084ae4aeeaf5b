/** How good lists of related papers are, as numbers that other programs read and as lines that people do. */
import { countNoun } from "#lib/counts.ts";
import type { Collection } from "./search-collection.ts";
import type { Quality } from "./search-figures.ts";
import { computeNdcg, computeRecall } from "./search-scores.ts";
import { computeMean } from "./statistics.ts";

/** Figures of one run. */
export interface RelatedFigures extends Quality {
  /** Seconds for making the lists. */
  seconds: number;
  /** The same papers asked for by plain BM25. */
  bm25: Quality;
}

/** What one paper's list came to: ids, most alike first. */
export interface RelatedOutcome {
  /** Id of the paper that was asked for. */
  query: string;
  /** What we found. */
  found: string[];
  /** What BM25 found. */
  bm25: string[];
}

/** Figures of all outcomes, each with at least one grade. */
export function toRelatedFigures(
  grades: Collection["grades"],
  outcomes: readonly RelatedOutcome[],
  seconds: number,
): RelatedFigures {
  const judge = (orderOf: (outcome: RelatedOutcome) => string[]): Quality => {
    const measure = (compute: typeof computeNdcg, rank: number): number => {
      const values = outcomes.map((outcome) => compute(orderOf(outcome), grades.get(outcome.query) ?? new Map(), rank));
      return Number(computeMean(values).toFixed(4));
    };
    return { "ndcg@10": measure(computeNdcg, 10), "recall@50": measure(computeRecall, 50) };
  };
  return { ...judge(({ found }) => found), seconds: Number(seconds.toFixed(2)), bm25: judge(({ bm25 }) => bm25) };
}

/** A table of our lists beside those of BM25. */
export function formatRelatedFigures(figures: RelatedFigures, { papers, queries }: Collection): string {
  const rows = [
    ["", "related", "BM25"],
    ["nDCG@10", figures["ndcg@10"].toFixed(4), figures.bm25["ndcg@10"].toFixed(4)],
    ["Recall@50", figures["recall@50"].toFixed(4), figures.bm25["recall@50"].toFixed(4)],
    ["all lists", `${figures.seconds} s`, ""],
  ];
  const lines = rows.map(([name = "", ours = "", classic = ""]) =>
    `  ${name.padEnd(12)}${ours.padStart(10)}${classic.padStart(10)}`.trimEnd(),
  );
  const asked = `${countNoun(queries.length, "paper")} asked for among ${countNoun(papers.length, "paper")}`;
  return [asked, "", ...lines].join("\n");
}
