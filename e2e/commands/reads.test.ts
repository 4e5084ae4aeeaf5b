/** A command opens each file of content once, however many pages a service answers with. */
import assert from "node:assert/strict";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join, relative } from "node:path";
import { after, before, mock, test } from "node:test";
import { readHoldings } from "#data/content/content-store.ts";
import { makeAdd } from "#tools/commands/add.ts";
import { check } from "#tools/commands/check.ts";
import type { Command } from "#tools/commands/command.ts";
import { makeImport } from "#tools/commands/import.ts";
import { remove } from "#tools/commands/remove.ts";
import { rename } from "#tools/commands/rename.ts";
import { makeUpdate } from "#tools/commands/update.ts";
import { CACHE_FOLDER } from "#tools/folders.ts";
import { answerSample, type ServedPaper } from "../scenes/arxiv-service.ts";
import { runCaptured } from "../scenes/captured-run.ts";
import { makeContentFiles, makeRecord, writeFiles } from "../scenes/content-samples.ts";
import { makeFakeClock } from "../scenes/fake-clock.ts";
import { type Loopback, startLoopback } from "../scenes/loopback.ts";

fs.mkdirSync(CACHE_FOLDER, { recursive: true });
const root = fs.mkdtempSync(join(CACHE_FOLDER, "reads-test-"));
let server: Loopback;
/** What somebody else does while the second page of a query is asked for. */
let interfere: (() => void) | undefined;

/** 450 papers of three days, which are three pages of a query. */
const PAPERS: ServedPaper[] = Array.from({ length: 450 }, (_, index) => ({
  id: `3103.${10_001 + index}`,
  day: `2031-03-0${1 + (index % 3)}`,
}));

before(async () => {
  server = await startLoopback(({ url = "" }, response) => {
    if (!url.startsWith("/arxiv")) {
      response.writeHead(404).end("{}");
      return;
    }
    if (url.includes("start=200")) interfere?.();
    response.end(answerSample(PAPERS, url.includes("id_list") ? `${url}&start=0` : url));
  });
});
after(async () => {
  await server.close();
  fs.rmSync(root, { recursive: true });
});

/** A folder of content with a paper that was taken out and one that nothing names. */
function makeFolder(name: string): string {
  const other = makeRecord({ id: "2511.00002", title: "Other Ships", published: "2025-11-02" });
  const gone = { from: "/papers/2511.00003/", to: "/archive/", date: "2026-03-10", reason: "Taken out." };
  const files = {
    ...makeContentFiles(),
    "papers/2025-11.jsonl": `${JSON.stringify(other)}\n`,
    "redirects.jsonl": `${JSON.stringify(gone)}\n`,
    "addresses.txt": "/papers/2510.00001/\n",
  };
  const folder = join(root, name);
  writeFiles(join(folder, "content"), files);
  return folder;
}

async function run(folder: string, command: Command, args: string[]) {
  const apis = { ARXIV_API: `${server.address}/arxiv`, HF_API: `${server.address}/hf` };
  const environment = { CONTENT_DIR: "content", OFFPRINT_CACHE: "cache", ...apis };
  return runCaptured(command, [command.name, ...args], folder, environment);
}

/** Runs a command and counts how often it reads each file of content. */
function countReads(folder: string, command: Command, args: string[]) {
  return countDuring(folder, () => run(folder, command, args));
}

async function countDuring<Outcome extends object>(folder: string, work: () => Outcome | Promise<Outcome>) {
  const reads = new Map<string, number>();
  const { readFileSync } = fs;
  const count = (path: fs.PathOrFileDescriptor, ...rest: [never]) => {
    const name = relative(join(folder, "content"), String(path));
    const isContent = typeof path === "string" && !name.startsWith("..") && !name.startsWith(".");
    if (isContent) reads.set(name, (reads.get(name) ?? 0) + 1);
    return readFileSync(path, ...rest);
  };
  const spy = mock.method(fs, "readFileSync", count as typeof readFileSync);
  syncBuiltinESMExports();
  try {
    const outcome = await work();
    return { ...outcome, reads: Object.fromEntries([...reads].sort()) };
  } finally {
    spy.mock.restore();
    syncBuiltinESMExports();
  }
}

