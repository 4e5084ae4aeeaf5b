import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";
import type { PaperRecord } from "#lib/content/record.ts";
import { isDay } from "#lib/dates.ts";
import { type CapturedRun, runCaptured } from "#scenes/captured-run.ts";
import { makeDigestText, makeProjectFolder, makeRecord, SAMPLE_ABSTRACT, writeFiles } from "#scenes/content-samples.ts";
import { findSharedData } from "#scenes/shared-data.ts";
import { check } from "./check.ts";

const PROJECT = resolve(import.meta.dirname, "../../..");
delete process.env["CONTENT_DIR"];

const ABSTRACTS = `${JSON.stringify({ id: "2510.00001", title: "Harbour", abstract: SAMPLE_ABSTRACT })}\n`;
const DIGEST = "content/digests/2510.00001.md";

/** A folder with the sample content and a file of abstracts; paths below it can be changed, or left out with undefined. */
function makeFolder(changes: { [path: string]: string | undefined } = {}): string {
  return makeProjectFolder({ "abstracts.jsonl": ABSTRACTS, ...changes });
}

/** Runs `digest` in a folder as npm would, in a process of its own. */
function runProcess(folder: string, args: string[], contentDir = ""): CapturedRun {
  const outcome = spawnSync(process.execPath, [join(PROJECT, "src/tools/digest.ts"), ...args], {
    cwd: folder,
    env: { ...process.env, CONTENT_DIR: contentDir },
    encoding: "utf8",
  });
  return { code: outcome.status, out: outcome.stdout, errors: outcome.stderr };
}

/** Runs `digest` in a folder within this process. */
async function run(folder: string, ...args: string[]): Promise<CapturedRun> {
  return runCaptured(check, args, folder);
}

const FINE = "1 paper, 1 digest, 3 topics, 1 edition: no problems\n";

test("Sound content is counted in one line.", async () => {
  assert.deepEqual(await run(makeFolder(), "check"), { code: 0, out: FINE, errors: "" });
});

test("All problems are printed with the exit code 1, and no stack trace.", async () => {
  const folder = makeFolder({ [DIGEST]: makeDigestText({ tags: "[planing]" }), "content/papers/2025-11.jsonl": "{" });
  const { code, out, errors } = await run(folder, "check");
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
  const folder = makeFolder();
  assert.deepEqual(runProcess(tmpdir(), ["check"], join(folder, "content")), { code: 0, out: FINE, errors: "" });
  const wrong = runProcess(folder, ["check", "--zebra"]);
  assert.deepEqual([wrong.code, wrong.out], [2, ""]);
  assert.match(wrong.errors, /^check: there is no option --zebra\n/);
  const missing = runProcess(folder, ["check"], "nowhere");
  assert.equal(missing.code, 1);
  assert.match(missing.errors, /^1 problem in 1 file\n\nnowhere {2}the content folder does not exist\n/);
});

test("A digest is held against the abstract of a file, and what is not in it is told.", async () => {
  const folder = makeFolder({ [DIGEST]: makeDigestText({ problem: "All 19 harbours of 18 were slow." }) });
  const { code, out, errors } = await run(folder, "check", "--abstracts", "abstracts.jsonl");
  assert.equal(code, 1);
  assert.equal(out, "1 digest held against its abstract: 2 numbers found\n");
  assert.match(
    errors,
    /^1 problem in 1 file\n\ncontent\/digests\/2510\.00001\.md:3 {2}problem: this number is not in the title, the abstract or the record\n {4}found: {3}"19" in "All 19 harbours of 18 were"\n {4}allowed: those of the source: 3, 18, /,
  );
});

test("A record's own abstract serves without a file.", async () => {
  const folder = makeFolder({
    "content/papers/2025-10.jsonl": `${JSON.stringify(makeRecord({ abstract: SAMPLE_ABSTRACT }))}\n`,
    [DIGEST]: makeDigestText({ problem: "All 19 harbours were slow." }),
  });
  assert.match((await run(folder, "check")).errors, /"19" in/);
});

