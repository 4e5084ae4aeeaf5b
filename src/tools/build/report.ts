/** What a build has to say for itself. */
import { countNoun } from "../../lib/errors.ts";

/** Figures of a build that went through. */
export interface BuildReport {
  /** Papers in the content. */
  papers: number;
  /** HTML pages of the site. */
  pages: number;
  /** Pages rendered by this build: all of them, for now. */
  rendered: number;
  /** Files written to the output folder by this build: all of them, for now. */
  written: number;
  /** All files of the site, search index included. */
  files: number;
  /** Bytes of all files. */
  bytes: number;
  /** Most memory the HTML phase's process held at once, in bytes. */
  peakMemory: number;
  /** The search index by itself: pages in it, and the bytes of its files. */
  index: { pages: number; bytes: number };
  /** Seconds by the clock for each phase, and for all. */
  seconds: { check: number; html: number; index: number; publish: number; total: number };
}

/** Bytes as people read them: `512 B`, `48 kB`, `3.4 MB` (powers of ten). */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** The report in three lines, for the end of `npm run build`. */
export function formatReport(report: BuildReport, outFolder: string): string {
  const { seconds } = report;
  const phases = (["check", "html", "index", "publish"] as const).map(
    (phase) => `${phase} ${seconds[phase].toFixed(1)} s`,
  );
  return [
    `${countNoun(report.papers, "paper")} on ${countNoun(report.pages, "page")}, ${report.index.pages.toLocaleString("en-GB")} of them in the search index`,
    `${countNoun(report.files, "file")}, ${formatBytes(report.bytes)}, in ${outFolder}`,
    `${phases.join(", ")}: ${seconds.total.toFixed(1)} s in all`,
  ].join("\n");
}
