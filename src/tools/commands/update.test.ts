import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { answerSample, type ServedPaper } from "#scenes/arxiv-service.ts";
import { runCaptured } from "#scenes/captured-run.ts";
import { makeDigestText, makeRecord, stampSample, writeFiles } from "#scenes/content-samples.ts";
import { makeFakeClock } from "#scenes/fake-clock.ts";
import { type Loopback, startLoopback } from "#scenes/loopback.ts";
import { CACHE_FOLDER } from "../folders.ts";
import { makeUpdate } from "./update.ts";

mkdirSync(CACHE_FOLDER, { recursive: true });
const root = mkdtempSync(join(CACHE_FOLDER, "update-test-"));
let server: Loopback;
let asked: string[] = [];
/** What arXiv has, and what Hugging Face answers for a paper. */
let papers: ServedPaper[] = [];
/** A paper for which arXiv never answers. */
let lost = "none";
let answerPaper: (id: string, response: ServerResponse) => void;

before(async () => {
  server = await startLoopback((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
    const ids = searchParams.get("id_list");
    asked.push(ids === null ? pathname : `arXiv ${ids.split(",").length}`);
    if (ids === null) answerPaper(pathname.slice("/hf/papers/".length), response);
    else if (papers.length === 0 || ids.includes(lost)) response.writeHead(503).end();
    else response.end(answerSample(papers, `${request.url}&start=0`));
  });
});
after(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

/** A record that arXiv and Hugging Face gave at the beginning of the month. */
function makeLine(id: string, changes: { [field: string]: unknown }): string {
  const sources = ["arXiv", "Hugging Face"].map((name) => ({ name, retrieved: "2031-03-01" }));
  const published = "2031-02-01";
  const links = {};
  return JSON.stringify(
    makeRecord({ id, title: `Harbours of ${id}`, authors: ["Ada Quay"], published, sources, links, ...changes }),
  );
}

const LINES = [
  makeLine("3102.00001", { featured: ["2031-02-25"], version: 1, upvotes: 3 }),
  makeLine("3102.00002", { featured: ["2031-02-24"] }),
  makeLine("3102.00003", { updated: "2031-03-10", version: 1 }),
  makeLine("3102.00004", { published: "2031-03-11" }),
  makeLine("doi:10.1000/quay", { published: "2031-03-09" }),
];

/** Runs `update` on 10 March 2031 in a folder that has these records. */
async function run(name: string, args: string[], lines = LINES) {
  asked = [];
  const folder = join(root, name);
  const text = lines.map((line) => `${line}\n`).join("");
  writeFiles(folder, { "content/papers/2031-02.jsonl": text });
  const clock = makeFakeClock("2031-03-10T10:00:00Z");
  const apis = { ARXIV_API: `${server.address}/arxiv`, HF_API: `${server.address}/hf` };
  const environment = { CONTENT_DIR: "content", OFFPRINT_CACHE: "cache", ...apis };
  const course = await runCaptured(makeUpdate({ clock, seed: 4 }), ["update", ...args], folder, environment);
  const now = readFileSync(join(folder, "content/papers/2031-02.jsonl"), "utf8");
  const records = now.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line)]));
  return { ...course, isSame: now === text, find: (id: string) => records.find((record) => record.id === id) };
}

const answerVotes = (id: string, response: ServerResponse) => {
  response.end(JSON.stringify({ id, title: `Harbours of ${id}`, upvotes: 7, githubRepo: "https://example.org/quay" }));
};

test("Papers of the last fourteen days get their versions, withdrawals and counts; others, and those ahead, are let be.", async () => {
  papers = [
    { id: "3102.00001", day: "2031-02-01", version: 2 },
    { id: "3102.00003", day: "2031-02-01", version: 2, comment: "This paper has been withdrawn" },
  ];
  answerPaper = answerVotes;
  const { code, out, errors, find } = await run("recent", []);
  assert.deepEqual([code, errors], [0, ""]);
  assert.deepEqual(asked, ["arXiv 2", "/hf/papers/3102.00001", "/hf/papers/3102.00003"]);
  assert.match(out, /^0 papers added, 2 changed, 0 unchanged, 0 refused$/m);
  const [updated, withdrawn] = [find("3102.00001"), find("3102.00003")];
  assert.deepEqual([updated.version, updated.upvotes, updated.links.code], [2, 7, "https://example.org/quay"]);
  assert.deepEqual(updated.history, [{ date: "2031-03-10", source: "arXiv", field: "version", from: "1", to: "2" }]);
  assert.equal(withdrawn.withdrawn, true);
});

