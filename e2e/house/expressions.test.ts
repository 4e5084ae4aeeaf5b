/** No regular expression takes longer than its text grows: each is tried on texts that are made to be hard for it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { findFastGrowth, listExpressions } from "./expressions.ts";
import { isTest, readSources } from "./sources.ts";

test("No regular expression takes longer than its text grows.", async () => {
  const files = readSources("src/**/*.ts", "src/**/*.astro").filter((file) => !isTest(file));
  const expressions = await listExpressions(files);
  assert.ok(expressions.length > 400, "the expressions are found");
  const slow = expressions.flatMap((expression) => {
    const text = findFastGrowth(expression);
    return text === undefined ? [] : [`${expression.place}  ${expression.pattern}\n    ${text}`];
  });
  assert.deepEqual(slow, []);
});

test("An expression that takes longer is found.", () => {
  const find = (pattern: RegExp) => findFastGrowth({ place: "", pattern });
  for (const slow of [/\s+$/, /<[^>]*>/g, /\\\(([\s\S]*?)\\\)/g, /^\S*[A-Z]\S*[A-Z0-9]\S*$/, /,\s*\d*\.?\d+em$/]) {
    assert.notEqual(find(slow), undefined, String(slow));
  }
  for (const quick of [/(?<!\s)\s+$/, /<[^<>]*>/g, /^\s+/, /a|b/g]) assert.equal(find(quick), undefined, String(quick));
});
