import assert from "node:assert/strict";
import { test } from "node:test";
import { serializeLabels } from "./labels.ts";

test("no name can end the script element that holds the labels", () => {
  const labels = {
    papers: 1,
    topics: [{ id: "x", label: "</script><script>alert(1)</script>", aliases: ["<!--"], href: "/" }],
    topicsHref: "/tags/",
    organizations: [],
    people: [],
  };
  const text = serializeLabels(labels);
  assert.ok(!text.includes("<"));
  assert.deepEqual(JSON.parse(text), labels);
});
