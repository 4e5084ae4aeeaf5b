import assert from "node:assert/strict";
import { test } from "node:test";
import { makeDigestText, makeRecord, SAMPLE_BODY } from "#scenes/content-samples.ts";
import { checkDigests, listSegments } from "./check-digests.ts";
import { parseDigest, parseRecords } from "./parse.ts";

test("A link of a digest to a paper or topic that there is not is told with its line and the nearest there is.", () => {
  const links = "[[2510.00001]] and [[tag:planning|planning]], [[2510.00002]], [[2509.00001]], [[tag:planing]].";
  const file = "digests/2510.00001.md";
  const { value } = parseDigest(makeDigestText({}, `${SAMPLE_BODY}\n\nSee ${links}`), file);
  const records = parseRecords(JSON.stringify(makeRecord({ previousIds: ["2509.00001"] })), "papers/2510.jsonl").value;
  assert.ok(value && records);
  const problems = checkDigests([value], {
    paperIds: new Set(["2510.00001"]),
    segments: listSegments(new Set(["2510.00001"]), [records]),
    tagIds: new Set(["planning", "robotics"]),
  });
  const line = makeDigestText({}, SAMPLE_BODY).split("\n").length + 1;
  assert.deepEqual(
    problems.flatMap((problem) =>
      problem === undefined ? [] : [[problem.line, problem.field, problem.found, problem.mend]],
    ),
    [
      [line, "body", "[[2510.00002]]", "write the nearest known id: 2510.00001"],
      [line, "body", "[[tag:planing]]", "write the nearest known topic: planning"],
    ],
  );
});
