import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { explainAddress } from "../address.ts";
import { parsePaperId } from "../papers/id.ts";
import { addresses } from "../routes.ts";
import { makeOwnId, mayBeOneWork, normalizeTitle, readFirstAuthor } from "./own-id.ts";

const PAPER = { title: "Sample of Attention", authors: ["Ada Example", "Bo Sample"], published: "2017-06-12" };

test("The id is made of family name, year and words of the title, in ASCII.", () => {
  assert.equal(makeOwnId(PAPER), "own:example-2017-sample-of-attention");
  assert.equal(
    makeOwnId({ ...PAPER, authors: ["Łukasz Müller-Straße"] }),
    "own:mullerstrasse-2017-sample-of-attention",
  );
  assert.equal(makeOwnId({ ...PAPER, authors: ["Jan van der Example"] }), "own:example-2017-sample-of-attention");
  assert.equal(makeOwnId({ ...PAPER, title: "$\\tau$-bench: C++ & Ships" }), "own:example-2017-tau-bench-c-ships");
  assert.equal(makeOwnId({ ...PAPER, published: "2017" }), "own:example-2017-sample-of-attention");
});

test("What is not known is said to be so; too little gives no id.", () => {
  const { title } = PAPER;
  assert.equal(makeOwnId({ title, authors: PAPER.authors }), "own:example-undated-sample-of-attention");
  assert.equal(makeOwnId({ title, published: "2017" }), "own:anonymous-2017-sample-of-attention");
  assert.equal(makeOwnId({ title }), undefined);
  assert.equal(makeOwnId({ title, published: "2017", featured: ["2017-06-13"] }), undefined, "a listing's entry");
});

test("Where letters are lost or words cut off, a fingerprint tells papers apart.", () => {
  const lost = [
    { ...PAPER, title: "自我博弈" },
    { ...PAPER, title: "自我对弈" },
    { ...PAPER, authors: ["李明"] },
    { ...PAPER, authors: ["王明"] },
    { ...PAPER, title: "???" },
    { ...PAPER, title: "!!!" },
    { ...PAPER, title: `Sample of Attention ${"and Harbours ".repeat(9)}A` },
    { ...PAPER, title: `Sample of Attention ${"and Harbours ".repeat(9)}B` },
    { ...PAPER, title: "x".repeat(300) },
    { ...PAPER, title: `${"x".repeat(300)}y` },
  ].map(makeOwnId);
  for (const id of lost) assert.match(id ?? "", /^own:[a-z\d-]*-[\da-f]{8}$/);
  assert.equal(new Set(lost).size, lost.length);
});

const texts = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 90 }),
  fc.constantFrom("A Note", "a-note", "A note, long", "Con", "自我 note", "Ärger", "C++ note", "note ".repeat(30)),
);
const papers = fc.record({
  title: texts,
  authors: fc.array(texts, { minLength: 1, maxLength: 2 }),
  published: fc.option(fc.constantFrom("2017", "2017-06", "2018-01-02"), { nil: undefined }),
});

test("Every id is one, and its address is one that every system can hold.", () => {
  fc.assert(
    fc.property(papers, (paper) => {
      const id = makeOwnId(paper as typeof PAPER) ?? "";
      assert.equal(parsePaperId(id), id);
      assert.equal(explainAddress(addresses.paper(id)), undefined);
      assert.ok(id.length < 130);
    }),
  );
});

test("Two papers share an id only where title, first author and year are the same.", () => {
  const describe = ({ title, authors, published }: typeof PAPER) =>
    JSON.stringify([
      normalizeTitle(title) || title,
      readFirstAuthor(authors)?.replace(/[^\p{L}\p{M}\p{N}]/gu, ""),
      published?.slice(0, 4),
    ]);
  fc.assert(
    fc.property(papers, papers, (first, second) => {
      const [a, b] = [first, second] as [typeof PAPER, typeof PAPER];
      if (describe(a) !== describe(b)) assert.notEqual(makeOwnId(a), makeOwnId(b));
    }),
    { numRuns: 2000 },
  );
});

test("A heading of one year is no other year's; any other title may be.", () => {
  assert.ok(!mayBeOneWork({ title: "Preface", published: "2001" }, { published: "2003-04" }));
  assert.ok(!mayBeOneWork({ title: "Book Review.", published: "2001" }, {}));
  assert.ok(mayBeOneWork({ title: "Editorial", published: "2001" }, { published: "2001-05-06" }));
  assert.ok(mayBeOneWork({ title: "Preface to Ships", published: "2001" }, { published: "2003" }));
});
