import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cutByPrefix, type PrefixPart, writePlainKey } from "./prefix-parts.ts";

const MOST = 3;
const cut = (keys: readonly string[]) => cutByPrefix(keys, { keyOf: (key) => key, most: MOST });

/** All parts that are not cut any more. */
function listLeaves(parts: readonly PrefixPart<string>[]): PrefixPart<string>[] {
  return parts.flatMap((part) => (part.parts.length === 0 ? [part] : listLeaves(part.parts)));
}

const KEYS = fc.uniqueArray(fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 5 }), { maxLength: 60 });

test("A list that a page holds is not cut.", () => {
  assert.deepEqual(cut(["a", "b", "c"]), []);
});

test("A part is named after the shortest beginning that few enough share.", () => {
  const keys = ["2607.1", "2607.21", "2607.22", "2607.31", "2607.32", "2607.33", "2607.34"];
  assert.deepEqual(
    listLeaves(cut(keys)).map(({ prefix, items }) => [prefix, items.length]),
    [
      ["2607.1", 1],
      ["2607.2", 2],
      ["2607.31", 1],
      ["2607.32", 1],
      ["2607.33", 1],
      ["2607.34", 1],
    ],
  );
});

test("All items stand in one part each, in their order, and none is too long.", () => {
  fc.assert(
    fc.property(KEYS, (keys) => {
      const leaves = listLeaves(cut(keys));
      if (keys.length <= MOST) return leaves.length === 0;
      assert.deepEqual(leaves.flatMap(({ items }) => items).toSorted(), keys.toSorted());
      for (const { prefix, items } of leaves) {
        assert.ok(items.length <= MOST);
        assert.deepEqual(
          items,
          keys.filter((key) => items.includes(key)),
        );
        assert.ok(items.every((key) => key.startsWith(prefix)));
      }
      return true;
    }),
  );
});

test("What comes to one part leaves all others as they are.", () => {
  fc.assert(
    fc.property(KEYS, fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 5 }), (keys, added) => {
      if (keys.includes(added) || keys.length <= MOST) return;
      const after = new Map(listLeaves(cut([...keys, added])).map((part) => [part.prefix, part.items]));
      for (const { prefix, items } of listLeaves(cut(keys))) {
        if (!added.startsWith(prefix)) assert.deepEqual(after.get(prefix), items, prefix);
      }
    }),
  );
});

test("Items of one key stay together.", () => {
  assert.deepEqual(cut(["same", "same", "same", "same"]), []);
});

test("A key is small letters, digits and hyphens, others are codes.", () => {
  assert.equal(writePlainKey("who's afraid of 3-d? 李"), "who-s-afraid-of-3-d-~674e");
  assert.equal(writePlainKey("…"), "");
});
