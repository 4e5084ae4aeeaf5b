/** A question to the search page as data, and as the address that holds all of it. */
import { parsePaperId } from "../papers/id.ts";
import { UNKNOWN_YEAR } from "./index-format.ts";
import { isSpanned, type MonthSpan, readMonthSpan } from "./months.ts";

/** Orders of results: `relevance` is best fit first. */
export const SORTS = ["relevance", "newest", "comments"] as const;

/** An order of results. */
export type Sort = (typeof SORTS)[number];

/** What a reader asks; a paper must be of the months between `from` and `to`, where these are given. */
export interface Question extends MonthSpan {
  /** What was typed, on one line; may be empty. */
  text: string;
  /** Id of the paper that others are to be like, where that is asked; then there is no text. */
  like?: string;
  /** Ids of topics; a paper must have all of them. */
  tags: string[];
  /** Years of publication or `unknown`; a paper must be of one of them. */
  years: string[];
  /** Ids of organisations; a paper must be of one of them. */
  orgs: string[];
  /** Whether only papers with code are wanted. */
  hasCode: boolean;
  /** In which order. */
  sort: Sort;
}

/** What leads on from a question: from the one that is answered, or from one that was asked since. */
export type QuestionChange = (question: Question) => Question;

/** The lists of a question that filter. */
export const FILTER_LISTS = ["tags", "years", "orgs"] as const;

/** A list of a question that filters. */
export type FilterList = (typeof FILTER_LISTS)[number];

/** The parameter of the address that each list repeats. */
const LIST_PARAMETERS: Record<FilterList, string> = { tags: "tag", years: "year", orgs: "org" };

/** Longest question in characters; more is cut, since every word is searched by itself. */
const TEXT_LENGTH = 400;
/** Most values that one list may have. */
const LIST_LENGTH = 20;

/** The question that asks for nothing. */
export const EMPTY_QUESTION: Question = { text: "", tags: [], years: [], orgs: [], hasCode: false, sort: "relevance" };

/**
 * Reads the parameters of an address. Values that mean nothing are dropped: topics that are not in the vocabulary,
 * years, months and organisations of impossible form, orders there are not. Months the wrong way round are exchanged.
 * @param topicIds Ids of all topics.
 */
export function parseQuestion(parameters: URLSearchParams, topicIds: ReadonlySet<string>): Question {
  const isKnown: Record<FilterList, (value: string) => boolean> = {
    tags: (id) => topicIds.has(id),
    years: (year) => year === UNKNOWN_YEAR || /^\d{4}$/.test(year),
    orgs: (id) => /^[a-z0-9][a-z0-9._-]*$/.test(id),
  };
  const readList = (list: FilterList): string[] =>
    [...new Set(parameters.getAll(LIST_PARAMETERS[list]))].filter(isKnown[list]).sort().slice(0, LIST_LENGTH);
  const sort = SORTS.find((name) => name === parameters.get("sort"));
  const text = normalizeText(parameters.get("q") ?? "");
  const like = text === "" ? parsePaperId(parameters.get("like") ?? "") : undefined;
  return {
    text,
    ...(like === undefined ? {} : { like }),
    tags: readList("tags"),
    years: readList("years"),
    orgs: readList("orgs"),
    ...readMonthSpan(parameters.get("from") ?? "", parameters.get("to") ?? ""),
    hasCode: parameters.get("code") === "1",
    sort: sort ?? "relevance",
  };
}

/** The parameters of the address that asks this question; always in one order, and nothing that is not asked. */
export function formatQuestion(question: Question): URLSearchParams {
  const parameters = new URLSearchParams();
  const text = normalizeText(question.text);
  if (text !== "") parameters.set("q", text);
  else if (question.like !== undefined) parameters.set("like", question.like);
  for (const list of FILTER_LISTS) {
    for (const value of [...question[list]].sort()) parameters.append(LIST_PARAMETERS[list], value);
  }
  if (question.from !== undefined) parameters.set("from", question.from);
  if (question.to !== undefined) parameters.set("to", question.to);
  if (question.hasCode) parameters.set("code", "1");
  if (question.sort !== "relevance") parameters.set("sort", question.sort);
  return parameters;
}

/** The address of a question on the search page, `/search/?q=…`. */
export function addressOf(question: Question, searchPage: string): string {
  const parameters = formatQuestion(question).toString();
  return parameters === "" ? searchPage : `${searchPage}?${parameters}`;
}

/** Whether anything is asked at all; an order alone is no question. */
export function isEmptyQuestion(question: Question): boolean {
  return question.text.trim() === "" && question.like === undefined && !isFiltered(question);
}

/** Whether any filter is on. */
export function isFiltered(question: Question): boolean {
  return question.hasCode || isSpanned(question) || FILTER_LISTS.some((list) => question[list].length > 0);
}

/** The question with a value of a list taken in or out. */
export function withFilter(question: Question, list: FilterList, value: string, isOn: boolean): Question {
  const others = question[list].filter((other) => other !== value);
  return { ...question, [list]: isOn ? [...others, value].sort() : others };
}

/** The question with another span of months in place of its own. */
export function withSpan({ from: _from, to: _to, ...question }: Question, span: MonthSpan): Question {
  return { ...question, ...span };
}

/** The question without its filters. */
export function withoutFilters(question: Question): Question {
  return { ...withSpan(question, {}), tags: [], years: [], orgs: [], hasCode: false };
}

/** One line without control characters, cut to the longest length that is searched. */
function normalizeText(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, TEXT_LENGTH)
    .trim();
}
