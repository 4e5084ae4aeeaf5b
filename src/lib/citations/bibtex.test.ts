import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type CitedRecord, makeCitationKey, toBibtex } from "./bibtex.ts";

function makeRecord(more: Partial<CitedRecord>): CitedRecord {
  return { id: "2409.12917", title: "Untitled", authors: [], categories: [], links: {}, ...more };
}

/** An entry as a reader of BibTeX understands it. */
interface Entry {
  type: string;
  key: string;
  fields: Map<string, string>;
}

/** A small strict reader of BibTeX: fields in braces, counted as BibTeX counts them; throws where it cannot go on. */
function readBibtex(text: string): Entry[] {
  const entries: Entry[] = [];
  let rest = text;
  const take = (pattern: RegExp): string => {
    const match = pattern.exec(rest);
    if (match === null) throw new Error(`BibTeX stops making sense at: ${rest.slice(0, 60)}`);
    rest = rest.slice(match[0].length);
    return match[1] ?? "";
  };
  const takeBraced = (): string => {
    let depth = 0;
    let end = 0;
    do {
      depth += rest[end] === "{" ? 1 : rest[end] === "}" ? -1 : 0;
      end += 1;
    } while (depth > 0 && end <= rest.length);
    const value = rest.slice(1, end - 1);
    rest = rest.slice(end);
    return value;
  };
  while (rest.trim() !== "") {
    const type = take(/^\s*@(\w+)\{/);
    const key = take(/^([^\s,{}]+),/);
    const fields = new Map<string, string>();
    while (!/^\s*\}/.test(rest)) {
      const name = take(/^\s*(\w+)\s*=\s*(?=\{|[a-z]{3},)/);
      fields.set(name, rest.startsWith("{") ? takeBraced().replace(/\s+/g, " ") : take(/^([a-z]{3})/));
      take(/^(,|(?=\s*\}))/);
    }
    take(/^\s*(\})/);
    entries.push({ type, key, fields });
  }
  return entries;
}

function readEntry(record: CitedRecord): Entry {
  const [entry, ...more] = readBibtex(toBibtex(record));
  assert.equal(more.length, 0);
  return entry ?? assert.fail("no entry");
}

