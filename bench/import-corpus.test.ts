import assert from "node:assert/strict";
import { test } from "node:test";
import { harvestHuggingFace } from "#importers/hugging-face/harvest.ts";
import { judgeDay } from "#lib/content/day.ts";
import type { Tag } from "#lib/content/tag.ts";
import type { CorpusFile } from "./corpus.ts";
import { countFeedEntries, inventDays, repeatDays } from "./import-corpus.ts";

const tags: Tag[] = [{ id: "tides", label: "Tides", description: "What the sea does.", aliases: ["ebb and flow"] }];

function harvest({ path, text }: CorpusFile) {
  return harvestHuggingFace({ file: path, text, retrieved: "2031-01-01" });
}

/** A Thursday and a Friday that share a paper; the Friday is damaged, in a wrapper, with a paper that lacks its day. */
const thursday = {
  path: "2031-03-06.json",
  text: JSON.stringify([
    { paper: { id: "3103.00001", title: "A", submittedOnDailyAt: "2031-03-06T00:00:00.000Z" } },
    { paper: { id: "3103.00002", title: "B", publishedAt: "2031-03-01T10:00:00.000Z" } },
  ]),
};
const friday = {
  path: "2031-03-07.json",
  text: JSON.stringify({
    date: "2031-03-07",
    data: ["{'paper': {'id': '3103.00001', 'title': \"A's\", 'submittedOnDailyAt': '2031-03-07T00:00:00.000Z'}}"],
  }),
};

test("Days are told again with new ids on the weekdays that follow, until there are entries enough.", () => {
  const files = [...repeatDays([thursday, friday], 7)];
  assert.deepEqual(files.slice(0, 2), [thursday, friday]);
  assert.deepEqual(
    files.map(({ path }) => path),
    ["2031-03-06.json", "2031-03-07.json", "2031-03-10.json", "2031-03-11.json", "2031-03-12.json"],
  );
  const harvests = files.map(harvest);
  assert.deepEqual(
    harvests.map(({ facts }) => facts.map(({ id, featured, published }) => [id, featured?.join(), published])),
    [
      [
        ["3103.00001", "2031-03-06", undefined],
        ["3103.00002", "2031-03-06", "2031-03-01"],
      ],
      [["3103.00001", "2031-03-07", undefined]],
      [
        ["3103.90001", "2031-03-10", undefined],
        ["3103.90002", "2031-03-10", "2031-03-10"],
      ],
      [["3103.90001", "2031-03-11", undefined]],
      [
        ["3103.90003", "2031-03-12", undefined],
        ["3103.90004", "2031-03-12", "2031-03-12"],
      ],
    ],
  );
  assert.deepEqual(
    harvests.flatMap(({ refused, notices }) => [...refused, ...notices]).map(({ message }) => message),
    ["1 entry was text, read as Python literals", "1 entry was text, read as Python literals"],
  );
});

test("Days without papers cannot be told again.", () => {
  assert.throws(() => [...repeatDays([{ path: "2031-03-06.json", text: "[]" }], 1)], RangeError);
});

test("Invented days are 45 complete ones of 20 papers, the same for the same seed.", () => {
  const days = inventDays(1, tags);
  assert.deepEqual(days, inventDays(1, tags));
  assert.notDeepEqual(days, inventDays(2, tags));
  const harvests = days.map(harvest);
  assert.deepEqual(
    harvests.flatMap(({ refused, notices }) => [...refused, ...notices]),
    [],
  );
  assert.equal(new Set(harvests.flatMap(({ facts }) => facts.map(({ id }) => id))).size, 900);
  assert.deepEqual(
    harvests.flatMap((one) => one.days.map((day) => `${day.date}.json ${judgeDay(day)}`)),
    days.map(({ path }) => `${path} complete`),
  );
  assert.deepEqual(new Set(days.map(countFeedEntries)), new Set([20]));
});
