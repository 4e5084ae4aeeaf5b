import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { escapeAddress, explainAddress, findMainForm, foldAddress } from "./address.ts";
import { escapeName } from "./folder-name.ts";
import { slugifyAuthor } from "./papers/author.ts";
import { parsePaperId } from "./papers/id.ts";
import { addresses } from "./routes.ts";

test("Every address of the site is one that a page can have.", () => {
  for (const address of [
    ...[addresses.front(), addresses.editionWeek("2026-W11"), addresses.editionMonth("2026-03"), addresses.about()],
    ...[addresses.paper("2510.18821"), addresses.tagMonth("self-play", "undated"), addresses.author("李-明")],
  ]) {
    assert.equal(explainAddress(address), undefined, address);
  }
});

test("A name that a system keeps for itself, or cuts, is escaped once and for all; no other is.", () => {
  assert.deepEqual(["con", "aux.x", "com0", "lpt¹", "index.html", "x.", "con."].map(escapeName), [
    "~63on",
    "~61ux.x",
    "~63om0",
    "~6cpt¹",
    "~69ndex.html",
    "x~2e",
    "~63on~2e",
  ]);
  for (const name of ["", "console", "aux-x", "com10", "index.html5", "con~", "x.y", "~63on"]) {
    assert.equal(escapeName(name), name);
  }
});

/** Names of people, odd ones among them. */
const anyPerson = fc.oneof(
  fc.string({ unit: "binary", minLength: 1 }),
  fc.string({ unit: "grapheme", minLength: 1 }),
  fc.string({ unit: fc.constantFrom(..."AaςσΣßıİé\u0301\u0345ǅ葛\u{e0100} .-."), minLength: 1, maxLength: 80 }),
  fc.constantFrom("Con", "aux", "NUL.", "Com1", "LPT²", ".", "..", "~", "index.html", "Undated", "A"),
);
/** Ids of papers, odd ones among them. */
const anyPaper = fc
  .tuple(
    fc.constantFrom("doi:10.1000/", "acl:", "openreview:"),
    fc.oneof(anyPerson, fc.constantFrom("..", "x.", "x.md")),
  )
  .map(([scheme, rest]) => scheme + rest)
  .filter((id) => parsePaperId(id) !== undefined);

test("Whatever an author or a paper is called, its page has an address that every system can hold.", () => {
  fc.assert(
    fc.property(anyPerson, anyPaper, (name, id) => {
      for (const address of [addresses.author(slugifyAuthor(name)), addresses.paper(id)]) {
        assert.equal(explainAddress(address), undefined, address);
        assert.equal(escapeAddress(address), address);
      }
    }),
    { numRuns: 2000 },
  );
});

test("Addresses that differ by case or composition alone are one.", () => {
  assert.equal(foldAddress("/Authors/Cafe\u0301/"), foldAddress("/authors/café/"));
  assert.equal(foldAddress("/authors/νικος/"), foldAddress("/authors/νικοσ/"));
  assert.notEqual(foldAddress("/authors/cafe/"), foldAddress("/authors/café/"));
});

test("Other forms of a page are told from the page.", () => {
  assert.deepEqual(["/papers/x.md/", "/papers/2510.18821/", "acl--x.json", "acl--x"].map(findMainForm), [
    "/papers/x/",
    undefined,
    "acl--x",
    undefined,
  ]);
});
