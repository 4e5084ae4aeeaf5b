/** The words of a text that are added to what Pagefind makes of it. */
import { listIndexWords } from "../lib/search/index-words.ts";
import { nameSigns } from "../lib/search/letters.ts";
import { hasRun } from "../lib/search/runs.ts";
import { foldWord } from "../lib/search/words.ts";

/** A word or a number in ASCII without signs within it: Pagefind's own words are all it has. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the ranges are meant as they stand
const PLAIN = /^[\u0000-/:-@[-`{-\u007f]*(?:[a-z]+|\d+)(?:['’]s)?[!-"%-),./:-@[-`{-\u007f]*$/i;
/** Signs by themselves that part no sentences: `train & test` is a row of two words. */
const LONE_SIGNS = /^[&+/,;:|\p{Pd}]+$/u;

/**
 * By place, the words of a text that Pagefind may not have made of it; its tokens as they stand a space apart.
 * @param known Words of tokens, which texts say again and again; those of new ones are added.
 */
export function listAddedWords(
  tokens: readonly string[],
  known: Map<string, readonly string[]> = new Map(),
): (readonly string[])[] {
  return tokens.map((token, place) => {
    const next = tokens[place + 1] ?? "";
    if (LONE_SIGNS.test(token)) return known.getOrInsertComputed(next, listIndexWords);
    if (PLAIN.test(token) && nameSigns(token) === token) return [];
    const words = known.getOrInsertComputed(token, listIndexWords);
    // A name may have a space that readers leave out: 李 明.
    const [last = "", first = ""] = [Array.from(token).at(-1), Array.from(next)[0]];
    return hasRun(last) && hasRun(first) ? [...words, foldWord(last + first)] : words;
  });
}
