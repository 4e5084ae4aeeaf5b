/** What the builds of one measurement cost, side by side: for people, and as rows of the table in docs/measuring.md. */
import { countNoun, formatCount } from "#lib/counts.ts";
import { formatBytes } from "#tools/build/report.ts";
import type { BuildFigures } from "./figures.ts";

/** Figures of the builds that were made one after the other. */
export interface BuildPhases {
  /** From nothing. */
  clean: BuildFigures;
  /** Once more, with nothing changed. */
  unchanged?: BuildFigures;
  /** After the papers of one more day have come in. */
  day?: BuildFigures;
}

/** Column titles of the table in docs/measuring.md; the first is what rows are told apart by. */
export const PHASE_COLUMNS = [
  "Papers",
  "Build",
  "HTML",
  "Search index",
  "In all",
  "Memory",
  "of the index",
  "Pages rendered",
  "Files written",
  "Site",
];

/** A table with a line for each figure and a column for each build. @param add papers of the added day */
export function formatPhases(phases: BuildPhases, papers: number, add: number): string {
  const builds = listBuilds(phases, add);
  const rows: [string, (figures: BuildFigures) => string][] = [
    ["", () => ""],
    ["HTML", ({ seconds }) => formatSeconds(seconds)],
    ["search index", ({ indexSeconds }) => formatSeconds(indexSeconds)],
    ["in all", ({ totalSeconds }) => formatSeconds(totalSeconds)],
    ["most memory", ({ peakMB }) => formatMegabytes(peakMB)],
    ["most memory of the index", ({ indexPeakMB }) => formatMegabytes(indexPeakMB)],
    ["pages", ({ pages }) => formatCount(pages)],
    ["pages rendered", ({ rendered }) => formatCount(rendered)],
    ["files written", ({ written }) => formatCount(written)],
    ["files removed", ({ removed }) => formatCount(removed)],
    ["site", ({ bytes }) => formatBytes(bytes)],
    ["search index in it", ({ indexBytes }) => formatBytes(indexBytes)],
  ];
  const table = rows.map(([label, show], index) => [
    label,
    ...builds.map(([name, figures]) => (index === 0 ? name : show(figures))),
  ]);
  const lines = alignColumns(table).map((line) => `  ${line}`.trimEnd());
  return [`Builds of ${countNoun(papers, "invented paper")}`, "", ...lines].join("\n");
}

/** A row of the table in docs/measuring.md for each build. @param add papers of the added day */
export function listPhaseRows(phases: BuildPhases, papers: number, add: number): string[][] {
  return listBuilds(phases, add).map(([name, figures]) => [
    formatCount(papers),
    name,
    formatSeconds(figures.seconds),
    formatSeconds(figures.indexSeconds),
    formatSeconds(figures.totalSeconds),
    formatMegabytes(figures.peakMB),
    formatMegabytes(figures.indexPeakMB),
    `${formatCount(figures.rendered)} of ${formatCount(figures.pages)}`,
    formatCount(figures.written),
    formatBytes(figures.bytes),
  ]);
}

function listBuilds({ clean, unchanged, day }: BuildPhases, add: number): [name: string, figures: BuildFigures][] {
  return [
    ["clean", clean],
    ...(unchanged === undefined ? [] : [["unchanged", unchanged] as [string, BuildFigures]]),
    ...(day === undefined ? [] : [[`${formatCount(add)} more`, day] as [string, BuildFigures]]),
  ];
}

/** Lines of a table: the first column set left, the others right. */
export function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows.map((row) =>
    row.map((cell, column) => cell[column === 0 ? "padEnd" : "padStart"](widths[column] ?? 0)).join("  "),
  );
}

function formatSeconds(seconds: number): string {
  return `${seconds.toFixed(1)} s`;
}

function formatMegabytes(megabytes: number | undefined): string {
  return megabytes === undefined ? "–" : `${formatCount(megabytes)} MB`;
}
