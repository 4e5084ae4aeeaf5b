/** How a question was read, and what was probably meant. Fetched where that needs saying. */
import { countNoun } from "../lib/counts.ts";
import { hasAuthorPage, slugifyAuthor } from "../lib/papers/author.ts";
import type { EntryView } from "../lib/papers/entry.ts";
import { routes } from "../lib/routes.ts";
import type { NamedSource } from "../lib/search/names.ts";
import { quote } from "../lib/search/phrases.ts";
import type { Question, QuestionChange, Sort } from "../lib/search/question.ts";
import type { SearchAnswer } from "../lib/search/search-answer.ts";
import { type Child, keepNodes, make, makeLink } from "./dom.ts";
import { type ChooseStep, makeQuestionLink } from "./search-filters.ts";

/** How the question was read: words looked for, left out, found nowhere, probably meant. Empty when nothing needs saying. */
export function describeReading(answer: SearchAnswer, choose: ChooseStep): (Node | string)[] {
  const { question, words, leftOut, unknown, isPhrase, results, source, like, ties, excluded } = answer;
  if (like !== undefined && results.length > 0) return makeLikeness(like, results.length, question.sort);
  if (source !== undefined) return makeSource(source);
  const mended = answer.suggestions.text;
  const isNear = answer.exactCount < results.length;
  const children: Child[] = [];
  if (words.length > 1 && (leftOut.length > 0 || isNear)) {
    children.push("Looked for ", make("b", {}, words.join(", ")));
    children.push(leftOut.length > 0 ? `; left out ${leftOut.join(", ")}. ` : ". ");
    const quoteText: QuestionChange = (asked) => ({ ...asked, text: `"${question.text}"` });
    if (!isPhrase) children.push(makeQuestionLink(question, quoteText, "Search for these very words", choose), " ");
  }
  for (const { text, also } of ties) children.push(`${quote(text)} is also ${also.map(quote).join(" or ")}. `);
  if (excluded.length > 0) children.push(`Without papers that have ${excluded.map(quote).join(" or ")}. `);
  if (unknown.length > 0 && results.length > 0) children.push(`No paper has ${unknown.map(quote).join(" or ")}. `);
  if (mended !== undefined && results.length > 0) children.push(...makeMended(question, mended, choose));
  return keepNodes(children);
}

/** The question as it was probably meant, to be asked. */
export function makeMended(question: Question, mended: string, choose: ChooseStep): Child[] {
  const mend: QuestionChange = (asked) => ({ ...asked, text: mended });
  return ["Did you mean ", makeQuestionLink(question, mend, mended, choose), "? "];
}

/** Which paper the results are like, with its page. */
function makeLikeness({ title, href }: EntryView, count: number, sort: Sort): (Node | string)[] {
  const order = count > 1 && sort === "relevance" ? ", the most alike first." : ".";
  return [`${countNoun(count, "paper")} like `, makeLink(href, { dir: "auto" }, title), order];
}

/** Whose the first papers are, with their page; an author of too few papers has none. */
function makeSource({ kind, label, count, href }: NamedSource): (Node | string)[] {
  const hasPage = kind === "organization" || hasAuthorPage(count);
  const address = href ?? routes.author(slugifyAuthor(label));
  const papers = count === 1 ? "The first paper is" : `The first ${count} papers are`;
  return keepNodes([`${papers} by `, hasPage ? makeLink(address, {}, label) : make("b", {}, label), "."]);
}
