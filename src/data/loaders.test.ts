import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { LoaderContext } from "astro/loaders";
import { makeContentFiles, makeRecord, writeFiles } from "#lib/content/samples.ts";
import { ContentError } from "#lib/errors.ts";
import { loadContent } from "./loaders.ts";

type Entry = { id: string; data: { [key: string]: unknown }; body?: string };
type Kind = Parameters<typeof loadContent>[0];

/** A content folder for one test, and what Astro would hand to a loader of it. */
function makeShop(t: { after(clear: () => void): void }) {
  const folder = mkdtempSync(join(tmpdir(), "offprint-loaders-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const files = makeContentFiles();
  writeFiles(folder, files);
  const entries = new Map<string, Entry>();
  const written: string[] = [];
  const errors: string[] = [];
  const watcher = Object.assign(new EventEmitter(), { add: () => watcher });
  const store = {
    has: (id: string) => entries.has(id),
    keys: () => [...entries.keys()],
    delete: (id: string) => entries.delete(id),
    set: (entry: Entry) => {
      written.push(entry.id);
      entries.set(entry.id, entry);
      return true;
    },
  };
  const logger = { error: (message: string) => errors.push(message) };
  const context = { store, meta: new Map<string, string>(), logger, watcher } as unknown as LoaderContext;
  return {
    entries,
    /** Ids in the order they were set, those that were set again twice. */
    written,
    errors,
    write: (changes: { [path: string]: string }) => writeFiles(folder, changes),
    remove: (path: string) => rmSync(join(folder, path)),
    load: async (kind: Kind) => loadContent(kind, folder).load(context),
    emit: (event: string, path: string) => watcher.emit(event, join(folder, path)),
  };
}

const writeRecords = (...ids: string[]) => ids.map((id) => `${JSON.stringify(makeRecord({ id }))}\n`).join("");

test("Each kind of file becomes entries under the ids that the site asks for.", async (t) => {
  const kinds = { records: "2510.00001", digests: "2510.00001", days: "2026-03-09 Daily", organizations: "port" };
  for (const [kind, id] of Object.entries(kinds)) {
    const shop = makeShop(t);
    await shop.load(kind as Kind);
    assert.deepEqual([...shop.entries.keys()], [id], kind);
  }
  const shop = makeShop(t);
  await shop.load("tags");
  assert.deepEqual([...shop.entries.keys()], ["planning", "tree-search", "robotics"]);
  assert.equal(shop.entries.get("tree-search")?.data["parent"], "planning");
});

test("A digest keeps the dots of its id and brings its prose.", async (t) => {
  const shop = makeShop(t);
  await shop.load("digests");
  assert.match(shop.entries.get("2510.00001")?.body ?? "", /Nothing much is said in here/);
});

test("A file whose bytes have not changed is not read again.", async (t) => {
  const shop = makeShop(t);
  shop.write({ "papers/2511.jsonl": writeRecords("2511.00001") });
  await shop.load("records");
  await shop.load("records");
  assert.equal(shop.written.length, 2);
  shop.write({ "papers/2511.jsonl": writeRecords("2511.00001", "2511.00002") });
  await shop.load("records");
  assert.deepEqual(shop.written.slice(2), ["2511.00001", "2511.00002"]);
});

test("What a file no longer has leaves the store, and a store that lost an entry gets it again.", async (t) => {
  const shop = makeShop(t);
  shop.write({ "papers/2511.jsonl": writeRecords("2511.00001", "2511.00002") });
  await shop.load("records");
  shop.write({ "papers/2511.jsonl": writeRecords("2511.00002") });
  await shop.load("records");
  assert.deepEqual([...shop.entries.keys()].sort(), ["2510.00001", "2511.00002"]);
  shop.remove("papers/2511.jsonl");
  shop.entries.delete("2510.00001");
  await shop.load("records");
  assert.deepEqual([...shop.entries.keys()], ["2510.00001"]);
});

test("Bad content fails with every problem of its kind, and nothing is stored.", async (t) => {
  const shop = makeShop(t);
  shop.write({
    "papers/2509.jsonl": writeRecords("2509.00001"),
    "papers/2511.jsonl": '{"id": "2511.00001"}\n',
    "papers/2512.jsonl": "not JSON\n",
  });
  await assert.rejects(shop.load("records"), (error) => {
    assert.ok(error instanceof ContentError);
    assert.match(error.message, /2511\.jsonl:1/);
    assert.match(error.message, /2512\.jsonl:1/);
    return true;
  });
  assert.equal(shop.entries.size, 0);
});

test("In dev a changed file is loaded; a bad one is told and the last good data stay.", async (t) => {
  const shop = makeShop(t);
  await shop.load("records");
  shop.write({ "papers/2510.jsonl": writeRecords("2510.00002") });
  shop.emit("add", "papers/2510.jsonl");
  assert.deepEqual([...shop.entries.keys()], ["2510.00001", "2510.00002"]);
  shop.write({ "papers/2510.jsonl": "not JSON\n" });
  shop.emit("change", "papers/2510.jsonl");
  assert.match(shop.errors.join(), /2510\.jsonl:1/);
  assert.deepEqual([...shop.entries.keys()], ["2510.00001", "2510.00002"]);
  shop.remove("papers/2510.jsonl");
  shop.emit("unlink", "papers/2510.jsonl");
  assert.deepEqual([...shop.entries.keys()], ["2510.00001"]);
});

test("In dev a file of another kind is none of a loader's business.", async (t) => {
  const shop = makeShop(t);
  await shop.load("records");
  shop.write({ "papers/2511.jsonl": writeRecords("2511.00001") });
  shop.emit("change", "tags.yaml");
  assert.deepEqual([...shop.entries.keys()], ["2510.00001"]);
});
