import assert from "node:assert/strict";
import { test } from "node:test";
import { makeDigest, makePaper } from "#scenes/paper-samples.ts";
import { renderLineRow } from "./line-row.ts";

test("A row is a title, our sentence and who wrote it; the day only where it is asked for.", () => {
  const organization = { id: "port", name: "The Port" };
  const { entry } = makePaper(
    { organization, authors: ["Ada Quay"], published: "2025-10-21" },
    { digest: makeDigest() },
  );
  const row = renderLineRow(entry, {});
  assert.match(row, /<h4><a href="\/papers\/2510\.00001\/" dir="auto">/);
  assert.match(row, /<p class="tldr">Ships can be sorted/);
  assert.match(
    row,
    /<a class="org" href="\/organizations\/port\/">The Port<\/a> <span class="by"><bdi>Ada Quay<\/bdi>/,
  );
  assert.doesNotMatch(row, /<time/);
  assert.match(renderLineRow(entry, { hasDate: true }), /<time datetime="2025-10-21">21 Oct 2025<\/time>/);
});

test("A withdrawn paper says so.", () => {
  const { entry } = makePaper({ withdrawn: true }, { digest: makeDigest() });
  assert.match(renderLineRow(entry, {}), /class="entry slim withdrawn".*class="flag"/);
});

test("Mathematics is set, unless it takes more than a row may; a sentence that does is left out.", () => {
  const short = makePaper({ title: "On $x^2$" }).entry;
  assert.match(renderLineRow(short, {}), /aria-label="On x²".*<math/);
  const long = makePaper(
    { title: `On ${"$x^2$ and ".repeat(40)}more` },
    { digest: makeDigest({ tldr: "Ships ".repeat(300) }) },
  );
  const row = renderLineRow(long.entry, {});
  assert.doesNotMatch(row, /<math|tldr/);
  assert.match(row, /x² and x² and/);
  assert.ok(row.length < 3000, `${row.length}`);
});

test("A paper without a page has its row where it is told so, and leads to its source from there.", () => {
  const entry = { ...makePaper().entry, rowId: "2510.00001", abstractHref: "https://a.example/1" };
  assert.match(renderLineRow(entry, { isRow: true }), /<article id="2510\.00001".*href="https:\/\/a\.example\/1"/);
  assert.doesNotMatch(renderLineRow(entry, {}), / id=|a\.example/);
});
