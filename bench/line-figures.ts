/** What search costs over a slow line, as numbers. */
import type { TypingCost } from "./line-page.ts";
import type { LineQuestion } from "./line-questions.ts";
import { isSearchPart, LINE_PARTS, type LineFile, type LinePart } from "./line-traffic.ts";
import { computeMean, findQuantile } from "./statistics.ts";

/** What came over the line for one question, and how long the first result took. */
export interface QuestionCost {
  /** Bytes. */
  bytes: number;
  /** Files. */
  requests: number;
  /** Seconds from the question to the first result in the page. */
  seconds: number;
}

/** Costs of several questions; each figure by itself. */
export interface CostSummary {
  /** What half of the questions cost at most. */
  median: QuestionCost;
  /** What the worst cost. */
  worst: QuestionCost;
}

/** A question with what was measured. */
export interface MeasuredQuestion extends LineQuestion {
  /** Files that came before anything was typed: the page's own and what it fetched ahead. */
  before: LineFile[];
  /** Files that came for the question. */
  after: LineFile[];
  /** Seconds from the question to the first result in the page. */
  seconds: number;
}

/** Everything that was measured. */
export interface LineMeasures {
  /** Each as the first question of a new reader. */
  first: MeasuredQuestion[];
  /** One after the other in one page; nothing came before. */
  later: MeasuredQuestion[];
  /** Typing all of them letter by letter. */
  typing: TypingCost;
  /** Milliseconds to the first result where the line costs nothing and the page waits for no further letter. */
  warm: number[];
  /** Milliseconds of the planner alone, outside a browser, in an engine that has answered one question. */
  planner: number[];
}

/** Figures of one run. */
export interface LineFigures {
  /** Papers of the archive. */
  papers: number;
  /** Questions that were asked. */
  questions: number;
  /** The page itself, without anything of search: what everybody loads. */
  page: Omit<QuestionCost, "seconds">;
  /** The first question of a new reader; what was fetched ahead of it counts, the page itself does not. */
  first: CostSummary & {
    /** The part of it that came before anything was typed, on average. */
    ahead: Omit<QuestionCost, "seconds">;
  };
  /** Later questions in the same page. */
  later: CostSummary;
  /** Bytes and files of each part of search, on average over the questions. */
  parts: { [part in LinePart]?: { first: Omit<QuestionCost, "seconds">; later: Omit<QuestionCost, "seconds"> } };
  /** Typing letter by letter: the longest block and the slowest key in milliseconds, and how many blocks there were. */
  typing: { longestBlock: number; blocks: number; slowestKey: number };
  /** Milliseconds where the line costs nothing: the mean, and what 95 % of the questions take at most. */
  warm: { mean: number; p95: number };
  /** Milliseconds of the planner alone, the same way. */
  planner: { mean: number; p95: number };
}

/** Sums up what was measured. */
export function toLineFigures(papers: number, { first, later, typing, warm, planner }: LineMeasures): LineFigures {
  const listFirst = (question: MeasuredQuestion): LineFile[] => [
    ...question.before.filter(({ part }) => isSearchPart(part)),
    ...question.after,
  ];
  const parts: LineFigures["parts"] = {};
  for (const part of LINE_PARTS) {
    const own = (files: LineFile[]): LineFile[] => files.filter((file) => file.part === part);
    const figures = {
      first: average(first.map((question) => own(listFirst(question)))),
      later: average(later.map(({ after }) => own(after))),
    };
    if (figures.first.requests + figures.later.requests > 0) parts[part] = figures;
  }
  return {
    papers,
    questions: first.length,
    page: average(first.map(({ before }) => before.filter(({ part }) => !isSearchPart(part)))),
    first: {
      ...summarize(first.map((question) => ({ ...weigh(listFirst(question)), seconds: question.seconds }))),
      ahead: average(first.map(({ before }) => before.filter(({ part }) => isSearchPart(part)))),
    },
    later: summarize(later.map(({ after, seconds }) => ({ ...weigh(after), seconds }))),
    parts,
    typing: {
      longestBlock: Math.round(Math.max(0, ...typing.blocks)),
      blocks: typing.blocks.length,
      slowestKey: Math.round(typing.slowestKey),
    },
    warm: sumUp(warm),
    planner: sumUp(planner),
  };
}

function sumUp(milliseconds: readonly number[]): { mean: number; p95: number } {
  return { mean: round(computeMean(milliseconds), 1), p95: round(findQuantile(milliseconds, 0.95), 1) };
}

function weigh(files: readonly LineFile[]): Omit<QuestionCost, "seconds"> {
  return { bytes: sum(files.map(({ bytes }) => bytes)), requests: files.length };
}

function average(lists: readonly LineFile[][]): Omit<QuestionCost, "seconds"> {
  const { bytes, requests } = weigh(lists.flat());
  const count = Math.max(1, lists.length);
  return { bytes: Math.round(bytes / count), requests: round(requests / count, 1) };
}

function summarize(costs: readonly QuestionCost[]): CostSummary {
  const pick = (share: number): QuestionCost => ({
    bytes: findQuantile(
      costs.map(({ bytes }) => bytes),
      share,
    ),
    requests: findQuantile(
      costs.map(({ requests }) => requests),
      share,
    ),
    seconds: round(
      findQuantile(
        costs.map(({ seconds }) => seconds),
        share,
      ),
      3,
    ),
  });
  return { median: pick(0.5), worst: pick(1) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
