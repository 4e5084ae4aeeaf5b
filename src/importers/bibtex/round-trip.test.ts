import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { toBibtex } from "#lib/citations/bibtex.ts";
import type { Facts } from "#lib/records/facts.ts";
import { startRecord } from "#lib/records/merge.ts";
import { harvestBibtex } from "./harvest.ts";

/** The facts of the one entry of a file. */
function read(text: string): Facts {
  const { facts, refused, notices } = harvestBibtex({ file: "a.bib", text, retrieved: "2031-12-31" });
  assert.deepEqual([facts.length, refused, notices], [1, [], []], text);
  return facts[0] ?? assert.fail(text);
}

/** A few words, as a name of a publisher or a journal has them. */
const words = fc
  .array(fc.stringMatching(/^[A-Z][a-zé]{1,6}$/), { minLength: 1, maxLength: 4 })
  .chain((names) => fc.constantFrom(names.join(" "), names.join(" & "), `${names.join(" ")} 50%`, names.join("-")))
  .map((name) => name.replaceAll("&", "\\&").replaceAll("%", "\\%"));
const count = fc.integer({ min: 1, max: 999 }).map(String);
const date = fc
  .tuple(
    fc.integer({ min: 1950, max: 2040 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.nat(2),
  )
  .map(([year, month, day, more]) =>
    [`year = ${year}`, ...[`month = {${month}}`, `day = {${day}}`].slice(0, more)].join(", "),
  );
/** An entry with what its type may have. */
const entry = fc
  .record({
    place: fc.constantFrom(
      "article journal",
      "inproceedings booktitle",
      "incollection booktitle",
      "phdthesis school",
      "mastersthesis school",
      "techreport institution",
    ),
    name: words,
    date,
    volume: fc.option(count),
    number: fc.option(count),
    pages: fc.option(fc.constantFrom("362--372", "e12", "1--9, 12")),
    publisher: fc.option(words),
    address: fc.option(words),
    edition: fc.option(fc.constantFrom("Second", "2")),
    chapter: fc.option(count),
    isbn: fc.option(fc.constant("978-0-00-000000-2")),
    issn: fc.option(fc.constant("0000-0019")),
    series: fc.option(words),
    editor: fc.option(fc.constantFrom("Itor, Ed", "de Vise, Re and Itor, Ed", "Odd Sample, Ed")),
  })
  .map(({ place, name, date: when, ...rest }) => {
    const [type, field] = place.split(" ");
    const fields = Object.entries(rest).flatMap(([key, value]) => (value === null ? [] : [`${key} = {${value}}`]));
    const parts = ["title = {A Paper}", "author = {Example, Ada}", "doi = {10.5555/a}", `${field} = {${name}}`, when];
    return `@${type}{key, ${[...parts, ...fields].join(", ")}}`;
  });

test("An entry that came in, and went out in our form, says the same when it comes in again.", () => {
  fc.assert(
    fc.property(entry, (text) => {
      const first = read(text);
      const written = toBibtex(startRecord(first.id ?? "", first));
      const { place: _place, links: _links, ...again } = read(written);
      const { place: _at, links: _before, ...before } = first;
      assert.deepEqual(again, before, `${text}\n${written}`);
    }),
    { numRuns: 300 },
  );
});
