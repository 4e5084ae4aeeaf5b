import assert from "node:assert/strict";
import { test } from "node:test";
import { listStretches } from "./stretch.ts";

const YEARS = ["", "2019", "2019", "2020", "2021", "2021"].map((year) => ({ order: year && `${year}-05-01` }));

test("the first years that hold enough papers are one stretch, each later year is another", () => {
  assert.deepEqual(listStretches(YEARS, 2), [
    { start: 0, end: 3, isClosed: true },
    { start: 3, end: 4, isClosed: false },
    { start: 4, end: 6, isClosed: false },
  ]);
});

test("a collection that never holds enough is one stretch, and where none must precede there is no first", () => {
  assert.deepEqual(listStretches(YEARS, 7), [{ start: 0, end: 6, isClosed: true }]);
  assert.deepEqual(
    listStretches(YEARS, 0).map(({ isClosed }) => isClosed),
    [false, false, false, false],
  );
  assert.deepEqual(listStretches([], 5), []);
});
