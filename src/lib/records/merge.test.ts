import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { makeRecord as makeSample } from "#scenes/content-samples.ts";
import { makeFacts } from "#scenes/record-samples.ts";
import type { PaperRecord } from "../content/record.ts";
import { type Facts, SOURCES } from "./facts.ts";
import { listChangedFields, mergeFacts, startRecord } from "./merge.ts";

const TODAY = "2026-11-22";

/** A record of the invented paper that was read at one source on one day. */
function readAt(name: string, retrieved: string, changes: Partial<PaperRecord> = {}): PaperRecord {
  return makeSample({ sources: [{ name, retrieved }], ...changes });
}

function from(name: string, retrieved: string, changes: Partial<Facts> = {}): Facts {
  return makeFacts({ sources: [{ name, retrieved }], ...changes });
}

test("A new record holds what the source says, days in order, and nothing that it does not say.", () => {
  const facts = from(SOURCES.huggingFace, "2026-03-10", {
    featured: ["2026-03-10", "2026-03-09", "2026-03-10"],
    withdrawn: false,
  });
  assert.deepEqual(startRecord("2510.00001", facts), {
    id: "2510.00001",
    title: "Harbour: Sorting Ships with 3 Cranes",
    authors: [],
    featured: ["2026-03-09", "2026-03-10"],
    categories: [],
    keywords: [],
    links: {},
    history: [],
    previousIds: [],
    sources: [{ name: "Hugging Face", retrieved: "2026-03-10" }],
  });
});

test("Gaps are filled by any source, also by a listing; what is there stays.", () => {
  const record = readAt(SOURCES.arxiv, "2026-03-09", { comments: 6 });
  delete record.published;
  const facts = from("Daily Papers listing", "2026-03-12", {
    published: "2025-10-03",
    comments: 9,
    abstract: "Ships.",
  });
  const merged = mergeFacts(record, facts, TODAY);
  assert.deepEqual([merged.published, merged.comments, merged.abstract], ["2025-10-03", 6, "Ships."]);
  assert.deepEqual(listChangedFields(record, merged).toSorted(), ["abstract", "published", "sources"]);
});

test("The owner of a fact replaces what another source said, even when read on an earlier day.", () => {
  const record = readAt(SOURCES.huggingFace, "2026-03-09", { title: "Ships, Sorted", upvotes: 5 });
  const merged = mergeFacts(record, from(SOURCES.arxiv, "2026-03-01", { authors: ["Ada Quay"], upvotes: 9 }), TODAY);
  assert.deepEqual([merged.title, merged.authors], ["Harbour: Sorting Ships with 3 Cranes", ["Ada Quay"]]);
  assert.equal(merged.upvotes, 5, "arXiv counts no votes");
});

test("Of one source an older reading replaces nothing, a newer one does, and fields without a word stay.", () => {
  const record = readAt(SOURCES.huggingFace, "2026-03-09", { upvotes: 5, comments: 6 });
  const older = mergeFacts(record, from(SOURCES.huggingFace, "2026-03-08", { upvotes: 4, stars: 1 }), TODAY);
  assert.deepEqual([older.upvotes, older.comments, older.stars], [5, 6, 1]);
  const newer = mergeFacts(record, from(SOURCES.huggingFace, "2026-03-10", { upvotes: 3 }), TODAY);
  assert.deepEqual([newer.upvotes, newer.comments], [3, 6]);
  assert.deepEqual(newer.sources, [{ name: "Hugging Face", retrieved: "2026-03-10" }]);
});

test("A newer answer about an older version of the paper replaces nothing.", () => {
  const record = readAt(SOURCES.arxiv, "2026-03-09", { version: 3 });
  const merged = mergeFacts(record, from(SOURCES.arxiv, "2026-04-01", { title: "Early Title", version: 1 }), TODAY);
  assert.deepEqual([merged.title, merged.version], [record.title, 3]);
});

