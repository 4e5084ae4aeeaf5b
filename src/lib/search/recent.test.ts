import assert from "node:assert/strict";
import { test } from "node:test";
import { addRecent, dropRecent, formatRecent, MOST_RECENT, parseRecent, type RecentSearch } from "./recent.ts";

const searches: RecentSearch[] = [{ query: "q=poker" }, { query: "like=2510.18821", title: "Search Self-play" }];

test("what is written is read back", () => {
  assert.deepEqual(parseRecent(formatRecent(searches)), searches);
});

test("whatever else a browser holds is no search", () => {
  for (const text of [null, "", "{", "null", "7", "{}", '["q=x", null, {"query": 7}, {"query": ""}]']) {
    assert.deepEqual(parseRecent(text), [], String(text));
  }
  assert.deepEqual(parseRecent('[{"query":"q=x","title":7,"more":1}]'), [{ query: "q=x" }]);
});

test("the newest comes first, the same one only once, and no more are kept than can be overlooked", () => {
  assert.deepEqual(
    addRecent(searches, { query: "like=2510.18821", title: "New title" }).map(({ query }) => query),
    ["like=2510.18821", "q=poker"],
  );
  const many = Array.from({ length: 12 }, (_, index) => ({ query: `q=${index}` })).reduce(addRecent, searches);
  assert.equal(many.length, MOST_RECENT);
  assert.equal(many[0]?.query, "q=11");
  assert.equal(parseRecent(formatRecent([...many, ...many])).length, MOST_RECENT);
});

test("one can be forgotten", () => {
  assert.deepEqual(dropRecent(searches, "q=poker"), searches.slice(1));
  assert.deepEqual(dropRecent(searches, undefined), searches);
});