test("Digests whose abstract is not known are named, which is no problem.", async () => {
  const folder = makeFolder({ "abstracts.jsonl": ABSTRACTS.replace("2510.00001", "2510.00002") });
  assert.deepEqual(await run(folder, "check", "--abstracts", "abstracts.jsonl"), {
    code: 0,
    out: FINE,
    errors: `notice: ${DIGEST}  no abstract was found to hold this digest against\n`,
  });
});

test("A stamp is written once into a digest that passes, and nothing else changes.", async () => {
  const folder = makeFolder();
  const path = join(folder, DIGEST);
  const before = readFileSync(path, "utf8");
  assert.equal((await run(folder, "check", "--abstracts", "abstracts.jsonl", "--stamp")).code, 0);
  const stamped = readFileSync(path, "utf8");
  const STAMP = /\ncheckedOn: (.*)\ncheckedText: "([0-9a-f]{16})"\ncheckedSource: \{ title: .* \}\n---\n/;
  const [, day = "", fingerprint = ""] = STAMP.exec(stamped) ?? [];
  assert.equal(isDay(day), true);
  assert.equal(stamped.replace(/checkedOn: .*\ncheckedText: .*\ncheckedSource: .*\n/, ""), before);
  assert.deepEqual(readdirSync(join(folder, "content/digests")), ["2510.00001.md"]);

  const old = stamped.replace(day, "2020-01-01");
  writeFileSync(path, old);
  assert.equal((await run(folder, "check", "--abstracts", "abstracts.jsonl", "--stamp")).errors, "");
  assert.equal(readFileSync(path, "utf8"), old, "a stamp that fits keeps its day");

  const changed = old.replace("Harbours were slow.", "Harbours were very slow.");
  writeFileSync(path, changed);
  assert.deepEqual(await run(folder, "check"), {
    code: 0,
    out: FINE,
    errors: `notice: ${DIGEST}  checkedText: the digest, or its stamp, was changed after the check, so the stamp is not shown\n    mend:    check it again: npm run digest -- check --stamp --abstracts FILE 2510.00001\n`,
  });
  assert.equal((await run(folder, "check", "--abstracts", "abstracts.jsonl", "--stamp")).errors, "");
  const fresh = readFileSync(path, "utf8");
  assert.equal(fresh.includes("2020-01-01") || fresh.includes(fingerprint), false);
  assert.equal((await run(folder, "check")).errors, "");
});

test("A digest whose source has moved on is named until it is held against the source as it is now.", async () => {
  const record = { version: 2, updated: "2025-10-21", abstract: SAMPLE_ABSTRACT };
  const write = (changes: Partial<PaperRecord>) => `${JSON.stringify(makeRecord({ ...record, ...changes }))}\n`;
  const month = "content/papers/2025-10.jsonl";
  const text = makeDigestText({ problem: "All 18 harbours were slow." });
  const folder = makeFolder({ [month]: write({}), [DIGEST]: text });
  assert.equal((await run(folder, "check", "--stamp")).errors, "");
  const stamped = readFileSync(join(folder, DIGEST), "utf8").replace(/checkedOn: .*/, "checkedOn: 2020-01-01");
  writeFileSync(join(folder, DIGEST), stamped);
  assert.equal((await run(folder, "check")).errors, "");

  const next = { version: 4, updated: "2026-04-01", abstract: SAMPLE_ABSTRACT.replace("18 harbours", "19 harbours") };
  writeFiles(folder, { [month]: write(next) });
  const notice = `notice: ${DIGEST}  checkedSource: the digest was held against version 2 of 21 October 2025; version 4 is out\n    mend:    read the source as it is now, change what is no longer so, then: npm run digest -- check --stamp 2510.00001\n`;
  const lacking = `notice: ${DIGEST}:3  problem: this number is not in the title, the abstract or the record\n    found:   "18" in "All 18 harbours were slow."\n`;
  for (const names of [[], ["2510.00001"]]) {
    const moved = await run(folder, "check", "--stamp", ...names);
    assert.equal(moved.code, 0, "what only the new abstract lacks is no fault");
    assert.equal(moved.errors.startsWith(notice + lacking), true, moved.errors);
    assert.match(moved.errors, /mend: {4}the source has moved on: hold the digest against it as it is now, then: npm /);
    assert.equal(readFileSync(join(folder, DIGEST), "utf8"), stamped, "it does not get the stamp");
  }
  const report = JSON.parse((await run(folder, "check", "--json")).out);
  assert.equal(report.notices[0], notice.slice("notice: ".length, -1));
  assert.equal(report.notices.length, 2);
  assert.deepEqual(report.problems, []);

  writeFileSync(join(folder, DIGEST), stamped.replace("were slow", "were very slow"));
  const edited = await run(folder, "check");
  assert.deepEqual([edited.code, /"18" in/.test(edited.errors)], [1, true], "a digest that was written on keeps to it");

  writeFileSync(join(folder, DIGEST), stamped.replace("All 18", "All 19"));
  const mended = await run(folder, "check", "--stamp", "2510.00001");
  assert.deepEqual([mended.code, mended.errors], [0, ""]);
  assert.match(
    readFileSync(join(folder, DIGEST), "utf8"),
    /checkedOn: (?!2020).*\n.*\n.*, version: 4, date: "2026-04-01" \}/,
  );
  assert.equal((await run(folder, "check")).errors, "");
});

