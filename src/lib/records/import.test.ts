import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { test } from "node:test";
import { makeContentFolder, makeRecord, readStamped, reserveFolder } from "#scenes/content-samples.ts";
import { makeFacts, makeHarvest, summarize } from "#scenes/record-samples.ts";
import { ContentError } from "../errors.ts";
import { type Facts, SOURCES } from "./facts.ts";
import { ContentImport, importHarvests } from "./import.ts";

/** Facts of an entry that has no id. */
function makeNameless(changes: Partial<Facts>): Facts {
  const { id: _id, ...facts } = makeFacts(changes);
  return facts;
}

const OPTIONS = { today: "2026-11-22" };
const DAY = { date: "2026-03-10", source: "Daily Papers", listed: 3, taken: 3, refused: 0, cut: false };

test("Papers come in, are merged and are refused in one run; the report tells each, and the day counts what was refused.", () => {
  const folder = makeContentFolder();
  const report = importHarvests(
    folder,
    [
      makeHarvest(
        [
          makeFacts({ abstract: "Ships are sorted." }),
          makeFacts({ id: "2511.00001", title: "New Ships", place: { file: "a.xml", line: 9, field: "entry 2" } }),
          makeNameless({ title: "Nobody's Ships", featured: [DAY.date], place: { file: "a.xml", field: "entry 3" } }),
        ],
        { days: [DAY] },
      ),
    ],
    OPTIONS,
  );
  assert.deepEqual(summarize(report), {
    added: ["2511.00001"],
    changed: [{ id: "2510.00001", fields: ["abstract", "sources"] }],
    unchanged: [],
    refused: ["entry 3: no record matches this entry, and it has no id of its own"],
    days: ["2026-03-10"],
  });
  assert.equal(report.files.length, 3);
  assert.match(readFileSync(join(folder, "papers/2025-11.jsonl"), "utf8"), /"New Ships"/);
  assert.match(readFileSync(join(folder, "days.jsonl"), "utf8"), /"2026-03-10".*"taken":2,"refused":1/);
});

test("An entry without an id is of the paper that stands behind it, in its file or another: a second time nothing is new.", () => {
  const nameless = makeNameless({ title: "Fog Ships", keywords: ["fog"] });
  const named = makeFacts({ id: "2511.00003", title: "Fog Ships", keywords: ["ships"] });
  for (const harvests of [[[nameless, named]], [[nameless], [named]]]) {
    const folder = makeContentFolder();
    const run = () =>
      importHarvests(
        folder,
        harvests.map((facts) => makeHarvest(facts)),
        OPTIONS,
      );
    const { added, refused, records } = run();
    assert.deepEqual([added, refused], [["2511.00003"], []]);
    assert.deepEqual(records[0]?.keywords, ["ships", "fog"]);
    assert.deepEqual([run().changed, run().files], [[], []]);
  }
});

test("Importing the same a second time writes nothing.", () => {
  const folder = makeContentFolder();
  const harvest = makeHarvest([makeFacts({ version: 2 }), makeFacts({ id: "acl:x", title: "Other" })], { days: [DAY] });
  importHarvests(folder, [harvest], OPTIONS);
  const before = readStamped(folder);
  const report = importHarvests(folder, [harvest], OPTIONS);
  assert.deepEqual(summarize(report), {
    added: [],
    changed: [],
    unchanged: ["2510.00001", "acl:x"],
    refused: [],
    days: [],
  });
  assert.deepEqual(report.files, []);
  assert.deepEqual(readStamped(folder), before);
});

test("Entries of one day that contradict each other end the same way each time, without growing a history.", () => {
  const folder = reserveFolder();
  const harvests = ["Ships", "Boats"].map((title) => makeHarvest([makeFacts({ title })]));
  importHarvests(folder, harvests, OPTIONS);
  const before = readStamped(folder);
  const report = importHarvests(folder, harvests, OPTIONS);
  assert.deepEqual([report.unchanged, report.files], [["2510.00001"], []]);
  assert.deepEqual(readStamped(folder), before);
  const record = JSON.parse(readFileSync(join(folder, "papers/2025-10.jsonl"), "utf8"));
  assert.deepEqual([record.title, record.history], ["Boats", []]);
});

test("A paper that several steps speak of is told of once: as new, else as changed with all its fields, else as unchanged.", async () => {
  const folder = reserveFolder();
  const known = ["2510.00001", "2510.00002", "2511.00003"].map((id) => makeFacts({ id, title: `Ships ${id}` }));
  const [twice, later, never] = known as [Facts, Facts, Facts];
  importHarvests(folder, [makeHarvest(known)], OPTIONS);
  const fresh = makeFacts({ id: "2512.00001", title: "New Ships" });
  async function* steps() {
    yield [makeHarvest([], { notices: [{ file: "a", message: "first" }] })];
    yield [makeHarvest([fresh, { ...twice, title: "Boats" }, later, never])];
    const more = [fresh, { ...twice, title: "Boats" }, later].map((facts) => ({ ...facts, upvotes: 1 }));
    yield [makeHarvest(more, { days: [DAY] })];
    const days = [DAY, { ...DAY, date: "2026-03-11" }];
    yield [makeHarvest([{ ...twice, title: "Boats" }, never], { days, notices: [{ file: "a", message: "last" }] })];
  }
  const report = await new ContentImport(folder, OPTIONS).takeSteps(steps());
  assert.deepEqual(summarize(report), {
    added: ["2512.00001"],
    changed: [
      { id: "2510.00001", fields: ["title", "upvotes"] },
      { id: "2510.00002", fields: ["upvotes"] },
    ],
    unchanged: ["2511.00003"],
    refused: [],
    days: ["2026-03-10", "2026-03-11"],
  });
  assert.deepEqual(
    report.notices.map(({ message }) => message),
    ["first", "last"],
  );
  assert.deepEqual(
    report.files.map((file) => relative(folder, resolve(file))),
    ["papers/2025-10.jsonl", "papers/2025-12.jsonl", "days.jsonl"],
  );
  assert.deepEqual(
    report.records.map(({ id }) => id),
    ["2512.00001", "2510.00001", "2510.00002", "2511.00003"],
  );
});

