import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { checkContent } from "#lib/content/check.ts";
import { parseDays, parseRecords } from "#lib/content/parse.ts";
import { readContent } from "#lib/content/read.ts";
import type { PaperRecord } from "#lib/content/record.ts";
import type { Tag } from "#lib/content/tag.ts";
import { formatProblems } from "#lib/errors.ts";
import { monthOfId } from "#lib/papers/id.ts";
import { type CorpusOptions, generateCorpus } from "./corpus.ts";
import { type AddedDay, generateDay } from "./day.ts";

const TAGS: Tag[] = [
  { id: "wind", label: "Wind", description: "Moving air.", aliases: ["gale"] },
  { id: "rain", label: "Rain", description: "Falling water.", aliases: [] },
];
const OPTIONS: CorpusOptions = { papers: 400, seed: 5, tags: TAGS };

const before = new Map([...generateCorpus(OPTIONS)].map(({ path, text }) => [path, text]));
const added = addDay({ add: 20, late: 4 });
const known = new Set(listRecords(before).map(({ id }) => id));
const fresh = listRecords(added).filter(({ id }) => !known.has(id));

function addDay(day: AddedDay): Map<string, string> {
  return new Map(
    [...generateDay(OPTIONS, day, (path) => before.get(path) ?? "")].map(({ path, text }) => [path, text]),
  );
}

function listRecords(files: ReadonlyMap<string, string>): PaperRecord[] {
  return [...files].flatMap(([path, text]) =>
    path.startsWith("papers/") ? (parseRecords(text, path).value?.lines ?? []).map(({ data }) => data) : [],
  );
}

/** Days of a list, ascending. */
function listDays(files: ReadonlyMap<string, string>) {
  return (parseDays(files.get("days.jsonl") ?? "", "days.jsonl").value?.lines ?? []).map(({ data }) => data);
}

test("The archive with the day is content without a single problem.", () => {
  const folder = mkdtempSync(join(tmpdir(), "offprint-day-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of [...before, ...added]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const vocabulary = TAGS.map(({ id, label, description, aliases }) => ({ id, label, description, aliases }));
  writeFileSync(join(folder, "tags.yaml"), JSON.stringify(vocabulary));
  const content = readContent(folder);
  const problems = checkContent(content);
  assert.equal(problems.length, 0, formatProblems(problems.slice(0, 5)));
  assert.equal(content.records.flatMap(({ lines }) => lines).length, 420);
});

test("What was there stays as it was, line by line.", () => {
  for (const [path, text] of added) {
    const lines = new Set(text.split("\n"));
    for (const line of (before.get(path) ?? "").split("\n")) assert.ok(lines.has(line), `${path}: ${line}`);
  }
});

test("All added papers are featured on the weekday after the newest day, and the list of days ends with it.", () => {
  const newest = listDays(before).at(-1)?.date ?? "";
  const day = listDays(added).at(-1);
  assert.deepEqual(day, {
    date: "2026-04-01",
    source: "an invented listing",
    listed: 20,
    taken: 20,
    refused: 0,
    cut: false,
  });
  assert.ok(newest < "2026-04-01");
  assert.deepEqual(
    fresh.map(({ featured }) => featured),
    Array.from({ length: 20 }, () => ["2026-04-01"]),
  );
});

test("As many as wanted were published in older months, and each stands in the month of its id.", () => {
  assert.equal(fresh.filter(({ published = "" }) => published < "2026-03-01").length, 4);
  for (const { id, published = "" } of fresh) assert.equal(monthOfId(id), published.slice(0, 7));
  assert.equal(
    [...addDay({ add: 20, late: 0 }).keys()].filter((path) => /^papers\/(?!2026-0[34])/.test(path)).length,
    0,
  );
});

test("One in ten has a digest.", () => {
  const ids = [...added.keys()].flatMap((path) => /^digests\/(.*)\.md$/.exec(path)?.[1] ?? []);
  assert.equal(ids.length, 2);
  assert.ok(ids.every((id) => fresh.some((record) => record.id === id)));
});

test("Some authors are known from before, and some are new.", () => {
  const names = new Set(listRecords(before).flatMap(({ authors }) => authors));
  const shares = fresh.flatMap(({ authors }) => authors.map((name) => names.has(name)));
  assert.ok(shares.includes(true) && shares.includes(false));
});

test("The same day comes of the same archive, another of another seed.", () => {
  assert.deepEqual(addDay({ add: 20, late: 4 }), added);
  const other = generateDay({ ...OPTIONS, seed: 6 }, { add: 20, late: 4 }, (path) => before.get(path) ?? "");
  assert.notDeepEqual(new Map([...other].map(({ path, text }) => [path, text])), added);
});

test("An archive of one month has no older papers to come late.", () => {
  const options = { ...OPTIONS, papers: 1 };
  assert.throws(() => [...generateDay(options, { add: 1, late: 2 }, () => "")], RangeError);
});