test("A source that knows less keeps the last word while the owner has not spoken.", () => {
  const record = readAt(SOURCES.huggingFace, "2026-03-09");
  assert.equal(mergeFacts(record, from(SOURCES.bibtex, "2026-04-01", { title: "Other" }), TODAY).title, record.title);
  assert.equal(mergeFacts(record, from(SOURCES.huggingFace, "2026-04-01", { title: "Other" }), TODAY).title, "Other");
  const listed = readAt("listing", "2026-03-09");
  assert.equal(mergeFacts(listed, from(SOURCES.bibtex, "2026-03-01", { title: "Other" }), TODAY).title, "Other");
});

test("A source's name may say more than the source.", () => {
  const record = readAt("arXiv metadata in public copies", "2026-11-22");
  assert.equal(mergeFacts(record, from(SOURCES.arxiv, "2026-05-01", { title: "Other" }), TODAY).title, record.title);
});

test("Featured days, keywords and addresses come together; each address has its owner.", () => {
  const record = readAt(SOURCES.huggingFace, "2026-03-09", {
    keywords: ["SSP"],
    links: { code: "https://a.b/1", doi: "https://doi.org/10.1000/1" },
  });
  const facts = from(SOURCES.bibtex, "2026-03-10", {
    featured: ["2026-03-01"],
    keywords: ["ssp", "ships"],
    links: { code: "https://a.b/2", doi: "https://doi.org/10.1000/2", pdf: "https://a.b/p.pdf" },
  });
  const merged = mergeFacts(record, facts, TODAY);
  assert.deepEqual(merged.featured, ["2026-03-01", "2026-03-09"]);
  assert.deepEqual(merged.keywords, ["SSP", "ships"]);
  assert.deepEqual(merged.links, { code: "https://a.b/1", doi: "https://doi.org/10.1000/2", pdf: "https://a.b/p.pdf" });
});

test("The number of authors gives way to their names.", () => {
  const record = readAt("listing", "2026-03-09", { authors: [], authorCount: 4 });
  assert.equal(mergeFacts(record, from("listing", "2026-03-10", { authorCount: 5 }), TODAY).authorCount, 4);
  const named = mergeFacts(record, from(SOURCES.arxiv, "2026-03-10", { authors: ["Ada Quay"] }), TODAY);
  assert.deepEqual([named.authors, "authorCount" in named], [["Ada Quay"], false]);
  assert.equal("authorCount" in mergeFacts(named, from("listing", "2026-03-11", { authorCount: 4 }), TODAY), false);
});

test("Parts of names are known whoever stated them; that there are more authors goes with the list that said so.", () => {
  const parts = { name: "Rhos Roebuck Woods", family: "Roebuck Woods", given: "Rhos" };
  const other = { name: "Nobody Here", family: "Here", given: "Nobody" };
  const record = readAt(SOURCES.arxiv, "2026-03-09", { authors: ["Rhos Roebuck Woods", "Bo New"] });
  const said = from(SOURCES.bibtex, "2026-03-10", {
    authors: ["Rhos Roebuck Woods"],
    nameParts: [parts, other],
    moreAuthors: true,
  });
  const merged = mergeFacts(record, said, TODAY);
  assert.deepEqual([merged.authors, merged.nameParts, merged.moreAuthors], [record.authors, [parts], undefined]);
  const started = startRecord("2510.00001", said);
  assert.deepEqual([started.authors.length, started.moreAuthors], [1, true]);
  const named = mergeFacts(started, from(SOURCES.arxiv, "2026-03-11", { authors: ["Bo New"] }), TODAY);
  assert.deepEqual([named.authors, named.nameParts, named.moreAuthors], [["Bo New"], undefined, undefined]);
});

