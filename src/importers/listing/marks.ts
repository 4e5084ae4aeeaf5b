/** What a page of a day shows above titles: votes, and who submitted the paper. It tells where entries begin. */
import { parseDateLine } from "./date.ts";
import { isFooterPart } from "./footer.ts";
import type { Line } from "./lines.ts";

/** Lines without votes and submitters. */
export interface UnmarkedLines {
  /** The lines that are left, each with its place. */
  lines: Line[];
  /** Lines of the pasted text on which entries begin, as far as votes and submitters tell. */
  starts: ReadonlySet<number>;
}

const SUBMITTED = /^submitted by\b:? ?(.*)$/i;
const UPVOTE = /^upvotes?:?$/i;
/** What can be done with a paper, as the page of what is trending has it below each. */
const ACTION = /^(?:upvotes?:?|github|(?:view )?arxiv page|(?:view )?pdf|add to collection|\+ add to collection)$/i;
const COUNT = /^(?:\d{1,6}|\d{1,3},\d{3}|\d{1,3}(?:\.\d)?k)$/i;
/** A longer line is no title. */
const TITLE_LENGTH = 250;

/** Takes votes and submitters away, on pages that have them. */
export function dropMarks(lines: Line[]): UnmarkedLines {
  const areVoted = hasVotes(lines);
  const kept: Line[] = [];
  const starts = new Set<number>();
  for (let index = 0; index < lines.length; ) {
    if (!areVoted && ACTION.test(lines[index]?.text ?? "")) {
      index += COUNT.test(lines[index + 1]?.text ?? "") ? 2 : 1;
      continue;
    }
    const next = skipMark(lines, index, areVoted);
    const line = lines[next];
    if (next > index && line !== undefined) starts.add(line.line);
    if (next === index && line !== undefined) kept.push(line);
    index = next === index ? index + 1 : next;
  }
  return { lines: kept, starts };
}

/** Index of the title under a mark that begins here; the same index where none does. */
function skipMark(lines: Line[], start: number, areVoted: boolean): number {
  let next = start;
  const [, name] = SUBMITTED.exec(lines[next]?.text ?? "") ?? [];
  if (name !== undefined) {
    next += 1;
    if (name === "" && !COUNT.test(lines[next]?.text ?? "0")) next += 1;
  }
  if (name !== undefined || areVoted) {
    if (UPVOTE.test(lines[next]?.text ?? "")) next += 1;
    if (COUNT.test(lines[next]?.text ?? "") && isTitle(lines[next + 1])) next += 1;
  }
  return next;
}

/** Whether a number stands above the first title, and above most of the others: no number of comments is first. */
function hasVotes(lines: Line[]): boolean {
  const firstFooter = lines.findIndex(isFooterPart);
  const votes = lines.flatMap(({ text }, index) => (COUNT.test(text) && isTitle(lines[index + 1]) ? [index] : []));
  const isFirst = votes.some((index) => index < firstFooter && isFollowed(lines, index + 1));
  const dates = lines.filter((line) => isFooterPart(line) && !/\d/.test(line.text)).length;
  return isFirst && votes.length * 2 >= dates;
}

/** Whether an abstract or a footer stands under a title. */
function isFollowed(lines: Line[], title: number): boolean {
  const below = lines[title + 1];
  return below !== undefined && (isFooterPart(below) || below.text.length > (lines[title]?.text.length ?? 0));
}

function isTitle(line: Line | undefined): boolean {
  if (line === undefined || isFooterPart(line) || line.text.length > TITLE_LENGTH) return false;
  return !COUNT.test(line.text) && !SUBMITTED.test(line.text) && parseDateLine(line.text) === undefined;
}
