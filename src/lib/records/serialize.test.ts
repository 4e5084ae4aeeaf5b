import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { makeRecord } from "#scenes/content-samples.ts";
import { parseRecords } from "../content/parse.ts";
import { type PaperRecord, RecordSchema } from "../content/record.ts";
import { isVisible } from "../latex/characters.ts";
import { nameRecordFile, serializeRecord, serializeRecords } from "./serialize.ts";

// Of a text the schema asks that something of it can be seen; U+2800 and U+FFA0 are letters that show nothing.
const text = fc.string({ unit: "grapheme", minLength: 1 }).filter(isVisible);
const day = fc
  .date({ min: new Date("1991-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const slug = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,9}$/);
const link = slug.map((name) => `https://example.org/${name}`);
const id = fc.oneof(
  fc
    .tuple(fc.integer({ min: 10, max: 29 }), fc.integer({ min: 10, max: 12 }), fc.integer({ min: 10_000, max: 99_999 }))
    .map(([year, month, number]) => `${year}${month}.${number}`),
  slug.map((name) => `acl:${name}`),
);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

/** Any record that the schema allows, its keys in any order. */
const anyRecord: fc.Arbitrary<PaperRecord> = fc
  .record({
    id,
    title: text,
    authors: fc.array(text, { maxLength: 3 }),
    authorCount: maybe(fc.nat()),
    organization: maybe(fc.record({ name: text, id: slug })),
    published: maybe(fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length))),
    publication: maybe(
      fc.record({
        pages: maybe(text),
        editors: maybe(fc.array(text, { maxLength: 2 })),
        year: maybe(fc.constant("2017")),
      }),
    ),
    version: maybe(fc.integer({ min: 1 })),
    featured: fc.array(day, { maxLength: 2 }),
    categories: fc.array(text, { maxLength: 2 }),
    keywords: fc.array(text, { maxLength: 2 }),
    links: fc.record({ discussion: maybe(link), code: maybe(link), abstract: maybe(link) }),
    comments: maybe(fc.nat()),
    abstract: maybe(text),
    withdrawn: maybe(
      fc.oneof(
        fc.constant(true as const),
        fc.record({ reason: maybe(text), by: maybe(fc.constantFrom("authors", "administrators", "publisher")) }),
      ),
    ),
    history: fc.array(fc.record({ to: maybe(text), field: text, from: maybe(text), source: text, date: day }), {
      maxLength: 2,
    }),
    previousIds: fc.array(id, { maxLength: 2 }),
    sources: fc.array(fc.record({ retrieved: day, name: text }), { maxLength: 2 }),
  })
  .chain((record) => fc.shuffledSubarray(Object.entries(record), { minLength: Object.keys(record).length }))
  .map((entries) => JSON.parse(JSON.stringify(Object.fromEntries(entries))) as PaperRecord);

test("A record that is written, read and written again is the same, line and facts.", () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      const line = serializeRecord(record);
      const { value, problems } = parseRecords(line, "a.jsonl");
      assert.deepEqual(problems, []);
      const [read] = value?.lines ?? [];
      assert.ok(read);
      assert.deepEqual(read.data, record);
      assert.equal(serializeRecord(read.data), line);
      assert.equal(line.includes("\n"), false);
    }),
  );
});

test("A name that shows nothing is refused where it is read, whatever letters it is made of.", () => {
  for (const name of ["\u2800", "\uffa0", "\u200b \u2800"]) {
    const line = serializeRecord(makeRecord({ organization: { id: "port", name } }));
    const [problem] = parseRecords(line, "a.jsonl").problems;
    assert.deepEqual([problem?.field, problem?.allowed], ["organization.name", SEEN], JSON.stringify(name));
  }
});

const SEEN = "text with at least one character that can be seen";

test("Keys stand in the order of the schema, within links, changes and sources too.", () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      const written = JSON.parse(serializeRecord(record)) as PaperRecord;
      const order = Object.keys(RecordSchema.shape);
      const places = Object.keys(written).map((key) => order.indexOf(key));
      assert.deepEqual(
        places,
        places.toSorted((a, b) => a - b),
      );
    }),
  );
  const record = makeRecord({
    organization: { name: "Port", id: "port" },
    links: { discussion: "https://a.b/4", code: "https://a.b/3", pdf: "https://a.b/2", abstract: "https://a.b/1" },
    history: [{ to: "2", from: "1", field: "version", source: "arXiv", date: "2026-01-01" }],
    sources: [{ retrieved: "2026-01-01", name: "arXiv" }],
  });
  const written = JSON.parse(serializeRecord(record));
  assert.deepEqual(Object.keys(written.organization), ["id", "name"]);
  assert.deepEqual(Object.keys(written.links), ["abstract", "pdf", "code", "discussion"]);
  assert.deepEqual(Object.keys(written.history[0]), ["date", "source", "field", "from", "to"]);
  assert.deepEqual(Object.keys(written.sources[0]), ["name", "retrieved"]);
});

test("A month file has its records in order of id, each on a line of its own that ends.", () => {
  const records = ["2510.00003", "2510.00001", "2510.00002"].map((name) => makeRecord({ id: name }));
  const file = serializeRecords(records);
  assert.deepEqual(
    file.split("\n").map((line) => (line === "" ? "" : JSON.parse(line).id)),
    ["2510.00001", "2510.00002", "2510.00003", ""],
  );
  assert.equal(serializeRecords([]), "");
  assert.equal(records[0]?.id, "2510.00003", "the list that was given is left as it was");
});

test("A new record's file is the month of its arXiv id, else of its publication, else undated.", () => {
  assert.equal(nameRecordFile({ id: "2510.00001", published: "2025-11-01" }), "2025-10.jsonl");
  assert.equal(nameRecordFile({ id: "hep-th/9901001" }), "1999-01.jsonl");
  assert.equal(nameRecordFile({ id: "doi:10.1000/1", published: "2025-11-01" }), "2025-11.jsonl");
  assert.equal(nameRecordFile({ id: "doi:10.1000/1" }), "undated.jsonl");
});
