/** What an import did, in words for the person who ran it. */
import { existsSync, readFileSync } from "node:fs";
import { locateDigest, nameContentFile } from "#lib/content/content-files.ts";
import { judgeDigest } from "#lib/content/held-digest.ts";
import { parseDigest } from "#lib/content/parse.ts";
import type { PaperRecord } from "#lib/content/record.ts";
import { countNoun } from "#lib/counts.ts";
import { formatGroups, type Problem } from "#lib/errors.ts";
import type { ImportReport } from "#lib/records/import.ts";
import { type ExitCode, print, printError, type WriteFlags } from "../commands/command.ts";
import { findContentFolder } from "../folders.ts";

/** Papers named one by one before only their number is told. */
const NAMED = 20;

/** The report in lines: what came in, what changed, what it was written to. Refusals and notices stand apart. */
function describeImport(report: Omit<ImportReport, "records">, isDryRun: boolean): string {
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

/**
 * Prints the report: its lines, or JSON, to stdout; in words, notices and refusals go to stderr. Digests of these papers
 * that were held against something else, or do not keep to their sources, are among the notices.
 * @param flags as the command was called
 */
export function printImport({ records, ...report }: ImportReport, flags: WriteFlags): ExitCode {
  report.notices.push(...records.flatMap((record) => noteDigest(findContentFolder(), record)));
  const code = report.refused.length > 0 ? 1 : 0;
  if (flags.json) {
    print(JSON.stringify(report, undefined, 2));
    return code;
  }
  const known = report.added.length + report.changed.length + report.unchanged.length;
  printProblems(report.notices, "To know");
  printProblems(report.refused, `Refused, with ${countNoun(known, "paper")} in`);
  print(describeImport(report, flags["dry-run"]));
  return code;
}

function noteDigest(folder: string, record: PaperRecord): Problem[] {
  const path = locateDigest(folder, record.id);
  if (!existsSync(path)) return [];
  const { value } = parseDigest(readFileSync(path, "utf8"), nameContentFile(path));
  if (value === undefined) return [];
  const { notices, problems } = judgeDigest(value, record);
  return [...notices, ...problems];
}

function printProblems(problems: Problem[], heading: string): void {
  if (problems.length === 0) return;
  printError(`${[`${heading}: ${problems.length}`, ...formatGroups(problems)].join("\n\n")}\n`);
}
