/** What Lighthouse says of a page, brought down to four scores and what cost points. */
import { findQuantile } from "./statistics.ts";

/** The four categories that are measured, with the least score each must reach, out of 100. */
const BARS = { performance: 98, accessibility: 100, "best-practices": 100, seo: 100 } as const;

/** A category's name in Lighthouse's own report. */
export type Category = keyof typeof BARS;

/** All categories, in the order of the table. */
export const CATEGORIES = Object.keys(BARS) as Category[];

/** The parts of Lighthouse's report that matter here; https://github.com/GoogleChrome/lighthouse/blob/main/docs/understanding-results.md */
export interface LighthouseReport {
  /** Set when the page could not be measured at all. */
  runtimeError?: { code: string; message: string };
  /** Scores by the name of the category, each with the audits it is made of. */
  categories: {
    [name: string]: {
      /** 0 to 1; null when it could not be computed. */
      score: number | null;
      auditRefs: { id: string; weight: number }[];
    };
  };
  /** Audits by id; the score as for categories, null where the audit gives none. */
  audits: { [id: string]: { title: string; score: number | null } };
}

/** One page, measured several times. */
export interface PageScores {
  /** What kind of page it is, in a word. */
  name: string;
  /** Its address. */
  url: string;
  /** Median of the runs for each category, 0 to 100. */
  scores: { [Name in Category]: number };
  /** Whether every category reaches its bar. */
  isPassed: boolean;
  /** Checks that cost points in a missed category in any run, by title; empty when none is missed. */
  faults: string[];
}

/** Brings the reports of one page's runs (at least one) together; a category that could not be computed scores 0. */
export function summarizeRuns(name: string, url: string, reports: LighthouseReport[]): PageScores {
  const scoreOf = (report: LighthouseReport, category: Category) =>
    Math.round((report.categories[category]?.score ?? 0) * 100);
  const scores = Object.fromEntries(
    CATEGORIES.map((category) => [
      category,
      findQuantile(
        reports.map((report) => scoreOf(report, category)),
        0.5,
      ),
    ]),
  ) as PageScores["scores"];
  const missed = CATEGORIES.filter((category) => scores[category] < BARS[category]);
  const faults = missed.flatMap((category) => reports.flatMap((report) => listFaults(report, category)));
  return { name, url, scores, isPassed: missed.length === 0, faults: [...new Set(faults)] };
}

/** Titles of the checks that took points from a category. */
function listFaults({ categories, audits }: LighthouseReport, category: Category): string[] {
  const weighed = categories[category]?.auditRefs.filter(({ weight }) => weight > 0) ?? [];
  return weighed.flatMap(({ id }) => {
    const audit = audits[id];
    return audit !== undefined && audit.score !== null && audit.score < 0.9 ? [`${category}: ${audit.title}`] : [];
  });
}

/** A table of one line for each page, the bars below, then what cost points. */
export function formatScores(pages: PageScores[]): string {
  const heading = ["page", ...CATEGORIES, ""];
  const rows = [
    heading,
    ...pages.map(({ name, scores, isPassed }) => [
      name,
      ...CATEGORIES.map((category) => String(scores[category])),
      isPassed ? "pass" : "FAIL",
    ]),
    ["at least", ...CATEGORIES.map((category) => String(BARS[category])), ""],
  ];
  const widths = heading.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
  const faults = pages.flatMap(({ name, faults: own }) => own.map((fault) => `  ${name}: ${fault}`));
  return [...lines, ...(faults.length > 0 ? ["", "What cost points", ...faults] : [])].join("\n");
}
