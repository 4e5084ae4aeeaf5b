import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type IndexedWord, joinWord, type Postings } from "./postings.ts";

/** The same with pages by their distance from the page before, as an index has them. */
function stepPages(postings: Postings): Postings {
  return postings.map(([page, ...rest], index) => [page - (postings[index - 1]?.[0] ?? 0), ...rest]);
}

function makeWord(word: string, pages: Postings, forms: [string, Postings][] = []): IndexedWord {
  return [word, stepPages(pages), forms.map(([form, own]) => [form, stepPages(own)])];
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
        const indexed = makeWord("word", shrink(pages), own.length > 0 ? [["wörd", own]] : []);
        return { indexed, renumbering: { numbers } };
      });
      const whole = makeWord("word", pages, form.length > 0 ? [["wörd", form]] : []);
      const isGone = pages.length + form.length === 0;
      assert.deepEqual(joinWord(words), isGone ? undefined : whole);
    }),
  );
});

test("a page that is left out is gone, and with the last one the form and the word", () => {
  const indexed = makeWord("word", [[2, [5], []]], [["wörd", [[3, [1], []]]]]);
  const join = (...kept: number[]): IndexedWord | undefined => {
    const numbers = Int32Array.from({ length: 4 }, (_, place) => (kept.includes(place) ? place : -1));
    return joinWord([{ indexed, renumbering: { numbers } }]);
  };
  assert.deepEqual(join(2, 3), indexed);
  assert.deepEqual(join(2), ["word", [[2, [5], []]], []]);
  assert.deepEqual(join(0, 1), undefined);
});

test("forms come in the order of their bytes, whichever index they are from", () => {
  const numbers = Int32Array.of(0);
  const words = ["wo\u{1d400}rd", "woïrd", "wo\uff41rd"].map((form) => ({
    indexed: makeWord("word", [], [[form, [[0, [1], []]]]]),
    renumbering: { numbers },
  }));
  const forms = joinWord(words)?.[2].map(([form]) => form);
  assert.deepEqual(forms, ["woïrd", "wo\uff41rd", "wo\u{1d400}rd"]);
});

test("places in fields follow the fields", () => {
  const indexed = makeWord("word", [[0, [-25, 4], [-1, 7, 2, -300, 1]]]);
  const fields = Array.from({ length: 300 }, (_, place) => place + 2);
  const joined = joinWord([{ indexed, renumbering: { numbers: Int32Array.of(0), fields } }]);
  assert.deepEqual(joined, ["word", [[0, [-25, 4], [-3, 7, 2, -302, 1]]], []]);
});

test("pages and fields that an index does not have are refused", () => {
  const renumbering = { numbers: Int32Array.of(0), fields: [0] };
  for (const pages of [[[7, [], []]], [[0, [], [-2]]]] as Postings[]) {
    for (const indexed of [makeWord("word", pages), makeWord("word", [], [["wörd", pages]])]) {
      assert.throws(() => joinWord([{ indexed, renumbering }]), /another form/, JSON.stringify(pages));
    }
  }
});