test("A digest whose source has moved on is named, with the cure, at each update until it is held against it again.", async () => {
  const record = makeRecord({ id: "3102.00001", title: "Harbours of 3102.00001", version: 1, published: "2031-02-01" });
  const digest = stampSample(makeDigestText(), record).replaceAll("2026-03-10", "2031-02-28");
  writeFiles(join(root, "moved"), { "content/digests/3102.00001.md": digest });
  papers = [{ id: "3102.00001", day: "2031-02-01", version: 2 }];
  answerPaper = answerVotes;
  const { code, errors } = await run("moved", ["3102.00001"]);
  assert.equal(code, 0);
  assert.match(
    errors,
    /^To know: 1\n\n.*digests\/3102\.00001\.md {2}checkedSource: the digest was held against version 1 of 1 February 2031; version 2 is out$/m,
  );
  assert.match(errors, /^ {4}mend: {4}read the source .*, then: npm run digest -- check --stamp 3102\.00001$/m);
  const again = await run(
    "moved",
    ["3102.00001", "--json"],
    [JSON.stringify({ ...record, version: 2, abstract: "Other." })],
  );
  assert.equal(JSON.parse(again.out).notices.length, 1);
  await run("moved", ["3102.00001", "--dry-run"]);
});

test("How many days, or which papers, can be said; a paper that is not at arXiv has nobody to be asked.", async () => {
  papers = [{ id: "3102.00002", day: "2031-02-01" }];
  await run("days", ["--days", "15"]);
  assert.equal(asked[0], "arXiv 3");
  await run("one-day", ["--days", "1"]);
  assert.equal(asked[0], "arXiv 1");
  const named = await run("named", ["https://arxiv.org/abs/3102.00002v1", "doi:10.1000/quay"]);
  assert.equal(named.code, 0);
  assert.deepEqual(asked, ["arXiv 1", "/hf/papers/3102.00002"]);
  assert.match(named.errors, /doi:10\.1000\/quay: is not at arXiv; there is nobody to ask/);
});

test("What is not known is refused, and so is what arXiv does not have; the rest is done.", async () => {
  papers = [{ id: "3102.00001", day: "2031-02-01", version: 2 }];
  answerPaper = answerVotes;
  const { code, errors, find } = await run("unknown", ["3102.00001", "3102.00002", "3102.09999", "harbour"]);
  assert.equal(code, 1);
  assert.match(errors, /command line {2}3102\.09999: there is no record of this paper/);
  assert.match(errors, /command line {2}harbour: this names no paper/);
  assert.match(errors, /arXiv {2}3102\.00002: there is no paper of this id/);
  assert.deepEqual([find("3102.00001").version, find("3102.00002").upvotes], [2, 7]);
});

test("When Hugging Face is away, it is asked once and no more, and that is only a notice.", async () => {
  papers = [1, 3].map((number) => ({ id: `3102.0000${number}`, day: "2031-02-01", version: 2 }));
  answerPaper = (_, response) => response.writeHead(429, { "Retry-After": "3600" }).end();
  const { code, errors, find } = await run("votes", []);
  assert.deepEqual([code, asked], [0, ["arXiv 2", "/hf/papers/3102.00001"]]);
  assert.match(
    errors,
    /no votes, comments, code and organisation from there: .* come back after 10 March 2031, 11:00 UTC/,
  );
  assert.match(errors, /Hugging Face {2}1 more paper not asked for, from 3102\.00003 on/);
  assert.deepEqual([find("3102.00001").version, find("3102.00001").upvotes], [2, 3]);
});

test("When arXiv is away, its papers are refused, and counts still come in.", async () => {
  papers = [];
  answerPaper = answerVotes;
  const { code, errors, find } = await run("arxiv", []);
  assert.equal(code, 1);
  assert.match(errors, /arXiv {2}3102\.00001: arXiv answered 503 .* It was asked 5 times within \d+ seconds\./);
  assert.deepEqual([find("3102.00001").version, find("3102.00001").upvotes], [1, 7]);
});

test("More than a hundred are asked for by the hundred, and a hundred that fails keeps no other out.", async () => {
  const ids = Array.from({ length: 150 }, (_, index) => `3102.${String(index + 10_000)}`);
  papers = ids.map((id) => ({ id, day: "2031-03-01", version: 2 }));
  answerPaper = (_, response) => response.writeHead(404).end("{}");
  const lines = ids.map((id) => makeLine(id, { featured: ["2031-03-09"], version: 1 }));
  const { code, out } = await run("many", ["--json"], lines);
  assert.deepEqual([code, JSON.parse(out).changed.length], [0, 150]);
  assert.deepEqual([asked.filter((one) => one.startsWith("arXiv")), asked.length], [["arXiv 100", "arXiv 50"], 152]);
  await run("many", ["--json"], lines);
  assert.deepEqual(asked, [], "that Hugging Face has no page of a paper is remembered for the day too");
  lost = "3102.10000";
  const half = await run("half", ["--json"], lines);
  lost = "none";
  assert.deepEqual([half.code, JSON.parse(half.out).changed.length, JSON.parse(half.out).refused.length], [1, 50, 100]);
});

test("A dry run writes nothing; what makes no sense is told with exit code 2.", async () => {
  papers = [1, 3].map((number) => ({ id: `3102.0000${number}`, day: "2031-02-01", version: 2 }));
  answerPaper = answerVotes;
  const { out, isSame } = await run("dry", ["--dry-run"]);
  assert.match(out, /would write {2}content\/papers\/2031-02\.jsonl/);
  assert.equal(isSame, true);
  for (const args of [
    ["--days", "0"],
    ["--days", "x"],
    ["--days", "3", "3102.00001"],
    ["--dya", "3"],
  ]) {
    assert.equal((await run("usage", args)).code, 2, args.join(" "));
  }
});
