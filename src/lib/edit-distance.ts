/** Edit distance: how far two words are apart (Damerau and Levenshtein, with exchanges of neighbouring letters). */

/**
 * Edits from one word to another, two letters exchanged being one; more than `most` is given as `most + 1`. Only places
 * that so few edits can reach are looked at, so that the time follows the length of the words.
 */
export function countEdits(a: string, b: string, most: number): number {
  const far = most + 1;
  if (Math.abs(a.length - b.length) > most) return far;
  // In each row the place `most` stands for the column of the row's own number.
  const places = Array.from({ length: 2 * most + 1 }, (_, place) => place);
  let older: number[] = [];
  let old = places.map((place) => (place < most ? far : place - most));
  for (let row = 1; row <= a.length; row += 1) {
    const now: number[] = [];
    for (const place of places) {
      const column = row - most + place;
      if (column < 1 || column > b.length) {
        now.push(column === 0 ? row : far);
        continue;
      }
      const isSame = a[row - 1] === b[column - 1];
      const isExchanged = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const edits = Math.min(
        (old[place + 1] ?? far) + 1,
        (now[place - 1] ?? far) + 1,
        (old[place] ?? far) + (isSame ? 0 : 1),
        isExchanged ? (older[place] ?? far) + 1 : far,
      );
      now.push(Math.min(edits, far));
    }
    if (Math.min(...now) > most) return far;
    older = old;
    old = now;
  }
  return old[b.length - a.length + most] ?? far;
}
