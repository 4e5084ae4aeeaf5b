import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { checkContent } from "#lib/content/check.ts";
import { fingerprintData } from "#lib/content/data-fingerprint.ts";
import { readContent } from "#lib/content/read.ts";
import { ContentError } from "#lib/errors.ts";
import {
  makeContentFiles,
  makeDigestText,
  makeRecord,
  SAMPLE_ABSTRACT,
  stampSample,
  writeFiles,
} from "#scenes/content-samples.ts";
import { makeLibrary } from "../library.ts";
import { stampContent } from "./content-stamps.ts";
import { readHoldings } from "./content-store.ts";
import { readStored, writeStored } from "./stored-file.ts";

const SECOND = `${JSON.stringify(makeRecord({ id: "2511.00001", title: "Harbour Two", published: "2025-11-02" }))}\n`;

/** A content folder with two months, and a store. */
function makeShelf(t: TestContext) {
  const root = mkdtempSync(join(tmpdir(), "offprint-holdings-"));
  t.after(() => rmSync(root, { recursive: true }));
  const [folder, store] = [join(root, "content"), join(root, "store")];
  const write = (files: { [path: string]: string }) => writeFiles(folder, files);
  write({ ...makeContentFiles(), "papers/2025-11.jsonl": SECOND });
  return { folder, store, write, remove: (path: string) => rmSync(join(folder, path)) };
}

/** Everything that pages could ask of papers. */
function describe(folder: string, store?: string): string[] {
  const { papers, introductions } = makeLibrary(readHoldings(folder, store));
  const whole = papers.map(({ facts, record, digest, topics, organization, order, entry, version, isTopicsAssigned }) =>
    fingerprintData([facts, record, digest, topics, organization, order, entry, version, isTopicsAssigned]),
  );
  return [...whole, JSON.stringify([...introductions])];
}

test("What is kept of a month gives the same papers as its files.", (t) => {
  const { folder, store } = makeShelf(t);
  const fresh = describe(folder);
  assert.deepEqual(describe(folder, store), fresh);
  assert.deepEqual(describe(folder, store), fresh);
});

test("A digest that has lost its stamp is known of, also from what is kept: when it, or its source, has changed.", (t) => {
  const { folder, store, write } = makeShelf(t);
  const stamped = stampSample(makeDigestText());
  const unstamped = () => {
    const kept = readHoldings(folder, store).unstamped;
    assert.deepEqual(readHoldings(folder, store).unstamped, kept);
    assert.deepEqual(readHoldings(folder).unstamped, kept);
    return kept;
  };
  assert.deepEqual(unstamped(), []);
  write({ "digests/2510.00001.md": stamped });
  assert.deepEqual(unstamped(), []);
  write({ "papers/2025-10.jsonl": `${JSON.stringify(makeRecord({ title: "Ports" }))}\n` });
  assert.deepEqual(unstamped(), ["2510.00001"]);
  write({
    "papers/2025-10.jsonl": `${JSON.stringify(makeRecord())}\n`,
    "digests/2510.00001.md": stamped.replace("slow", "fast"),
  });
  assert.deepEqual(unstamped(), ["2510.00001"]);
  write({ "digests/2510.00001.md": stamped });
  assert.deepEqual(unstamped(), []);
});

test("A digest whose file is as it was is not read again when its month has changed; one that has changed is.", (t) => {
  const { folder, store, write } = makeShelf(t);
  const digest = makeDigestText();
  const readBody = () => readHoldings(folder, store).papers.find(({ digest: own }) => own !== undefined)?.digest?.body;
  const addRecord = (number: number) => {
    const other = makeRecord({ id: `2510.0000${number}`, title: `Port ${number}` });
    write({ "papers/2025-10.jsonl": [makeRecord(), other].map((one) => `${JSON.stringify(one)}\n`).join("") });
  };
  const body = readBody();
  // As if it had been read so: whatever comes from the store says "kept".
  const path = join(store, "2025-10.digests.json");
  const kept = Object.entries(readStored<{ [fingerprint: string]: object }>(path) ?? {});
  writeStored(path, Object.fromEntries(kept.map(([fingerprint, own]) => [fingerprint, { ...own, body: "kept" }])));
  addRecord(2);
  assert.equal(readBody(), "kept");
  write({ "digests/2510.00001.md": digest });
  addRecord(3);
  assert.equal(readBody(), "kept");
  write({ "digests/2510.00001.md": digest.replace("slow", "fast") });
  assert.equal(readBody(), body?.replace("slow", "fast"));
});

