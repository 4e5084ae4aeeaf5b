import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { makeContentFiles, makeRecord, writeFiles } from "#scenes/content-samples.ts";
import { formatProblem } from "../errors.ts";
import { checkContent } from "./check.ts";
import { nameContentFile, readContent } from "./read.ts";

const root = mkdtempSync(join(tmpdir(), "offprint-addresses-"));
after(() => rmSync(root, { recursive: true }));
let count = 0;

function print(changes: { [path: string]: string }): string {
  count += 1;
  const folder = join(root, String(count));
  writeFiles(folder, { ...makeContentFiles(), ...changes });
  const problems = checkContent(readContent(folder)).map(formatProblem).join("\n");
  return problems.replaceAll(`${nameContentFile(folder)}/`, "");
}

const PUBLISHED = [
  "/papers/2510.00001/",
  "/papers/2509.00009/",
  "/papers/2508.00008/",
  "/editions/2026-03-09/",
  "/tags/planning/",
  "/authors/nobody-any-more/",
  "/organizations/gone/",
];
const REDIRECT = { from: "/papers/2508.00008/", to: "/papers/2510.00001/", date: "2026-03-10", reason: "Doubled." };

test("Published addresses that have a page, a new id or a redirect are fine; pages of names may come and go.", () => {
  assert.equal(
    print({
      "addresses.txt": `${PUBLISHED.join("\n")}\n`,
      "papers/2025-10.jsonl": `${JSON.stringify(makeRecord({ previousIds: ["2509.00009"] }))}\n`,
      "redirects.jsonl": `${JSON.stringify(REDIRECT)}\n`,
    }),
    "",
  );
});

test("A published paper, day or topic without a page is named with its line and the cure.", () => {
  const told = print({
    "addresses.txt": "/papers/2510.00001/\n\n/papers/2509.00009/\n/editions/2026-03-08/\n/tags/gone/\n",
  });
  assert.deepEqual(
    told.split("\n").filter((line) => line.startsWith("addresses.txt")),
    [3, 4, 5].map((line) => `addresses.txt:${line}  this address was published, and has no page any more`),
  );
  assert.match(told, /found: {3}\/papers\/2509\.00009\/\n.*\n {4}mend: {4}bring it back, or say in redirects\.jsonl/);
});

test("A redirect is told that leads nowhere, leads away from a page, stands twice or is no address.", () => {
  const lines = [
    REDIRECT,
    REDIRECT,
    { ...REDIRECT, from: "/papers/2510.00001/", to: "/tags/planning/" },
    { ...REDIRECT, from: "/papers/1/", to: "/papers/2510.00002/" },
    { ...REDIRECT, from: "/papers/2/", to: "https://example.org/" },
  ];
  assert.equal(
    print({ "redirects.jsonl": lines.map((line) => `${JSON.stringify(line)}\n`).join("") }),
    `redirects.jsonl:5  to: is not what it should be
    found:   "https://example.org/"
    allowed: an address within the site, such as /papers/2510.18821/, without host and base path
redirects.jsonl:2  from: this address is redirected already
    found:   /papers/2508.00008/
    allowed: each once; it stands first in line 1
    mend:    keep one of the lines
redirects.jsonl:3  from: this address has a page of its own, so it cannot lead elsewhere
    found:   /papers/2510.00001/
    mend:    take the line out
redirects.jsonl:4  to: there is no page at this address
    found:   /papers/2510.00002/
    allowed: nearest known: /papers/2510.00001/
    mend:    write: /papers/2510.00001/`,
  );
});

test("A line of the list that is no address is told.", () => {
  assert.match(print({ "addresses.txt": "papers/2510.00001\n" }), /^addresses\.txt:1 {2}is not what it should be\n/);
});