test("A new title, version, venue and a withdrawal go into the history, with day, source and both values.", () => {
  const record = readAt(SOURCES.arxiv, "2026-03-09", { title: "Ships", version: 1 });
  const second = mergeFacts(
    record,
    from(SOURCES.arxiv, "2026-04-01", { title: "Ships, Again", version: 2, withdrawn: true }),
    TODAY,
  );
  assert.deepEqual(second.history, [
    { date: "2026-04-01", source: "arXiv", field: "title", from: "Ships", to: "Ships, Again" },
    { date: "2026-04-01", source: "arXiv", field: "withdrawn", to: "true" },
    { date: "2026-04-01", source: "arXiv", field: "version", from: "1", to: "2" },
  ]);
  const third = mergeFacts(second, from(SOURCES.bibtex, "2026-05-01", { venue: "Ports 2026" }), TODAY);
  assert.deepEqual(third.history.at(-1), {
    date: "2026-05-01",
    source: "BibTeX",
    field: "venue",
    to: "Ports 2026",
  });
  const back = mergeFacts(third, from(SOURCES.arxiv, "2026-06-01", { title: "Ships, Again", withdrawn: false }), TODAY);
  assert.equal("withdrawn" in back, false);
  assert.deepEqual(back.history.at(-1), {
    date: "2026-06-01",
    source: "arXiv",
    field: "withdrawn",
    from: "true",
  });
});

test("What a publisher retracted stays so, and who withdrew a paper is not forgotten for a source that says less.", () => {
  const record = readAt(SOURCES.arxiv, "2026-03-09", {});
  const retracted = mergeFacts(record, from(SOURCES.bibtex, "2026-04-01", { withdrawn: { by: "publisher" } }), TODAY);
  assert.deepEqual(retracted.withdrawn, { by: "publisher" });
  assert.deepEqual(retracted.history.at(-1), {
    date: "2026-04-01",
    source: "BibTeX",
    field: "withdrawn",
    to: "publisher",
  });
  const asked = mergeFacts(retracted, from(SOURCES.arxiv, "2026-05-01", { withdrawn: false }), TODAY);
  assert.deepEqual(asked.withdrawn, { by: "publisher" });

  const old = readAt(SOURCES.arxiv, "2026-03-09", { withdrawn: true });
  const detailed = mergeFacts(
    old,
    from(SOURCES.arxiv, "2026-04-01", { withdrawn: { by: "authors", reason: "a gap" } }),
    TODAY,
  );
  assert.deepEqual([detailed.withdrawn, detailed.history], [{ by: "authors", reason: "a gap" }, []]);
  const again = mergeFacts(detailed, from(SOURCES.arxiv, "2026-05-01", { withdrawn: true }), TODAY);
  assert.deepEqual(again.withdrawn, { by: "authors", reason: "a gap" });
});

/** What a record's history says after arXiv gave it other facts, in the words of `from` and `to`. */
function tell(before: Partial<PaperRecord>, after: Partial<Facts>, retrieved = "2026-04-01"): string[] {
  const record = mergeFacts(readAt(SOURCES.arxiv, "2026-03-09", before), from(SOURCES.arxiv, retrieved, after), TODAY);
  return record.history.map(({ field, from: old, to }) => `${field}: ${old ?? "-"} > ${to ?? "-"}`);
}

test("Of authors the history names those who are new, gone, spelt otherwise, or in another place, and no others.", () => {
  const authors = ["Ada Quay", "Ben Pier", "Cy Dock"];
  const cases: [after: string[], told: string[]][] = [
    [authors, []],
    [[...authors, "Di Buoy"], ["authors: - > Di Buoy"]],
    [["Ada Quay", "Cy Dock"], ["authors: Ben Pier > -"]],
    [["Ada Quay", "Benjamin Pier", "Cy Dock"], ["authors: Ben Pier > Benjamin Pier"]],
    [["Cy Dock", "Ada Quay", "Ben Pier"], ["authors: Ada Quay; Ben Pier; Cy Dock > Cy Dock; Ada Quay; Ben Pier"]],
    [["Ada Quay", "Cy Dock", "Ben Pier"], ["authors: Ben Pier; Cy Dock > Cy Dock; Ben Pier"]],
    [["Ada Quay", "Ada Quay", "Ben Pier", "Cy Dock"], ["authors: - > Ada Quay"]],
    [["Di Buoy", "Cy Dock"], ["authors: Ada Quay; Ben Pier > Di Buoy"]],
  ];
  for (const [after, told] of cases) assert.deepEqual(tell({ authors }, { authors: after }), told, after.join());
  assert.deepEqual(tell({ authors: [] }, { authors }), [], "names that were not known are no change");
  const listed = readAt("listing", "2026-03-09", { authors: ["Ádá Quay", "Ben Pier"] });
  const byArxiv = (names: string[]) =>
    mergeFacts(listed, from(SOURCES.arxiv, "2026-04-01", { authors: names }), TODAY).history.length;
  assert.equal(byArxiv(["Ada Quay", "Ben Pier"]), 0, "a better source only spells them otherwise");
  assert.equal(byArxiv(["Ada Quay", "Cy Dock"]), 1);
});

