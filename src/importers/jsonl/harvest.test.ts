import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { RecordSchema } from "#lib/content/record.ts";
import { serializeRecord } from "#lib/records/serialize.ts";
import { makeRecord } from "#scenes/content-samples.ts";
import { harvestJsonl } from "./harvest.ts";

const harvest = (text: string) => harvestJsonl({ file: "export.jsonl", text, retrieved: "2026-11-22" });

test("A record gives all its facts, its history too; what is empty is not said.", () => {
  const record = makeRecord({
    withdrawn: true,
    organization: { id: "port", name: "The Port" },
    abstract: "Sorting ships.\n\nSlowly, at $x^2$.",
    note: "Ours.",
    venue: "Quays",
    history: [{ date: "2026-03-10", source: "arXiv", field: "version", to: "2" }],
    previousIds: ["acl:2023.quay.1"],
  });
  const { facts, refused, notices, days } = harvest(`\uFEFF\n${serializeRecord(record)}\r\n`);
  const { keywords: _keywords, ...expected } = record;
  assert.deepEqual(facts, [{ ...expected, place: { file: "export.jsonl", line: 2, field: "line 2" } }]);
  assert.deepEqual([refused, notices, days], [[], [], []]);
});

test("A record that says little says no more as facts, and has this file as its source.", () => {
  assert.deepEqual(harvest('{"id":"2510.00001","title":"Harbour"}').facts, [
    {
      id: "2510.00001",
      title: "Harbour",
      sources: [{ name: "JSON Lines", retrieved: "2026-11-22" }],
      place: { file: "export.jsonl", line: 1, field: "line 1" },
    },
  ]);
});

test("A line with faults is refused once, with all of them; the other lines come in.", () => {
  const lines = [
    '{"id":"2510.00001","title":"Harbour"}',
    '{"id":"2510.00002","title":"","links":{"code":"javascript:alert(1)"}}',
    '{"id":"2510.00003","title":"Crane","comments":-1}',
    '{"id":"2510.00004","title":"Tide"',
    '{"id":"2510.00005","title":"Fog"}',
  ];
  const { facts, refused } = harvest(lines.join("\n"));
  assert.deepEqual(
    facts.map(({ id }) => id),
    ["2510.00001", "2510.00005"],
  );
  const [two, one, broken, ...rest] = refused;
  assert.deepEqual(two, {
    file: "export.jsonl",
    line: 2,
    field: "title",
    message:
      'is not what it should be; so with links.code (an http or https address expected, "javascript:alert(1)" found)',
    found: '""',
    allowed: "text that is not empty",
  });
  assert.deepEqual([one?.line, one?.field, one?.found], [3, "comments", "-1"]);
  assert.deepEqual([broken?.line, broken?.allowed], [4, "one JSON object on one line"]);
  assert.deepEqual(rest, []);
});

test("A text of another shape is refused once.", () => {
  for (const [text, line] of [
    ["", undefined],
    [" \n\uFEFF", undefined],
    ['[\n  {"id": "2510.00001", "title": "Harbour"}\n]', 1],
    ['\n{\n  "id": "2510.00001",\n  "title": "Harbour"\n}', 2],
    ['<?xml version="1.0"?>\n<feed>\n</feed>', 1],
  ] as const) {
    const { facts, refused } = harvest(text);
    assert.deepEqual([facts, refused.length, refused[0]?.line], [[], 1, line]);
    assert.match(refused[0]?.allowed ?? "", /^one record a line/);
  }
});

test("A damaged first line keeps no other line out.", () => {
  const { facts, refused } = harvest('# records\n[\n{"id":"2510.00001","title":"Harbour"}\n');
  assert.deepEqual([facts.length, refused.map(({ line }) => line)], [1, [1, 2]]);
});

test("The records that ship with the project come in, every one and whole.", () => {
  const folder = resolve(import.meta.dirname, "../../../content/papers");
  const text = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  const written = text.join("").trimEnd().split("\n");
  const { facts, refused } = harvest(text.join(""));
  assert.deepEqual(refused, []);
  assert.deepEqual(
    facts.map(({ place: _place, ...said }) => serializeRecord(RecordSchema.parse(said))),
    written.map((line) => serializeRecord(JSON.parse(line))),
  );
});
