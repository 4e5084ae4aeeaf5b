/** A question with a word that papers must not have, which leaves some out and keeps at least one. */
import type { ListedPaper } from "../papers/paper.ts";
import { listMemorable } from "./title-words.ts";

/** Words that the page of any paper may have, whatever it is about. */
const ON_ANY_PAGE =
  /^(?:abstract|approach|author|curator|figure|limit|measure|problem|result|state|unknown|whom|withdraw|word)/;
/** Other forms of a word begin with it but for its last letters. */
const [ENDING, LEAST_STEM] = [3, 4];

/** Finds, for a paper, a word of its title and one that stands beside that in other titles, but nowhere in this paper. */
export type FindUnwanted = (paper: ListedPaper) => { wanted: string; unwanted: string } | undefined;

/**
 * Makes the finder for an archive. The word of most titles is asked for, and of those beside it the one of most is left out.
 * @param papers Papers that are searched.
 * @param readText All the words of a paper, in lower case; read of few.
 */
export function makeFindUnwanted(
  papers: readonly ListedPaper[],
  readText: (paper: ListedPaper) => string,
): FindUnwanted {
  const titles = new Map<string, string[][]>();
  for (const { facts } of papers) {
    const words = listMemorable(facts.title);
    for (const word of words) titles.getOrInsertComputed(word, () => []).push(words);
  }
  return (paper) => {
    const own = listMemorable(paper.facts.title).filter((word) => (titles.get(word)?.length ?? 0) > 1);
    if (own.length === 0) return undefined;
    const text = readText(paper);
    for (const wanted of sortByCount(own, (word) => titles.get(word)?.length ?? 0)) {
      const beside = Map.groupBy((titles.get(wanted) ?? []).flat(), (word) => word);
      const others = [...beside.keys()].filter((word) => !ON_ANY_PAGE.test(word) && !text.includes(cutEnding(word)));
      const [unwanted] = sortByCount(others, (word) => beside.get(word)?.length ?? 0);
      if (unwanted !== undefined) return { wanted, unwanted };
    }
    return undefined;
  };
}

/** Most first; of as many, in the order they came. */
function sortByCount(words: readonly string[], count: (word: string) => number): string[] {
  return words.toSorted((a, b) => count(b) - count(a));
}

function cutEnding(word: string): string {
  return word.slice(0, Math.max(LEAST_STEM, word.length - ENDING));
}
