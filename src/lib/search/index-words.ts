/**
 * The words by which a token of a text is found. Pagefind makes some of them: parts, all of it together, parts at a change
 * of case. The others are added to its index (src/search-index/token-words.ts), so that a question finds them.
 */
import { spellOut } from "./letters.ts";
import { cutPairs, hasRun } from "./runs.ts";
import { foldWord, POSSESSIVE, splitParts } from "./words.ts";

/** Most parts that are also joined: rows of as many words are looked for in all ways of joining them. */
const MOST_JOINED = 4;
/** From so many parts on a token is an address or a path, and only its parts are words. */
const MANY_PARTS = 10;
/** What follows an apostrophe in English, but is no part. */
const CONTRACTED = /(?<=\p{L})['’](?=(?:t|re|ve|ll|d|m)(?!\p{L}))/giu;

/**
 * The folded words of a token, each once: its parts, parts of a part at a change of case (`DeepSeek`), neighbouring
 * parts together, pairs of letters of a run, and the same where marks are spelled out; all of it together comes last.
 */
export function listIndexWords(token: string): string[] {
  const own = token.replace(POSSESSIVE, "").replace(CONTRACTED, "");
  const words = new Set([...new Set([own, spellOut(own)])].flatMap(listWords));
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
