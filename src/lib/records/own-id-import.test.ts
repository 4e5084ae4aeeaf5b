import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { checkFolder } from "#scenes/checked-sample.ts";
import {
  makeContentFolder,
  makeDigestText,
  makeRecord,
  readTexts,
  SAMPLE_EDITION,
  writeFiles,
} from "#scenes/content-samples.ts";
import { makeFacts, makeHarvest } from "#scenes/record-samples.ts";
import { type Facts, SOURCES } from "./facts.ts";
import { ContentImport, importHarvests } from "./import.ts";
import { removePaper } from "./remove.ts";

const OPTIONS = { today: "2031-11-22" };
const OWN = "own:example-2031-sample-of-harbours";

/** Facts of an entry of a bibliography, without an id unless one is given. */
function makeEntry({ id, ...changes }: Partial<Facts> = {}): Facts {
  const { id: _id, ...facts } = makeFacts({
    title: "Sample of Harbours",
    authors: ["Ada Example"],
    published: "2031-01-02",
    links: {},
    sources: [{ name: SOURCES.bibtex, retrieved: "2031-11-20" }],
    ...changes,
  });
  return id === undefined ? facts : { ...facts, id };
}

function importInto(folder: string, ...facts: Facts[]) {
  return importHarvests(folder, [makeHarvest(facts)], OPTIONS);
}

function readRecords(folder: string): ReturnType<typeof makeRecord>[] {
  const names = readdirSync(join(folder, "papers")).sort();
  const lines = names.flatMap((name) => readFileSync(join(folder, "papers", name), "utf8").split("\n"));
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line));
}

test("An entry without an id gets one of ours; the same file again changes nothing.", () => {
  const folder = makeContentFolder();
  assert.deepEqual(importInto(folder, makeEntry()).added, [OWN]);
  const again = importInto(folder, makeEntry());
  assert.deepEqual([again.added, again.changed, again.unchanged, again.files], [[], [], [OWN], []]);
  assert.deepEqual(checkFolder(folder), []);
});

test("The id is kept when title, year or author are corrected, and the entry as it was is known by it.", () => {
  const folder = makeContentFolder();
  importInto(folder, makeEntry());
  const path = join(folder, "papers/2031-01.jsonl");
  writeFileSync(path, readFileSync(path, "utf8").replace("Sample of Harbours", "Samples of Harbours"));
  assert.deepEqual(importInto(folder, makeEntry()).added, []);
  assert.deepEqual(importInto(folder, makeEntry({ published: "2030-12-30" })).added, []);
  assert.equal(readRecords(folder).filter(({ id }) => id.startsWith("own:")).length, 1);
});

test("A DOI or arXiv id that turns up takes the place of ours: record, digest and edition follow, the old address leads on.", () => {
  for (const id of ["3101.00007", "doi:10.9999/x", "acl:2031.acl-main.7"]) {
    const folder = makeContentFolder();
    importInto(folder, makeEntry());
    const segment = OWN.replace(":", "--");
    writeFiles(folder, {
      [`digests/${segment}.md`]: makeDigestText(),
      "editions/2031-03-09.mdx": SAMPLE_EDITION.replace("2026-03-09", "2031-03-09").replaceAll(
        '"2510.00001"',
        `"${OWN}"`,
      ),
      "addresses.txt": `/papers/${segment}/\n`,
    });
    const dry = importHarvests(folder, [makeHarvest([makeEntry({ id })])], { ...OPTIONS, isDryRun: true });
    const report = importInto(folder, makeEntry({ id, venue: "Journal of Harbours" }));
    assert.deepEqual(report.added, []);
    assert.deepEqual(
      report.changed.map((change) => change.id),
      [id],
    );
    assert.deepEqual(dry.files.toSorted(), report.files.toSorted());
    const record = readRecords(folder).find((known) => known.id === id);
    assert.deepEqual(record?.previousIds, [OWN]);
    assert.deepEqual(record?.history.at(0), { date: OPTIONS.today, source: "BibTeX", field: "id", from: OWN, to: id });
    assert.equal(
      readRecords(folder).some((known) => known.id === OWN),
      false,
    );
    assert.equal(existsSync(join(folder, `digests/${segment}.md`)), false);
    assert.match(readFileSync(join(folder, "editions/2031-03-09.mdx"), "utf8"), RegExp(RegExp.escape(`"${id}"`)));
    assert.deepEqual(checkFolder(folder), [], id);
    assert.deepEqual(importInto(folder, makeEntry()).unchanged, [id], "and the entry without an id is known by it");
  }
});

