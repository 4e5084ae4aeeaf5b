import assert from "node:assert/strict";
import { test } from "node:test";
import { makeFacts } from "#scenes/record-samples.ts";
import { noteUnread } from "./unread.ts";

test("Markup that is not understood is counted, and told with the first places; mathematics is none.", () => {
  const texts = [
    "\\ours{} wins",
    "$\\ours{}$ wins",
    "x_{max}",
    "see:https://a.example/b{odd label} c",
    "{\\$5} {0, 1}",
    "\\foo",
  ];
  const facts = texts.map((title, index) => makeFacts({ title, place: { file: "a.json", field: `[${index}]` } }));
  assert.deepEqual(noteUnread("a.json", facts.slice(1, 2)), []);
  assert.deepEqual(noteUnread("a.json", facts), [
    {
      file: "a.json",
      message: "4 papers hold markup that is not understood and stays as it stands",
      found: "\\ours ([0]), x_{max} ([2]), see:https://a.example/b{odd ([3]), and 1 more",
      mend: "mend the source, if it should read otherwise",
    },
  ]);
});
