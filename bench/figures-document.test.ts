import assert from "node:assert/strict";
import { test } from "node:test";
import { Failure } from "#lib/failure.ts";
import { type Measured, replaceMeasured } from "./figures-document.ts";

const DOCUMENT =
  "# A\n\nWords.\n\n<!-- bench:build -->\nold\n<!-- /bench:build -->\n\n<!-- bench:compare -->\nkept\n<!-- /bench:compare -->\nEnd\n";
const measured: Measured = {
  name: "build",
  columns: ["Papers", "Build", "HTML"],
  rows: [["10,000", "clean", "53.0 s"]],
  machine: "2 cores of a kind, 24 GB",
  moment: "28 November 2026",
};

test("The figures stand between their marks, and nothing else is touched.", () => {
  assert.equal(
    replaceMeasured(DOCUMENT, measured),
    DOCUMENT.replace(
      "old",
      `2 cores of a kind, 24 GB

| Papers | Build | HTML | Measured |
| --- | --- | ---: | ---: |
| 10,000 | clean | 53.0 s | 28 November 2026 |`,
    ),
  );
});

test("A run replaces the rows of its own size; those of others stay, in order of size.", () => {
  const once = replaceMeasured(DOCUMENT, measured);
  const twice = replaceMeasured(once, { ...measured, rows: [["2,000", "clean", "9.0 s"]], moment: "29 November 2026" });
  assert.deepEqual(
    replaceMeasured(twice, { ...measured, rows: [["10,000", "clean", "50.0 s"]] }).match(/^\| [\d].*$/gm),
    ["| 2,000 | clean | 9.0 s | 29 November 2026 |", "| 10,000 | clean | 50.0 s | 28 November 2026 |"],
  );
});

test("Rows of another machine, or of other columns, go.", () => {
  const once = replaceMeasured(DOCUMENT, measured);
  const rows = [["2,000", "clean", "9.0 s"]];
  const isGone = (text: string) => !text.includes("| 10,000 |");
  assert.ok(isGone(replaceMeasured(once, { ...measured, rows, machine: "64 cores" })));
  assert.ok(isGone(replaceMeasured(once, { ...measured, rows, columns: ["Papers", "Build", "Seconds"] })));
});

test("A document without the marks is left alone.", () => {
  assert.throws(
    () => replaceMeasured("# A\n", measured),
    new Failure(
      "docs/measuring.md has no place for these figures: write <!-- bench:build --> and <!-- /bench:build --> where they belong.",
    ),
  );
});
