/** Whether the parts of a word stand in a row, as the text of a paper says. */
import type { Fused } from "./fusion.ts";
import { readRows } from "./rows.ts";
import type { QuestionWord } from "./words.ts";

/** Papers that are read: as many as the first pages of results show, so that few others are fetched. */
const MOST_READ = 50;

/** What texts say of papers that seem to have words in a row. */
export interface ReadRows {
  /** Keys of those that only seem so: `self-supervised play` for `self play`. */
  apart: ReadonlySet<string>;
  /** How many were not looked at. */
  unread: number;
}

/**
 * Looks into the first of some papers for the words with parts.
 * @param isSure Whether there is no doubt of a paper, so that it need not be fetched.
 */
export async function findApart(
  papers: readonly Fused[],
  words: readonly QuestionWord[],
  isSure: (paper: Fused) => boolean = () => false,
): Promise<ReadRows> {
  const joined = words.filter(({ forms }) => forms.some((form) => form.includes(" ")));
  if (joined.length === 0) return { apart: new Set(), unread: 0 };
  const doubtful = papers.filter((paper) => !isSure(paper));
  const first = doubtful.slice(0, MOST_READ);
  const texts = await Promise.all(first.map(({ load }) => load()));
  const apart = first.filter((_, index) => {
    const paper = texts[index];
    return paper !== undefined && !joined.every(readRows(paper));
  });
  return { apart: new Set(apart.map(({ key }) => key)), unread: doubtful.length - first.length };
}
