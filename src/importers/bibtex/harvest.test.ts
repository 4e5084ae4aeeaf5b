import assert from "node:assert/strict";
import { test } from "node:test";
import { readCase } from "#scenes/cases.ts";
import { harvestBibtex } from "./harvest.ts";
import { parseBibtex } from "./parse.ts";

const harvest = (text: string) => harvestBibtex({ file: "library.bib", text, retrieved: "2031-12-31" });
const library = readCase("bibtex/library.bib");

test("An entry gives title, authors, day, venue, reference, links, keywords, abstract and its place.", () => {
  assert.deepEqual(harvest(library).facts[0], {
    id: "doi:10.9999/cheese_7",
    title: "A Transformer for Kähler Cheese: 5% More $\\alpha x$ in 2<d<4",
    authors: ["Zoé van der Example", "Bo Sample Jr.", "The CHEESE Collaboration", "Al d'Inventí", "Bo Sample Jr."],
    moreAuthors: true,
    published: "2031-03-04",
    abstract: "We ripen cheese 5% longer for $5 more.\n\nA second paragraph, H₂O stressed.",
    venue: "Journal of Invented Cheese",
    journalRef: "Journal of Invented Cheese 7(2):1–9, 2031",
    publication: { type: "article", year: "2031", volume: "7", number: "2", pages: "1–9" },
    keywords: ["ripening by hand", "holes of every size", "GPU"],
    links: { abstract: "https://example.org/~cheese/7", doi: "https://doi.org/10.9999/Cheese_7" },
    sources: [{ name: "BibTeX", retrieved: "2031-12-31" }],
    place: { file: "library.bib", line: 6, field: "example2031" },
  });
});

test("A preprint has arXiv's links and no venue, and a year is kept as one.", () => {
  assert.deepEqual(harvest(library).facts[1], {
    id: "3101.00007",
    title: "On LaTeX",
    authors: ["Ada Example"],
    published: "2031",
    links: { abstract: "https://arxiv.org/abs/3101.00007", pdf: "https://arxiv.org/pdf/3101.00007" },
    sources: [{ name: "BibTeX", retrieved: "2031-12-31" }],
    place: { file: "library.bib", line: 32, field: "preprint2031" },
  });
});

test("Broken and untitled entries are refused with line and key; all others are in, two of one key as well.", () => {
  const { facts, refused } = harvest(library);
  assert.deepEqual(
    facts.map(({ place }) => [place.line, place.field]),
    [
      [6, "example2031"],
      [32, "preprint2031"],
      [45, "example2031"],
    ],
  );
  assert.deepEqual(
    refused.map(({ line, field }) => [line, field]),
    [
      [26, "broken2031"],
      [43, "untitled2031.title"],
    ],
  );
  assert.match(
    refused[0]?.found ?? "",
    /^a brace that opens in this entry is still open in line 32, where the next entry begins$/,
  );
});

test("What is left out of an entry is told: unknown abbreviations, links that cannot be followed, names in doubt.", () => {
  assert.deepEqual(
    harvest(library).notices.map(({ line, field, found }) => [line, field, found]),
    [
      [32, "preprint2031.booktitle", "UNDEFINED"],
      [32, "preprint2031.url", '"javascript:alert(1)"'],
      [45, "example2031.author", '"A. Smith, B. Jones, C. Kim"'],
    ],
  );
});

test("Links are those that can be followed; the address of a DOI is one of the DOI alone.", () => {
  const links = (fields: string) => harvest(`@misc{a, title = {Two}, ${fields}}`).facts[0]?.links;
  assert.deepEqual(links("url = {javascript:alert(1)}"), {});
  assert.deepEqual(links("url = {http://dx.doi.org/10.9999/a}"), { doi: "https://doi.org/10.9999/a" });
  assert.deepEqual(links("url = {https://example.org/a%20b.pdf}"), { pdf: "https://example.org/a%20b.pdf" });
});

test("Two entries that are the same stand on two lines.", () => {
  const { facts } = harvest("@misc{a, title={One}}\n\n@misc{a, title={One}}");
  assert.deepEqual(
    facts.map(({ place }) => place.line),
    [1, 3],
  );
});

test("What JabRef notes in comments costs no entry, however damaged it is.", () => {
  const groups = "jabref-meta: groupstree:\n0 AllEntriesGroup:;\n1 ExplicitGroup:Odd. #131\\;0\\;;\n";
  for (const note of [
    groups,
    groups.replace("131\\;0\\;;", "1"),
    groups.replace("AllE", "AlqE"),
    "jabref-meta: {",
    "JabRef",
  ]) {
    const comment = `@Comment{${note}${"}".repeat(note.split("{").length)}`;
    const { facts, refused } = harvest(`@misc{a, title={One}}\n${comment}\n@misc{b, title={Two}}\n`);
    const titles = facts.map(({ title }) => title);
    assert.deepEqual([titles, refused], [["One", "Two"], []], note);
  }
});

test("A file that ends within an entry keeps what stands before and behind the fault.", () => {
  const { facts, refused } = harvest(
    "@misc{a, title={One}}\r\n@misc{b, title={Two\r\n\r\n@misc{c, title={Three}}\r\n@misc{d, title = ",
  );
  assert.deepEqual(
    facts.map(({ title, place }) => [title, place.line]),
    [
      ["One", 1],
      ["Three", 4],
    ],
  );
  assert.deepEqual(
    refused.map(({ line, field }) => [line, field]),
    [
      [2, "b"],
      [5, "d"],
    ],
  );
});

