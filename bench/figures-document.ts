/**
 * Figures in docs/measuring.md, written by the commands that measured them: a table between `<!-- bench:NAME -->` and
 * `<!-- /bench:NAME -->`. A run replaces the rows of its own size; rows of another machine go.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "#lib/failure.ts";
import { writeFileAtomic } from "#lib/records/write-file.ts";
import { PROJECT_FOLDER } from "#tools/folders.ts";

/** What was measured. */
export interface Measured {
  /** Name of the place in the document. */
  name: "build" | "compare";
  /** Column titles; the first says the size. A last column with the moment is added. */
  columns: readonly string[];
  /** Rows, all of one size. */
  rows: readonly (readonly string[])[];
  /** The machine and the programs in one line. */
  machine: string;
  /** When it was measured. */
  moment: string;
}

const DOCUMENT = join(PROJECT_FOLDER, "docs", "measuring.md");
const MOMENT_COLUMN = "Measured";

/** Writes figures to their place in the README. Throws a `Failure` when it has none. */
export function writeMeasured(measured: Measured): void {
  writeFileAtomic(DOCUMENT, replaceMeasured(readFileSync(DOCUMENT, "utf8"), measured));
}

/** The text with the figures in their place, all else untouched. Throws a `Failure` when the place is missing. */
export function replaceMeasured(text: string, measured: Measured): string {
  const [open, close] = [`<!-- bench:${measured.name} -->`, `<!-- /bench:${measured.name} -->`];
  const start = text.indexOf(open);
  const end = text.indexOf(close, start);
  if (start < 0 || end < 0)
    throw new Failure(
      `docs/measuring.md has no place for these figures: write ${open} and ${close} where they belong.`,
    );
  const before = text.slice(start + open.length, end);
  return `${text.slice(0, start)}${open}\n${formatMeasured(before, measured)}\n${text.slice(end)}`;
}

/** The table with the rows of other sizes that stand there already, when they are of the same machine and shape. */
function formatMeasured(before: string, { columns, rows, machine, moment }: Measured): string {
  const head = formatRow([...columns, MOMENT_COLUMN]);
  const lines = before.trim().split("\n");
  const isAlike = lines.includes(machine) && lines.includes(head);
  const own = rows.map((row) => [...row, moment]);
  const size = rows[0]?.[0];
  const known = lines.filter((line) => isAlike && line.startsWith("| ") && line !== head && !line.startsWith("| ---"));
  const others = known.map(splitRow).filter(([first]) => first !== size);
  const all = [...others, ...own].sort((a, b) => toNumber(a[0]) - toNumber(b[0]));
  const rule = formatRow([...columns, MOMENT_COLUMN].map((_, column) => (column < 2 ? "---" : "---:")));
  return [machine, "", head, rule, ...all.map(formatRow)].join("\n");
}

function formatRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function splitRow(line: string): string[] {
  return line.slice(2, -2).split(" | ");
}

function toNumber(cell = ""): number {
  return Number(cell.replaceAll(",", ""));
}
