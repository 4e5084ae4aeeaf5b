/** A whole question in words, for a list of questions. */
import type { SearchLabels } from "./labels.ts";
import { describeSpan, isSpanned } from "./months.ts";
import { nameYear, quote, SORT_NAMES } from "./phrases.ts";
import type { Question } from "./question.ts";

/**
 * A question in words: `self-play`, `Like “SPIRAL”; Games, has code`, `Games; from March 2024`.
 * @param labels Names of what it filters by.
 * @param likeTitle Title of the paper that others are to be like, else its id.
 */
export function describeQuestion(question: Question, labels: SearchLabels, likeTitle = question.like): string {
  const name = (names: readonly { id: string; label: string }[], id: string): string =>
    names.find((named) => named.id === id)?.label ?? id;
  const filters = [
    ...question.tags.map((id) => name(labels.topics, id)),
    ...question.years.map(nameYear),
    ...question.orgs.map((id) => name(labels.organizations, id)),
    ...(isSpanned(question) ? [describeSpan(question)] : []),
    ...(question.hasCode ? ["has code"] : []),
    ...(question.sort === "relevance" ? [] : [SORT_NAMES[question.sort]]),
  ];
  const text = likeTitle !== undefined && question.text === "" ? `Like ${quote(likeTitle)}` : question.text;
  return [text, filters.join(", ")].filter((part) => part !== "").join("; ");
}
