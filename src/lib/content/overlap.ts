/** Runs of words that one text shares with another, to see that a digest is told in words of its own. */

/** From this many consecutive words on, a run counts as taken from the source. */
export const OVERLAP_WORDS = 8;

/** Words in a row that stand in both texts. */
export interface SharedRun {
  /** The words as the searched text writes them, white space made single. */
  text: string;
  /** Where the run begins in the searched text, in UTF-16 units from 0. */
  index: number;
  /** How many words it has. */
  words: number;
}

interface Word {
  /** Letters and digits without case, accents or apostrophes. */
  key: string;
  index: number;
  end: number;
}

/** A web address is one word, a number with its separators too; hyphens divide words. */
const WORD = /https?:\/\/[^\s)>\]]+|[\p{L}\p{M}\p{N}]+(?:(?:['’]|(?<=\p{N})[.,](?=\p{N}))[\p{L}\p{M}\p{N}]+)*/giu;

function listWords(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    key: word
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[\p{M}'’]|[.,]$/gu, ""),
    index,
    end: index + word.length,
  }));
}

/** A source, ready to be asked with `findSharedRuns`. */
export interface SourceWords {
  /** Its words, in order. */
  keys: readonly string[];
  /** Where each stands among them. */
  places: ReadonlyMap<string, readonly number[]>;
}

/** Makes a source of its text. */
export function makeSourceWords(text: string): SourceWords {
  const keys = listWords(text).map(({ key }) => key);
  return { keys, places: Map.groupBy(keys.keys(), (place) => keys[place] ?? "") };
}

/**
 * Runs of at least `OVERLAP_WORDS` consecutive words of the text that stand in the source in the same order, ignoring
 * case and punctuation. Of runs that overlap, only the longest is named. In order of their place in the text.
 */
export function findSharedRuns(text: string, { keys, places }: SourceWords): SharedRun[] {
  const words = listWords(text);
  const measure = (start: number, place: number): number => {
    let length = 0;
    while (start + length < words.length && words[start + length]?.key === keys[place + length]) length += 1;
    return length;
  };
  const runs = words
    .map(({ key }, start) => ({
      start,
      length: Math.max(0, ...(places.get(key) ?? []).map((place) => measure(start, place))),
    }))
    .filter(({ length }) => length >= OVERLAP_WORDS)
    .sort((a, b) => b.length - a.length || a.start - b.start);
  const kept: typeof runs = [];
  for (const run of runs) {
    const isApart = kept.every(
      (other) => run.start + run.length <= other.start || run.start >= other.start + other.length,
    );
    if (isApart) kept.push(run);
  }
  return kept
    .sort((a, b) => a.start - b.start)
    .map(({ start, length }) => {
      const index = words[start]?.index ?? 0;
      const end = words[start + length - 1]?.end ?? index;
      return { text: text.slice(index, end).replace(/\s+/g, " "), index, words: length };
    });
}
