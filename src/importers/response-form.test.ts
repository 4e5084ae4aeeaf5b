import assert from "node:assert/strict";
import { test } from "node:test";
import { readCase } from "#scenes/cases.ts";
import { judgeFeed, judgeJson } from "./response-form.ts";

const PAGE = "<!DOCTYPE html>\n<html><head><title>Harbour proxy</title></head><body>no</body></html>";

test("Recorded answers have their form; cut anywhere they have it no more.", () => {
  const feed = readCase("arxiv/answer.xml");
  assert.equal(judgeFeed(feed), undefined);
  assert.equal(judgeFeed(readCase("arxiv/error.xml")), undefined);
  const day = readCase("hugging-face/2031-03-04.json");
  assert.equal(judgeJson(day), undefined);
  const [feedEnd, dayEnd] = [feed.trimEnd().length, day.trimEnd().length];
  for (let part = 0; part < 100; part += 1) {
    assert.notEqual(judgeFeed(feed.slice(0, Math.floor((feedEnd * part) / 100))), undefined, `feed, ${part} %`);
    assert.notEqual(judgeJson(day.slice(0, Math.floor((dayEnd * part) / 100))), undefined, `JSON, ${part} %`);
  }
});

test("What came instead is told: a proxy's page by its title, nothing, something else.", () => {
  const cases: [string, string | undefined, string | undefined][] = [
    [PAGE, "a page of HTML called “Harbour proxy”", "a page of HTML called “Harbour proxy”"],
    ["<html></html>", "a page of HTML", "a page of HTML"],
    [" \n", "nothing at all", "nothing at all"],
    ['{"error":"no"}', "something that is no feed", undefined],
    ["<feed/>", undefined, "something that is no JSON"],
    ["<feed><entry>", "a feed that breaks off", "something that is no JSON"],
    ['[{"a":', "something that is no feed", "JSON that breaks off or is damaged"],
    ["\uFEFF[]", "something that is no feed", undefined],
  ];
  for (const [text, asFeed, asJson] of cases) {
    assert.equal(judgeFeed(text), asFeed, text);
    assert.equal(judgeJson(text), asJson, text);
  }
});
