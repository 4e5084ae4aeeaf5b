import assert from "node:assert/strict";
import test from "node:test";
import { countBrowserTests } from "./browser-tests.ts";
import { distrustResult, formatEnd, formatStep, joinResults, judgeStep, type StepResult } from "./result.ts";
import { countUnitTests, cutToFailures, partUnitTests } from "./unit.ts";

const good: StepResult = { passed: 3, failed: 0, skipped: [], output: "noise" };

test("The run ends with one plain line of counts, and before it what was skipped and why.", () => {
  const skipped = [{ title: "The seed is read.", reason: "../shared is not there" }];
  assert.equal(
    formatEnd([good, judgeStep(false, "x"), { ...good, skipped }]),
    "Skipped: The seed is read. (../shared is not there)\n6 passed, 1 failed",
  );
  assert.equal(formatEnd([good]), "3 passed, 0 failed");
});

test("A step that passed is one line, one that failed shows what its tool said.", () => {
  assert.equal(formatStep("types", judgeStep(true, "noise"), 7.04), "✔ types: 1 passed (7.0 s)");
  assert.equal(formatStep("types", judgeStep(false, "a.ts:1 bad\n"), 7), "✖ types: 1 failed (7.0 s)\n\na.ts:1 bad\n");
});

test("Tests that cannot be trusted count as a failure: a bad end without a failed test, or no test at all.", () => {
  assert.equal(distrustResult(good, 0).failed, 0);
  assert.equal(distrustResult(good, 1).failed, 1);
  const none = distrustResult({ ...good, passed: 0 }, 0);
  assert.equal(none.failed, 1);
  assert.match(none.output, /No test was run/);
  assert.equal(distrustResult({ ...good, failed: 2 }, 1).failed, 2);
});

test("Unit tests are counted from the reporter's lines, and skipped ones keep their reason.", () => {
  const lines = [
    '{"title":"A","outcome":"passed"}',
    '{"title":"B","outcome":"failed"}',
    '{"title":"C","outcome":"skipped","reason":"absent"}',
    '{"title":"D","outcome":"skipped"}',
  ];
  assert.deepEqual(countUnitTests(`${lines.join("\n")}\n`), {
    passed: 1,
    failed: 1,
    skipped: [
      { title: "C", reason: "absent" },
      { title: "D", reason: "no reason given" },
    ],
    output: "",
  });
});

test("Several results are one, with the words of those that failed.", () => {
  const bad = (output: string): StepResult => ({ ...judgeStep(false, output), skipped: [{ title: "A", reason: "b" }] });
  assert.deepEqual(joinResults([good, bad("one\n"), bad("two")]), {
    passed: 3,
    failed: 2,
    skipped: [
      { title: "A", reason: "b" },
      { title: "A", reason: "b" },
    ],
    output: "one\n\ntwo",
  });
});

test("Each file of tests is run once: those of pure rooms together, those that start programs apart.", () => {
  const pure = ["e2e/house/imports.test.ts", "src/data/papers.test.ts", "src/lib/counts.test.ts"];
  const others = [
    "bench/day.test.ts",
    "e2e/commands/read.test.ts",
    "e2e/house/expressions.test.ts",
    "src/search-index/join.test.ts",
  ];
  assert.deepEqual(partUnitTests([...others, ...pure].reverse()), { together: pure, apart: others });
});

test("Of the runner's output only the failures are shown.", () => {
  assert.equal(cutToFailures("✔ A\n✖ failing tests:\n\nB\n"), "✖ failing tests:\n\nB\n");
  assert.equal(cutToFailures("Cannot start"), "Cannot start");
});

test("Browser tests are counted in all suites; flaky tests and faults outside tests are failures.", () => {
  const tests = (...states: ("expected" | "unexpected" | "flaky" | "skipped")[]) =>
    states.map((status) => ({ projectName: "root", status, annotations: [{ type: "skip", description: "because" }] }));
  const result = countBrowserTests({
    errors: [{ message: "cannot load" }],
    suites: [
      {
        specs: [{ title: "A", tests: tests("expected", "expected") }],
        suites: [{ specs: [{ title: "B", tests: tests("unexpected", "flaky", "skipped") }] }],
      },
    ],
  });
  assert.deepEqual(result, {
    passed: 2,
    failed: 3,
    skipped: [{ title: "B [root]", reason: "because" }],
    output: "",
  });
});
