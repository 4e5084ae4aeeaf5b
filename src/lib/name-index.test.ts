import assert from "node:assert/strict";
import { test } from "node:test";
import { type KeyedName, keyName, makeNameIndex, NAMES_A_PAGE, TOP_NAMES } from "./name-index.ts";
import { routes } from "./routes.ts";

const make = (label: string, count = 1): KeyedName => {
  const key = label.toLowerCase().replaceAll(" ", "-");
  return { label, href: routes.author(key), count, key: keyName(key, key) };
};

test("A short index is one page: names by letter, others last to be found under one name.", () => {
  const { first, pages } = makeNameIndex([make("Zoe"), make("3D"), make("Ada"), make("Abe", 3)], routes.authorsBy);
  assert.deepEqual(pages, []);
  assert.deepEqual(first.top, []);
  assert.equal(first.total, 4);
  assert.deepEqual(
    first.groups.map(({ title, href, names }) => [title, href, names.map(({ label }) => label)]),
    [
      ["A", undefined, ["Abe", "Ada"]],
      ["Z", undefined, ["Zoe"]],
      ["Other", undefined, ["3D"]],
    ],
  );
});

test("A long one has a page for each letter, and more for those of very many names.", () => {
  const many = Array.from({ length: NAMES_A_PAGE + 20 }, (_, number) =>
    make(`Li ${String(number).padStart(4, "0")}`, number),
  );
  const { first, pages } = makeNameIndex([...many, make("Ada")], routes.authorsBy);
  assert.deepEqual(
    first.top.map(({ count }) => count),
    many
      .map(({ count }) => count)
      .reverse()
      .slice(0, TOP_NAMES),
  );
  assert.deepEqual(
    first.groups.map(({ title, href, count, names }) => [title, href, count, names]),
    [
      ["A", "/authors/~a/", 1, []],
      ["L", "/authors/~l/", NAMES_A_PAGE + 20, []],
    ],
  );
  assert.ok(pages.every(({ groups }) => groups.every(({ names }) => names.length <= NAMES_A_PAGE)));
  const listed = pages.flatMap(({ groups }) => groups.flatMap(({ names }) => names.map(({ label }) => label)));
  assert.deepEqual(listed.toSorted(), [...many, make("Ada")].map(({ label }) => label).toSorted());
  const addresses = new Set(pages.map(({ href }) => href));
  assert.equal(addresses.size, pages.length);
  for (const { groups } of pages) for (const { href } of groups) assert.ok(href === undefined || addresses.has(href));
});
