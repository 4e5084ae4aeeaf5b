import assert from "node:assert/strict";
import { test } from "node:test";
import { EditionSchema } from "./edition.ts";
import { salvageValue } from "./salvage.ts";

test("What a schema accepts stays, in its place; what it refuses is left out; defaults are filled in.", () => {
  const value = {
    date: "soon",
    title: "Ships",
    lead: 7,
    papers: ["2510.00001", "x", "2510.00002"],
    groups: [{ title: "", papers: ["2510.00001"] }, "Cranes"],
    unknown: true,
  };
  assert.deepEqual(salvageValue(EditionSchema, value), {
    title: "Ships",
    papers: ["2510.00001", undefined, "2510.00002"],
    groups: [{ papers: ["2510.00001"] }, undefined],
  });
  assert.deepEqual(salvageValue(EditionSchema, {}), { groups: [] });
});

test("Of something of another shape nothing stays.", () => {
  for (const value of [undefined, null, "text", 3]) assert.deepEqual(salvageValue(EditionSchema, value), {});
  assert.deepEqual(salvageValue(EditionSchema, { papers: "2510.00001" }), { groups: [] });
});