test("A dry run says the same and writes nothing.", () => {
  const folder = makeContentFolder();
  const harvest = makeHarvest([makeFacts({ id: "2511.00001" })], { days: [DAY] });
  const before = readStamped(folder);
  const dry = importHarvests(folder, [harvest], { ...OPTIONS, isDryRun: true });
  assert.deepEqual(readStamped(folder), before);
  assert.deepEqual(importHarvests(folder, [harvest], OPTIONS), dry);
});

test("Digests, editions and vocabularies are never written.", () => {
  const folder = makeContentFolder();
  const before = readStamped(folder);
  importHarvests(folder, [makeHarvest([makeFacts({ title: "Changed" })], { days: [DAY] })], OPTIONS);
  const after = readStamped(folder);
  const changed = Object.keys(after).filter((path) => before[path] !== after[path]);
  assert.deepEqual(changed.sort(), ["days.jsonl", "papers/2025-10.jsonl"]);
});

test("An archive begins in a folder that does not exist.", () => {
  const folder = reserveFolder();
  const report = importHarvests(folder, [makeHarvest([makeFacts()])], OPTIONS);
  assert.deepEqual(report.added, ["2510.00001"]);
  assert.ok(existsSync(join(folder, "papers/2025-10.jsonl")));
});

test("A paper that two files tell of comes in once, with what both say.", () => {
  const folder = reserveFolder();
  const daily = (date: string, upvotes: number) =>
    makeFacts({ featured: [date], upvotes, sources: [{ name: SOURCES.huggingFace, retrieved: date }] });
  const report = importHarvests(
    folder,
    [makeHarvest([daily("2026-03-10", 9)]), makeHarvest([daily("2026-03-09", 5)])],
    OPTIONS,
  );
  assert.deepEqual([report.added, report.changed], [["2510.00001"], []]);
  const record = JSON.parse(readFileSync(join(folder, "papers/2025-10.jsonl"), "utf8"));
  assert.deepEqual([record.featured, record.upvotes], [["2026-03-09", "2026-03-10"], 9]);
});

test("Facts that no record may hold are refused at their entry, the rest comes in.", () => {
  const folder = makeContentFolder();
  const facts = [makeFacts({ id: "2510.00002v1" }), makeFacts({ id: "2510.00003", links: { code: "javascript:x" } })];
  const report = importHarvests(folder, [makeHarvest([...facts, makeFacts({ id: "2510.00004" })])], OPTIONS);
  assert.deepEqual(
    report.refused.map(({ file, line, field }) => [file, line, field]),
    [
      ["a.xml", 7, "entry 1"],
      ["a.xml", 7, "entry 1 links.code"],
    ],
  );
  assert.deepEqual(report.added, ["2510.00004"]);
});

test("A record stays in the file it stands in.", () => {
  const line = `${JSON.stringify(makeRecord({ id: "doi:10.1000/x", title: "Old Ships", published: "2025-01-01" }))}\n`;
  const folder = makeContentFolder({ "papers/undated.jsonl": line });
  importHarvests(folder, [makeHarvest([makeFacts({ id: "doi:10.1000/x", published: "2025-02-01" })])], OPTIONS);
  assert.match(readFileSync(join(folder, "papers/undated.jsonl"), "utf8"), /2025-02-01/);
  assert.deepEqual(readdirSync(join(folder, "papers")), ["2025-10.jsonl", "undated.jsonl"]);
});

test("A folder whose records or days cannot be read is left as it is: writing them again would lose lines.", () => {
  // A line that was cut, and what a file system may leave after a crash.
  const damages = ['{"id":', "\0".repeat(40), `${JSON.stringify(makeRecord())}\n\0\0\0`];
  for (const [path, damage] of damages.flatMap((text) => [
    ["papers/2025-10.jsonl", text] as const,
    ["days.jsonl", text] as const,
  ])) {
    const folder = makeContentFolder({ [path]: damage });
    const before = readStamped(folder);
    assert.throws(
      () => importHarvests(folder, [makeHarvest([makeFacts({ id: "2510.00009" })])], OPTIONS),
      ContentError,
    );
    assert.deepEqual(readStamped(folder), before);
  }
  const barred = makeContentFolder({ "papers/2025-11.jsonl/x": "" });
  assert.throws(
    () => importHarvests(barred, [], OPTIONS),
    /2025-11\.jsonl {2}this file could not be read: a folder stands where/,
  );
  const line = `${JSON.stringify(makeRecord())}\n`;
  const doubled = makeContentFolder({ "papers/2025-11.jsonl": line });
  assert.throws(() => importHarvests(doubled, [], OPTIONS), /this paper has a record already/);
});