test("After every change the papers are those of the files: records, digests, editions, files that come and go.", (t) => {
  const { folder, store, write, remove } = makeShelf(t);
  const files = makeContentFiles();
  const digest = files["digests/2510.00001.md"] ?? "";
  const changes: (() => void)[] = [
    () => write({ "papers/2025-11.jsonl": SECOND.replace("Harbour Two", "Harbour Six") }),
    () => write({ "papers/2025-11.jsonl": `\uFEFF${SECOND}` }),
    () => write({ "digests/2510.00001.md": digest.replace(/^tldr: .*$/m, "tldr: Ships count themselves.") }),
    () => write({ "digests/2511.00001.md": digest }),
    () => remove("digests/2511.00001.md"),
    () => write({ "editions/2026-03-09.mdx": `${files["editions/2026-03-09.mdx"]}\nMore words.\n` }),
    () => remove("papers/2025-11.jsonl"),
  ];
  let last = describe(folder, store);
  for (const [index, change] of changes.entries()) {
    change();
    const now = describe(folder, store);
    assert.deepEqual(now, describe(folder), `change ${index}`);
    assert.notDeepEqual(now, last, `change ${index}`);
    last = now;
  }
});

test("Whatever is wrong, every problem is told, and told again when nothing has changed.", (t) => {
  const { folder, store, write } = makeShelf(t);
  readHoldings(folder, store);
  write({ "papers/2025-12.jsonl": '{"id": "2512.00001"}\n', "digests/2512.00009.md": "no front matter" });
  for (let round = 0; round < 2; round += 1) {
    assert.throws(
      () => readHoldings(folder, store),
      (error) =>
        error instanceof ContentError && /2025-12\.jsonl:1/.test(error.message) && /2512\.00009/.test(error.message),
    );
  }
});

test("A digest's topic that the vocabulary lacks, or that stands twice, is told as the check tells it.", (t) => {
  const { folder, store, write } = makeShelf(t);
  readHoldings(folder, store);
  for (const tags of ["[planning, nowhere]", "[planning, planning]"]) {
    write({ "digests/2510.00001.md": makeDigestText({ tags }) });
    for (let round = 0; round < 2; round += 1) {
      assert.throws(() => readHoldings(folder, store), /digests\/2510\.00001\.md:\d+ {2}tags\[1\]: this topic/);
    }
    assert.throws(() => readHoldings(folder), /tags\[1\]: this topic/);
  }
});

test("A number that the source lacks is told as the check tells it, unless the source has moved on since the check.", (t) => {
  const { folder, store, write } = makeShelf(t);
  const digest = makeDigestText({ problem: "All 18 harbours were slow." });
  const month = (abstract: string) => `${JSON.stringify(makeRecord({ abstract }))}\n`;
  const sound = { "papers/2025-10.jsonl": month(SAMPLE_ABSTRACT), "digests/2510.00001.md": digest };
  const moved = { "papers/2025-10.jsonl": month("We study 19 harbours.") };
  const told = () => checkContent(readContent(folder));
  for (const [name, text] of Object.entries({ unstamped: digest, edited: stampSample(digest).replace("All", "The") })) {
    write({ ...sound, "digests/2510.00001.md": text });
    readHoldings(folder, store);
    write(moved);
    for (const kept of [store, store, undefined]) {
      assert.throws(
        () => readHoldings(folder, kept),
        (error) => {
          assert.ok(error instanceof ContentError);
          assert.deepEqual([error.problems, error.problems.length], [told(), 1], name);
          return true;
        },
      );
    }
  }
  write({ ...moved, "digests/2510.00001.md": stampSample(digest) });
  assert.deepEqual(told(), []);
  for (const kept of [store, store, undefined]) {
    assert.deepEqual(readHoldings(folder, kept).unstamped, ["2510.00001 (hold it against the new version: 1 fault)"]);
  }
});

test("A paper that an edition names is missed also when the edition has not changed.", (t) => {
  const { folder, store, write, remove } = makeShelf(t);
  readHoldings(folder, store);
  remove("papers/2025-10.jsonl");
  remove("digests/2510.00001.md");
  write({ "papers/2025-11.jsonl": SECOND });
  assert.throws(() => readHoldings(folder, store), /editions\/2026-03-09\.mdx/);
});

test("Stamps tell a change of any file, and that of the list of addresses apart.", (t) => {
  const { folder, write } = makeShelf(t);
  const before = stampContent(folder);
  assert.deepEqual(stampContent(folder), before);
  write({ "addresses.txt": "/papers/2510.00001/\n" });
  const listed = stampContent(folder);
  assert.equal(listed.content, before.content);
  assert.notEqual(listed.addresses, before.addresses);
  write({ "digests/2510.00001.md": "changed" });
  assert.notEqual(stampContent(folder).content, before.content);
});
