import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { recordAddresses } from "./addresses.ts";

const root = mkdtempSync(join(tmpdir(), "offprint-permalinks-"));
after(() => rmSync(root, { recursive: true }));
const [content, site] = [join(root, "content"), join(root, "site")];
const list = join(content, "addresses.txt");

function publish(...addresses: string[]): number {
  for (const address of addresses) mkdirSync(join(site, address), { recursive: true });
  return recordAddresses(content, site);
}

test("New permalinks are appended in order; those that are gone stay; weeks, months and files are none.", () => {
  mkdirSync(content);
  const first = [
    "papers/2510.00002",
    "papers/2510.00001",
    "editions/2026-03-09",
    "editions/2026-W11",
    "tags/planning/2025-10",
  ];
  assert.equal(publish(...first), 4);
  writeFileSync(join(site, "papers", "index.html"), "");
  assert.equal(
    readFileSync(list, "utf8"),
    "/editions/2026-03-09/\n/papers/2510.00001/\n/papers/2510.00002/\n/tags/planning/\n",
  );
  rmSync(join(site, "papers/2510.00002"), { recursive: true });
  assert.equal(publish("authors/李明", "organizations/port"), 2);
  assert.match(
    readFileSync(list, "utf8"),
    /\/papers\/2510\.00002\/\n\/tags\/planning\/\n\/authors\/李明\/\n\/organizations\/port\/\n$/,
  );
});

test("A list that has everything is not touched, and one without a last line break loses nothing.", () => {
  const before = statSync(list).mtimeMs;
  assert.equal(publish(), 0);
  assert.equal(statSync(list).mtimeMs, before);
  writeFileSync(list, readFileSync(list, "utf8").trimEnd());
  assert.equal(publish("papers/2510.00003"), 1);
  assert.match(readFileSync(list, "utf8"), /\/organizations\/port\/\n\/papers\/2510\.00003\/\n$/);
});
