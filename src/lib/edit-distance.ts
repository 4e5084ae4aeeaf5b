/** Edit distance: how far two words are apart (Damerau and Levenshtein, with exchanges of neighbouring letters). */

/** Edits from one word to another, two letters exchanged being one; more than `most` is given as `most + 1`. */
export function countEdits(a: string, b: string, most: number): number {
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
