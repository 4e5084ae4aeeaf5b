/**
 * How Offprint says that its input is wrong: always where, what was found, what is allowed and how to mend it.
 * Nothing here throws by itself; collect `Problem`s, then report all of them at once.
 */
import { compareText } from "./compare-text.ts";
import { countNoun } from "./counts.ts";

/** One fault in a content file, complete enough for a person to mend it without reading code. */
export interface Problem {
  /** The file, relative to the folder the command was given, with forward slashes. */
  file: string;
  /** Line in the file, counted from 1. Absent when the whole file is meant (it is missing, say). */
  line?: number;
  /** Path of the field, such as `results[0].claim`. Absent when the file as a whole could not be read. */
  field?: string;
  /** What is wrong, in one sentence without a full stop. */
  message: string;
  /** The value that was found, as it would be written in the file, shortened. */
  found?: string;
  /** What would have been right. */
  allowed?: string;
  /** What to do about it. */
  mend?: string;
}

/** Thrown when content cannot be used. Its message is the full report; no stack trace is meant for readers. */
export class ContentError extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    super(formatProblems(problems));
    this.name = "ContentError";
    this.problems = problems;
    delete this.stack;
  }
}

const FOUND_LENGTH = 80;

/** Shows any value on one line of at most 80 characters, for `Problem.found`. */
export function describeValue(value: unknown): string {
  const text = value === undefined ? "nothing" : writeValue(value);
  return text.length > FOUND_LENGTH ? `${text.slice(0, FOUND_LENGTH - 1)}…` : text;
}

/** As JSON; YAML can make values that have none, because they hold themselves. */
function writeValue(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

/** One problem as `file:line  field: message` with indented lines for found, allowed and mend. */
export function formatProblem(problem: Problem): string {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`;
  const subject = problem.field === undefined ? "" : `${problem.field}: `;
  const lines = [`${place}  ${subject}${problem.message}`];
  if (problem.found !== undefined) lines.push(`    found:   ${problem.found}`);
  if (problem.allowed !== undefined) lines.push(`    allowed: ${problem.allowed}`);
  if (problem.mend !== undefined) lines.push(`    mend:    ${problem.mend}`);
  return lines.join("\n");
}

/** The problems ordered by file, line and field. */
export function sortProblems(problems: Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => compareText(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compareText(a.field ?? "", b.field ?? ""),
  );
}

/** All problems, in the order of `sortProblems`, under a heading that counts them. */
export function formatProblems(problems: Problem[]): string {
  const files = new Set(problems.map((problem) => problem.file)).size;
  const heading = `${countNoun(problems.length, "problem")} in ${countNoun(files, "file")}`;
  return [heading, ...sortProblems(problems).map(formatProblem)].join("\n\n");
}
