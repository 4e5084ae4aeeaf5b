/** What relating the papers of an invented archive costs, from nothing and when a day is added. */
import { performance } from "node:perf_hooks";
import { relatePapers } from "#lib/papers/related.ts";
import type { RelatedInput } from "#lib/related/inputs.ts";
import { decodeRelated, encodeRelated } from "#lib/related/state.ts";
import { inventFiles } from "./corpus-files.ts";

/** Papers of a day. */
const DAY = 50;
const MEGABYTE = 1_000_000;

/** What making lists cost. */
export interface RelatingCost {
  /** Seconds for relating, and for reading and writing the state as bytes. */
  seconds: number;
  /** Papers that were read and compared. */
  made: number;
  /** Bytes of the state. */
  bytes: number;
  /** Bytes of the files of it that would be written. */
  written: number;
}

/** What it cost from nothing, and when the last fifty papers were added. */
export interface RelatingFigures {
  /** All papers but those of the last day, with the most memory that the process had, the texts included. */
  scratch: RelatingCost & { peakMB: number };
  /** The papers of the last day, with the state of the others. */
  day: RelatingCost;
}

/** Relates the papers of an invented archive of so many. */
export function measureRelating(papers: number): RelatingFigures {
  const inputs = inventInputs(papers);
  const files = new Map<string, Uint8Array>();
  const relate = (some: RelatedInput[]): RelatingCost => {
    const start = performance.now();
    const previous = decodeRelated((name) => files.get(name));
    const related = relatePapers(some, { previous });
    const encoded = encodeRelated(related.state);
    const seconds = Number(((performance.now() - start) / 1000).toFixed(2));
    for (const { name, bytes } of encoded) files.set(name, bytes);
    const sum = (list: typeof encoded): number => list.reduce((total, { bytes }) => total + bytes.length, 0);
    const written = sum(encoded.filter(({ isStored }) => !isStored));
    return { seconds, made: related.made, bytes: sum(encoded), written };
  };
  const scratch = relate(inputs.slice(0, -DAY));
  const peakMB = Math.round((process.resourceUsage().maxRSS * 1024) / MEGABYTE);
  return { scratch: { ...scratch, peakMB }, day: relate(inputs) };
}

/** Titles and abstracts, the oldest first, with a fingerprint as of a caller that has one of each line. */
function inventInputs(papers: number): RelatedInput[] {
  const inputs: RelatedInput[] = [];
  for (const { path, text } of inventFiles(papers)) {
    if (!path.startsWith("papers/")) continue;
    for (const line of text.trimEnd().split("\n")) {
      const { id, published, title, abstract } = JSON.parse(line) as {
        [field in "id" | "published" | "title" | "abstract"]: string;
      };
      inputs.push({ id, order: published, title, text: abstract, fingerprint: id, topics: [] });
    }
  }
  return inputs;
}

/** A line for each run. */
export function formatRelatingFigures({ scratch, day }: RelatingFigures): string {
  const describe = ({ seconds, made, bytes, written }: RelatingCost): string =>
    `${seconds} s for ${made.toLocaleString("en-GB")} lists, state ${toMegabytes(bytes)}, written ${toMegabytes(written)}`;
  return [
    `  from nothing  ${describe(scratch)}, most memory ${scratch.peakMB} MB`,
    `  a day more    ${describe(day)}`,
  ].join("\n");
}

function toMegabytes(bytes: number): string {
  return `${(bytes / MEGABYTE).toFixed(1)} MB`;
}
