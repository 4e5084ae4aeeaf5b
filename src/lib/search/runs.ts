/**
 * Scripts that write words without a space between them, or with endings joined to them: Chinese, Japanese, Korean, Thai
 * and their like. A run of such letters is looked for by all pairs of letters in it, and the text says whether the pairs
 * are one run there.
 */

/** The long vowel of katakana belongs to no script by itself. */
const LETTERS =
  "\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hang}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Mymr}\\u30FC";
const RUN = new RegExp(`[${LETTERS}]`, "u");
const PIECES = new RegExp(`[${LETTERS}][${LETTERS}\\p{M}]*|[^${LETTERS}]+`, "gu");
const SPACES_WITHIN = new RegExp(`(?<=[${LETTERS}]) (?=[${LETTERS}])`, "gu");

/** Whether a text has letters of such a script. */
export function hasRun(text: string): boolean {
  return RUN.test(text);
}

/** A word in pieces of such scripts and of others: `GPT模型` gives `GPT` and `模型`. */
export function partRuns(word: string): string[] {
  return hasRun(word) ? (word.match(PIECES) ?? []) : [word];
}

/** All pairs of letters of a run in their order; of a shorter one it itself, as of a word of another script. */
export function cutPairs(part: string): string[] {
  const letters = Array.from(part);
  if (letters.length < 3 || !hasRun(part)) return [part];
  return letters.slice(1).map((letter, index) => letters[index] + letter);
}

/** A form with pairs of letters that are one run put together again: `自我 我博 博弈` gives `自我博弈`. */
export function joinPairs(form: string): string {
  return form.split(" ").reduce((joined, part) => {
    const [first, ...rest] = Array.from(part);
    const isNext = rest.length === 1 && first !== undefined && joined.endsWith(first) && hasRun(part);
    return isNext && !/(?:^| ).$/u.test(joined) ? joined + rest.join("") : `${joined} ${part}`;
  });
}

/** Folded words, one space apart, without the spaces in runs: there they mean little. */
export function closeRuns(words: string): string {
  return hasRun(words) ? words.replace(SPACES_WITHIN, "") : words;
}
