/** `check`: is the content right, and does every digest keep to its source? */
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { type Abstract, parseAbstracts } from "#lib/content/abstracts.ts";
import { checkContent } from "#lib/content/check.ts";
import { nameContentFile } from "#lib/content/content-files.ts";
import { type HeldDigest, holdDigests, judgeDigest } from "#lib/content/held-digest.ts";
import { findNearest } from "#lib/content/nearest.ts";
import { type Content, readContent } from "#lib/content/read.ts";
import { stampDigest } from "#lib/content/stamp.ts";
import { hasSourceMoved, makeStamp } from "#lib/content/stamp-state.ts";
import { countNoun } from "#lib/counts.ts";
import { type Day, toDay } from "#lib/dates.ts";
import { formatGroups, formatProblem, formatProblems, type Problem, sortProblems } from "#lib/errors.ts";
import { findPaperId } from "#lib/papers/find-id.ts";
import { toSegment } from "#lib/papers/id.ts";
import { noteOddities } from "#lib/records/notices.ts";
import { writeFileAtomic } from "#lib/records/write-file.ts";
import { findContentFolder } from "../folders.ts";
import { type Command, FLAG, print, printError, readArgs, TEXT, UsageError } from "./command.ts";

const HELP = `npm run digest -- check [--abstracts FILE] [--stamp] [--json] [ID …]

Reads the content folder (CONTENT_DIR, otherwise content/) and names every problem: file, line, field,
what was found, what is allowed and how to mend it.

A digest whose abstract is known is also held against its source: every number in it must stand in the title,
the abstract or the record, and no eight words in a row may be the abstract's. What a source lacks that has moved on
since the digest was stamped is a notice, no problem. npm run build applies the same rules.

  --abstracts FILE  take abstracts from FILE: a JSON array or JSON Lines of objects with arxivId (or id), title and
                    abstract. A record's own abstract serves where FILE has none.
  --stamp           write the day, and fingerprints of the digest and of what it was held against, into each digest
                    that passes; nothing else in the file changes. A stamp that still fits both is left alone. Where the
                    source has moved on, only digests whose IDs are given get a new one: somebody has to read it first.
  --json            print {problems, notices, digests, numbers} as JSON
  ID …              report only on the digests of these papers, such as 2510.18821

Exit code: 0 no problems, 1 problems, 2 called wrongly.`;

/** What came of a run, as `--json` prints it. */
interface Report {
  problems: Problem[];
  /** What a curator should know though nothing is wrong. */
  notices: string[];
  /** Digests that were held against an abstract. */
  digests: number;
  /** Numbers looked up in abstracts. */
  numbers: number;
}

/** Checks content and digests. */
export const check: Command = {
  name: "check",
  summary: "name every problem of the content; hold digests against their abstracts",
  help: HELP,
  run(args) {
    const { values, positionals } = readArgs(args, { abstracts: TEXT, stamp: FLAG, json: FLAG });
    const content = readContent(findContentFolder());
    const known = readAbstracts(values.abstracts);
    const segments = findSegments(content, positionals);
    const isAsked = ({ file }: { file: string }) => segments?.has(basename(file, ".md")) ?? true;
    const all = holdDigests(content, known.abstracts);
    const problems = [...known.problems, ...checkContent(content, all).filter(isAsked)];
    const held = all.filter(({ digest }) => isAsked(digest));
    const report: Report = { problems, notices: [], ...countLookups(held) };
    const lost = held.flatMap((own) => {
      const isBroken = problems.some(({ file }) => file === own.digest.file);
      const isStamped = values.stamp && !isBroken && stamp(own, segments !== undefined, report);
      return (isStamped ? judgeDigest(own.digest, own.record, own.source) : own.verdict).notices;
    });
    const isAbstractExpected = values.abstracts !== undefined || values.stamp;
    const missing = isAbstractExpected && known.problems.length === 0 ? noteMissingAbstracts(held) : [];
    const oddities = noteOddities(content, readToday()).filter(isAsked);
    const notes = [...missing, ...oddities, ...lost];
    report.notices.push(...(values.json ? notes.map(formatProblem) : formatGroups(notes)));
    printReport(report, content, values.json);
    return report.problems.length === 0 ? 0 : 1;
  },
};

