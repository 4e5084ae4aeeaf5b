/** Whether the parts of a word stand in a row, as the text of a paper says. */
import type { Fused } from "./fusion.ts";
import { type QuestionWord, splitWords } from "./words.ts";

/** Papers that are read: as many as the first pages of results show, so that few others are fetched. */
const MOST_READ = 50;

/** Keys of those among the first papers that only seem to have a word with parts: `self-supervised play` for `self play`. */
export async function findApart(papers: readonly Fused[], words: readonly QuestionWord[]): Promise<Set<string>> {
  const joined = words.filter(({ forms }) => forms.some((form) => form.includes(" ")));
  if (joined.length === 0) return new Set();
  const first = papers.slice(0, MOST_READ);
  const texts = await Promise.all(first.map(({ load }) => load()));
  const apart = texts.map(({ content, aside }) => {
    const text = ` ${splitWords(`${content} ${aside}`).join(" ")}`;
    return joined.some(({ forms }) => !forms.some((form) => text.includes(` ${form}`)));
  });
  return new Set(first.filter((_, index) => apart[index]).map(({ key }) => key));
}
