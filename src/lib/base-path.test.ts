import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { normalizeBasePath } from "./base-path.ts";

test("A base path has a slash at both ends however it was written.", () => {
  for (const path of ["digest", "/digest", "digest/", "/digest/", "//digest//"]) {
    assert.equal(normalizeBasePath(path), "/digest/", path);
  }
  assert.equal(normalizeBasePath("/papers/digest"), "/papers/digest/");
});

test("No base path at all is the root.", () => {
  for (const path of ["", "/", "//"]) assert.equal(normalizeBasePath(path), "/");
});

test("Normalising a base path twice changes nothing more.", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "/", "-", ".") }), (path) => {
      const once = normalizeBasePath(path);
      assert.equal(normalizeBasePath(once), once);
    }),
  );
});
