import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { factsFrom, readAt } from "#scenes/record-samples.ts";
import type { PaperRecord } from "../content/record.ts";
import { type Facts, SOURCES } from "./facts.ts";
import { listChangedFields, mergeFacts, startRecord } from "./merge.ts";

const TODAY = "2026-11-22";

test("A new record holds what the source says, days in order, and nothing that it does not say.", () => {
  const facts = factsFrom(SOURCES.huggingFace, "2026-03-10", {
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
  const facts = factsFrom("Daily Papers listing", "2026-03-12", {
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
  const merged = mergeFacts(
    record,
    factsFrom(SOURCES.arxiv, "2026-03-01", { authors: ["Ada Quay"], upvotes: 9 }),
    TODAY,
  );
  assert.deepEqual([merged.title, merged.authors], ["Harbour: Sorting Ships with 3 Cranes", ["Ada Quay"]]);
  assert.equal(merged.upvotes, 5, "arXiv counts no votes");
});

test("Of one source an older reading replaces nothing, a newer one does, and fields without a word stay.", () => {
  const record = readAt(SOURCES.huggingFace, "2026-03-09", { upvotes: 5, comments: 6 });
  const older = mergeFacts(record, factsFrom(SOURCES.huggingFace, "2026-03-08", { upvotes: 4, stars: 1 }), TODAY);
  assert.deepEqual([older.upvotes, older.comments, older.stars], [5, 6, 1]);
  const newer = mergeFacts(record, factsFrom(SOURCES.huggingFace, "2026-03-10", { upvotes: 3 }), TODAY);
  assert.deepEqual([newer.upvotes, newer.comments], [3, 6]);
  assert.deepEqual(newer.sources, [{ name: "Hugging Face", retrieved: "2026-03-10" }]);
});

test("A newer answer about an older version of the paper replaces nothing.", () => {
  const record = readAt(SOURCES.arxiv, "2026-03-09", { version: 3 });
  const merged = mergeFacts(
    record,
    factsFrom(SOURCES.arxiv, "2026-04-01", { title: "Early Title", version: 1 }),
    TODAY,
  );
  assert.deepEqual([merged.title, merged.version], [record.title, 3]);
});

test("A source that knows less keeps the last word while the owner has not spoken.", () => {
  const record = readAt(SOURCES.huggingFace, "2026-03-09");
  assert.equal(
    mergeFacts(record, factsFrom(SOURCES.bibtex, "2026-04-01", { title: "Other" }), TODAY).title,
    record.title,
  );
  assert.equal(
    mergeFacts(record, factsFrom(SOURCES.huggingFace, "2026-04-01", { title: "Other" }), TODAY).title,
    "Other",
  );
  const listed = readAt("listing", "2026-03-09");
  assert.equal(mergeFacts(listed, factsFrom(SOURCES.bibtex, "2026-03-01", { title: "Other" }), TODAY).title, "Other");
});

test("A source's name may say more than the source.", () => {
  const record = readAt("arXiv metadata in public copies", "2026-11-22");
  assert.equal(
    mergeFacts(record, factsFrom(SOURCES.arxiv, "2026-05-01", { title: "Other" }), TODAY).title,
    record.title,
  );
});

test("Featured days, keywords and addresses come together; each address has its owner.", () => {
  const record = readAt(SOURCES.huggingFace, "2026-03-09", {
    keywords: ["SSP"],
    links: { code: "https://a.b/1", doi: "https://doi.org/10.1000/1" },
  });
  const facts = factsFrom(SOURCES.bibtex, "2026-03-10", {
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
  assert.equal(mergeFacts(record, factsFrom("listing", "2026-03-10", { authorCount: 5 }), TODAY).authorCount, 4);
  const named = mergeFacts(record, factsFrom(SOURCES.arxiv, "2026-03-10", { authors: ["Ada Quay"] }), TODAY);
  assert.deepEqual([named.authors, "authorCount" in named], [["Ada Quay"], false]);
  assert.equal(
    "authorCount" in mergeFacts(named, factsFrom("listing", "2026-03-11", { authorCount: 4 }), TODAY),
    false,
  );
});

test("Parts of names are known whoever stated them; that there are more authors goes with the list that said so.", () => {
  const parts = { name: "Rhos Roebuck Woods", family: "Roebuck Woods", given: "Rhos" };
  const other = { name: "Nobody Here", family: "Here", given: "Nobody" };
  const record = readAt(SOURCES.arxiv, "2026-03-09", { authors: ["Rhos Roebuck Woods", "Bo New"] });
  const said = factsFrom(SOURCES.bibtex, "2026-03-10", {
    authors: ["Rhos Roebuck Woods"],
    nameParts: [parts, other],
    moreAuthors: true,
  });
  const merged = mergeFacts(record, said, TODAY);
  assert.deepEqual([merged.authors, merged.nameParts, merged.moreAuthors], [record.authors, [parts], undefined]);
  const started = startRecord("2510.00001", said);
  assert.deepEqual([started.authors.length, started.moreAuthors], [1, true]);
  const named = mergeFacts(started, factsFrom(SOURCES.arxiv, "2026-03-11", { authors: ["Bo New"] }), TODAY);
  assert.deepEqual([named.authors, named.nameParts, named.moreAuthors], [["Bo New"], undefined, undefined]);
});

test("What a publisher retracted stays so, and who withdrew a paper is not forgotten for a source that says less.", () => {
  const record = readAt(SOURCES.arxiv, "2026-03-09", {});
  const retracted = mergeFacts(
    record,
    factsFrom(SOURCES.bibtex, "2026-04-01", { withdrawn: { by: "publisher" } }),
    TODAY,
  );
  assert.deepEqual(retracted.withdrawn, { by: "publisher" });
  assert.deepEqual(retracted.history.at(-1), {
    date: "2026-04-01",
    source: "BibTeX",
    field: "withdrawn",
    to: "publisher",
  });
  const asked = mergeFacts(retracted, factsFrom(SOURCES.arxiv, "2026-05-01", { withdrawn: false }), TODAY);
  assert.deepEqual(asked.withdrawn, { by: "publisher" });

  const old = readAt(SOURCES.arxiv, "2026-03-09", { withdrawn: true });
  const detailed = mergeFacts(
    old,
    factsFrom(SOURCES.arxiv, "2026-04-01", { withdrawn: { by: "authors", reason: "a gap" } }),
    TODAY,
  );
  assert.deepEqual([detailed.withdrawn, detailed.history], [{ by: "authors", reason: "a gap" }, []]);
  const again = mergeFacts(detailed, factsFrom(SOURCES.arxiv, "2026-05-01", { withdrawn: true }), TODAY);
  assert.deepEqual(again.withdrawn, { by: "authors", reason: "a gap" });
});

test("A reading that says nothing new is noted, unless it is of today.", () => {
  const record = readAt(SOURCES.arxiv, "2026-03-09");
  const later = mergeFacts(record, factsFrom(SOURCES.arxiv, "2026-03-12"), TODAY);
  assert.deepEqual(listChangedFields(record, later), ["sources"]);
  assert.equal(mergeFacts(record, factsFrom(SOURCES.arxiv, TODAY), TODAY), record);
  assert.equal(mergeFacts(record, factsFrom(SOURCES.arxiv, "2026-03-01"), TODAY), record);
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
  .map(({ source, retrieved, ...facts }) => factsFrom(source, retrieved, facts));

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

test("Two readings of one publication complete each other; of two publications one is kept whole.", () => {
  const { bibtex } = SOURCES;
  const merge = (known: Partial<PaperRecord>, said: Partial<Facts>) =>
    mergeFacts(readAt(bibtex, "2026-03-09", known), factsFrom(bibtex, "2026-03-10", said), TODAY).publication;
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