/** The day of the clock, or of SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/). */
function readToday(): Day {
  const seconds = Number(process.env["SOURCE_DATE_EPOCH"] || Number.NaN);
  return toDay(Number.isNaN(seconds) ? new Date() : new Date(seconds * 1000));
}

function readAbstracts(path: string | undefined): { abstracts: Map<string, Abstract>; problems: Problem[] } {
  if (path === undefined) return { abstracts: new Map(), problems: [] };
  if (!existsSync(path)) throw new UsageError(`there is no file ${path} to take abstracts from`);
  return parseAbstracts(readFileSync(path, "utf8"), nameContentFile(path));
}

/**
 * The ids given, as digest files are named; undefined when none is given.
 * @throws UsageError for one that has no digest, not even one that cannot be read
 */
function findSegments({ digests, problems }: Content, ids: string[]): Set<string> | undefined {
  if (ids.length === 0) return undefined;
  const known = new Set([...digests, ...problems].map(({ file }) => basename(file, ".md")));
  return new Set(
    ids.map((id) => {
      const segment = [id, findPaperId(id) ?? id].map(toSegment).find((name) => known.has(name));
      if (segment !== undefined) return segment;
      const nearest = findNearest(toSegment(id), known);
      throw new UsageError(
        `there is no digest of ${id}${nearest === undefined ? "" : `; the nearest is that of ${nearest}`}`,
      );
    }),
  );
}

/** How many digests were held against an abstract, and how many numbers were looked up. */
function countLookups(held: HeldDigest[]): Pick<Report, "digests" | "numbers"> {
  const checks = held.flatMap(({ verdict }) => verdict.check ?? []);
  return { digests: checks.length, numbers: checks.reduce((sum, { numbers }) => sum + numbers, 0) };
}

/**
 * Gives a digest that passed the stamp that fits it and its source now, where it has another, and says whether it did.
 * @param isNamed whether the curator named it: what nobody need have read since is not renewed with all the rest
 */
function stamp(
  { digest, record, source, verdict: { check: outcome } }: HeldDigest,
  isNamed: boolean,
  report: Report,
): boolean {
  if (source === undefined || outcome === undefined || outcome.problems.length > 0) return false;
  const { file, data } = digest;
  const made = makeStamp(digest, { record, ...source }, outcome, toDay(new Date()));
  if (data.checkedOn !== undefined && data.checkedText === made.checkedText) return false;
  if (!isNamed && hasSourceMoved(data, { ...record, abstract: source.abstract })) return false;
  const stamped = stampDigest(readFileSync(file, "utf8"), made);
  if (stamped === undefined) {
    report.notices.push(`${file}: the stamp could not be written, because the fields do not stand one on a line`);
    return false;
  }
  writeFileAtomic(file, stamped);
  Object.assign(data, made);
  return true;
}

function noteMissingAbstracts(held: HeldDigest[]): Problem[] {
  const message = "no abstract was found to hold this digest against";
  return held.flatMap(({ digest: { file }, source }) => (source === undefined ? [{ file, message }] : []));
}

function printReport(report: Report, content: Content, isJson: boolean): void {
  if (isJson) {
    print(JSON.stringify({ ...report, problems: sortProblems(report.problems) }, null, 2));
    return;
  }
  const checked = `${countNoun(report.digests, "digest")} held against ${report.digests === 1 ? "its abstract" : "their abstracts"}`;
  if (report.digests > 0) print(`${checked}: ${countNoun(report.numbers, "number")} found`);
  for (const notice of report.notices) printError(`notice: ${notice}`);
  if (report.problems.length > 0) {
    printError(formatProblems(report.problems));
    return;
  }
  const papers = content.records.reduce((sum, { lines }) => sum + lines.length, 0);
  const counts = [
    countNoun(papers, "paper"),
    countNoun(content.digests.length, "digest"),
    countNoun(content.tags.lines.length, "topic"),
    countNoun(content.editions.length, "edition"),
  ];
  print(`${counts.join(", ")}: no problems`);
}
