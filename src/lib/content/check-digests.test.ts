import assert from "node:assert/strict";
import { test } from "node:test";
import { checkSample, printSample } from "#scenes/checked-sample.ts";
import { makeDigestText, makeRecord, SAMPLE_BODY, writeRecords } from "#scenes/content-samples.ts";
import { checkDigests, listSegments } from "./check-digests.ts";
import { parseDigest, parseRecords } from "./parse.ts";

test("A digest without a record is told with the nearest id that has none.", () => {
  const cure = "add the paper's record first, or mend the name";
  assert.equal(
    printSample({ "digests/2510.00011.md": makeDigestText(), "digests/acl--zebra.md": makeDigestText() }),
    `digests/2510.00011.md:1  no record has this file's id, so its paper is unknown
    found:   2510.00011
    mend:    ${cure}
digests/acl--zebra.md:1  no record has this file's id, so its paper is unknown
    found:   acl--zebra
    mend:    ${cure}`,
  );
  assert.equal(
    printSample({ "digests/2510.00001.md": undefined, "digests/2510.00001v2.md": makeDigestText() }),
    `digests/2510.00001v2.md:1  no record has this file's id, so its paper is unknown
    found:   2510.00001v2
    allowed: nearest known: 2510.00001
    mend:    rename the file: 2510.00001`,
  );
});

test("A second digest of a paper is told, whatever it is called.", () => {
  for (const name of ["2510.00001v2", "2510.00001 copy", "2510.00001 (1)", "2510.00001-old"])
    assert.equal(
      printSample({ [`digests/${name}.md`]: makeDigestText() }),
      `digests/${name}.md:1  two digests claim one paper
    found:   ${name}
    allowed: one for each paper; 2510.00001.md is there already
    mend:    keep one of the files`,
    );
});

test("A digest called after an id that its paper had earlier is told with the name it is to have.", () => {
  const papers = { "papers/2025-10.jsonl": writeRecords({ previousIds: ["acl:x"] }) };
  const [alone] = checkSample({ ...papers, "digests/2510.00001.md": undefined, "digests/acl--x.md": makeDigestText() });
  assert.equal(alone?.mend, "rename the file: 2510.00001");
  const [second] = checkSample({ ...papers, "digests/acl--x.md": makeDigestText() });
  assert.equal(second?.message, "two digests claim one paper");
});

test("An unknown topic is told with the nearest known one, a doubled one too.", () => {
  assert.equal(
    printSample({
      "digests/2510.00001.md": makeDigestText({ tags: "\n  - planing\n  - zebra\n  - robotics\n  - robotics" }),
    }),
    `digests/2510.00001.md:9  tags[0]: this topic is not in the vocabulary
    found:   planing
    allowed: nearest known: planning
    mend:    write the nearest known topic: planning
digests/2510.00001.md:10  tags[1]: this topic is not in the vocabulary
    found:   zebra
    mend:    choose one from tags.yaml, or add it there
digests/2510.00001.md:12  tags[3]: this topic is given twice
    found:   robotics
    mend:    take one of them out`,
  );
});

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
