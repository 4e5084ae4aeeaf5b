/**
 * Acronyms and their long forms, where a text spells one out: `reinforcement learning with verifiable rewards (RLVR)`.
 * The long form is found from its end, each letter of the acronym in turn and the first one at the head of a word:
 * Schwartz and Hearst, A simple algorithm for identifying abbreviation definitions in biomedical text, 2003.
 */
import { foldWord, isStopWord, splitParts } from "./words.ts";

/** A bracket with something short in it, two capitals at least, and its plural. */
const IN_BRACKETS = /\(\s*([\p{L}\p{N}][\p{L}\p{N}-]{1,9}?)s?\s*[);,]/gu;
const TWO_CAPITALS = /\p{Lu}.*\p{Lu}/u;

/** The acronyms that a text spells out, each once with its long form: all words folded, one space apart. */
export function findAcronyms(text: string): string[] {
  const found = new Set<string>();
  for (const match of text.matchAll(IN_BRACKETS)) {
    if (!TWO_CAPITALS.test(match[1] ?? "")) continue;
    const short = foldWord(match[1] ?? "");
    // `CAN` may be a network and `WHO` an organisation: whoever types the word rarely means them.
    if (isStopWord(short)) continue;
    const letters = [...short].length;
    // As the paper has it: no long form has more words than these.
    const most = Math.min(letters + 5, 2 * letters);
    // A sentence or a bracket before it is not part of it.
    const before = text.slice(0, match.index).replace(/^.*[.;:()!?](?=\s)/su, "");
    const tokens = before.split(/\s+/).filter(Boolean).slice(-most);
    const long = findLongForm(short, splitParts(tokens.join(" ")).map(foldWord));
    if (long !== undefined) found.add(`${short} ${long}`);
  }
  return [...found];
}

function findLongForm(short: string, words: readonly string[]): string | undefined {
  const text = words.join(" ");
  let place = text.length - 1;
  for (let letter = short.length - 1; letter >= 0; letter -= 1) {
    const isFirst = letter === 0;
    while (place >= 0 && (text[place] !== short[letter] || (isFirst && place > 0 && text[place - 1] !== " ")))
      place -= 1;
    if (place < 0) return undefined;
    if (!isFirst) place -= 1;
  }
  const long = text.slice(place);
  const count = long.split(" ").length;
  // One word is no long form, and one that holds the acronym itself explains nothing.
  return count < 2 || count > short.length + 3 || long.split(" ").includes(short) ? undefined : long;
}
