import assert from "node:assert/strict";
import { test } from "node:test";
import { listCounts, rankTrending, scoreAttention, type TrendingInput } from "./trending.ts";

function makeRecord(id: string, more: Partial<TrendingInput>): TrendingInput {
  return { id, featured: [], ...more };
}

test("the score is the formula that the page states", () => {
  assert.equal(scoreAttention({ upvotes: 10, comments: 3, stars: 7 }, 0), 19 / 7 ** 1.2);
  assert.equal(scoreAttention({ upvotes: 10, comments: 3, stars: 7 }, 30), 19 / 37 ** 1.2);
  assert.equal(scoreAttention({ comments: 1 }, 3), 2 / 10 ** 1.2);
  assert.equal(scoreAttention({}, 3), 0);
});

test("papers come by falling score, equal ones by id, and those without attention not at all", () => {
  const ranked = rankTrending(
    [
      makeRecord("2501.00003", { published: "2025-01-01", comments: 3 }),
      makeRecord("2501.00001", { published: "2025-01-01", comments: 3 }),
      makeRecord("2501.00002", { published: "2025-01-01", upvotes: 7 }),
      makeRecord("2501.00004", { published: "2025-01-01", comments: 0 }),
      makeRecord("2501.00005", { published: "2025-01-01" }),
    ],
    "2025-01-11",
  );
  assert.deepEqual(
    ranked.map((paper) => paper.id),
    ["2501.00002", "2501.00001", "2501.00003"],
  );
  assert.deepEqual(ranked[0], { id: "2501.00002", score: 7 / 17 ** 1.2, age: 10 });
});

test("the age counts from publication, else from the first feature, else from the month of the id", () => {
  const ages = (record: TrendingInput) => rankTrending([record], "2025-03-31").map((paper) => paper.age);
  assert.deepEqual(ages(makeRecord("2501.1", { upvotes: 5, published: "2025-03-30", featured: ["2025-03-01"] })), [1]);
  assert.deepEqual(ages(makeRecord("2501.1", { upvotes: 5, featured: ["2025-03-01", "2025-03-20"] })), [30]);
  assert.deepEqual(ages(makeRecord("2503.00001", { upvotes: 5 })), [30]);
  assert.deepEqual(ages(makeRecord("doi:10.1000/1", { upvotes: 5 })), []);
});

test("a paper dated after the latest edition has age 0", () => {
  const [paper] = rankTrending([makeRecord("2505.00001", { upvotes: 7, published: "2025-05-01" })], "2025-03-01");
  assert.deepEqual(paper, { id: "2505.00001", score: 7 / 7 ** 1.2, age: 0 });
});

test("Where only the month or the year is known, the age counts from a day featured in it, else from its first day.", () => {
  const age = (published: string, featured: string[]) =>
    rankTrending([{ id: "doi:10.5555/a", upvotes: 5, published, featured }], "2026-03-09")[0]?.age;
  assert.equal(age("2026-03", ["2026-03-07"]), 2);
  assert.equal(age("2026-03", ["2026-02-27"]), 8);
  assert.equal(age("2026", []), 67);
  assert.equal(age("2026-03-05", ["2026-03-07"]), 4);
});

test("What two comments are all there is of is not ranked; three are, or five votes, or 31 stars.", () => {
  const isRanked = (attention: Partial<TrendingInput>) =>
    rankTrending([makeRecord("2505.00001", attention)], "2025-05-01").length === 1;
  for (const little of [{ comments: 2 }, { upvotes: 4 }, { stars: 30 }, { upvotes: 1, comments: 1 }]) {
    assert.ok(!isRanked(little), JSON.stringify(little));
  }
  for (const enough of [{ comments: 3 }, { upvotes: 5 }, { stars: 31 }, { upvotes: 3, comments: 1 }]) {
    assert.ok(isRanked(enough), JSON.stringify(enough));
  }
});

test("Counts are told in one order, and none that is nought.", () => {
  assert.deepEqual(listCounts({ stars: 2577, upvotes: 1, comments: 0 }), [
    { number: "1", noun: "vote" },
    { number: "2,577", noun: "stars" },
  ]);
  assert.deepEqual(listCounts({}), []);
});
