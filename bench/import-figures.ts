/** What an import cost, as numbers that other programs read and as a table that people do. */
import { countNoun } from "#lib/counts.ts";
import type { ImportReport } from "#lib/records/import.ts";

/** Figures of one import. */
export interface ImportFigures {
  /** Seconds by the clock, from the start of the process to its end. */
  seconds: number;
  /** Most memory that the process held at once, in MB (10^6 bytes). */
  peakMB: number;
  /** Papers that were new. */
  added: number;
  /** Papers that were known and of which something changed. */
  changed: number;
  /** Papers of which nothing new was said. */
  unchanged: number;
  /** Entries that did not come in. */
  refused: number;
  /** Files written. */
  files: number;
}

/** Both imports of the same files. */
export interface ImportComparison {
  /** Into an empty folder. */
  first: ImportFigures;
  /** Once more: nothing is new. */
  second: ImportFigures;
}

/** The figures of a run. */
export function toImportFigures(report: ImportReport, seconds: number, peakMemory: number): ImportFigures {
  return {
    seconds: Number(seconds.toFixed(2)),
    peakMB: Math.round(peakMemory / 1_000_000),
    added: report.added.length,
    changed: report.changed.length,
    unchanged: report.unchanged.length,
    refused: report.refused.length,
    files: report.files.length,
  };
}

/** A table with a line for each figure and a column for each import. */
export function formatImportFigures({ first, second }: ImportComparison, entries: number, origin: string): string {
  const count = (value: number) => value.toLocaleString("en-GB");
  const write = (figures: ImportFigures) => [
    `${figures.seconds.toFixed(1)} s`,
    `${count(figures.peakMB)} MB`,
    count(figures.added),
    count(figures.changed),
    count(figures.unchanged),
    count(figures.refused),
    count(figures.files),
  ];
  const labels = [
    "",
    "time",
    "most memory",
    "papers added",
    "changed",
    "unchanged",
    "entries refused",
    "files written",
  ];
  const columns = [
    ["first", ...write(first)],
    ["second", ...write(second)],
  ];
  const width = (texts: string[]) => Math.max(...texts.map((text) => text.length));
  const lines = labels.map((label, row) =>
    [label.padEnd(width(labels)), ...columns.map((column) => (column[row] ?? "").padStart(width(column)))].join("  "),
  );
  const heading = `Two imports of ${countNoun(entries, "entry", "entries")} (${origin})`;
  return [heading, "", ...lines.map((line) => `  ${line}`.trimEnd())].join("\n");
}
