/** What a build has to say for itself. */
import { countNoun, formatCount } from "../../lib/counts.ts";

/** Figures of a build that went through. */
export interface BuildReport {
  /** Papers in the content. */
  papers: number;
  /** HTML pages of the site. */
  pages: number;
  /** Pages rendered by this build. */
  rendered: number;
  /** Files written to the output folder by this build. */
  written: number;
  /** Files removed from it. */
  removed: number;
  /** All files of the site, search index included. */
  files: number;
  /** Bytes of all files. */
  bytes: number;
  /** Most memory that was held at once, in bytes: by the process that plans, and by the one that renders beside it. */
  peakMemory: number;
  /** The search index by itself: pages in it, those of them that this build indexed, and the bytes of its files. */
  index: { pages: number; indexed: number; bytes: number };
  /** Seconds by the clock for each phase, and for all; the index begins beside `html` and has what it takes after that. */
  seconds: { [Phase in BuildPhase | "total"]: number };
}

/** The phases of a build, in their order. */
export const BUILD_PHASES = ["read", "plan", "html", "index", "publish"] as const;

/** A phase of a build. */
export type BuildPhase = (typeof BUILD_PHASES)[number];

/** Bytes as people read them: `512 B`, `48 kB`, `3.4 MB` (powers of ten). */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** One phase that is done, as a line: what came of it, and the seconds it took. */
export function formatPhase(phase: BuildPhase, outcome: string, seconds: number): string {
  return `${phase.padEnd(8)}${outcome.padEnd(64)}${seconds.toFixed(1).padStart(7)} s`;
}

/** Digests named in one line; `npm run check` names all. */
const NAMED_DIGESTS = 10;

/**
 * Which digests bear no stamp though they were checked once, in one line; nothing when there are none.
 * @param ids of their papers, each with what else there is to say of it
 */
export function describeUnstamped(ids: readonly string[]): string[] {
  if (ids.length === 0) return [];
  const more = ids.length > NAMED_DIGESTS ? `, and ${formatCount(ids.length - NAMED_DIGESTS)} more` : "";
  const named = `${ids.slice(0, NAMED_DIGESTS).join(", ")}${more}`;
  return [
    `notice: ${countNoun(ids.length, "digest")} not as checked, or held against a source that has moved on: ${named}; ` +
      "npm run check says more",
  ];
}

/** The end of `npm run build`, in one line. */
export function formatReport({ files, bytes, seconds }: BuildReport, outFolder: string): string {
  return `${countNoun(files, "file")}, ${formatBytes(bytes)}, in ${outFolder}; ${seconds.total.toFixed(1)} s in all`;
}

/** `12,345 pages: 612 to render, 11,733 as they were`. */
export function describePlan(pages: number, rendered: number): string {
  return `${countNoun(pages, "page")}: ${formatCount(rendered)} to render, ${formatCount(pages - rendered)} as they were`;
}
