import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { toBibtex } from "#lib/citations/bibtex.ts";
import { slugifyAuthor } from "#lib/papers/author.ts";
import { startRecord } from "#lib/records/merge.ts";
import { isAuthor, readAskedNames } from "#lib/search/asked-name.ts";
import { harvestBibtex } from "./harvest.ts";
import { splitNameList } from "./name-list.ts";
import { readTexNames } from "./names.ts";

/** What is told of a list, by the names that it gives. */
function tell(value: string): [names: string[], doubts: string[], hasMore: boolean] {
  const { names, doubts, hasMore } = readTexNames(value);
  return [names, doubts.map(({ doubt }) => doubt), hasMore];
}

const [ADA, BO, CY] = ["Ada Example", "Bo Sample", "Cy Third"];

test("What people set between names instead of `and` parts them where it is sure, and that is told.", () => {
  for (const value of [
    "Ada Example & Bo Sample",
    "Ada Example \\& Bo Sample",
    "Ada Example {\\&} Bo Sample",
    "Ada Example &amp; Bo Sample",
    "Ada Example&Bo Sample",
    "Example, Ada & Sample, Bo",
    "Example, Ada; Sample, Bo",
    "Example, Ada; Sample, Bo;",
    "Ada Example; Bo Sample",
    "Example, Ada; & Sample, Bo",
    "Ada Example / Bo Sample",
    "Ada Example + Bo Sample",
    "Ada Example und Bo Sample",
    "Ada Example et Bo Sample",
    "Ada Example andBo Sample",
  ]) {
    assert.deepEqual(tell(value), [[ADA, BO], ["several"], false], value);
  }
  for (const value of [
    "Ada Example, Bo Sample, Cy Third",
    "Ada Example, Bo Sample & Cy Third",
    "Ada Example, Bo Sample, & Cy Third",
    "Ada Example; Bo Sample; Cy Third",
    "Example, Ada; Sample, Bo and Third, Cy",
    "Example, Ada \\& Sample, Bo \\& Third, Cy",
  ]) {
    assert.deepEqual(tell(value), [[ADA, BO, CY], ["several"], false], value);
  }
  assert.deepEqual(tell("A. Example, B. Sample"), [["A. Example", "B. Sample"], ["several"], false]);
  assert.deepEqual(tell("Example A, Sample BC"), [["A Example", "BC Sample"], ["several"], false]);
  assert.deepEqual(tell("Example, A., Sample, B. C., & Third, D."), [
    ["A. Example", "B. C. Sample", "D. Third"],
    ["several"],
    false,
  ]);
  assert.deepEqual(tell("Example, A.; {Odd & Sons Team}"), [["A. Example", "Odd & Sons Team"], ["several"], false]);
});

test("Whatever says that there are more ends a list, and is no name.", () => {
  for (const more of ["and others", "and many others", "and 12 others", "and {others}", "and ...", "and \\ldots"]) {
    assert.deepEqual(tell(`Example, Ada ${more}`), [[ADA], [], true], more);
    assert.deepEqual(tell(`Ada Example, Bo Sample, ${more}`), [[ADA, BO], ["several"], true], more);
  }
  for (const value of ["Ada Example, others", "Ada Example et al", "Ada Example; others", "Ada Example, ..."]) {
    assert.deepEqual(tell(value), [[ADA], [], true], value);
  }
});

test("What may be one name or several is kept as it is read, and told with what was found and how to mend it.", () => {
  for (const [value, name] of [
    ["Johnson & Johnson", "Johnson & Johnson"],
    ["Odd Labs & Ada Example", "Odd Labs & Ada Example"],
    ["Example \\& Sample Team", "Example & Sample Team"],
    ["Example; Ada", "Example; Ada"],
    ["Ada Example, Bo Sample", "Bo Sample Ada Example"],
    ["Ada Example, Bo Sample and others", "Bo Sample Ada Example"],
    ["Ada Example, the Odd Team", "the Odd Team Ada Example"],
    ["A. Example B. Sample", "A. Example B. Sample"],
    ["Ada Example Bo Sample Cy Third", "Ada Example Bo Sample Cy Third"],
  ] as const) {
    const { names, doubts } = readTexNames(value);
    assert.deepEqual([names, doubts.map(({ doubt }) => doubt)], [[name], ["joined"]], value);
  }
  const { facts, notices } = harvestBibtex({
    file: "a.bib",
    text: "@misc{a, title = {A},\n author = {Johnson \\& Johnson and Ada Example}}",
    retrieved: "2031-12-31",
  });
  assert.deepEqual(facts[0]?.authors, ["Johnson & Johnson", ADA]);
  assert.deepEqual(notices, [
    {
      file: "a.bib",
      line: 1,
      field: "a.author",
      message: "this was read as one name, though it may hold those of several people",
      found: '"Johnson & Johnson"',
      mend: 'put "and" between names: Example, Ada and Sample, Bo; and braces around an organisation or a family name of several words: {Example & Sample Team}',
    },
  ]);
});