test("That the abstract changed is told without its text, and not when only its lines are broken otherwise.", () => {
  const abstract = "Ships wait, 3 in 4.";
  assert.deepEqual(tell({ abstract }, { abstract: "Ships wait, 2 in 4." }), ["abstract: - > -"]);
  assert.deepEqual(tell({ abstract }, { abstract: "Ships  wait,\n3 in 4." }), []);
  assert.deepEqual(tell({}, { abstract }), []);
});

test("A version that follows on the same day is news; two readings of one version contradict each other.", () => {
  const before = { title: "Ships", version: 1 };
  const again = { title: "Ships, Again" };
  assert.deepEqual(tell(before, { ...again, version: 2 }, "2026-03-09"), [
    "title: Ships > Ships, Again",
    "version: 1 > 2",
  ]);
  assert.deepEqual(tell(before, { ...again, version: 1 }, "2026-03-09"), []);
  const voted = readAt(SOURCES.huggingFace, "2026-03-09");
  const twice = from(SOURCES.huggingFace, "2026-03-09", { title: "Ships", authors: ["Ada Quay"] });
  assert.deepEqual(mergeFacts(voted, twice, TODAY).history, [], "nor of a source that owns neither");
});

test("What is only spelt otherwise by a better source, or heard of for the first time, is no news.", () => {
  const record = readAt(SOURCES.huggingFace, "2026-03-09", { title: "Harbour - Sorting Ships with 3 cranes" });
  const merged = mergeFacts(record, from(SOURCES.arxiv, "2026-04-01", { version: 2, upvotes: 1 }), TODAY);
  assert.equal(merged.title, "Harbour: Sorting Ships with 3 Cranes");
  assert.deepEqual(merged.history, []);
});

