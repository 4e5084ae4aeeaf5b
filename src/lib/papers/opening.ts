/** How an abstract begins: what lists show of a paper that has no digest. */
import { toPlainText } from "../latex/render.ts";
import { splitRuns } from "../latex/runs.ts";

/** Longest opening, in characters as they are read. */
const LONGEST = 240;
/** Sentences that are shown at most. */
const SENTENCES = 2;
/** Stands for a space in a formula while words are counted. */
const INNER_SPACE = "\ue000";
const SENTENCE_END = /[.!?]["”’)]*$/;
/** Abbreviations and initials, whose full stop ends no sentence. */
const ABBREVIATION = /^["“(]*(?:e\.g|i\.e|vs|al|cf|etc|resp|approx|Figs?|Eqs?|Secs?|Dr|Prof|No|St|Jr|\p{L})\.$/u;

/**
 * The first sentence of an abstract, or the first two, as far as 240 characters go; a longer sentence is cut behind a
 * word and ends in "…". Mathematics keeps its dollar signs, and is never cut.
 */
export function openAbstract(abstract: string): string {
  const words = splitWords(abstract);
  let length = -1;
  let sentences = 0;
  let end = 0;
  let fits = 0;
  for (const [index, word] of words.entries()) {
    length += 1 + toPlainText(word).length;
    // An ellipsis has to fit too.
    if (length > LONGEST - 1) break;
    fits = index + 1;
    if (!endsSentence(word, words[index + 1])) continue;
    end = index + 1;
    sentences += 1;
    if (sentences === SENTENCES) break;
  }
  const isCut = end === 0 && fits < words.length;
  const text = words.slice(0, end === 0 ? fits : end).join(" ");
  const shown = isCut ? `${text.replace(/(?<![\s,;:–—-])[\s,;:–—-]+$/u, "")}…` : text;
  return shown.replaceAll(INNER_SPACE, " ");
}

/** Words, a formula with its spaces counting as one, or as part of one. A word too long to be shown is cut. */
function splitWords(text: string): string[] {
  const marked = splitRuns(text)
    .map(({ kind, source }) => {
      if (kind === "text") return source;
      const dollars = kind === "display" ? "$$" : "$";
      return `${dollars}${source.replace(/\s/g, INNER_SPACE)}${dollars}`;
    })
    .join("");
  const words = marked.split(/\s+/u).filter((word) => word !== "");
  const [first = ""] = words;
  return first.length < LONGEST || first.includes("$")
    ? words
    : [[...first].slice(0, LONGEST - 1).join(""), ...words.slice(1)];
}

function endsSentence(word: string, next: string | undefined): boolean {
  if (!SENTENCE_END.test(word) || ABBREVIATION.test(word)) return next === undefined;
  return next === undefined || /^["“‘($]*[\p{Lu}\p{Lo}\p{N}$]/u.test(next);
}
