import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { checkContent } from "#lib/content/check.ts";
import { judgeDay } from "#lib/content/day.ts";
import { readContent } from "#lib/content/read.ts";
import { type CapturedRun, runCaptured } from "#scenes/captured-run.ts";
import {
  makeDigestText,
  makeProjectFolder,
  makeRecord,
  SAMPLE_ABSTRACT,
  stampSample,
} from "#scenes/content-samples.ts";
import { findSharedData } from "#scenes/shared-data.ts";
import { PROJECT_FOLDER } from "../folders.ts";
import { makeImport } from "./import.ts";

function run(folder: string, ...args: string[]): Promise<CapturedRun> {
  return runCaptured(makeImport(), ["import", ...args], folder, { CONTENT_DIR: "content" });
}

/** A day of Hugging Face with one paper that is nobody's. */
function makeDay(id: string, title = "Invented Harbours"): string {
  return JSON.stringify([
    { paper: { id, title, authors: [{ name: "Ada Quay" }], publishedAt: "2026-02-01T00:00:00.000Z", upvotes: 3 } },
  ]);
}

test("Files and folders come in; what changed and where it was written is told.", async () => {
  const folder = makeProjectFolder({
    "in/2026-02-03.json": makeDay("2602.00002"),
    "in/deep/2026-02-02.json": makeDay("2602.00001"),
    "in/notes.md": "not of this source",
    "own.jsonl": JSON.stringify(makeRecord({ abstract: "Ships." })),
  });
  assert.deepEqual(await run(folder, "hugging-face", "in"), {
    code: 0,
    out: `2 papers added, 0 changed, 0 unchanged, 0 refused
added    2602.00002
added    2602.00001
days     2026-02-02, 2026-02-03
written  content/papers/2026-02.jsonl, content/days.jsonl
`,
    errors: "",
  });
  const [line = ""] = readFileSync(join(folder, "content/papers/2026-02.jsonl"), "utf8").split("\n");
  assert.deepEqual(JSON.parse(line).sources, [{ name: "Hugging Face", retrieved: "2026-02-02" }]);
  assert.deepEqual(await run(folder, "jsonl", "own.jsonl"), {
    code: 0,
    out: `0 papers added, 1 changed, 0 unchanged, 0 refused
changed  2510.00001: abstract
written  content/papers/2025-10.jsonl
`,
    errors: "",
  });
});

test("What is refused is told with file, entry and reason, and the rest comes in.", async () => {
  const folder = makeProjectFolder({ "a.json": "<html>", "2026-02-03.json": makeDay("2602.00002") });
  const { code, out, errors } = await run(folder, "hugging-face", "a.json", "2026-02-03.json", "nowhere.json");
  assert.equal(code, 1);
  assert.match(out, /^1 paper added, 0 changed, 0 unchanged, 2 refused\n/);
  assert.match(
    errors,
    /^Refused, with 1 paper in: 2\n\nnowhere\.json {2}there is no such file or folder\n\na\.json {2}is a web page/,
  );
});

test("A dry run writes nothing, and --json prints one object.", async () => {
  const folder = makeProjectFolder({ "2026-02-03.json": makeDay("2602.00002") });
  const { code, out } = await run(folder, "hugging-face", "--dry-run", "--json", "2026-02-03.json");
  assert.equal(code, 0);
  assert.deepEqual(JSON.parse(out), {
    added: ["2602.00002"],
    changed: [],
    unchanged: [],
    refused: [],
    notices: [],
    days: ["2026-02-03"],
    files: ["content/papers/2026-02.jsonl", "content/days.jsonl"],
  });
  assert.equal(existsSync(join(folder, "content/papers/2026-02.jsonl")), false);
});

test("A call that makes no sense is told, with exit code 2, and nothing is read.", async () => {
  const folder = makeProjectFolder();
  const calls: [string[], RegExp][] = [
    [[], /say what to import: arxiv, hugging-face/],
    [["arxif", "x"], /there is no source "arxif"; known are/],
    [["listing", "x.txt"], /a listing needs --date YYYY-MM-DD/],
    [["listing", "x.txt", "--date", "2026-02-30"], /--date 2026-02-30 is not a day that exists/],
    [["jsonl", "x", "--dry"], /there is no option --dry/],
  ];
  for (const [args, message] of calls) {
    const { code, errors } = await run(folder, ...args);
    assert.equal(code, 2, args.join(" "));
    assert.match(errors, message);
  }
});