test("A reading that says nothing new is noted, unless it is of today.", () => {
  const record = readAt(SOURCES.arxiv, "2026-03-09");
  const later = mergeFacts(record, from(SOURCES.arxiv, "2026-03-12"), TODAY);
  assert.deepEqual(listChangedFields(record, later), ["sources"]);
  assert.equal(mergeFacts(record, from(SOURCES.arxiv, TODAY), TODAY), record);
  assert.equal(mergeFacts(record, from(SOURCES.arxiv, "2026-03-01"), TODAY), record);
});

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-02-${String(number).padStart(2, "0")}`);
const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    source: fc.constantFrom(SOURCES.arxiv, SOURCES.huggingFace, SOURCES.bibtex, "listing"),
    retrieved: day,
    title: fc.constantFrom("Ships", "Ships!", "Boats"),
    upvotes: fc.nat({ max: 3 }),
    version: fc.integer({ min: 1, max: 3 }),
    withdrawn: fc.constantFrom(true, false, { by: "authors" as const }, { by: "publisher" as const, reason: "a leak" }),
    featured: fc.array(day, { maxLength: 2 }),
    authorCount: fc.nat({ max: 2 }),
    authors: fc.array(fc.constantFrom("Ada Quay", "Ben Pier"), { maxLength: 2 }),
  })
  .map(({ source, retrieved, ...facts }) => from(source, retrieved, facts));

test("Saying the same a second time changes nothing, whatever was said before.", () => {
  fc.assert(
    fc.property(fc.array(anyFacts, { minLength: 1, maxLength: 4 }), anyFacts, (before, facts) => {
      const [first, ...rest] = before;
      const known = rest.reduce(
        (record, more) => mergeFacts(record, more, TODAY),
        startRecord("2510.00001", first ?? facts),
      );
      const once = mergeFacts(known, facts, TODAY);
      assert.equal(mergeFacts(once, facts, TODAY), once);
    }),
  );
});

/** The dates that a paper has after each of some readings of sources, one a day, and what its history tells. */
function readDates(...readings: [source: string, published: string][]): {
  dates: (string | undefined)[];
  told: string[];
} {
  const dates: (string | undefined)[] = [];
  let record = makeSample({ sources: [] });
  delete record.published;
  for (const [index, [name, published]] of readings.entries()) {
    record = mergeFacts(record, from(name, `2026-03-${String(index + 1).padStart(2, "0")}`, { published }), TODAY);
    dates.push(record.published);
  }
  const told = record.history.map(({ field, from: before, to }) => `${field} ${before} ${to}`);
  return { dates, told };
}

test("A date that says more of the same is taken from anyone and is no news; one that says less from nobody.", () => {
  const { bibtex, arxiv } = SOURCES;
  assert.deepEqual(readDates([bibtex, "2017"], [bibtex, "2017-11"], ["A listing", "2017-11-05"], [bibtex, "2017"]), {
    dates: ["2017", "2017-11", "2017-11-05", "2017-11-05"],
    told: [],
  });
  assert.deepEqual(readDates([arxiv, "2017-06-12"], [bibtex, "2018"], [bibtex, "2017"]), {
    dates: ["2017-06-12", "2017-06-12", "2017-06-12"],
    told: [],
  });
});

test("A date that says otherwise is taken from who owns it, and is told.", () => {
  const { bibtex, arxiv } = SOURCES;
  assert.deepEqual(readDates([bibtex, "2018"], [arxiv, "2017-06-12"]), {
    dates: ["2018", "2017-06-12"],
    told: ["published 2018 2017-06-12"],
  });
  assert.deepEqual(readDates([bibtex, "2018"], ["A listing", "2017-06-12"]), { dates: ["2018", "2018"], told: [] });
});

test("No reading makes a date less precise, in whatever order sources are read.", () => {
  const anyReading = fc.tuple(
    fc.constantFrom("A listing", ...Object.values(SOURCES)),
    fc.constantFrom("2017", "2018", "2017-11", "2017-12", "2018-01", "2017-11-05", "2018-01-09"),
  );
  fc.assert(
    fc.property(fc.array(anyReading, { minLength: 1, maxLength: 6 }), (readings) => {
      const { dates } = readDates(...readings);
      const lengths = dates.map((date = "") => date.length);
      assert.deepEqual(
        lengths,
        lengths.toSorted((a, b) => a - b),
      );
    }),
  );
});

test("Two readings of one publication complete each other; of two publications one is kept whole.", () => {
  const { bibtex } = SOURCES;
  const merge = (known: Partial<PaperRecord>, said: Partial<Facts>) =>
    mergeFacts(readAt(bibtex, "2026-03-09", known), from(bibtex, "2026-03-10", said), TODAY).publication;
  const venue = "Harbour Conference";
  const known = { type: "inproceedings", year: "2017", pages: "1–9" } as const;
  assert.deepEqual(merge({ venue, publication: known }, { venue, publication: { year: "2017", publisher: "Quay" } }), {
    ...known,
    publisher: "Quay",
  });
  assert.deepEqual(merge({ venue, publication: known }, {}), known);
  const other = { type: "article", year: "2018", volume: "7" } as const;
  assert.deepEqual(merge({ venue, publication: known }, { venue: "Docks", publication: other }), other);
});
