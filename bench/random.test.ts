import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createRandom, createZipf } from "./random.ts";

function draw<Value>(count: number, next: () => Value): Value[] {
  return Array.from({ length: count }, next);
}

test("A seed gives the same numbers on every machine and at every time.", () => {
  const { next } = createRandom("offprint");
  assert.deepEqual(draw(3, next), [0.4651241097599268, 0.4165899879299104, 0.029264599550515413]);
});

test("Seeds that differ in one letter give numbers that have nothing to do with each other.", () => {
  const first = draw(2_000, () => createRandom("paper/1").next());
  const streams = draw(2_000, () => 0).map((_, index) => createRandom(`paper/${index}`).next());
  assert.equal(new Set(first).size, 1);
  const mean = streams.reduce((sum, value) => sum + value, 0) / streams.length;
  assert.ok(Math.abs(mean - 0.5) < 0.03, `mean of first draws is ${mean}`);
  const neighbours = streams
    .slice(1)
    .reduce((sum, value, index) => sum + (value - 0.5) * ((streams[index] ?? 0) - 0.5), 0);
  assert.ok(Math.abs(neighbours / streams.length / (1 / 12)) < 0.1, "neighbouring seeds are correlated");
});

test("Whole numbers lie between their bounds and reach both.", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: -20, max: 20 }), fc.integer({ min: 0, max: 3 }), (seed, min, span) => {
      const random = createRandom(seed);
      const drawn = new Set(draw(200, () => random.integer(min, min + span)));
      assert.deepEqual(
        [...drawn].sort((a, b) => a - b),
        draw(span + 1, () => min).map((low, step) => low + step),
      );
    }),
  );
});

test("Nothing can be picked from nothing.", () => {
  assert.throws(() => createRandom("").pick([]), RangeError);
});

test("A heavy tail begins at its least value and reaches far beyond it.", () => {
  const random = createRandom("tail");
  const drawn = draw(5_000, () => random.heavyTail(2, 0.8)).sort((a, b) => a - b);
  assert.equal(drawn[0], 2);
  assert.ok((drawn[2_500] ?? 0) <= 4, `median ${drawn[2_500]}`);
  assert.ok((drawn.at(-1) ?? 0) > 200, `largest ${drawn.at(-1)}`);
});

test("Ranks are drawn as often as Zipf's law says.", () => {
  const random = createRandom("zipf");
  const drawRank = createZipf(100, 1, 0);
  const counts = new Map<number, number>();
  for (const rank of draw(50_000, () => drawRank(random))) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  assert.ok([...counts.keys()].every((rank) => rank >= 0 && rank < 100));
  const ratio = (counts.get(0) ?? 0) / (counts.get(9) ?? 0);
  assert.ok(ratio > 8.5 && ratio < 11.5, `the first rank should be ten times the tenth, not ${ratio}`);
});
