/**
 * Which words of a text answer which words of a question. Pagefind compares stems, accepts longer words (`agent`
 * finds `agentic`) and, when it knows no such word, shorter ones (`transformr` finds `transform`, but `sourdough` finds
 * `so`); here it is seen what a match really was.
 */
import { listIndexWords } from "./index-words.ts";

/** Most letters of an ending that the other word lacks. */
const ENDING_LENGTH = 3;

/**
 * Whether a word of a text can be what was asked for, given that the index says so: it begins with what was asked, or
 * both share more than half of it and differ in their endings.
 * @param wanted Folded word of the question.
 * @param found Folded word of the text.
 */
export function isSameWord(wanted: string, found: string): boolean {
  const shared = countShared(wanted, found);
  if (shared === wanted.length) return true;
  if (2 * shared <= wanted.length) return false;
  return shared === found.length ? wanted.length - shared <= ENDING_LENGTH : shared > ENDING_LENGTH;
}

/** How many letters two words share at their beginning. */
function countShared(a: string, b: string): number {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared += 1;
  return shared;
}

/**
 * The folded words among tokens that answer a form of a question's word.
 * @param form Form as `QuestionWord.forms` has it; its parts are answered one by one.
 * @returns Undefined when some part of the form is not answered.
 */
export function matchSurfaces(form: string, tokens: readonly string[]): Set<string> | undefined {
  const matched = new Set<string>();
  for (const wanted of form.split(" ")) {
    const found = tokens.flatMap((token) => matchToken(wanted, listIndexWords(token)));
    if (found.length === 0) return undefined;
    for (const surface of found) matched.add(surface);
  }
  return matched;
}

/** The word of a token that answers best: one that begins with what is wanted, the shortest; else one of its stem. */
function matchToken(wanted: string, surfaces: string[]): string[] {
  const longer = surfaces.filter((surface) => surface.startsWith(wanted)).sort((a, b) => a.length - b.length);
  const best = longer[0] ?? surfaces.find((surface) => isSameWord(wanted, surface));
  return best === undefined ? [] : [best];
}