test("A paper that has got a better id takes what later steps say of it.", () => {
  const content = new ContentImport(makeContentFolder(), OPTIONS);
  for (const changes of [{}, { id: "3101.00007" }, { id: "3101.00007", venue: "Journal of Harbours" }]) {
    content.take([makeHarvest([makeEntry(changes)])]);
  }
  const { refused, records } = content.report();
  assert.deepEqual([refused, records.map(({ venue }) => venue)], [[], ["Journal of Harbours"]]);
});

test("An import that was broken off while papers got better ids is completed by the next.", () => {
  const segment = OWN.replace(":", "--");
  const edition = SAMPLE_EDITION.replace("2026-03-09", "2031-03-09").replaceAll('"2510.00001"', `"${OWN}"`);
  const makeBefore = () => {
    const folder = makeContentFolder({
      "editions/2031-03-09.mdx": edition,
      [`digests/${segment}.md`]: makeDigestText(),
    });
    importInto(folder, makeEntry());
    return folder;
  };
  const done = makeBefore();
  importInto(done, makeEntry({ id: "3101.00007" }));
  const broken = makeBefore();
  const [path, now] = [join(broken, "papers/2031-01.jsonl"), readFileSync(join(done, "papers/2031-01.jsonl"), "utf8")];
  // The new record is there, and nothing has followed it yet.
  writeFileSync(path, now + readFileSync(path, "utf8"));
  importInto(broken, makeEntry({ id: "3101.00007" }));
  assert.deepEqual(readTexts(broken), readTexts(done));
  assert.deepEqual(checkFolder(broken), []);
});

test("A record whose id another names as an earlier one without having had it is not taken for one that has moved.", () => {
  const other = makeRecord({ id: "2510.00002", title: "Other Ships", previousIds: ["2510.00001"] });
  const folder = makeContentFolder({
    "papers/2025-10.jsonl": [makeRecord(), other].map((record) => `${JSON.stringify(record)}\n`).join(""),
  });
  importInto(folder, makeEntry());
  assert.ok(readRecords(folder).some(({ id }) => id === "2510.00001"));
});

test("Our id is not put in the place of a registry's, nor one of ours in another's.", () => {
  const folder = makeContentFolder();
  importInto(folder, makeEntry({ id: "doi:10.9999/x" }));
  importInto(folder, makeEntry({ id: OWN }));
  assert.deepEqual(
    readRecords(folder)
      .map(({ id }) => id)
      .filter((id) => id !== "2510.00001"),
    ["doi:10.9999/x"],
  );
});

test("Where both ids have a digest, the paper keeps ours, and that is told.", () => {
  const folder = makeContentFolder();
  importInto(folder, makeEntry());
  writeFiles(folder, {
    [`digests/${OWN.replace(":", "--")}.md`]: makeDigestText(),
    "digests/3101.00007.md": makeDigestText(),
  });
  const report = importInto(folder, makeEntry({ id: "3101.00007" }));
  assert.match(report.notices[0]?.message ?? "", /keeps that id/);
  assert.ok(readRecords(folder).some(({ id }) => id === OWN));
});

test("Entries that say too little are refused with the cure; one without author or year is told of.", () => {
  const folder = makeContentFolder();
  const { authors: _authors, published: _published, ...bare } = makeEntry();
  const report = importInto(folder, bare);
  assert.match(report.refused[0]?.mend ?? "", /doi, eprint or url, or its author and year/);
  const undated = importInto(folder, { ...bare, authors: ["Ada Example"] });
  assert.deepEqual(undated.added, ["own:example-undated-sample-of-harbours"]);
  assert.match(undated.notices[0]?.message ?? "", /neither an id nor its year/);
});

