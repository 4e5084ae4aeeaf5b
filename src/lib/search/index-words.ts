/**
 * The words by which a token of a text is found. Pagefind makes some of them: parts, all of it together, parts at a change
 * of case. The others are added to its index (src/search-index/added-words.ts), so that a question finds them.
 */
import { nameSigns, spellOut } from "./letters.ts";
import { cutPairs, hasRun } from "./runs.ts";
import { foldWord, splitParts } from "./words.ts";

/** Most parts that are also joined: rows of as many words are looked for in all ways of joining them. */
const MOST_JOINED = 4;
/** From so many parts on a token is an address or a path, and only its parts are words. */
const MANY_PARTS = 10;
/** What follows an apostrophe in English, but is no part. */
const POSSESSIVE = /(?<=[\p{L}#+])['’]s(?!\p{L})/giu;
const CONTRACTED = /(?<=\p{L})['’](?=(?:t|re|ve|ll|d|m)(?!\p{L}))/giu;

/**
 * The folded words of a token, each once: its parts, parts of a part at a change of case (`DeepSeek`), neighbouring
 * parts together, pairs of letters of a run, and the same where marks are spelled out; all of it together comes last.
 */
export function listIndexWords(token: string): string[] {
  const own = token.replace(POSSESSIVE, "").replace(CONTRACTED, "");
  const words = new Set([own, spellOut(own) ?? own].flatMap(listWords));
  const together = splitParts(own).map(foldWord).join("");
  words.delete(together);
  return [...words.add(together)].filter((word) => word !== "");
}

function listWords(token: string): string[] {
  const parts = splitParts(token);
  const humps = parts.flatMap((part) => part.split(/(?<=\p{Ll})(?=\p{Lu})/u)).filter((hump) => hump.length > 1);
  const folded = parts.map(foldWord);
  const runs = folded.filter(hasRun).flatMap((part) => [...part, ...cutPairs(part)]);
  const together = folded.join("");
  // `cpp` is what files in C++ are called.
  const short = together.endsWith("plusplus") ? [together.replace("plusplus", "pp")] : [];
  return [...folded, ...humps.map(foldWord), ...runs, ...joinParts(folded), ...short, together];
}

/** Two and more neighbouring parts, each written together. */
function joinParts(parts: readonly string[]): string[] {
  if (parts.length < 3 || parts.length >= MANY_PARTS) return [];
  return parts.flatMap((_, start) =>
    Array.from({ length: Math.min(MOST_JOINED, parts.length - start) - 1 }, (_, more) =>
      parts.slice(start, start + more + 2).join(""),
    ),
  );
}

/** A word or a number in ASCII without signs within it: Pagefind's own words are all it has. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the ranges are meant as they stand
const PLAIN = /^[\u0000-/:-@[-`{-\u007f]*(?:[a-z]+|\d+)(?:['’]s)?[!-"%-),./:-@[-`{-\u007f]*$/i;
/** Signs by themselves that part no sentences: `train & test` is a row of two words. */
const LONE_SIGNS = /^[&+/,;:|\p{Pd}]+$/u;

/** By place, the words of a text that Pagefind may not have made of it; its tokens as they stand a space apart. */
export function listAddedWords(tokens: readonly string[]): (readonly string[])[] {
  return tokens.map((token, place) => {
    const next = tokens[place + 1] ?? "";
    if (LONE_SIGNS.test(token)) return listIndexWords(next);
    if (PLAIN.test(token) && nameSigns(token) === token) return [];
    const words = listIndexWords(token);
    // A name may have a space that readers leave out: 李 明.
    const [last = "", first = ""] = [Array.from(token).at(-1), Array.from(next)[0]];
    return hasRun(last) && hasRun(first) ? [...words, foldWord(last + first)] : words;
  });
}
