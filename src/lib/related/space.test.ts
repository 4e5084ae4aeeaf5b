import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { makeTermTable } from "#scenes/term-table.ts";
import type { Effort } from "./candidates.ts";
import { fitModel } from "./model.ts";
import { makeSpace } from "./space.ts";

const nobody = () => false;

/** A space over texts, fitted on all of them. */
function layOut(texts: string[], effort?: Effort, isLeftOut: (position: number) => boolean = nobody) {
  const { rows, stems } = makeTermTable(texts.map((text) => ({ title: "", text })));
  return makeSpace(
    rows,
    stems.length,
    fitModel(rows, stems.length, true),
    isLeftOut,
    effort === undefined ? {} : { effort },
  );
}

const WHALES = ["whale song", "whale song ocean", "lemma proof", "lemma proof axiom", "whale song"];

test("only papers before the end are found, never the paper itself nor one left out", () => {
  const positionsOf = (list: { position: number }[]) => list.map(({ position }) => position);
  assert.deepEqual(positionsOf(layOut(WHALES)(4, 4, 9)), [0, 1]);
  assert.deepEqual(positionsOf(layOut(WHALES)(1, 1, 9)), [0]);
  assert.deepEqual(positionsOf(layOut(WHALES)(0, 5, 9)), [1, 4]);
  assert.deepEqual(positionsOf(layOut(WHALES)(0, 5, 1)), [1]);
  assert.deepEqual(positionsOf(layOut(WHALES, undefined, (position) => position === 0)(4, 4, 9)), [1]);
});

test("equal texts have likeness 1, and a space answers the same however often it is asked", () => {
  const find = layOut(WHALES);
  const first = find(4, 4, 9);
  assert.equal(first[0]?.score, 1);
  find(3, 3, 9);
  assert.deepEqual(find(4, 4, 9), first);
});

test("terms that would pass the bound on reading are skipped, so that work does not grow with pairs", () => {
  const texts = [...Array.from({ length: 12 }, () => "otter"), "otter walrus", "otter walrus"];
  const countFound = (reads: number) => layOut(texts, { candidates: 100, reads })(13, 13, 100).length;
  assert.equal(countFound(14), 13);
  assert.equal(
    countFound(13),
    1,
    "walrus weighs more and is read first; otter with its thirteen papers is then too much",
  );
  assert.equal(countFound(0), 0);
});

test("no more papers are compared than there are to be candidates, those with most in common first", () => {
  const texts = ["otter", "otter seal", "otter seal walrus", "otter seal walrus"];
  const found = layOut(texts, { candidates: 1, reads: 1000 })(3, 3, 9);
  assert.deepEqual(found, [{ position: 2, score: 1 }]);
});

test("a short list is the head of a long one, however little is read: none is left out that could have come in", () => {
  const words = fc.constantFrom("otter", "seal", "walrus", "krill", "pod", "sonar", "song");
  const anyTexts = fc.array(
    fc.array(words, { minLength: 1, maxLength: 6 }).map((text) => text.join(" ")),
    { minLength: 2, maxLength: 25 },
  );
  fc.assert(
    fc.property(anyTexts, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 4 }), (texts, reads, count) => {
      const last = texts.length - 1;
      const find = layOut(texts, { candidates: 20, reads });
      assert.deepEqual(find(last, last, count), find(last, last, 100).slice(0, count));
    }),
  );
});

test("positions before the first that is asked for are found all the same", () => {
  const { rows, stems } = makeTermTable(WHALES.map((text) => ({ title: "", text })));
  const model = fitModel(rows, stems.length, true);
  assert.deepEqual(
    makeSpace(rows, stems.length, model, nobody, { from: 3 })(4, 4, 9),
    makeSpace(rows, stems.length, model, nobody)(4, 4, 9),
  );
});
