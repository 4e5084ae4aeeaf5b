import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { BUNDLE_BOUNDS, type BundleBounds, type PlannedPaper, planBundles } from "./plan.ts";

const SMALL: BundleBounds = { most: 50, first: 10, close: 5, ratio: 4 };

/** A month's papers; `month` counts from 2020-01. */
function makeMonth(month: number, count: number): PlannedPaper[] {
  const name = `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  return Array.from({ length: count }, (_, index) => ({
    id: `${name}.${String(index).padStart(5, "0")}`,
    day: `${name}-${String(1 + (index % 28)).padStart(2, "0")}`,
  }));
}

/** An archive that grew by so many papers in each month. */
function makeArchive(counts: readonly number[]): PlannedPaper[] {
  return counts.flatMap((count, month) => makeMonth(month, count));
}

/** An archive whose months grow by a fortieth each, as most do, until it holds so many papers. */
function growArchive(total: number, firstMonth = 125): PlannedPaper[] {
  const counts: number[] = [];
  for (let left = total, month = firstMonth; left > 0; left -= Math.ceil(month), month *= 1.025) {
    counts.push(Math.min(left, Math.ceil(month)));
  }
  return makeArchive(counts);
}

function sizesOf(bundles: readonly PlannedPaper[][]): number[] {
  return bundles.map((papers) => papers.length);
}

const counts = fc.array(fc.integer({ min: 0, max: 130 }), { minLength: 1, maxLength: 40 });

test("every paper is in one bundle, in order of days, those of the newest month in the last; none is too large", () => {
  fc.assert(
    fc.property(counts, (months) => {
      const papers = makeArchive(months);
      const bundles = planBundles(papers, SMALL);
      assert.deepEqual(
        bundles.flat(),
        [...papers].sort((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1)),
      );
      const newest = papers.at(-1)?.day.slice(0, 7) ?? "";
      assert.ok(bundles.length === 0 || bundles.at(-1)?.some(({ day }) => day.startsWith(newest)));
      for (const size of sizesOf(bundles)) assert.ok(size > 0 && size <= SMALL.most, String(sizesOf(bundles)));
    }),
  );
});

test("a month is in one bundle unless it alone is too large", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 40 }), (months) => {
      const seen = new Map<string, number>();
      for (const [index, papers] of planBundles(makeArchive(months), SMALL).entries()) {
        for (const { day } of papers) {
          assert.equal(seen.get(day.slice(0, 7)) ?? index, index, String(months));
          seen.set(day.slice(0, 7), index);
        }
      }
    }),
  );
});

test("the order in which papers are named does not matter", () => {
  fc.assert(
    fc.property(counts, (months) => {
      const papers = makeArchive(months);
      assert.deepEqual(planBundles(papers.toReversed(), SMALL), planBundles(papers, SMALL));
    }),
  );
});

test("papers of the newest month leave closed bundles as they are", () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 20 }), (months, more) => {
      const before = planBundles(makeArchive([...months, 1]), SMALL);
      const after = planBundles(makeArchive([...months, 1 + more]), SMALL);
      assert.deepEqual(after.slice(0, before.length - 1), before.slice(0, -1));
    }),
  );
});

test("a full bundle stays as it is, however long the archive grows", () => {
  const [full] = planBundles(growArchive(60_000));
  assert.ok((full?.length ?? 0) > 20_000);
  assert.deepEqual(planBundles(growArchive(100_000))[0], full);
});

test("a bundle becomes full as it is: what came after it is not joined to it for that", () => {
  const months = [40, 6, 7, 1];
  assert.deepEqual(sizesOf(planBundles(makeArchive(months.slice(0, 3)), SMALL)), [40, 6, 7]);
  assert.deepEqual(sizesOf(planBundles(makeArchive(months), SMALL)), [40, 13, 1]);
});

test("there is one bundle for a small archive, two at ten thousand papers, six at most at a hundred thousand", () => {
  assert.equal(planBundles(growArchive(1_900)).length, 1);
  assert.equal(planBundles(growArchive(10_000)).length, 2);
  assert.ok(planBundles(growArchive(100_000)).length <= 6);
});

test("a paper is moved a few times while an archive grows to a hundred thousand", () => {
  const counted = makeMonthSizes(growArchive(100_000));
  const sizes = new Set<string>();
  let indexed = 0;
  for (let month = 1; month <= counted.length; month += 1) {
    let start = 0;
    const bundles = planBundles(makeArchive(counted.slice(0, month)));
    for (const papers of bundles) {
      const name = `${start}+${papers.length}`;
      if (papers !== bundles.at(-1) && !sizes.has(name)) indexed += papers.length;
      sizes.add(name);
      start += papers.length;
    }
  }
  assert.ok(indexed < 6 * 100_000, String(indexed));
});

test("papers without a day come first; a month that is too large alone is cut", () => {
  assert.deepEqual(planBundles([]), []);
  const undated = Array.from({ length: 60 }, (_, index) => ({ id: `x${100 + index}`, day: "" }));
  const bundles = planBundles([...makeMonth(0, 120), ...undated], SMALL);
  assert.deepEqual(sizesOf(bundles), [50, 10, 50, 50, 20]);
  assert.deepEqual(bundles[0]?.[0], { id: "x100", day: "" });
  assert.deepEqual(sizesOf(planBundles(makeMonth(0, BUNDLE_BOUNDS.most + 1))), [BUNDLE_BOUNDS.most, 1]);
});

function makeMonthSizes(papers: readonly PlannedPaper[]): number[] {
  return [...Map.groupBy(papers, ({ day }) => day.slice(0, 7)).values()].map(({ length }) => length);
}
