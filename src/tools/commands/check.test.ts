import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";
import type { CapturedRun } from "#scenes/captured-run.ts";
import { callCheck, makeCheckedFolder, NO_PROBLEMS, SAMPLE_ABSTRACTS, SAMPLE_DIGEST } from "#scenes/check-command.ts";
import { makeDigestText, makeRecord, SAMPLE_ABSTRACT } from "#scenes/content-samples.ts";
import { findSharedData } from "#scenes/shared-data.ts";

const PROJECT = resolve(import.meta.dirname, "../../..");
delete process.env["CONTENT_DIR"];

/** Runs `digest` in a folder as npm would, in a process of its own. */
function runProcess(folder: string, args: string[], contentDir = ""): CapturedRun {
  const outcome = spawnSync(process.execPath, [join(PROJECT, "src/tools/digest.ts"), ...args], {
    cwd: folder,
    env: { ...process.env, CONTENT_DIR: contentDir },
    encoding: "utf8",
  });
  return { code: outcome.status, out: outcome.stdout, errors: outcome.stderr };
}

test("Sound content is counted in one line.", async () => {
  assert.deepEqual(await callCheck(makeCheckedFolder(), "check"), { code: 0, out: NO_PROBLEMS, errors: "" });
});

test("All problems are printed with the exit code 1, and no stack trace.", async () => {
  const folder = makeCheckedFolder({
    [SAMPLE_DIGEST]: makeDigestText({ tags: "[planing]" }),
    "content/papers/2025-11.jsonl": "{",
  });
  const { code, out, errors } = await callCheck(folder, "check");
  assert.equal(code, 1);
  assert.equal(out, "");
  assert.equal(
    errors,
    `2 problems in 2 files

content/digests/2510.00001.md:8  tags[0]: this topic is not in the vocabulary
    found:   planing
    allowed: nearest known: planning
    mend:    write the nearest known topic: planning

content/papers/2025-11.jsonl:1  this line is not JSON that can be read
    found:   Expected property name or '}' in column 2, near "{"
    allowed: one JSON object on one line
    mend:    mend the line by hand, or take it from the last commit and import again
`,
  );
});

test("The tool runs by itself, with the exit code of its command, and CONTENT_DIR points it at another folder.", () => {
  const folder = makeCheckedFolder();
  assert.deepEqual(runProcess(tmpdir(), ["check"], join(folder, "content")), { code: 0, out: NO_PROBLEMS, errors: "" });
  const wrong = runProcess(folder, ["check", "--zebra"]);
  assert.deepEqual([wrong.code, wrong.out], [2, ""]);
  assert.match(wrong.errors, /^check: there is no option --zebra\n/);
  const missing = runProcess(folder, ["check"], "nowhere");
  assert.equal(missing.code, 1);
  assert.match(missing.errors, /^1 problem in 1 file\n\nnowhere {2}the content folder does not exist\n/);
});

test("A digest is held against the abstract of a file, and what is not in it is told.", async () => {
  const folder = makeCheckedFolder({
    [SAMPLE_DIGEST]: makeDigestText({ problem: "All 19 harbours of 18 were slow." }),
  });
  const { code, out, errors } = await callCheck(folder, "check", "--abstracts", "abstracts.jsonl");
  assert.equal(code, 1);
  assert.equal(out, "1 digest held against its abstract: 2 numbers found\n");
  assert.match(
    errors,
    /^1 problem in 1 file\n\ncontent\/digests\/2510\.00001\.md:3 {2}problem: this number is not in the title, the abstract or the record\n {4}found: {3}"19" in "All 19 harbours of 18 were"\n {4}allowed: those of the source: 3, 18, /,
  );
});

test("A record's own abstract serves without a file.", async () => {
  const folder = makeCheckedFolder({
    "content/papers/2025-10.jsonl": `${JSON.stringify(makeRecord({ abstract: SAMPLE_ABSTRACT }))}\n`,
    [SAMPLE_DIGEST]: makeDigestText({ problem: "All 19 harbours were slow." }),
  });
  assert.match((await callCheck(folder, "check")).errors, /"19" in/);
});

test("Digests whose abstract is not known are named, which is no problem.", async () => {
  const folder = makeCheckedFolder({ "abstracts.jsonl": SAMPLE_ABSTRACTS.replace("2510.00001", "2510.00002") });
  assert.deepEqual(await callCheck(folder, "check", "--abstracts", "abstracts.jsonl"), {
    code: 0,
    out: NO_PROBLEMS,
    errors: `notice: ${SAMPLE_DIGEST}  no abstract was found to hold this digest against\n`,
  });
});

