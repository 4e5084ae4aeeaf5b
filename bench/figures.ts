/** What a build of an invented archive cost, as numbers that other programs read and as lines that people do. */
import { arch, availableParallelism, cpus, loadavg, platform, totalmem } from "node:os";
import { countNoun } from "#lib/counts.ts";
import { formatDay, toDay } from "#lib/dates.ts";
import type { BuildReport } from "#tools/build/report.ts";
import { printError } from "#tools/commands/command.ts";

/** Figures of one build. */
export interface BuildFigures {
  /**
   * Seconds of everything but the search index: reading and checking content, planning, rendering, publishing. What is
   * done for the index while other processes render is in them.
   */
  seconds: number;
  /** Seconds of everything. */
  totalSeconds: number;
  /** Most memory that the processes of a build held at once, in MB (10^6 bytes), the search index aside. */
  peakMB: number;
  /** HTML pages of the site. */
  pages: number;
  /** Pages rendered by this build. */
  rendered: number;
  /** Files written by this build. */
  written: number;
  /** Files removed by it. */
  removed: number;
  /** Bytes of the site, search index included. */
  bytes: number;
  /** Seconds of the search index, as far as it is still waited for when the pages are rendered. */
  indexSeconds: number;
  /** Bytes of the search index. */
  indexBytes: number;
  /** Most memory that Pagefind's own programs held at once, in MB (10^6 bytes); absent where the system does not tell, or none ran. */
  indexPeakMB?: number;
}

/** The figures of a build's own report. @param indexPeak most memory of Pagefind's programs in bytes, where it is known */
export function toFigures(report: BuildReport, indexPeak?: number): BuildFigures {
  const { read, plan, html, publish } = report.seconds;
  return {
    seconds: round(read + plan + html + publish, 2),
    totalSeconds: round(report.seconds.total, 2),
    peakMB: round(report.peakMemory / 1_000_000, 0),
    pages: report.pages,
    rendered: report.rendered,
    written: report.written,
    removed: report.removed,
    bytes: report.bytes,
    indexSeconds: round(report.seconds.index, 2),
    indexBytes: report.index.bytes,
    ...(indexPeak === undefined ? {} : { indexPeakMB: round(indexPeak / 1_000_000, 0) }),
  };
}

/** The machine, since figures mean nothing without it: `2 cores of …, 24 GB, Node v26.10.0, linux x64`. */
export function describeMachine(): string {
  const model = cpus()[0]?.model.trim() || "an unnamed processor";
  const cores = countNoun(availableParallelism(), "core");
  return `${cores} of ${model}, ${Math.round(totalmem() / 1e9)} GB, Node ${process.version}, ${platform()} ${arch()}`;
}

/** From this share of the cores on, other programs are at work enough to make figures worse than they are. */
const BUSY_SHARE = 0.5;

/**
 * A warning when other programs are at work, since figures are then no good; undefined when the machine is idle.
 * @param load programs at work in the last minute, on average; Windows does not tell and says 0
 * @param cores how many can be at work at once
 */
export function describeLoad(load: number = loadavg()[0] ?? 0, cores: number = availableParallelism()) {
  if (load <= cores * BUSY_SHARE) return undefined;
  return `This machine is busy (load ${load.toFixed(1)} on ${countNoun(cores, "core")}): expect worse figures than it can give.`;
}

/** Says on stderr when other programs are at work; a measurement begins with this. */
export function warnOfLoad(): void {
  const warning = describeLoad();
  if (warning !== undefined) printError(warning);
}

/** Now, for figures that are written down: the day in UTC, and how busy the machine was when it was. */
export function describeMoment(
  now: Date = new Date(),
  load: number = loadavg()[0] ?? 0,
  cores: number = availableParallelism(),
): string {
  const day = formatDay(toDay(now));
  return describeLoad(load, cores) === undefined ? day : `${day}, load ${load.toFixed(1)}`;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
