import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type CapturedRun, runCaptured } from "#scenes/captured-run.ts";
import { makeContentFiles, writeFiles } from "#scenes/content-samples.ts";
import { makeFakeClock } from "#scenes/fake-clock.ts";
import { type Loopback, startLoopback } from "#scenes/loopback.ts";
import { CACHE_FOLDER } from "../folders.ts";
import { makeAdd } from "./add.ts";

/** What the loopback's arXiv knows, by id. */
const TITLES: { [id: string]: string } = { "2511.00002": "Harbours of Tree Search", "hep-th/9901001": "Old Harbours" };

mkdirSync(CACHE_FOLDER, { recursive: true });
const root = mkdtempSync(join(CACHE_FOLDER, "add-test-"));
let server: Loopback;
let asked: string[] = [];
let hasHuggingFace = true;

before(async () => {
  server = await startLoopback((request, response) => {
    const url = new URL(request.url ?? "", "http://localhost");
    asked.push(url.pathname + decodeURIComponent(url.search));
    if (url.pathname === "/arxiv") {
      response.end(makeFeed((url.searchParams.get("id_list") ?? "").split(",")));
    } else if (hasHuggingFace) {
      response.end(JSON.stringify({ id: url.pathname.slice("/hf/papers/".length), title: "x", upvotes: 7 }));
    } else {
      response.statusCode = 503;
      response.end("busy");
    }
  });
});
after(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

function makeFeed(ids: string[]): string {
  const entries = ids
    .filter((id) => id in TITLES)
    .map(
      (id) => `<entry><id>http://arxiv.org/abs/${id}v2</id><title>${TITLES[id]}</title><summary>Ships.</summary>
<published>2025-11-01T00:00:00Z</published><updated>2025-11-02T00:00:00Z</updated>
<category term="cs.AI" scheme="http://arxiv.org/schemas/atom"/><author><name>Ada Quay</name></author></entry>`,
    );
  return `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom">${entries.join("")}</feed>`;
}

function makeFolder(name: string): string {
  const folder = join(root, name);
  const content = Object.entries(makeContentFiles()).map(([path, text]) => [`content/${path}`, text]);
  writeFiles(folder, Object.fromEntries(content));
  return folder;
}

function run(folder: string, ...args: string[]): Promise<CapturedRun> {
  asked = [];
  const apis = { ARXIV_API: `${server.address}/arxiv`, HF_API: `${server.address}/hf` };
  const environment = { CONTENT_DIR: "content", OFFPRINT_CACHE: "cache", ...apis };
  return runCaptured(makeAdd({ clock: makeFakeClock("2026-03-10T10:00:00Z") }), ["add", ...args], folder, environment);
}

test("Papers in any form of their ids come in by one question, enriched, each with a digest file that names likely topics.", async () => {
  const folder = makeFolder("forms");
  const { code, out } = await run(
    folder,
    "arXiv:2511.00002v1",
    "https://arxiv.org/pdf/hep-th/9901001",
    "https://huggingface.co/papers/2511.00002",
    "--by",
    "the pilots",
  );
  assert.equal(code, 0);
  assert.deepEqual(asked, [
    "/arxiv?id_list=2511.00002,hep-th/9901001&max_results=2",
    "/hf/papers/2511.00002",
    "/hf/papers/hep-th/9901001",
  ]);
  assert.match(out, /^2 papers added, .*\n(.*\n)*written {2}4 files\n$/);
  const record = JSON.parse(readFileSync(join(folder, "content/papers/2025-11.jsonl"), "utf8"));
  assert.deepEqual(
    [record.title, record.version, record.upvotes, record.sources.map(({ name }: { name: string }) => name)],
    ["Harbours of Tree Search", 2, 7, ["arXiv", "Hugging Face"]],
  );
  const draft = readFileSync(join(folder, "content/digests/2511.00002.md"), "utf8");
  assert.match(draft, /# {3}tree-search: /);
  assert.match(draft, /^by: the pilots$/m);
  assert.ok(existsSync(join(folder, "content/digests/hep-th_9901001.md")));
});

test("What cannot be seen comes along with a paste, and is no part of an id.", async () => {
  const folder = makeFolder("pasted");
  await run(folder, "\u202a2511.00002\u202c", "arXiv:hep-th/9901001\u200b");
  assert.ok(
    asked.some((question) => question.includes("2511.00002,hep-th/9901001")),
    asked.join(),
  );
});

test("A digest that is there is never made again nor touched.", async () => {
  const folder = makeFolder("again");
  const path = join(folder, "content/digests/2511.00002.md");
  writeFileSync(path, "half written");
  const { code, out } = await run(folder, "2511.00002");
  assert.equal(code, 0);
  assert.equal(readFileSync(path, "utf8"), "half written");
  assert.doesNotMatch(out, /digests/);
});

test("What arXiv does not have is refused, what is no id too, the rest comes in; Hugging Face need not answer.", async () => {
  hasHuggingFace = false;
  const folder = makeFolder("missing");
  const { code, errors, out } = await run(folder, "2511.00002", "2511.09999", "harbours", "--no-digest");
  hasHuggingFace = true;
  assert.equal(code, 1);
  assert.match(out, /^1 paper added/);
  assert.match(
    errors,
    /To know: 1\n\nHugging Face {2}2511\.00002: no votes, comments, code and organisation from there: Hugging Face answered 503/,
  );
  assert.match(errors, /command line {2}harbours: this names no paper at arXiv/);
  assert.match(errors, /arXiv {2}2511\.09999: there is no paper of this id/);
  assert.equal(existsSync(join(folder, "content/digests/2511.00002.md")), false);
});

test("When arXiv cannot be reached, nothing is written and a sentence says why.", async () => {
  const folder = makeFolder("offline");
  const environment = { CONTENT_DIR: "content", OFFPRINT_CACHE: "cache", ARXIV_API: "http://127.0.0.1:9/" };
  const command = makeAdd({ clock: makeFakeClock("2026-03-10T10:00:00Z") });
  const { code, errors } = await runCaptured(command, ["add", "2511.00002"], folder, environment);
  assert.equal(code, 1);
  assert.match(errors, /2511\.00002: arXiv \(127\.0\.0\.1:9\) could not be reached/);
  assert.equal(existsSync(join(folder, "content/papers/2025-11.jsonl")), false);
});

test("A dry run writes neither record nor digest; without a paper the call is wrong.", async () => {
  const folder = makeFolder("dry");
  const { code, out } = await run(folder, "2511.00002", "--dry-run");
  assert.equal(code, 0);
  assert.match(out, /would write {2}content\/papers\/2025-11\.jsonl, content\/digests\/2511\.00002\.md/);
  assert.equal(existsSync(join(folder, "content/digests/2511.00002.md")), false);
  assert.equal((await run(folder)).code, 2);
});