/** The plain text of a field: commands become what they print, protecting braces vanish. */
function printLatex(field: string): string {
  const commands: { [name: string]: string } = {
    textbraceleft: "{",
    textbraceright: "}",
    textasciitilde: "~",
    textasciicircum: "^",
    textbackslash: "\\",
  };
  return field.replace(/\\([a-z]+)\{\}|\\([#$%&_])|[{}]/g, (_, command, character) =>
    command === undefined ? (character ?? "") : (commands[command] ?? ""),
  );
}

/** Splits authors at " and " outside braces, then prints each given name first. */
function readAuthors(field: string): string[] {
  const names: string[] = [""];
  let depth = 0;
  for (const word of field.split(" ")) {
    if (word === "and" && depth === 0) names.push("");
    else names[names.length - 1] = `${names.at(-1)} ${word}`.trim();
    for (const character of word) depth += character === "{" ? 1 : character === "}" ? -1 : 0;
  }
  return names.map((name) => {
    if (name.startsWith("{")) return printLatex(name);
    const parts = name.split(", ");
    const [family = "", second = "", third] = parts;
    return printLatex(
      parts.length === 1 ? family : third === undefined ? `${second} ${family}` : `${third} ${family} ${second}`,
    );
  });
}

test("a preprint is set as the model entry shows it", () => {
  const record = makeRecord({
    title: "Training Language Models to Self-Correct via Reinforcement Learning",
    authors:
      "Aviral Kumar,Vincent Zhuang,Rishabh Agarwal,Yi Su,John D Co-Reyes,Avi Singh,Kate Baumli,Shariq Iqbal,Colton Bishop".split(
        ",",
      ),
    published: "2024-09-19",
    categories: ["cs.LG", "cs.AI"],
    links: { abstract: "https://arxiv.org/abs/2409.12917" },
  });
  assert.equal(
    toBibtex(record),
    `@misc{kumar2024training,
  title         = {Training Language Models to Self-Correct via
                   Reinforcement Learning},
  author        = {Kumar, Aviral and Zhuang, Vincent and Agarwal,
                   Rishabh and Su, Yi and Co-Reyes, John D and Singh,
                   Avi and Baumli, Kate and Iqbal, Shariq and Bishop,
                   Colton},
  year          = {2024},
  month         = sep,
  day           = {19},
  eprint        = {2409.12917},
  archivePrefix = {arXiv},
  primaryClass  = {cs.LG},
  url           = {https://arxiv.org/abs/2409.12917}
}`,
  );
});

test("what is not known is left out", () => {
  const { type, key, fields } = readEntry(makeRecord({ id: "openreview:abc", title: "The Quiet Walrus" }));
  assert.equal(type, "misc");
  assert.equal(key, "quiet");
  assert.deepEqual([...fields], [["title", "The Quiet Walrus"]]);
});

test("a venue or a journal reference make an article or a paper in proceedings", () => {
  const cases: [more: Partial<CitedRecord>, type: string, field: string, year: string | undefined][] = [
    [{ venue: "NeurIPS 2023" }, "inproceedings", "booktitle", "2023"],
    [{ venue: "Proceedings of the 61st Annual Meeting of the ACL" }, "inproceedings", "booktitle", undefined],
    [{ venue: "Journal of Machine Learning Research" }, "article", "journal", undefined],
    [{ journalRef: "Phys. Rev. D 66, 010001 (2002)" }, "article", "journal", "2002"],
    [{ venue: "Proceedings of the National Academy of Sciences" }, "article", "journal", undefined],
  ];
  for (const [more, type, field, year] of cases) {
    const entry = readEntry(makeRecord(more));
    assert.equal(entry.type, type, JSON.stringify(more));
    assert.equal(entry.fields.get(field), more.venue ?? more.journalRef);
    assert.equal(entry.fields.get("year"), year);
  }
});

test("a date is as precise as it is known, and the month of a preprint is none of its venue", () => {
  const date = (more: Partial<CitedRecord>) => {
    const { fields } = readEntry(makeRecord(more));
    return ["year", "month", "day"].flatMap((name) => fields.get(name) ?? []).join(" ");
  };
  assert.equal(date({ id: "doi:10.5555/a", published: "2017" }), "2017");
  assert.equal(date({ id: "doi:10.5555/a", published: "2017-11" }), "2017 nov");
  assert.equal(date({ id: "doi:10.5555/a", published: "2017-11-05", venue: "Docks" }), "2017 nov 5");
  assert.equal(date({ published: "2024-09-19", venue: "Harbour Conference 2024" }), "2024");
  assert.equal(date({ published: "2024-09-19", venue: "Docks", publication: { year: "2025" } }), "2025");
  assert.equal(date({}), "2024", "by the id");
});

test("a year is never one that a venue is about", () => {
  const year = (more: Partial<CitedRecord>) => readEntry(makeRecord(more)).fields.get("year");
  const venue = "Workshop on MT2010: Towards an Invented Map";
  assert.equal(year({ id: "acl:2001.invented-road.4", published: "2001", venue }), "2001");
  assert.equal(year({ id: "acl:2001.invented-road.4", published: "2001", venue: "Workshop on Roads 2030" }), "2001");
  assert.equal(year({ venue, publication: { year: "2001" } }), "2001");
  assert.equal(year({ venue }), undefined);
  assert.equal(year({ journalRef: "Docks 12 (2021) 1990-2001" }), "2021");
  assert.equal(year({ journalRef: "Docks 12:1990–2001, 2021" }), "2021");
});

test("what is known of a publication stands in the entry", () => {
  const publication = {
    series: "Notes of the Quay",
    volume: "7",
    pages: "362–372",
    editors: ["Ed Itor"],
    publisher: "Quay & Sons",
    chapter: "3",
    edition: "Second",
    address: "Port & Quay",
    isbn: "978-0-00-000000-2",
    issn: "0000-0019",
  };
  const { type, fields } = readEntry(
    makeRecord({ venue: "Harbours", publication: { type: "incollection", ...publication } }),
  );
  assert.equal(type, "incollection");
  assert.deepEqual(
    ["editor", "booktitle", "series", "volume", "pages", "publisher"].map((name) => fields.get(name)),
    ["Itor, Ed", "Harbours", "Notes of the Quay", "7", "362--372", "Quay \\& Sons"],
  );
  assert.deepEqual(
    ["chapter", "edition", "address", "isbn", "issn"].map((name) => fields.get(name)),
    ["3", "Second", "Port \\& Quay", "978-0-00-000000-2", "0000-0019"],
  );
  const thesis = readEntry(makeRecord({ publication: { type: "phdthesis", school: "Quay School", year: "2017" } }));
  assert.deepEqual(
    [thesis.type, thesis.fields.get("school"), thesis.fields.get("year")],
    ["phdthesis", "Quay School", "2017"],
  );
  const report = readEntry(makeRecord({ publication: { type: "techreport", school: "Quay School", number: "R-7" } }));
  assert.deepEqual([report.fields.get("institution"), report.fields.get("number")], ["Quay School", "R-7"]);
});

test("a reference beside a venue and a withdrawal are noted", () => {
  const { fields } = readEntry(
    makeRecord({ venue: "JMLR", journalRef: "JMLR 5 (2004) 1--9", withdrawn: { by: "authors", reason: "a 5% gap" } }),
  );
  assert.equal(fields.get("note"), "JMLR 5 (2004) 1--9; Withdrawn by its authors: a 5\\% gap");
});

test("a DOI stands without its resolver, decoded unless that would break the entry", () => {
  const findDoi = (doi: string) => readEntry(makeRecord({ links: { doi } })).fields.get("doi");
  assert.equal(findDoi("https://doi.org/10.1000/a_b%3C1%3E"), "10.1000/a_b<1>");
  assert.equal(findDoi("https://dx.doi.org/10.1000/x%7B"), "10.1000/x%7B");
  assert.equal(findDoi("https://doi.org/10.1000/100%"), "10.1000/100%");
  assert.equal(readEntry(makeRecord({ id: "doi:10.1000/182" })).fields.get("doi"), "10.1000/182");
});

test("names are set family first, with particle and suffix, and whole names in braces", () => {
  const authors = [
    "Laurens van der Maaten",
    "Martin Luther King Jr.",
    "The ATLAS Collaboration",
    "Qwen",
    "Smith and Sons",
  ];
  assert.equal(
    readEntry(makeRecord({ authors })).fields.get("author"),
    "van der Maaten, Laurens and King, Jr., Martin Luther and {The ATLAS Collaboration} and Qwen and {Smith and Sons}",
  );
});

test("a family name of two words stays whole where the record states it, also in the key", () => {
  const nameParts = [{ name: "Rhos Roebuck Woods", family: "Roebuck Woods", given: "Rhos" }];
  const entry = readEntry(makeRecord({ authors: ["Rhos Roebuck Woods"], nameParts, title: "Ships" }));
  assert.equal(entry.fields.get("author"), "Roebuck Woods, Rhos");
  assert.match(entry.key, /^roebuckwoods/);
});

test("more authors than are named are others", () => {
  const { fields } = readEntry(makeRecord({ authors: ["Ada Example"], moreAuthors: true }));
  assert.equal(fields.get("author"), "Example, Ada and others");
});

test("authors who are not named are others", () => {
  const { fields } = readEntry(makeRecord({ authors: ["Ada Example"], authorCount: 7 }));
  assert.equal(fields.get("author"), "Example, Ada and others");
});

test("lines are at most 69 columns wide where they can be broken", () => {
  const authors = Array.from({ length: 40 }, (_, index) => `Given${index} Family${index}`);
  for (const line of toBibtex(makeRecord({ authors })).split("\n")) assert.ok(line.length <= 69, line);
});

test("a key is made of family, year and the first word that says something", () => {
  const makeKey = (title: string, author?: string) =>
    makeCitationKey(makeRecord({ title, authors: author === undefined ? [] : [author], published: "2024-01-31" }));
  assert.equal(makeKey("On the Emergence of Thinking", "João Müller"), "muller2024emergence");
  assert.equal(makeKey("Self-Play Fine-Tuning", "Aäron van den Oord"), "oord2024selfplay");
  assert.equal(makeKey("$\\alpha$-Rank", "The ATLAS Collaboration"), "atlas2024rank");
  assert.equal(makeKey("What Is It?", "Ada Example"), "example2024what");
  assert.equal(makeKey("Walrus"), "walrus2024");
  assert.equal(makeKey("走馬灯", "陈明"), "240912917");
});

test("title, authors and year come back from the entry, whatever characters they hold", () => {
  const word = fc.string({
    unit: fc.constantFrom(..."abcXYZé陈{}\\#%&_~^$@\"',.=()-"),
    minLength: 1,
    maxLength: 8,
  });
  const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(" "));
  // No comma: a name with one is turned round. No dollar: mathematics keeps its own commands.
  const name = text.map((value) => value.replace(/[,$]/g, "x"));
  fc.assert(
    fc.property(
      text,
      fc.array(name, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1990, max: 2030 }),
      (title, authors, year) => {
        const plain = title.replaceAll("$", "S");
        const { fields } = readEntry(makeRecord({ title: plain, authors, published: `${year}-05-01` }));
        assert.equal(printLatex(fields.get("title") ?? ""), plain);
        assert.deepEqual(readAuthors(fields.get("author") ?? ""), authors);
        assert.equal(fields.get("year"), String(year));
        assert.doesNotThrow(() => readEntry(makeRecord({ title, authors })));
      },
    ),
    { numRuns: 1000 },
  );
});
