import assert from "node:assert/strict";
import { test } from "node:test";
import { dropNameMarks } from "./name-marks.ts";

test("Numbers of affiliations and their list behind the last name are no part of a name; brackets in names are.", () => {
  for (const [name, bare] of [
    ["Ada Example (1)", "Ada Example"],
    ["Bo Sample (2) ((1) Some University, (2) Other)", "Bo Sample"],
    ["Bo Sample ((1) Some University, (2) Other (closed))", "Bo Sample"],
    ["Bo Sample ( (1) Some University)", "Bo Sample"],
    ["Cy (Third) Sample", "Cy (Third) Sample"],
    ["((1) Some University)", "((1) Some University)"],
  ] as const) {
    assert.equal(dropNameMarks(name), bare);
  }
});