test("Ids limit the report to their digests, also to one that cannot be read.", async () => {
  const folder = makeCheckedFolder({
    "content/papers/2025-10.jsonl": ["2510.00001", "2510.00002"]
      .map((id) => `${JSON.stringify(makeRecord({ id }))}\n`)
      .join(""),
    [SAMPLE_DIGEST]: makeDigestText({ by: "7" }),
    "content/digests/2510.00002.md": makeDigestText(),
  });
  assert.equal((await callCheck(folder, "check", "https://arxiv.org/abs/2510.00002v3")).code, 0);
  const { code, errors } = await callCheck(folder, "check", "2510.00001");
  assert.equal(code, 1);
  assert.match(errors, /^1 problem in 1 file\n\ncontent\/digests\/2510\.00001\.md:10 {2}by: /);
});

test("As JSON the report has problems, notices and counts, in order.", async () => {
  const folder = makeCheckedFolder({ [SAMPLE_DIGEST]: makeDigestText({ tldr: "19 ships.", tags: "[planing]" }) });
  const { code, out, errors } = await callCheck(folder, "check", "--abstracts", "abstracts.jsonl", "--json");
  assert.deepEqual([code, errors], [1, ""]);
  const report = JSON.parse(out);
  assert.deepEqual(Object.keys(report), ["problems", "notices", "digests", "numbers"]);
  assert.deepEqual(
    report.problems.map(({ line, field }: { line: number; field: string }) => [line, field]),
    [
      [2, "tldr"],
      [8, "tags[0]"],
    ],
  );
  assert.deepEqual([report.notices, report.digests, report.numbers], [[], 1, 1]);
});

/** Ways to call it wrongly, and what is said before the way to help. */
const WRONG_CALLS: [args: string[], told: string][] = [
  [["check", "--abstract", "x"], "check: there is no option --abstract; did you mean --abstracts?"],
  [["check", "--zebra"], "check: there is no option --zebra"],
  [["check", "--abstracts"], "check: Option '--abstracts <value>' argument missing"],
  [["check", "--abstracts", "nothing.json"], "check: there is no file nothing.json to take abstracts from"],
  [["check", "2510.00011"], "check: there is no digest of 2510.00011; the nearest is that of 2510.00001"],
  [["check", "zebra"], "check: there is no digest of zebra"],
];

test("Wrong calls are told with the exit code 2.", async () => {
  const folder = makeCheckedFolder();
  for (const [args, told] of WRONG_CALLS) {
    const errors = `${told}\nnpm run digest -- check --help says how to call it.\n`;
    assert.deepEqual(await callCheck(folder, ...args), { code: 2, out: "", errors }, args.join(" "));
  }
  assert.match((await callCheck(folder, "chek")).errors, /^there is no command "chek"; did you mean "check"\?\n/);
});

test("A file of abstracts that is none is told like any other problem.", async () => {
  const folder = makeCheckedFolder({ "abstracts.jsonl": "[{]" });
  const { code, errors } = await callCheck(folder, "check", "--abstracts", "abstracts.jsonl");
  assert.equal(code, 1);
  assert.match(errors, /^1 problem in 1 file\n\nabstracts\.jsonl(:1)? {2}this is not JSON that can be read\n/);
  assert.equal((await callCheck(folder, "check", "--abstracts", "content")).code, 1);
  assert.doesNotMatch((await callCheck(folder, "check", "--abstracts", "content")).errors, /\n {4}at /);
});

test("What is odd, such as an edition far ahead, is a notice and no problem; the clock may be set.", async (t) => {
  t.after(() => delete process.env["SOURCE_DATE_EPOCH"]);
  const folder = makeCheckedFolder();
  process.env["SOURCE_DATE_EPOCH"] = "1700000000";
  const { code, errors } = await callCheck(folder, "check");
  assert.equal(code, 0);
  assert.match(errors, /^notice: content\/editions\/2026-03-09\.mdx:2 {2}date: this day lies far ahead\n/);
  const { notices } = JSON.parse((await callCheck(folder, "check", "--json")).out) as { notices: string[] };
  assert.match(notices.join("\n"), /up to 2023-12-15 today/);
});

test("Help tells of every option.", async () => {
  const { code, out } = await callCheck(tmpdir(), "check", "--help");
  assert.equal(code, 0);
  for (const option of ["--abstracts FILE", "--stamp", "--json", "ID …", "CONTENT_DIR"])
    assert.ok(out.includes(option), option);
  assert.match((await callCheck(tmpdir(), "--help")).out, /\n {2}check {2}name every problem/);
});

const { path: seed, skip } = findSharedData("seed", "papers.json");

test("The digests that ship with the project keep to their abstracts.", { skip }, async () => {
  const { code, out, errors } = await callCheck(PROJECT, "check", "--abstracts", seed);
  assert.equal(code, 0);
  const notices = errors.match(/^notice: .*/gm) ?? [];
  assert.equal(notices.length, 1, errors);
  assert.match(
    notices.join(),
    /2412\.12119\.md .* held against an earlier text of the abstract; the abstract was rewritten since$/,
  );
  const [, digests, numbers] = /^(\d+) digests held against their abstracts: (\d+) numbers found\n/.exec(out) ?? [];
  assert.ok(Number(digests) >= 50 && Number(numbers) > 150, out);
});
