/** What a question asks, in words: what narrows it down, one by one, and all of it for a list of questions. */
import type { SearchLabels } from "./labels.ts";
import { describeSpan, isSpanned } from "./months.ts";
import { nameYear, quote, SORT_NAMES } from "./phrases.ts";
import { FILTER_LISTS, type FilterList, type Question, type QuestionChange, withFilter, withSpan } from "./question.ts";

/** Words for values of filters. */
export type Labels = (list: FilterList, value: string) => string;

/** Words for values of filters, from the names that the site hands over; what has none is called by its id. */
export function makeLabels({ topics, organizations }: SearchLabels): Labels {
  const names = {
    tags: new Map(topics.map(({ id, label }) => [id, label])),
    orgs: new Map(organizations.map(({ id, label }) => [id, label])),
  };
  return (list, value) => (list === "years" ? nameYear(value) : (names[list].get(value) ?? value));
}

/** Something that a question is narrowed down by. */
export interface Chosen {
  /** In words. */
  label: string;
  /** Leads to the question without it. */
  drop: QuestionChange;
}

/** What a question is narrowed down by. */
export function listChosen(question: Question, label: Labels): Chosen[] {
  const lists = FILTER_LISTS.flatMap((list) =>
    question[list].map((value): Chosen => {
      return { label: label(list, value), drop: (asked) => withFilter(asked, list, value, false) };
    }),
  );
  const span: Chosen = { label: describeSpan(question), drop: (asked) => withSpan(asked, {}) };
  const code: Chosen = { label: "has code", drop: (asked) => ({ ...asked, hasCode: false }) };
  return [...lists, ...(isSpanned(question) ? [span] : []), ...(question.hasCode ? [code] : [])];
}

/**
 * A question in words: `self-play`, `Like “SPIRAL”; Games, has code`, `Games; from March 2024`.
 * @param likeTitle Title of the paper that others are to be like, else its id.
 */
export function describeQuestion(question: Question, labels: SearchLabels, likeTitle = question.like): string {
  const rest = listChosen(question, makeLabels(labels)).map(({ label }) => label);
  if (question.sort !== "relevance") rest.push(SORT_NAMES[question.sort]);
  const text = likeTitle !== undefined && question.text === "" ? `Like ${quote(likeTitle)}` : question.text;
  return [text, rest.join(", ")].filter((part) => part !== "").join("; ");
}