test("Where the source has moved on, a digest gets a new stamp only when it is named; others get theirs in one run.", async () => {
  const month = "content/papers/2025-10.jsonl";
  const write = (ids: string[], changes: Partial<PaperRecord>) =>
    ids.map((id) => `${JSON.stringify(makeRecord({ id, abstract: SAMPLE_ABSTRACT, ...changes }))}\n`).join("");
  const [first, second] = ["2510.00001", "2510.00002"] as const;
  const other = "content/digests/2510.00002.md";
  const folder = makeFolder({ [month]: write([first, second], {}) });
  await run(folder, "check", "--stamp");
  const read = (path: string) => readFileSync(join(folder, path), "utf8");
  const stamped = read(DIGEST);
  const next = `${SAMPLE_ABSTRACT} More of it.`;
  writeFiles(folder, { [month]: write([first, second], { abstract: next }), [other]: makeDigestText() });

  const edited = stamped.replace("were slow", "were very slow");
  const half = stamped.replace(/checkedOn: .*\n/, "");
  const damaged = stamped.replace(/abstract: "./, 'abstract: "0');
  const torn = stamped.replace(/checkedSource: .*\n/, "");
  for (const text of [stamped, edited, half, damaged, torn]) {
    writeFileSync(join(folder, DIGEST), text);
    assert.equal((await run(folder, "check", "--stamp")).code, 0);
    assert.equal(read(DIGEST), text, "nobody said that it was read again");
    assert.match(read(other), /checkedSource/);
  }
  writeFileSync(join(folder, DIGEST), stamped);
  assert.match(
    (await run(folder, "check", "--stamp")).errors,
    /the abstract changed since\n {4}mend: .*--stamp 2510\.00001\n/,
  );
  assert.equal((await run(folder, "check", "--stamp", first)).errors, "");
  assert.notEqual(read(DIGEST), stamped);
  assert.equal((await run(folder, "check")).errors, "");

  // A digest that was written on while its source stood still may be stamped with the rest.
  writeFileSync(join(folder, DIGEST), read(DIGEST).replace("were slow", "were very slow"));
  assert.equal((await run(folder, "check", "--stamp")).errors, "");
});

test("A text of a file that is another than the one before is read by somebody before it is stamped.", async () => {
  const folder = makeFolder();
  const ask = (...rest: string[]) => run(folder, "check", "--abstracts", "abstracts.jsonl", "--stamp", ...rest);
  await ask();
  const stamped = readFileSync(join(folder, DIGEST), "utf8");
  writeFileSync(join(folder, "abstracts.jsonl"), ABSTRACTS.replace("We study", "Here we study"));
  assert.match(
    (await ask()).errors,
    /^notice: .*; the abstract changed since\n.*--stamp --abstracts FILE 2510\.00001\n$/,
  );
  assert.equal(readFileSync(join(folder, DIGEST), "utf8"), stamped);
  assert.equal((await ask("2510.00001")).errors, "");
  assert.notEqual(readFileSync(join(folder, DIGEST), "utf8"), stamped);
});

test("A digest that was copied to another paper with its stamp has none, and gets one of its own only by name.", async () => {
  const month = "content/papers/2025-10.jsonl";
  const folder = makeFolder({
    [month]: ["2510.00001", "2510.00002"]
      .map((id) => `${JSON.stringify(makeRecord({ id, abstract: SAMPLE_ABSTRACT }))}\n`)
      .join(""),
  });
  await run(folder, "check", "--stamp");
  const copy = readFileSync(join(folder, DIGEST), "utf8");
  const other = "content/digests/2510.00002.md";
  writeFiles(folder, { [other]: copy });
  const { code, errors } = await run(folder, "check", "--stamp");
  assert.equal(code, 0);
  assert.match(errors, /2510\.00002\.md {2}checkedText: the stamp is that of the digest of 2510\.00001, so it is not/);
  assert.equal(readFileSync(join(folder, other), "utf8"), copy);
  assert.equal((await run(folder, "check", "--stamp", "2510.00002")).errors, "");
  assert.match(readFileSync(join(folder, other), "utf8"), /paper: "2510\.00002"/);
});

test("A version with the same text is no news for the curator, and the next stamp names it.", async () => {
  const month = "content/papers/2025-10.jsonl";
  const write = (version: number) => `${JSON.stringify(makeRecord({ version, abstract: SAMPLE_ABSTRACT }))}\n`;
  const folder = makeFolder({ [month]: write(2) });
  await run(folder, "check", "--stamp");
  writeFiles(folder, { [month]: write(3) });
  assert.equal((await run(folder, "check")).errors, "");
  await run(folder, "check", "--stamp");
  assert.match(readFileSync(join(folder, DIGEST), "utf8"), /checkedSource: .* version: 3 /);
});

test("A digest of an earlier text is named also when it was just stamped.", async () => {
  const folder = makeFolder({ [DIGEST]: makeDigestText({ earlierText: "true" }) });
  const { code, errors } = await run(folder, "check", "--abstracts", "abstracts.jsonl", "--stamp");
  assert.equal(code, 0);
  assert.match(
    errors,
    /held against an earlier text of the abstract; the abstract was rewritten since\n {4}mend: .*, take earlierText out, /,
  );
});

test("A digest with a problem of either kind, or without an abstract, gets no stamp.", async () => {
  for (const [fields, abstracts] of [
    [{ problem: "All 19 harbours were slow." }, ABSTRACTS],
    [{ tags: "[planing]" }, ABSTRACTS],
    [{}, ABSTRACTS.replace("2510.00001", "2510.00002")],
  ] as const) {
    const folder = makeFolder({ [DIGEST]: makeDigestText(fields), "abstracts.jsonl": abstracts });
    await run(folder, "check", "--abstracts", "abstracts.jsonl", "--stamp");
    assert.equal(readFileSync(join(folder, DIGEST), "utf8"), makeDigestText(fields));
  }
});

test("A digest whose fields cannot be stamped by lines is named.", async () => {
  const [, fields = "", body = ""] = /^---\n(.*)\n---\n(.*)$/s.exec(makeDigestText()) ?? [];
  const flow = `---\n{ ${fields.replace(/: ([A-Z].*)\n/g, ': "$1"\n').replaceAll("\n", ",\n  ")} }\n---\n${body}`;
  const folder = makeFolder({ [DIGEST]: flow });
  const { code, errors } = await run(folder, "check", "--abstracts", "abstracts.jsonl", "--stamp");
  assert.equal(code, 0);
  assert.equal(
    errors,
    `notice: ${DIGEST}: the stamp could not be written, because the fields do not stand one on a line\n`,
  );
  assert.equal(readFileSync(join(folder, DIGEST), "utf8"), flow);
});

test("Ids limit the report to their digests, also to one that cannot be read.", async () => {
  const folder = makeFolder({
    "content/papers/2025-10.jsonl": ["2510.00001", "2510.00002"]
      .map((id) => `${JSON.stringify(makeRecord({ id }))}\n`)
      .join(""),
    [DIGEST]: makeDigestText({ by: "7" }),
    "content/digests/2510.00002.md": makeDigestText(),
  });
  assert.equal((await run(folder, "check", "https://arxiv.org/abs/2510.00002v3")).code, 0);
  const { code, errors } = await run(folder, "check", "2510.00001");
  assert.equal(code, 1);
  assert.match(errors, /^1 problem in 1 file\n\ncontent\/digests\/2510\.00001\.md:10 {2}by: /);
});

test("As JSON the report has problems, notices and counts, in order.", async () => {
  const folder = makeFolder({ [DIGEST]: makeDigestText({ tldr: "19 ships.", tags: "[planing]" }) });
  const { code, out, errors } = await run(folder, "check", "--abstracts", "abstracts.jsonl", "--json");
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
  const folder = makeFolder();
  for (const [args, told] of WRONG_CALLS) {
    const errors = `${told}\nnpm run digest -- check --help says how to call it.\n`;
    assert.deepEqual(await run(folder, ...args), { code: 2, out: "", errors }, args.join(" "));
  }
  assert.match((await run(folder, "chek")).errors, /^there is no command "chek"; did you mean "check"\?\n/);
});

test("A file of abstracts that is none is told like any other problem.", async () => {
  const folder = makeFolder({ "abstracts.jsonl": "[{]" });
  const { code, errors } = await run(folder, "check", "--abstracts", "abstracts.jsonl");
  assert.equal(code, 1);
  assert.match(errors, /^1 problem in 1 file\n\nabstracts\.jsonl(:1)? {2}this is not JSON that can be read\n/);
  assert.equal((await run(folder, "check", "--abstracts", "content")).code, 1);
  assert.doesNotMatch((await run(folder, "check", "--abstracts", "content")).errors, /\n {4}at /);
});

test("What is odd, such as an edition far ahead, is a notice and no problem; the clock may be set.", async (t) => {
  t.after(() => delete process.env["SOURCE_DATE_EPOCH"]);
  const folder = makeFolder();
  process.env["SOURCE_DATE_EPOCH"] = "1700000000";
  const { code, errors } = await run(folder, "check");
  assert.equal(code, 0);
  assert.match(errors, /^notice: content\/editions\/2026-03-09\.mdx:2 {2}date: this day lies far ahead\n/);
  const { notices } = JSON.parse((await run(folder, "check", "--json")).out) as { notices: string[] };
  assert.match(notices.join("\n"), /up to 2023-12-15 today/);
});

test("Help tells of every option.", async () => {
  const { code, out } = await run(tmpdir(), "check", "--help");
  assert.equal(code, 0);
  for (const option of ["--abstracts FILE", "--stamp", "--json", "ID …", "CONTENT_DIR"])
    assert.ok(out.includes(option), option);
  assert.match((await run(tmpdir(), "--help")).out, /\n {2}check {2}name every problem/);
});

const { path: seed, skip } = findSharedData("seed", "papers.json");

test("The digests that ship with the project keep to their abstracts.", { skip }, async () => {
  const { code, out, errors } = await run(PROJECT, "check", "--abstracts", seed);
  assert.equal(code, 0);
  const notices = errors.match(/^notice: .*/gm) ?? [];
  assert.equal(notices.length, 1, errors);
  assert.match(
    notices.join(),
    /2412\.12119\.md .* held against an earlier text of the abstract; the abstract was rewritten since$/,
  );
  const [, digests, numbers] = /^(\d+) digests held against their abstracts: (\d+) numbers found\n/.exec(out) ?? [];
  assert.ok(Number(digests) >= 50 && Number(numbers) > 300, out);
});