test("What is no BibTeX is refused, and a file without entries is told.", () => {
  assert.match(harvest("<html>Not found</html>").refused[0]?.message ?? "", /no BibTeX/);
  for (const text of ["", "\ufeff\n", "% nothing yet", '@string{a = "b"}']) {
    const { facts, refused, notices } = harvest(text);
    assert.deepEqual([facts.length, refused.length, notices.length], [0, 0, 1], JSON.stringify(text));
  }
});

test("Depth and abbreviations without end are refused, and nothing is thrown.", () => {
  const deep = harvest(`@misc{deep, title={${"{".repeat(50_000)}x${"}".repeat(50_000)}}}\n@misc{b, title={Two}}`);
  assert.deepEqual([deep.facts.length, deep.refused[0]?.field], [1, "deep.title"]);
  const names = Array.from({ length: 40 }, (_, index) => `a${"b".repeat(index)}`);
  const bomb = names.map(
    (name, index) =>
      `@string{${name} = ${index === 0 ? '"haha"' : `a${"b".repeat(index - 1)} # a${"b".repeat(index - 1)}`}}`,
  );
  assert.match(harvest(`${bomb.join("\n")}\n@misc{b, title={Two}}`).refused[0]?.found ?? "", /100000 characters/);
});

test("An entry of more fields, or of more entries within it, than are looked at is refused, and hides none.", () => {
  const many = `@misc{many, title={Many}${", note={a}".repeat(501)}}`;
  const nested = `${"@misc{nested ".repeat(501)}${"}".repeat(501)}`;
  const { facts, refused } = harvest(`${many}\n${nested}\n@misc{b, title={Two}}`);
  assert.deepEqual(
    facts.map(({ place }) => [place.line, place.field]),
    [[3, "b"]],
  );
  assert.deepEqual(
    refused.map(({ line, field, found }) => [line, field, found]),
    ["many", "nested"].map((entry, index) => [
      index + 1,
      entry,
      "this entry has more than 500 fields, or entries within it",
    ]),
  );
});

test("In a long file faults have their lines, and entries inherit from any other of it.", () => {
  const broken = "@misc{broken title}\n".repeat(2000);
  const child = (key: string) => `@inbook{${key}, title={Child}, crossref={parent}}\n`;
  const { facts, refused } = harvest(
    `@string{x = {Ex}}\n${child("a")}${broken}@book{parent, title={On } # x}\n${child("c")}`,
  );
  assert.deepEqual(
    facts.map(({ place, venue }) => [place.line, venue]),
    [
      [2, "On Ex"],
      [2003, undefined],
      [2004, "On Ex"],
    ],
  );
  assert.deepEqual([refused.length, refused[1999]?.line], [2000, 2002]);
  assert.match(refused[1999]?.found ?? "", / at line 2002, column \d+/);
});

test("An abbreviation may stand for anything that a value holds, and is named as the entry writes it.", () => {
  const { facts, notices } = harvest(
    "@string{j = {Cheese\n for $1 @ home}}\n@article{a, title = {One}, journal = {A } # j, series = Gone # j, note = gOne}",
  );
  assert.equal(facts[0]?.venue, "A Cheese for $1 @ home");
  assert.deepEqual(
    notices.map(({ field, found }) => [field, found]),
    [
      ["a.series", "Gone"],
      ["a.note", "gOne"],
    ],
  );
});

test("Characters that stand for others while a file is read cannot be smuggled in.", () => {
  const { entries } = parseBibtex(
    "@misc{a, title = {x\ue000y \ue0f20\ue0f3 z and more words}, journal = {\ue0f0AIJ\ue0f1}}",
  );
  assert.deepEqual(entries[0]?.fields, { title: "xy 0 z and more words", journal: "AIJ" });
});

test("Entries whose braces never close are told each, with the next one's line, and hide none behind them.", () => {
  const { facts, refused } = harvest(
    `${"@article{a, title={x}\n".repeat(3000)}@article{b, title={B}, doi={10.1000/b}}\n@misc{c, title={`,
  );
  assert.deepEqual(
    facts.map(({ place }) => place.field),
    ["b"],
  );
  assert.equal(refused.length, 3001);
  assert.deepEqual([refused[7]?.line, refused[7]?.field], [8, "a"]);
  assert.match(refused[7]?.found ?? "", /in line 9, where the next entry begins$/);
  assert.deepEqual([refused.at(-1)?.line, refused.at(-1)?.field], [3002, "c"]);
  assert.match(refused.at(-1)?.found ?? "", /still open at the end of the file$/);
});

test("A retraction is read from a mark on the title or a note, and the title is kept without its mark.", () => {
  const read = (fields: string) => harvest(`@article{a, author = {Quay, Ada}, doi = {10.9999/a}, ${fields}}`).facts[0];
  for (const [fields, withdrawn] of [
    ["title = {{RETRACTED}: Ships}, journal = {Piers}", { by: "publisher" }],
    ["title = {{[}Retracted{]} Ships}", true],
    ["title = {{[}Withdrawn{]} Ships}, journal = {Piers}", true],
    ["title = {Ships}, journal = {Piers}, note = {Retracted article}", { by: "publisher" }],
    ["title = {Ships}, note = {Withdrawn by the authors due to a leak}", { by: "authors", reason: "due to a leak" }],
    ["title = {Ships}, note = {It supersedes a withdrawn paper}", undefined],
    ["title = {Ships}", undefined],
  ] as const) {
    const facts = read(fields);
    assert.deepEqual([facts?.title, facts?.withdrawn], ["Ships", withdrawn], fields);
  }
});
