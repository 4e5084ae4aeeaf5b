/** What a build of an invented archive cost, as numbers that other programs read and as lines that people do. */
import { arch, availableParallelism, cpus, loadavg, platform, totalmem } from "node:os";
import { countNoun } from "#lib/errors.ts";
import { type BuildReport, formatBytes } from "../build/report.ts";

/** Figures of one build. */
export interface BuildFigures {
  /** Seconds of everything but the search index: reading and checking content, planning, rendering, publishing. */
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
  /** Seconds of the search index. */
  indexSeconds: number;
  /** Bytes of the search index. */
  indexBytes: number;
}

/** The figures of a build's own report. */
export function toFigures(report: BuildReport): BuildFigures {
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
  };
}

/** A table of one line for each figure. */
export function formatFigures(figures: BuildFigures, papers: number): string {
  const count = (value: number) => value.toLocaleString("en-GB");
  const rows: [string, string][] = [
    ["HTML", `${figures.seconds.toFixed(1)} s`],
    ["search index", `${figures.indexSeconds.toFixed(1)} s`],
    ["in all", `${figures.totalSeconds.toFixed(1)} s`],
    ["most memory", `${count(figures.peakMB)} MB`],
    ["pages", count(figures.pages)],
    ["pages rendered", count(figures.rendered)],
    ["files written", count(figures.written)],
    ["files removed", count(figures.removed)],
    ["site", formatBytes(figures.bytes)],
    ["search index in it", formatBytes(figures.indexBytes)],
    ["HTML for each page", `${((figures.seconds / figures.pages) * 1_000).toFixed(2)} ms`],
  ];
  const label = Math.max(...rows.map(([name]) => name.length));
  const value = Math.max(...rows.map(([, text]) => text.length));
  const lines = rows.map(([name, text]) => `  ${name.padEnd(label)}  ${text.padStart(value)}`);
  return [`A clean build of ${countNoun(papers, "invented paper")}`, "", ...lines].join("\n");
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

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
