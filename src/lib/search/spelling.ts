/** The word that was probably meant by one that no paper has. */

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
    const distance = measureDistance(word, other, most);
    if (distance > most) continue;
    best = other;
    most = distance - 1;
  }
  return best;
}

/** Whether one is the other with letters behind it, or both differ in nothing but an ending such as -ed and -ing. */
function isInflected(word: string, other: string): boolean {
  if (word.startsWith(other) || other.startsWith(word)) return true;
  return stripEnding(word) === stripEnding(other);
}

/** A word without an ending such as -s, -ed and -ing. */
export function stripEnding(word: string): string {
  return word.replace(/(?:ing|ed|es|er|s|e|d)$/, "");
}

/** Edits from one word to another, two letters exchanged being one; more than `most` is given as `most + 1`. */
function measureDistance(a: string, b: string, most: number): number {
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      let edits = Math.min(
        (old[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (old[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isExchanged = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isExchanged) edits = Math.min(edits, (older[column - 2] ?? 0) + 1);
      now.push(edits);
    }
    if (Math.min(...now) > most) return most + 1;
    older = old;
    old = now;
  }
  return old[b.length] ?? 0;
}
