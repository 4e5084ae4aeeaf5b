/** Whether the parts of a word stand in a row, as the text of a paper says. */
import type { FoundPaper } from "./engine.ts";
import type { Fused } from "./fusion.ts";
import { foldWord, type QuestionWord } from "./words.ts";

/** Papers that are read: as many as the first pages of results show, so that few others are fetched. */
const MOST_READ = 50;

/** Keys of those among the first papers that only seem to have a word with parts: `self-supervised play` for `self play`. */
export async function findApart(papers: readonly Fused[], words: readonly QuestionWord[]): Promise<Set<string>> {
  const joined = words.filter(({ forms }) => forms.some((form) => form.includes(" ")));
  if (joined.length === 0) return new Set();
  const first = papers.slice(0, MOST_READ);
  const texts = await Promise.all(first.map(({ load }) => load()));
  const isApart = (index: number): boolean => {
    const text = readText(texts[index]);
    return joined.some(({ forms }) => !forms.some((form) => text.includes(` ${form}`)));
  };
  return new Set(first.filter((_, index) => isApart(index)).map(({ key }) => key));
}

/** The folded words of a paper, each behind a space. */
function readText(paper: FoundPaper | undefined): string {
  const words = `${paper?.content ?? ""} ${paper?.aside ?? ""}`.split(/[\s\p{Pd}]+/u).map(foldWord);
  return ` ${words.join(" ")}`;
}
