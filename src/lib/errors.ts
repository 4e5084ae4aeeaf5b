/**
 * How Offprint says that its input is wrong: always where, what was found, what is allowed and how to mend it.
 * Nothing here throws by itself; collect `Problem`s, then report all of them at once.
 */
import { compareText } from "./compare-text.ts";
import { countNoun, formatCount } from "./counts.ts";
import { Failure } from "./failure.ts";

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

/** Thrown when content cannot be used. Its message is the full report. */
export class ContentError extends Failure {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    super(formatProblems(problems));
    this.name = "ContentError";
    this.problems = problems;
  }
}

const FOUND_LENGTH = 80;

/** Shows any value on one line of at most 80 characters, for `Problem.found`. */
export function describeValue(value: unknown): string {
  const text = (typeof value === "number" ? undefined : JSON.stringify(value)) ?? String(value ?? "nothing");
  return text.length > FOUND_LENGTH ? `${text.slice(0, FOUND_LENGTH - 1)}…` : text;
}

/** One problem as `file:line  field: message` with indented lines for found, allowed and mend. */
export function formatProblem(problem: Problem): string {
  const subject = problem.field === undefined ? "" : `${problem.field}: `;
  return formatLines(`${formatPlace(problem)}  ${subject}${problem.message}`, problem);
}

function formatPlace({ file, line }: Problem): string {
  return line === undefined ? file : `${file}:${line}`;
}

function formatLines(heading: string, problem: Problem, places?: string): string {
  const details = { found: problem.found, allowed: problem.allowed, mend: problem.mend, at: places };
  const lines = Object.entries(details).filter(([, text]) => text !== undefined);
  return [heading, ...lines.map(([name, text]) => `    ${`${name}:`.padEnd(8)} ${text}`)].join("\n");
}

/** More problems than this of one kind are told as one. */
const MOST_ALIKE = 5;
/** Places that are named then. */
const NAMED_PLACES = 3;

/** Problems as texts, in their order: each by itself, but many of one kind as one, with their number and the first places. */
export function formatGroups(problems: readonly Problem[]): string[] {
  return [...Map.groupBy(problems, nameKind).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length <= MOST_ALIKE) return group.map(formatProblem);
    const named = group
      .slice(0, NAMED_PLACES)
      .map((problem) => `${formatPlace(problem)} ${problem.field ?? ""}`.trim());
    const places = `${named.join(", ")} and ${formatCount(group.length - NAMED_PLACES)} more; --json names all`;
    const subject = nameField(first) === "" ? "" : `${nameField(first)}: `;
    return [formatLines(`${formatCount(group.length)} times  ${subject}${first.message}`, first, places)];
  });
}

/** The field by itself, without the entry that has it; "" where a whole entry is meant. */
function nameField({ field = "" }: Problem): string {
  return /(?<=[.\s])[A-Za-z]+$/.exec(field.replace(/\[\d+\]$/, ""))?.[0] ?? "";
}

/** What problems of one kind have in common: reason and cure, whatever paper, number or value they are about. */
function nameKind(problem: Problem): string {
  const { message, allowed, mend } = problem;
  return JSON.stringify([nameField(problem), message, allowed, mend]).replace(
    /“[^“”]*”|`[^`]*`|(?<![\w.:/-])[\w.:/-]*\d[\w.:/-]*/g,
    "#",
  );
}

/** The problems ordered by file, line and field. */
export function sortProblems(problems: Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => compareText(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compareText(a.field ?? "", b.field ?? ""),
  );
}

/** All problems, in the order of `sortProblems`, under a heading that counts them; many of one kind as one. */
export function formatProblems(problems: Problem[]): string {
  const files = new Set(problems.map((problem) => problem.file)).size;
  const heading = `${countNoun(problems.length, "problem")} in ${countNoun(files, "file")}`;
  return [heading, ...formatGroups(sortProblems(problems))].join("\n\n");
}