test("Names that something else than `and` parts are told with their place.", () => {
  const text = "@misc{a, title = {A},\n author = {Ada Example \\& Bo Sample}}";
  assert.deepEqual(harvestBibtex({ file: "a.bib", text, retrieved: "2031-12-31" }).notices, [
    {
      file: "a.bib",
      line: 1,
      field: "a.author",
      message: 'these were read as the names of several people, though no "and" stands between them',
      found: '"Ada Example & Bo Sample"',
      mend: 'put "and" between names: Example, Ada and Sample, Bo',
    },
  ]);
});

test("A name that its commas leave open is left out and told once; the others stay.", () => {
  assert.deepEqual(tell("Smith, Jones, Brown and Ada Example"), [[ADA], ["unclear"], true]);
  assert.deepEqual(tell("Smith, Jones, & Brown and Ada Example"), [[ADA], ["unclear"], true]);
});

test("What stands in braces, and what is written as BibTeX has it, is one name without a word.", () => {
  for (const [value, name] of [
    ["{Example & Sample Team}", "Example & Sample Team"],
    ["{Example; Sample \\& Sons}", "Example; Sample & Sons"],
    ["AT&T Labs", "AT&T Labs"],
    ["R\\&D Team", "R&D Team"],
    ["Fran&ccedil;ois Old", "François Old"],
    ["{Roebuck Woods}, Rhos Ann", "Rhos Ann Roebuck Woods"],
    ["Ortega y Gasset, Ann Bo", "Ann Bo Ortega y Gasset"],
    ["Roebuck Woods, Rhos A.", "Rhos A. Roebuck Woods"],
    ["von und zu Quay, Ann", "Ann von und zu Quay"],
    ["Ann Bo Cy Di Quay", "Ann Bo Cy Di Quay"],
    ["Others, Ada", "Ada Others"],
  ] as const) {
    assert.deepEqual(tell(value), [[name], [], false], value);
  }
});

test("A long list is kept however its names are parted, and one without any parting is refused at once.", () => {
  const read = (author: string) =>
    harvestBibtex({ file: "a.bib", text: `@misc{a, title = {A}, author = {${author}}}`, retrieved: "2031-12-31" });
  for (const sign of ["; ", ", ", " & "]) {
    const names = Array.from({ length: 200 }, (_, index) => `Ada Example${"abcdefghij"[index % 10]}`);
    assert.equal(read(names.join(sign)).facts[0]?.authors?.length, 200, sign);
  }
  const started = performance.now();
  for (const part of ["\\\\", "a", "A B, ", "A; "]) {
    assert.equal(read(part.repeat(40_000)).notices[0]?.field, "a.author", part);
  }
  assert.ok(performance.now() - started < 4000);
});

test("Names that were parted come back whole through record, page, search and BibTeX.", () => {
  const word = fc.constantFrom("Quay", "Roebuck", "Østby", "Ben-Sasson", "O’Neil", "Łuk", "Sørensen");
  const person = fc
    .tuple(fc.constantFrom("Ada", "Bo", "Cy", "J.-L.", "Zoé"), fc.constantFrom("", "van der ", "de "), word)
    .map(([given, particle, family]) => ({
      plain: `${given} ${particle}${family}`,
      turned: `${particle}${family}, ${given}`,
    }));
  const list = fc.uniqueArray(person, { minLength: 2, maxLength: 6, selector: ({ plain }) => plain });
  const sign = fc.constantFrom("; ", " & ", " \\& ", " / ", "&", " {\\&} ");
  fc.assert(
    fc.property(list, sign, fc.constantFrom("plain", "turned"), fc.boolean(), (people, between, form, hasMore) => {
      const author = people.map((names) => names[form]).join(between) + (hasMore ? `${between}others` : "");
      const text = `@misc{a, title = {A}, year = 2031, author = {${author}}}`;
      const read = (source: string) => harvestBibtex({ file: "a.bib", text: source, retrieved: "2031-12-31" });
      const { facts, notices } = read(text);
      const names = people.map(({ plain }) => plain);
      assert.deepEqual([facts[0]?.authors, facts[0]?.moreAuthors ?? false], [names, hasMore], author);
      assert.equal(notices.length, 1);
      const record = startRecord("own:a", facts[0] ?? assert.fail(author));
      const again = read(toBibtex(record));
      assert.deepEqual([again.facts[0]?.authors, again.notices], [names, []], author);
      assert.equal(new Set(record.authors.map(slugifyAuthor)).size, names.length);
      for (const { plain, turned } of people) {
        for (const asked of [plain, turned]) {
          assert.ok(
            readAskedNames(asked).some((one) => isAuthor(plain, one)),
            asked,
          );
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("No list takes long.", () => {
  const part = fc.constantFrom(
    "A",
    "a",
    " ",
    ",",
    ";",
    "&",
    ".",
    "{",
    "}",
    "\\",
    "others",
    "and",
    "…",
    "Ab",
    "/",
    "und",
  );
  fc.assert(
    fc.property(part, part, part, (a, b, c) => {
      const started = performance.now();
      splitNameList((a + b + c).repeat(200));
      assert.ok(performance.now() - started < 1000, a + b + c);
    }),
    { numRuns: 60 },
  );
});