test("Standard input is read where no file is named, by the tool as people call it.", () => {
  const folder = makeProjectFolder();
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(PROJECT_FOLDER, "src/tools/digest.ts"), "import", "hugging-face", "--retrieved", "2026-02-05"],
    { cwd: folder, env: { ...process.env, CONTENT_DIR: "content" }, input: makeDay("2602.00003"), encoding: "utf8" },
  );
  assert.equal(status, 0);
  assert.match(stdout, /^1 paper added/);
  const line = readFileSync(join(folder, "content/papers/2026-02.jsonl"), "utf8");
  assert.deepEqual(JSON.parse(line).sources, [{ name: "Hugging Face", retrieved: "2026-02-05" }]);
});

test("Bytes that are no UTF-8 are read as Windows-1252.", async () => {
  const folder = makeProjectFolder();
  const entry = "@article{a, title={Häfen}, author={Ada Quay}, doi={10.1000/x}}";
  writeFileSync(join(folder, "a.bib"), Buffer.from(entry, "latin1"));
  assert.equal((await run(folder, "bibtex", "a.bib")).code, 0);
  assert.match(readFileSync(join(folder, "content/papers/undated.jsonl"), "utf8"), /"Häfen"/);
});

const { path: shared, skip } = findSharedData();

test("The listing of the fifty attaches their abstracts and touches nothing else; a second run writes nothing.", {
  skip,
}, async () => {
  const folder = makeProjectFolder();
  rmSync(join(folder, "content"), { recursive: true });
  cpSync(join(PROJECT_FOLDER, "content"), join(folder, "content"), { recursive: true });
  const call = ["listing", join(shared, "seed/listing.txt"), "--date", "2026-03-09", "--json"];
  const first = await run(folder, ...call);
  const report = JSON.parse(first.out);
  assert.equal(first.code, 0);
  assert.deepEqual(
    [report.added.length, report.changed.length, report.refused.length, report.notices.length],
    [0, 50, 0, 3],
  );
  // The other digests were held against the very texts that come in.
  const lost = report.notices.filter(({ field = "" }: { field?: string }) => field.startsWith("checked"));
  assert.match(lost.map(({ file }: { file: string }) => file).join(), /digests\/2412\.12119\.md$/);
  assert.deepEqual(
    new Set(report.changed.flatMap(({ fields }: { fields: string[] }) => fields)),
    new Set(["abstract"]),
  );
  for (const name of readdirSync(join(folder, "content/digests"))) {
    const read = (base: string) => readFileSync(join(base, "content/digests", name), "utf8");
    assert.equal(read(folder), read(PROJECT_FOLDER), name);
  }
  const second = JSON.parse((await run(folder, ...call)).out);
  assert.deepEqual([second.unchanged.length, second.files], [50, []]);
});

test("Digests that do not keep to what has come in are named with what it lacks; only those that were never checked keep the content from being built.", async () => {
  const before = makeRecord({ abstract: SAMPLE_ABSTRACT, version: 2, updated: "2025-10-21" });
  const after = { ...before, abstract: "We study 19 harbours.", version: 4, updated: "2026-04-01" };
  const text = makeDigestText({ problem: "All 18 harbours were slow." });
  for (const [digest, count, lost] of [
    [stampSample(text, before), 0, /^To know: 2\n\n.*checkedSource: .*; version 4 is out\n/],
    [text, 1, /^To know: 1\n\n/],
  ] as const) {
    const folder = makeProjectFolder({
      "content/papers/2025-10.jsonl": `${JSON.stringify(before)}\n`,
      "content/digests/2510.00001.md": digest,
      "own.jsonl": JSON.stringify({ ...after, sources: [{ name: "arXiv", retrieved: "2026-04-02" }] }),
    });
    const { code, errors } = await run(folder, "jsonl", "own.jsonl");
    assert.equal(code, 0);
    assert.match(errors, lost);
    assert.match(errors, /2510\.00001\.md:3 {2}problem: this number is not in the title, .*\n {4}found: {3}"18" in /);
    assert.equal(checkContent(readContent(join(folder, "content"))).length, count);
  }
});

test("The real days come in whole, and make content without a problem.", { skip }, async () => {
  const folder = makeProjectFolder();
  rmSync(join(folder, "content"), { recursive: true });
  const { code, out } = await run(folder, "hugging-face", join(shared, "data/hf-daily"), "--json");
  const report = JSON.parse(out);
  assert.deepEqual([code, report.added.length, report.refused.length, report.days.length], [0, 893, 0, 45]);
  const content = readContent(join(folder, "content"));
  assert.deepEqual(checkContent(content), []);
  assert.deepEqual(new Set(content.days.lines.map(({ data }) => judgeDay(data))), new Set(["complete"]));
  assert.equal(
    content.days.lines.reduce((sum, { data }) => sum + data.taken, 0),
    895,
  );
});
