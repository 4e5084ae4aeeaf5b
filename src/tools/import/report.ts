/** What an import did, in words for the person who ran it. */
import { countNoun } from "#lib/counts.ts";
import { formatProblem, type Problem } from "#lib/errors.ts";
import type { ImportReport } from "#lib/records/import.ts";
import { print, printError } from "../commands/command.ts";

/** Papers named one by one before only their number is told. */
const NAMED = 20;

/** The report in lines: what came in, what changed, what it was written to. Refusals and notices stand apart. */
function describeImport(report: ImportReport, isDryRun: boolean): string {
  const { added, changed, unchanged, refused, days, files } = report;
  const counts = [
    `${countNoun(added.length, "paper")} added`,
    `${changed.length} changed`,
    `${unchanged.length} unchanged`,
    `${refused.length} refused`,
  ];
  return [
    counts.join(", "),
    ...nameSome(added.map((id) => `added    ${id}`)),
    ...nameSome(changed.map(({ id, fields }) => `changed  ${id}: ${fields.join(", ")}`)),
    ...(days.length === 0 ? [] : [`days     ${describeDays(days)}`]),
    `${isDryRun ? "would write" : "written"}  ${files.length === 0 ? "nothing" : describeFiles(files)}`,
  ].join("\n");
}

function nameSome(lines: string[]): string[] {
  if (lines.length <= NAMED) return lines;
  return [...lines.slice(0, NAMED), `         and ${lines.length - NAMED} more; --json names all`];
}

function describeDays(days: string[]): string {
  const sorted = [...new Set(days)].sort();
  return sorted.length <= 3 ? sorted.join(", ") : `${sorted.length}, from ${sorted[0]} to ${sorted.at(-1)}`;
}

function describeFiles(files: string[]): string {
  return files.length <= 3 ? files.join(", ") : countNoun(files.length, "file");
}

/** Prints the report: its lines, or JSON, to stdout; in words, notices and refusals go to stderr. */
export function printImport(report: ImportReport, { isDryRun, isJson }: { isDryRun: boolean; isJson: boolean }): void {
  if (isJson) {
    const { records: _records, ...rest } = report;
    print(JSON.stringify(rest, undefined, 2));
    return;
  }
  const known = report.added.length + report.changed.length + report.unchanged.length;
  printProblems(report.notices, "To know");
  printProblems(report.refused, `Refused, with ${countNoun(known, "paper")} in`);
  print(describeImport(report, isDryRun));
}

function printProblems(problems: Problem[], heading: string): void {
  if (problems.length === 0) return;
  printError(`${[`${heading}: ${problems.length}`, ...problems.map(formatProblem)].join("\n\n")}\n`);
}
