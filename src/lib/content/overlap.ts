/** Runs of words that one text shares with another, to see that a digest is told in words of its own. */

/** From this many consecutive words on, a run counts as taken from the source. */
export const OVERLAP_WORDS = 8;

/** A web address is one word, a number with its separators too; hyphens divide words. */
const WORD = /https?:\/\/[^\s)>\]]+|[\p{L}\p{M}\p{N}]+(?:(?:['’]|(?<=\p{N})[.,](?=\p{N}))[\p{L}\p{M}\p{N}]+)*/giu;

function listWords(text: string) {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    /** Letters and digits without case, accents or apostrophes. */
    key: word
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[\p{M}'’]|[.,]$/gu, ""),
    index,
    end: index + word.length,
  }));
}

/** Makes a source of its text, ready to be asked with `findSharedRuns`: all that it says in `OVERLAP_WORDS` words in a row. */
export function makeSourceWords(text: string): ReadonlySet<string> {
  return new Set(listPhrases(listWords(text)));
}

/**
 * Runs of at least `OVERLAP_WORDS` consecutive words of the text that stand in the source in the same order, ignoring
 * case and punctuation. Of runs that overlap, only the longest is named. In order of their place in the text.
 */
export function findSharedRuns(text: string, source: ReadonlySet<string>) {
  const words = listWords(text);
  const runs: { start: number; length: number }[] = [];
  for (const [start, phrase] of listPhrases(words).entries()) {
    if (!source.has(phrase)) continue;
    const last = runs.at(-1);
    if (last !== undefined && last.start + last.length === start + OVERLAP_WORDS - 1) last.length += 1;
    else runs.push({ start, length: OVERLAP_WORDS });
  }
  const taken = new Uint8Array(words.length);
  return runs
    .sort((a, b) => b.length - a.length || a.start - b.start)
    .filter(({ start, length }) => {
      const isApart = !taken.subarray(start, start + length).includes(1);
      if (isApart) taken.fill(1, start, start + length);
      return isApart;
    })
    .sort((a, b) => a.start - b.start)
    .map(({ start, length }) => {
      const index = words[start]?.index ?? 0;
      const end = words[start + length - 1]?.end ?? index;
      return {
        /** The words as the searched text writes them, white space made single. */
        text: text.slice(index, end).replace(/\s+/g, " "),
        /** Where the run begins in the searched text, in UTF-16 units from 0. */
        index,
        /** How many words it has. */
        words: length,
      };
    });
}

/** Every `OVERLAP_WORDS` words in a row, by their keys. */
function listPhrases(words: ReturnType<typeof listWords>): string[] {
  const keys = words.map(({ key }) => key);
  const count = Math.max(0, keys.length - OVERLAP_WORDS + 1);
  return Array.from({ length: count }, (_, start) => keys.slice(start, start + OVERLAP_WORDS).join(" "));
}