test("A paper of ours that was taken out stays out.", () => {
  const folder = makeContentFolder();
  importInto(folder, makeEntry());
  removePaper(folder, OWN, { ...OPTIONS, isDryRun: false, reason: "Gone.", withDigest: false });
  const report = importInto(folder, makeEntry());
  assert.deepEqual([report.added, report.refused], [[], []]);
  assert.match(report.notices[0]?.message ?? "", /was taken out/);
});

test("A paper of an old archive that was taken out with its subject class stays out without.", () => {
  const redirect = { from: "/papers/math.xx_0309136/", to: "/archive/", date: "2031-03-10", reason: "Gone." };
  const folder = makeContentFolder({ "redirects.jsonl": `${JSON.stringify(redirect)}\n` });
  assert.deepEqual(importInto(folder, makeEntry({ id: "math/0309136" })).added, []);
  assert.deepEqual(importInto(folder, makeEntry({ id: "math/0309137" })).added, ["math/0309137"]);
});

test("A paper that came in an earlier step without an id, and has one in a later, is told of once, as new.", async () => {
  const folder = makeContentFolder();
  const content = new ContentImport(folder, OPTIONS);
  content.take([makeHarvest([makeEntry()])]);
  content.take([makeHarvest([makeEntry({ id: "3101.00007" })])]);
  assert.deepEqual([content.report().added, content.report().changed], [["3101.00007"], []]);
});

test("Headings of one author from several years are several texts.", () => {
  const folder = makeContentFolder();
  const years = ["2029-01-01", "2030-01-01", "2031-01-01"].map((published) =>
    makeEntry({ title: "Preface", published }),
  );
  assert.equal(importInto(folder, ...years).added.length, 3);
});

/** Papers that registries have: of two entries with one id, both say the same. */
const REGISTERED = [
  { id: "3101.00007", title: "Sample of Harbours", author: "Ada Example" },
  { id: "doi:10.9999/x", title: "Sample: of harbours", author: "A. Example" },
  { id: "doi:10.9999/y", title: "Preface", author: "Cy Third" },
  { id: "acl:P31-1001", title: "Piers", author: "李明" },
].map((entry) => ({ ...entry, published: "2031-01-02" }));
const nameless = fc.record(
  {
    title: fc.constantFrom("Sample of Harbours", "Sample: of harbours", "Preface", "Piers", "自我博弈", "自我对弈"),
    author: fc.constantFrom("Ada Example", "A. Example", "Cy Third", "李明"),
    published: fc.constantFrom("2030-01-02", "2031-01-02"),
  },
  { requiredKeys: ["title"] },
);
const entries: fc.Arbitrary<{ id?: string; title: string; author?: string; published?: string }> = fc.oneof(
  fc.constantFrom(...REGISTERED),
  nameless,
);

/** What is in a folder: ids, and what leads to them. */
function summarize(folder: string): string[] {
  return readRecords(folder).map(({ id, previousIds }) => [id, ...previousIds].join(" "));
}

test("The order of entries does not matter, and a second time nothing is new.", () => {
  const runs = fc
    .array(entries, { minLength: 1, maxLength: 6 })
    .chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
    );
  fc.assert(
    fc.property(runs, ([list, shuffled]) => {
      const [first, second] = [makeContentFolder(), makeContentFolder()];
      const make = (given: typeof list) =>
        given.map(({ author, published, ...rest }) => {
          const { authors: _authors, published: _published, ...bare } = makeEntry(rest);
          return { ...bare, ...(author !== undefined && { authors: [author] }), ...(published && { published }) };
        });
      importInto(first, ...make(list));
      importInto(second, ...make(shuffled));
      assert.deepEqual(summarize(first), summarize(second));
      const again = importInto(first, ...make(list));
      assert.deepEqual([again.added, again.files], [[], []]);
      assert.deepEqual(checkFolder(first), []);
    }),
    { numRuns: 150 },
  );
});
