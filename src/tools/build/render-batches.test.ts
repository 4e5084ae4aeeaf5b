import assert from "node:assert/strict";
import test from "node:test";
import { dealPages } from "./render-batches.ts";

function makePages(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

test("Every page is in one batch, and no batch is much larger than another or than a process can read at once.", () => {
  for (const [count, atOnce] of [
    [0, 2],
    [1, 2],
    [5000, 2],
    [33_000, 4],
    [300_000, 2],
  ] as const) {
    const batches = dealPages(makePages(count), atOnce);
    const sizes = batches.map(({ length }) => length);
    assert.deepEqual(
      batches.flat().sort((a, b) => a - b),
      makePages(count),
    );
    assert.ok(Math.max(0, ...sizes) - Math.min(...sizes) <= 1 || count === 0, String(sizes));
    assert.ok(
      sizes.every((size) => size > 0 && size <= 6000),
      String(sizes),
    );
  }
});

test("A few pages are one batch; many are dealt so that no process waits at the end.", () => {
  assert.equal(dealPages(makePages(600), 2).length, 1);
  assert.equal(dealPages(makePages(5000), 2).length, 2);
  assert.equal(dealPages(makePages(33_000), 2).length, 6);
});
