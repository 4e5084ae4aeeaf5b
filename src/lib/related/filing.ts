/** Papers filed in chunks, one after another, on top of those that an earlier build filed. */
import type { Fingerprint } from "../content/data-fingerprint.ts";
import type { TermRow } from "../papers/terms.ts";
import { type Chunk, type FiledPaper, packChunk } from "./chunk.ts";

/** What the chunks of one archive have in common. */
export interface FilingPlan {
  /** Papers in each chunk but the last: a day rewrites one. */
  chunkSize: number;
  /** Position after the first stretch of papers. */
  firstEnd: number;
  /** Fingerprint of the settings, which the first chunk continues. */
  settings: Fingerprint;
}

/** Chunks that grow. */
export interface Filing {
  /** Rows of the papers that are kept, in their order. */
  rows: TermRow[];
  /** Stems of those papers, by number. */
  stems: string[];
  /**
   * Files the next paper.
   * @param stems all stems by number, those of this paper among them
   */
  add(paper: FiledPaper, stems: readonly string[]): void;
  /** All chunks. Whoever asks adds nothing more. */
  close(stems: readonly string[]): Chunk[];
}

/**
 * Opens a filing.
 * @param earlier chunks of an earlier build
 * @param kept how many of its papers stay
 */
export function openFiling(
  earlier: readonly Chunk[],
  kept: number,
  { chunkSize, firstEnd, settings }: FilingPlan,
): Filing {
  const chunks = earlier.slice(0, Math.floor(kept / chunkSize));
  const papers: FiledPaper[] = [];
  const open = earlier[chunks.length];
  for (let index = 0; index < kept - chunks.length * chunkSize && open !== undefined; index += 1) {
    papers.push(open.readPaper(index));
  }
  const rows = [...chunks.flatMap(listRows), ...papers.map(({ row }) => row)];
  const before = chunks.flatMap((chunk) => chunk.readStems());
  /** Stems that belong to whole chunks. */
  let filed = before.length;
  const stems = [...before, ...(open?.readStems().slice(0, countStems(papers, filed) - filed) ?? [])];
  const pack = (names: readonly string[]): void => {
    const end = countStems(papers, filed);
    const previous = chunks.at(-1)?.sections.own ?? settings;
    const chunk = packChunk(papers, names.slice(filed, end), firstEnd, previous);
    const same = earlier[chunks.length];
    // What comes out the same is taken from the earlier build, which has it stored.
    chunks.push(same?.sections.own === chunk.sections.own ? same : chunk);
    filed = end;
    papers.length = 0;
  };
  return {
    rows,
    stems,
    add: (paper, names) => {
      papers.push(paper);
      if (papers.length === chunkSize) pack(names);
    },
    close: (names) => {
      if (papers.length > 0) pack(names);
      return chunks;
    },
  };
}

function listRows(chunk: Chunk): TermRow[] {
  return Array.from({ length: chunk.count }, (_, index) => chunk.readPaper(index).row);
}

/** How many stems have a number when these papers have been read after others; the newest has the highest number. */
function countStems(papers: readonly FiledPaper[], before: number): number {
  let count = before;
  for (const { row } of papers) {
    for (let place = 0; place < row.stems.length; place += 1) count = Math.max(count, (row.stems[place] as number) + 1);
  }
  return count;
}
