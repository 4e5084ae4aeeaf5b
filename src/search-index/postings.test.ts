import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { CBOR } from "../lib/search/bundle-meta.ts";
import { type CborItem, CborWriter, decodeCbor } from "./cbor.ts";
import { joinWord, readWord } from "./postings.ts";

/** Where a word stands: by page its places, and those in meta fields. */
type Postings = [page: number, places: number[], metaPlaces: number[]][];

/** Writes as Pagefind does: heads as short as can be, negative numbers among others. */
function encode(value: CborItem): Buffer {
  const writer = new CborWriter();
  const write = (item: CborItem): void => {
    if (typeof item === "number") writer.head(item < 0 ? CBOR.negative : CBOR.unsigned, item < 0 ? -1 - item : item);
    else if (typeof item === "string") {
      writer.head(CBOR.text, Buffer.byteLength(item));
      writer.copy(Buffer.from(item));
    } else {
      writer.head(CBOR.list, item.length);
      for (const part of item) write(part);
    }
  };
  write(value);
  return writer.take();
}

function stepPages(postings: Postings): CborItem[] {
  return postings.map(([page, ...rest], index) => [page - (postings[index - 1]?.[0] ?? 0), ...rest]);
}

function encodeWord(word: string, pages: Postings, forms: [string, Postings][] = []): Buffer {
  return encode([word, stepPages(pages), forms.map(([form, own]) => [form, stepPages(own)])]);
}

const places = fc.array(fc.integer({ min: -300, max: 70_000 }), { maxLength: 5 });
const postings = fc
  .uniqueArray(fc.tuple(fc.nat(3000), places, places), { selector: ([page]) => page, maxLength: 40 })
  .map((pages): Postings => pages.sort((a, b) => a[0] - b[0]));

test("a word of several indexes is what it would be in one, wherever its pages came from", () => {
  fc.assert(
    fc.property(postings, postings, fc.integer({ min: 1, max: 4 }), (pages, form, parts) => {
      const ownOf = (part: number, all: Postings): Postings => all.filter(([page]) => page % parts === part);
      const words = Array.from({ length: parts }, (_, part) => {
        const numbers = Int32Array.from({ length: 3001 }, (_entry, place) => place * parts + part);
        const shrink = (all: Postings): Postings =>
          ownOf(part, all).map(([page, ...rest]) => [Math.floor(page / parts), ...rest]);
        const own = shrink(form);
        const item = encodeWord("word", shrink(pages), own.length > 0 ? [["wörd", own]] : []);
        return { indexed: readWord(item), renumbering: { numbers } };
      });
      const whole = encodeWord("word", pages, form.length > 0 ? [["wörd", form]] : []);
      const isGone = pages.length + form.length === 0;
      assert.equal(joinWord(words)?.toString("hex"), isGone ? undefined : whole.toString("hex"));
    }),
  );
});

test("a page that is left out is gone, and with the last one the form and the word", () => {
  const item = encodeWord("word", [[2, [5], []]], [["wörd", [[3, [1], []]]]]);
  const join = (...kept: number[]): CborItem | undefined => {
    const numbers = Int32Array.from({ length: 4 }, (_, place) => (kept.includes(place) ? place : -1));
    const joined = joinWord([{ indexed: readWord(item), renumbering: { numbers } }]);
    return joined === undefined ? undefined : decodeCbor(joined);
  };
  assert.deepEqual(join(2, 3), decodeCbor(item));
  assert.deepEqual(join(2), ["word", [[2, [5], []]], []]);
  assert.deepEqual(join(0, 1), undefined);
});

test("places in fields follow the fields", () => {
  const indexed = readWord(encodeWord("word", [[0, [-25, 4], [-1, 7, 2, -300, 1]]]));
  const fields = Array.from({ length: 300 }, (_, place) => place + 2);
  const joined = joinWord([{ indexed, renumbering: { numbers: Int32Array.of(0), fields } }]);
  assert.deepEqual(joined && decodeCbor(joined), ["word", [[0, [-25, 4], [-3, 7, 2, -302, 1]]], []]);
});

test("what is of another form is refused", () => {
  for (const item of [["word"], ["word", []], [1, [], []], "word", ["word", [], [], []]] as CborItem[]) {
    assert.throws(() => readWord(encode(item)), /another form/, JSON.stringify(item));
  }
  const numbers = Int32Array.of(0);
  for (const pages of [[[0, []]], [[7, [], []]], [["a", [], []]], "pages"] as CborItem[]) {
    const indexed = readWord(encode(["word", pages, []]));
    assert.throws(() => joinWord([{ indexed, renumbering: { numbers } }]), /another form/, JSON.stringify(pages));
  }
});
