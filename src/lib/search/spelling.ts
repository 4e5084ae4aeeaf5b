/** The word that was probably meant by one that no paper has. */
import { countEdits } from "../edit-distance.ts";
import { stripEnding } from "./word-ending.ts";

/** Letters a word must have for one, and for two, to be wrong: shorter ones are near to too many. */
const LETTERS_FOR_ONE = 4;
const LETTERS_FOR_TWO = 8;

/**
 * The known word nearest to a mistyped one: a letter too much, too few, another, or two exchanged; two such in long
 * words. Where only the ending differs the word is rather inflected than mistyped, and nothing is found.
 * @param known Folded words; of equally near ones the earlier wins.
 */
export function findMeant(word: string, known: Iterable<string>): string | undefined {
  if (word.length < LETTERS_FOR_ONE) return undefined;
  let most = word.length < LETTERS_FOR_TWO ? 1 : 2;
  let best: string | undefined;
  for (const other of known) {
    if (other === word) return undefined;
    if (Math.abs(other.length - word.length) > most || isInflected(word, other)) continue;
    if (best !== undefined && most === 0) break;
    const distance = countEdits(word, other, most);
    if (distance > most) continue;
    best = other;
    most = distance - 1;
  }
  return best;
}

/** Most letters by which a word may differ from one that is offered beside others; a choice may be wider than a guess. */
const MOST_EDITS = 2;

/** The known words that are written nearly as one is, or begin or go on as it does; the nearest first. */
export function listAlike(word: string, known: Iterable<string>): string[] {
  if (word.length < LETTERS_FOR_ONE) return [];
  const near: [other: string, distance: number][] = [];
  for (const other of new Set(known)) {
    if (other.length < LETTERS_FOR_ONE || other === word) continue;
    const distance =
      other.startsWith(word) || word.startsWith(other) ? MOST_EDITS : countEdits(word, other, MOST_EDITS);
    if (distance <= MOST_EDITS) near.push([other, distance]);
  }
  return near.sort((a, b) => a[1] - b[1]).map(([other]) => other);
}

/** Whether one is the other with letters behind it, or both differ in nothing but an ending such as -ed and -ing. */
function isInflected(word: string, other: string): boolean {
  if (word.startsWith(other) || other.startsWith(word)) return true;
  return stripEnding(word) === stripEnding(other);
}
