/** Time follows length: whatever reads a text takes no longer than it grows, however odd it is. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { makeText, PIECES } from "#scenes/growing-texts.ts";
import { READERS } from "#scenes/text-readers.ts";

/** Lengths in characters, shortest first; what takes this many milliseconds is looked at closely. */
const [LENGTHS, SUSPECT_MS] = [[500, 4000, 16_000], 25];

/** More slow texts of one reader than these need not be told. */
const MOST_TOLD = 3;

/** Milliseconds of this thread for reading a text. */
function time(read: (text: string) => unknown, text: string): number {
  const begun = process.threadCpuUsage();
  read(text);
  const { user, system } = process.threadCpuUsage(begun);
  return (user + system) / 1000;
}

for (const [name, read] of Object.entries(READERS)) {
  test(`${name} takes no longer than its text grows.`, () => {
    const slow: string[] = [];
    for (const piece of PIECES) {
      const length = LENGTHS.find((length) => time(read, makeText(piece, length)) >= SUSPECT_MS);
      if (length === undefined || slow.length >= MOST_TOLD) continue;
      const best = (length: number) => Math.min(...[1, 2, 3].map(() => time(read, makeText(piece, length))));
      // Of four times the length a quadratic reader takes sixteen times the time, a linear one four times; one that
      // looks a fixed way ahead does so too, once the text is longer than that.
      const isFast = (length: number) => best(length) < Math.max(SUSPECT_MS, 8 * best(length / 4));
      if (!isFast(length) && !isFast(4 * length)) slow.push(`${JSON.stringify(piece)}, from ${length} characters on`);
    }
    assert.deepEqual(slow, []);
  });
}
