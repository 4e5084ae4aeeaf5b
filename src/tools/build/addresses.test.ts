import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { recordAddresses } from "./addresses.ts";

const root = mkdtempSync(join(tmpdir(), "offprint-permalinks-"));
after(() => rmSync(root, { recursive: true }));
const content = join(root, "content");
const list = join(content, "addresses.txt");

/** Records a site with pages at these addresses. */
function publish(...addresses: string[]): number {
  return recordAddresses(
    content,
    addresses.map((address) => `${address}/index.html`),
  );
}

test("New permalinks are appended in order; those that are gone stay; weeks, months and files are none.", () => {
  mkdirSync(content);
  const first = [
    "papers/2510.00002",
    "papers/2510.00001",
    "papers",
    "about",
    "editions/2026-03-09",
    "editions/2026-W11",
    "tags/planning/2025-10",
    "pagefind/papers-1",
  ];
  assert.equal(publish(...first), 4);
  assert.equal(
    readFileSync(list, "utf8"),
    "/editions/2026-03-09/\n/papers/2510.00001/\n/papers/2510.00002/\n/tags/planning/\n",
  );
  assert.equal(publish("authors/李明", "papers/2510.00001", "organizations/port"), 2);
  assert.match(
    readFileSync(list, "utf8"),
    /\/papers\/2510\.00002\/\n\/tags\/planning\/\n\/authors\/李明\/\n\/organizations\/port\/\n$/,
  );
});

test("A list that has everything is not touched, and one without a last line break loses nothing.", () => {
  const before = statSync(list).mtimeMs;
  assert.equal(publish("papers/2510.00001"), 0);
  assert.equal(statSync(list).mtimeMs, before);
  writeFileSync(list, readFileSync(list, "utf8").trimEnd());
  assert.equal(publish("papers/2510.00003"), 1);
  assert.match(readFileSync(list, "utf8"), /\/organizations\/port\/\n\/papers\/2510\.00003\/\n$/);
});
