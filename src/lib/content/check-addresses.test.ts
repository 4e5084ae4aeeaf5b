import assert from "node:assert/strict";
import { test } from "node:test";
import { printSample } from "#scenes/checked-sample.ts";
import { makeContentFiles, makeRecord } from "#scenes/content-samples.ts";

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
    printSample({
      "addresses.txt": `${PUBLISHED.join("\n")}\n`,
      "papers/2025-10.jsonl": `${JSON.stringify(makeRecord({ previousIds: ["2509.00009"] }))}\n`,
      "redirects.jsonl": `${JSON.stringify(REDIRECT)}\n`,
    }),
    "",
  );
});

test("A published paper, day or topic without a page is named with its line and the cure.", () => {
  const told = printSample({
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
    printSample({ "redirects.jsonl": lines.map((line) => `${JSON.stringify(line)}\n`).join("") }),
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

/** What is told of redirects, each on a line of its own, by line and field. */
function tellRedirects(
  redirects: { from?: string; to?: string }[],
  changes: { [path: string]: string } = {},
): string[] {
  const lines = redirects.map((redirect) => `${JSON.stringify({ ...REDIRECT, ...redirect })}\n`);
  const told = printSample({ ...changes, "redirects.jsonl": lines.join("") });
  return told.split("\n").flatMap((line) => /^redirects\.jsonl:(\d+ {2}(?:from|to): .*)$/.exec(line)?.[1] ?? []);
}

test("A redirect from an address that no page can have is told with its line.", () => {
  const impossible = [
    "/../x/",
    "/./x/",
    "/x/../y/",
    "/a%20b/",
    "/a b/",
    "/Papers/x/",
    "/authors/cafe\u0301/",
    "/\u0301x/",
    "/a\u0000b/",
    "/a\ud800/",
    "/a:b/",
    "/a*b/",
    "/a|b/",
    "/con/",
    "/papers/aux/",
    "/papers/nul.txt/",
    "/com1/x/",
    "/lpt\u00b9/",
    "/x./",
    "/.git/",
    "/_astro/",
    "/papers/x/index.html/",
    `/${"x".repeat(300)}/`,
    `/${"\u674e".repeat(100)}/`,
    `${"/xxxxxxxxx".repeat(100)}/`,
    "/papers",
    "papers/x/",
    "//example.org/",
    "/x//",
    "/x/?q=1",
    "https://example.org/",
  ];
  const told = tellRedirects(impossible.map((from) => ({ from })));
  assert.deepEqual(
    told,
    impossible.map((_, index) => `${index + 1}  from: is not what it should be`),
  );
});

test("A redirect from what the site keeps for itself, or from below a page, is told with its line.", () => {
  const kept = [
    "/pagefind/bundles.json/",
    "/pagefind/",
    "/robots.txt/",
    "/robots.txt/x/",
    "/theme.js/",
    "/404.html/",
    "/favicon.svg/",
    "/llms.txt/",
    "/feeds/papers.xml/",
    "/feeds/",
    "/api/papers/",
    "/authors/",
    "/papers/",
    "/saved/",
    "/papers/2510.00001.md/",
    "/papers/2510.00001/x/",
    "/tags/planning/2025-10/",
    "/organizations/port/2025-10/",
    "/authors/ada-quay/2025-10/",
  ];
  const told = tellRedirects(
    kept.map((from) => ({ from })),
    { "papers/2025-10.jsonl": `${JSON.stringify(makeRecord({ organization: { id: "port", name: "Port" } }))}\n` },
  );
  assert.deepEqual(
    told.map((line) => Number.parseInt(line, 10)),
    kept.map((_, index) => index + 1),
    told.join("\n"),
  );
});

test("A redirect from any page that there is, is told: fixed pages, weeks, months, the archive, authors, organisations.", () => {
  const live = [
    "/",
    "/about/",
    "/search/",
    "/trending/",
    "/subscribe/",
    "/tags/",
    "/tags/planning/",
    "/editions/",
    "/editions/2026-03-09/",
    "/editions/2026-03/",
    "/editions/2026-W11/",
    "/archive/",
    "/archive/undated/",
    "/archive/2025-10/",
    "/authors/ada-quay/",
    "/organizations/port/",
  ];
  const told = tellRedirects(
    live.map((from) => ({ from })),
    { "papers/2025-10.jsonl": `${JSON.stringify(makeRecord({ organization: { id: "port", name: "Port" } }))}\n` },
  );
  assert.deepEqual(
    told,
    live.map((_, index) => `${index + 1}  from: this address has a page of its own, so it cannot lead elsewhere`),
  );
});

test("Redirects that lead to themselves, in a circle or to no page are told; a chain that ends at a page is fine.", () => {
  assert.deepEqual(
    tellRedirects(
      [
        { from: "/a/", to: "/a/" },
        { from: "/b/", to: "/c/" },
        { from: "/c/", to: "/b/" },
        { from: "/d/", to: "/c/" },
        { from: "/e/", to: "/f/" },
        { from: "/f/", to: "/tags/planning/" },
        { from: "/g/", to: "/nowhere/" },
        { from: "/h/", to: "/authors/nobody/" },
        { from: "/i/", to: "/organizations/nobody/" },
        { from: "/j/", to: "/archive/1999-01/" },
        { from: "/k/", to: "/archive/2025-10/" },
        { from: "/l/", to: "/authors/gone/" },
        { from: "/m/", to: "/g/" },
        { from: "/n/", to: "/Tags/planning/" },
      ],
      { "addresses.txt": "/authors/gone/\n" },
    ),
    [
      "14  to: is not what it should be",
      "1  to: this leads back to itself",
      "2  to: this leads back to itself",
      "3  to: this leads back to itself",
      "4  to: this leads round in a circle",
      "7  to: there is no page at this address",
      "8  to: there is no page at this address",
      "9  to: there is no page at this address",
      "10  to: there is no page at this address",
    ],
  );
});

test("Addresses are written without the base path; one that begins with it is told, with what to write.", (t) => {
  process.env["BASE_PATH"] = "digest";
  t.after(() => delete process.env["BASE_PATH"]);
  const told = printSample({
    "redirects.jsonl": `${JSON.stringify({ ...REDIRECT, from: "/digest/papers/2508.00008/" })}\n`,
  });
  assert.match(told, /^redirects\.jsonl:1 {2}from: this address begins with the base path\n/);
  assert.match(told, /mend: {4}write: \/papers\/2508\.00008\//);
});

test("Published addresses of names that some systems cannot hold count as the ones they have now.", () => {
  assert.equal(
    printSample({
      "addresses.txt": "/papers/acl--x./\n/authors/con/\n",
      "papers/undated.jsonl": `${JSON.stringify(makeRecord({ id: "acl:x." }))}\n`,
    }),
    "",
  );
  assert.match(
    printSample({ "addresses.txt": "/authors/../\n/authors/a%20b/\n" }),
    /^addresses\.txt:1 [\s\S]*^addresses\.txt:2 /m,
  );
});

test("A topic that a folder cannot be named after is told.", () => {
  for (const id of ["index.html", "con", "nul", "com1", "x."]) {
    const tags = `- id: ${id}\n  label: Odd\n  description: Odd things.\n`;
    const sound = makeContentFiles()["tags.yaml"] ?? "";
    assert.match(
      printSample({ "tags.yaml": `${sound}${tags}` }),
      /^tags\.yaml:\d+ {2}[^\n]*id: is not what it should be\n/,
      id,
    );
  }
});

test("A paper's earlier id is told that is the id of another paper, of two papers, or its own.", () => {
  const lines = [
    makeRecord({ previousIds: ["2510.00001"] }),
    makeRecord({ id: "2510.00002", previousIds: ["2510.00001", "acl:X"] }),
    makeRecord({ id: "2510.00003", previousIds: ["acl:x"] }),
  ];
  const told = printSample({ "papers/2025-10.jsonl": lines.map((line) => `${JSON.stringify(line)}\n`).join("") });
  assert.deepEqual(
    told.split("\n").filter((line) => line.startsWith("papers")),
    [1, 2, 3].map((line) => `papers/2025-10.jsonl:${line}  previousIds: this earlier id has the address of another id`),
  );
});

test("Two papers are told of which one's page would stand where the other's will be as a file.", () => {
  const lines = [makeRecord({ id: "acl:x" }), makeRecord({ id: "acl:x.md" })];
  const told = printSample({ "papers/undated.jsonl": lines.map((line) => `${JSON.stringify(line)}\n`).join("") });
  assert.match(told, /^papers\/undated\.jsonl:2 {2}id: two ids would share one address\n/m);
});

test("A line of the list that is no address is told.", () => {
  assert.match(
    printSample({ "addresses.txt": "papers/2510.00001\n" }),
    /^addresses\.txt:1 {2}is not what it should be\n/,
  );
});