const network = () => ({ clock: makeFakeClock("2031-03-10T10:00:00Z"), seed: 4 });
const QUERY = ["arxiv", "--query", "cat:cs.CL", "--from", "2031-03-01", "--to", "2031-03-03"];
const ARCHIVE = {
  "days.jsonl": 1,
  "organizations.yaml": 1,
  "papers/2025-10.jsonl": 1,
  "papers/2025-11.jsonl": 1,
  "redirects.jsonl": 1,
};
/** Two batches of ids. */
const IDS = PAPERS.slice(0, 110).map(({ id }) => id);

test("An import of three pages opens the archive once", async () => {
  const { out, reads } = await countReads(makeFolder("import"), makeImport(network()), QUERY);
  assert.match(out, /^450 papers added/);
  assert.deepEqual(reads, ARCHIVE);
});

test("So do two batches of papers to add, and their update", async () => {
  const folder = makeFolder("add");
  const added = await countReads(folder, makeAdd(network()), ["--no-digest", ...IDS]);
  assert.match(added.out, /^110 papers added/);
  assert.deepEqual(added.reads, ARCHIVE);
  const updated = await countReads(folder, makeUpdate(network()), ["--fresh"]);
  assert.match(updated.out, /^0 papers added, 0 changed, 110 unchanged/);
  assert.deepEqual(updated.reads, { ...ARCHIVE, "papers/2031-03.jsonl": 1 });
});

test("Draft digests, a dry run, a new id, a removal and a check read no file twice", async () => {
  const folder = makeFolder("others");
  const commands: [Command, string[]][] = [
    [makeAdd(network()), ["3103.10001", "3103.10002"]],
    [makeImport(network()), [...QUERY, "--dry-run"]],
    [rename, ["2510.00001", "2510.00007"]],
    [remove, ["2511.00002"]],
    [check, []],
  ];
  for (const [command, args] of commands) {
    const { reads, errors } = await countReads(folder, command, args);
    const twice = Object.entries(reads).filter(([, count]) => count > 1);
    assert.ok(Object.keys(reads).length > 0, `${command.name}: ${errors}`);
    assert.deepEqual(twice, [], command.name);
  }
});

test("A build reads every file once, and with a store only what has changed", async () => {
  const folder = makeFolder("build");
  const read = () => countDuring(folder, () => readHoldings(join(folder, "content"), join(folder, "store")));
  const { reads } = await read();
  assert.deepEqual(new Set(Object.values(reads)), new Set([1]));
  assert.equal(Object.keys(reads).length, 9);
  const again = Object.entries((await read()).reads);
  assert.ok(
    again.length < 9 && again.every(([name, count]) => count === 1 && !name.startsWith("papers/")),
    String(again),
  );
});

test("What somebody else writes meanwhile is read before the next page is written, and stays", async () => {
  const folder = makeFolder("meanwhile");
  const months = ["2025-10", "2031-03"].map((month) => join(folder, `content/papers/${month}.jsonl`));
  const written: string[] = [];
  interfere = () => {
    for (const path of months) {
      const text = fs
        .readFileSync(path, "utf8")
        .replace(/"keywords":\[\]|"categories":\["cs.CL"\]/, (field) =>
          field.replace("]", `${field.endsWith("[]") ? "" : ","}"by hand"]`),
        );
      fs.writeFileSync(path, text);
      written.push(path);
    }
    interfere = undefined;
  };
  const { out } = await run(folder, makeImport(network()), QUERY);
  assert.match(out, /^450 papers added/);
  assert.deepEqual(written, months);
  for (const path of months) assert.match(fs.readFileSync(path, "utf8"), /"by hand"/, path);
});
