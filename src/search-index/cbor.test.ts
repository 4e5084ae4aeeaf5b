import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type CborValue, encodeCbor } from "../lib/search/bundle-meta.ts";
import { decodeCbor, splitList } from "./cbor.ts";

const { item } = fc.letrec<{ item: CborValue; list: CborValue[] }>((tie) => ({
  item: fc.oneof({ depthSize: "small" }, fc.nat(0xffff_ffff), fc.string({ unit: "grapheme" }), tie("list")),
  list: fc.array(tie("item"), { maxLength: 40 }),
}));

test("what is written is read again, whatever it is", () => {
  fc.assert(
    fc.property(item, (value) => {
      assert.deepEqual(decodeCbor(Buffer.from(encodeCbor(value))), value);
    }),
  );
});

test("a list is parted into its items as they stand", () => {
  fc.assert(
    fc.property(fc.array(item), (values) => {
      const parts = splitList(Buffer.from(encodeCbor(values)));
      assert.deepEqual(
        parts.map((part) => part.toString("hex")),
        values.map((value) => Buffer.from(encodeCbor(value)).toString("hex")),
      );
    }),
  );
});

test("negative and short numbers are read as well, which others write", () => {
  assert.equal(decodeCbor(Buffer.from("3903e7", "hex")), -1000);
  assert.equal(decodeCbor(Buffer.from("1864", "hex")), 100);
});

test("other kinds are refused", () => {
  for (const bytes of ["f5", "a0", "1b000000e8d4a51000", ""]) {
    assert.throws(() => decodeCbor(Buffer.from(bytes, "hex")), /another form than the one that is known/, bytes);
  }
  assert.throws(() => splitList(Buffer.from("01", "hex")), /another form/);
});
