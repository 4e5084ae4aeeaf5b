/** What stands in place of results when there are none: what to do about it, never a bare zero. Fetched only then. */
import type { EntryView } from "../lib/papers/entry.ts";
import type { SearchLabels } from "../lib/search/labels.ts";
import { describeCount, quote } from "../lib/search/phrases.ts";
import { type Question, withoutFilters } from "../lib/search/question.ts";
import type { SearchAnswer } from "../lib/search/search-answer.ts";
import { listChosen } from "../lib/search/summary.ts";
import { type Child, make, makeLink } from "./dom.ts";
import { type ChooseStep, makeQuestionLink } from "./search-filters.ts";
import { makeMended } from "./search-reading.ts";
import type { ResultsContext } from "./search-results.ts";

/** What stands in place of results when there are none. */
export function makeNothing(answer: SearchAnswer, { labels, label, choose }: ResultsContext): HTMLElement[] {
  const { question, suggestions, arxivId } = answer;
  const mended = suggestions.text;
  const advice: Child[] = [];
  if (question.like !== undefined) {
    advice.push(answer.like === undefined ? "This digest does not have the paper. " : makeLikeAdvice(answer.like));
  } else if (arxivId !== undefined) {
    advice.push(
      "This digest does not have the paper. ",
      makeLink(`https://arxiv.org/abs/${arxivId}`, {}, "Look at arXiv"),
      ". ",
    );
  } else {
    if (mended !== undefined) advice.push(...makeMended(question, mended, choose));
    else if (suggestions.words.length > 0) advice.push(...makeWords(question, suggestions.words, choose));
    advice.push(...makeTopics(suggestions.topics, labels, mended !== undefined));
    if (question.text !== "")
      advice.push("Or ", makeLink(nameArxivSearch(question.text), {}, "search arXiv for it"), ". ");
  }
  const chosen = arxivId === undefined ? listChosen(question, label) : [];
  if (chosen.length > 0) {
    advice.push(chosen.length === 1 ? "One filter is on: " : `${chosen.length} filters are on: `);
    for (const [index, { label: name, drop }] of chosen.entries()) {
      advice.push(index > 0 && ", ", makeQuestionLink(question, drop, `search without ${quote(name)}`, choose));
    }
    if (chosen.length > 1) {
      advice.push(", ", makeQuestionLink(question, withoutFilters, "search without any", choose));
    }
    advice.push(".");
  }
  return [
    make("h2", { class: "empty", tabindex: "-1" }, describeCount(answer)),
    make("p", { class: "advice" }, ...advice),
    ...makeNearest(suggestions.papers),
  ];
}

/** Words that papers have, each to be asked in place of the question. */
function makeWords(question: Question, words: readonly string[], choose: ChooseStep): Child[] {
  const links = words.flatMap((word, index) => [
    index > 0 && ", ",
    makeQuestionLink(question, (asked) => ({ ...asked, text: word }), word, choose),
  ]);
  return ["The nearest words here: ", ...links, ". "];
}

/** The address of a search at arXiv, which is only asked when the reader follows it. */
function nameArxivSearch(text: string): string {
  return `https://arxiv.org/search/?${new URLSearchParams({ query: text, searchtype: "all" })}`;
}

/** The papers that come nearest, as a list of titles. */
function makeNearest(papers: readonly EntryView[]): HTMLElement[] {
  if (papers.length === 0) return [];
  const items = papers.map(({ href, title }) => make("li", {}, makeLink(href, { dir: "auto" }, title)));
  return [make("h3", { class: "label" }, "The nearest papers"), make("ul", { class: "nearest" }, ...items)];
}

function makeLikeAdvice({ href, title }: EntryView): HTMLElement {
  return make("span", {}, "Look at ", makeLink(href, { dir: "auto" }, title), " and the topics that it names. ");
}

function makeTopics(ids: readonly string[], { topics, topicsHref }: SearchLabels, isSecond: boolean): Child[] {
  const look = isSecond ? "Or look" : "Look";
  const near = topics.filter(({ id }) => ids.includes(id));
  if (near.length === 0) return [`${look} through `, makeLink(topicsHref, {}, "the topics"), ". "];
  const links = near.flatMap(({ label, href }, index) => [index > 0 && ", ", makeLink(href, {}, label)]);
  return [`${look} among the nearest topics: `, ...links, ". "];
}
