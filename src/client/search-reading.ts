/** How a question was read, and what was probably meant. Fetched where that needs saying. */
import { quote } from "../lib/search/phrases.ts";
import type { Question, QuestionChange } from "../lib/search/question.ts";
import type { SearchAnswer } from "../lib/search/search-answer.ts";
import { type Child, keepNodes, make } from "./dom.ts";
import { type ChooseStep, makeQuestionLink } from "./search-filters.ts";

/** How the question was read: words looked for, left out, found nowhere, probably meant. Empty when nothing needs saying. */
export async function describeReading(answer: SearchAnswer, choose: ChooseStep): Promise<(Node | string)[]> {
  const { question, words, leftOut, unknown, isPhrase, results, source, like, ties, excluded } = answer;
  if (like !== undefined && results.length > 0) {
    return (await import("./search-source.ts")).makeLikeness(like, results.length, question.sort);
  }
  const mended = answer.suggestions.text;
  const isNear = answer.exactCount < results.length;
  if (source !== undefined) return (await import("./search-source.ts")).makeSource(source);
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
