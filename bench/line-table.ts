/** What search costs over a slow line, as lines that people read. */
import { countNoun } from "#lib/counts.ts";
import { formatBytes } from "#tools/build/report.ts";
import type { LineFigures, MeasuredQuestion } from "./line-figures.ts";

/** What search may cost. */
export const LINE_BARS = {
  first: { bytes: 300_000, seconds: 1 },
  later: { bytes: 100_000, seconds: 0.4 },
  block: 50,
  planner: { mean: 50, p95: 150 },
} as const;

/** A table with a line for each figure beside what it may be, and one for each part of search. */
export function formatLineFigures(figures: LineFigures): string {
  const { papers, questions, page, first, later, parts, typing, warm, planner } = figures;
  const kB = (bytes: number) => formatBytes(bytes);
  const s = (seconds: number) => `${seconds.toFixed(2)} s`;
  const ms = (milliseconds: number) => `${milliseconds.toFixed(0)} ms`;
  const bars = LINE_BARS;
  const rows: string[][] = [
    ["", "median", "worst", "at most"],
    ["first question, bytes", kB(first.median.bytes), kB(first.worst.bytes), kB(bars.first.bytes)],
    ["  of these fetched ahead", kB(first.ahead.bytes), "", ""],
    ["  files", String(first.median.requests), String(first.worst.requests), ""],
    ["  first result", s(first.median.seconds), s(first.worst.seconds), s(bars.first.seconds)],
    ["later questions, bytes", kB(later.median.bytes), kB(later.worst.bytes), kB(bars.later.bytes)],
    ["  files", String(later.median.requests), String(later.worst.requests), ""],
    ["  first result", s(later.median.seconds), s(later.worst.seconds), s(bars.later.seconds)],
    ["", "", "", ""],
    ["", "mean", "95 %", "at most"],
    ["planner alone", ms(planner.mean), ms(planner.p95), `${bars.planner.mean} and ${bars.planner.p95} ms`],
    ["first result without a line", ms(warm.mean), ms(warm.p95), ""],
    ["", "", "", ""],
    ["typing", "longest", "how many", "at most"],
    ["  tasks from 50 ms on", ms(typing.longestBlock), String(typing.blocks), ms(bars.block)],
    ["  slowest key", ms(typing.slowestKey), "", ""],
    ["", "", "", ""],
    ["bytes and files, mean", "first", "later", ""],
    ...Object.entries(parts).map(([part, { first: a, later: b }]) => [
      `  ${part}`,
      `${kB(a.bytes)} in ${a.requests}`,
      `${kB(b.bytes)} in ${b.requests}`,
      "",
    ]),
    ["  the page before search", `${kB(page.bytes)} in ${page.requests}`, "", ""],
  ];
  const heading = `${countNoun(questions, "question")} to ${countNoun(papers, "invented paper")}, 80 ms and 10 Mbit/s`;
  return [heading, "", ...alignColumns(rows).map((line) => `  ${line}`.trimEnd())].join("\n");
}

function alignColumns(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((text, column) => (column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0)))
      .join("  "),
  );
}

/** The files of one question in the order in which they were asked for, with their times from the question on. */
export function formatWaterfall({ kind, text, after, seconds }: MeasuredQuestion): string {
  const files = [...after].sort((a, b) => a.start - b.start);
  const zero = files[0]?.start ?? 0;
  const at = (time: number) => Math.round(time - zero).toString();
  const rows = files.map(({ path, part, bytes, start, end }) => [
    at(start).padStart(6),
    at(end).padStart(6),
    bytes.toLocaleString("en-GB").padStart(8),
    part.padEnd(11),
    path.replace(/^.*\//, ""),
  ]);
  return [`${kind}: ${text} (first result after ${seconds.toFixed(2)} s)`, ...rows.map((row) => row.join("  "))].join(
    "\n",
  );
}
