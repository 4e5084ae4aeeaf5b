import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { judgeDay } from "#lib/content/day.ts";
import { RecordSchema } from "#lib/content/record.ts";
import { formatProblem } from "#lib/errors.ts";
import { startRecord } from "#lib/records/merge.ts";
import { serializeRecord } from "#lib/records/serialize.ts";
import { findSharedData } from "#scenes/shared-data.ts";
import { harvestHuggingFace } from "./harvest.ts";

const RETRIEVED = "2031-05-01";
const { path: data, skip } = findSharedData("data");

test("Of 45 real days all 895 entries are read, 76 of them from Python literals, and every day is complete.", {
  skip,
}, () => {
  const folder = join(data, "hf-daily");
  const files = readdirSync(folder).sort();
  const harvests = files.map((name) =>
    harvestHuggingFace({ file: name, text: readFileSync(join(folder, name), "utf8"), retrieved: RETRIEVED }),
  );
  const facts = harvests.flatMap((one) => one.facts);
  const days = harvests.flatMap((one) => one.days);
  assert.deepEqual([files.length, facts.length, new Set(facts.map(({ id }) => id)).size], [45, 895, 893]);
  assert.deepEqual(
    harvests.flatMap((one) => one.refused),
    [],
  );
  const notices = harvests.flatMap((one) => one.notices.map(formatProblem));
  const unread = notices.filter((notice) => /markup that is not understood/.test(notice));
  // Commands of authors' own (`\ourmethod`), and scripts without mathematics around them (`v_{ref}`).
  assert.equal(unread.length, 14);
  assert.deepEqual(
    notices.filter((notice) => !unread.includes(notice)),
    [
      "2024-12-11.json  26 entries were text, read as Python literals",
      "2024-12-13.json  23 entries were text, read as Python literals",
      "2025-01-03.json  18 entries were text, read as Python literals",
      "2025-01-10.json  9 entries were text, read as Python literals",
    ],
  );
  assert.deepEqual(
    days.map(({ date }) => `${date}.json`),
    files,
  );
  assert.deepEqual(
    [...Map.groupBy(days, judgeDay)].map(([state, of]) => [state, of.length]),
    [["complete", 45]],
  );
  assert.equal(
    facts.reduce((sum, { authors = [] }) => sum + authors.length, 0),
    9414,
  );
  assert.equal(facts.filter(({ organization }) => organization !== undefined).length, 516);
  assert.equal(facts.filter(({ links }) => links?.code !== undefined).length, 455);
  assert.equal(facts.filter(({ links }) => links?.project !== undefined).length, 395);
  assert.equal(facts.filter(({ stars }) => stars !== undefined).length, 451);
  const lines = facts.map((one) => serializeRecord(startRecord(one.id ?? "", one)));
  assert.doesNotMatch(lines.join("\n"), /\/avatars\/|"Redacted"/);
  for (const { title, abstract = "", authors = [], keywords = [] } of facts) {
    for (const text of [title, abstract.replaceAll("\n\n", " "), ...authors, ...keywords])
      assert.doesNotMatch(text, /^\s|\s$|\n/);
  }
});

/** All strings within a value, however deep. */
function listTexts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(listTexts) : [];
}

test("Hostile text in any field makes a record that keeps the schema, or a refusal; hostile links stay out.", {
  skip,
}, () => {
  const folder = join(data, "hostile");
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => listTexts(JSON.parse(readFileSync(join(folder, name), "utf8"))));
  assert.ok(texts.length > 500, "the payloads are found");
  for (const text of texts) {
    const organization = { name: text, fullname: text };
    const links = { githubRepo: text, projectPage: text };
    const paper = {
      id: "3103.00001",
      title: `A ${text}`,
      authors: [{ name: text }],
      summary: text,
      ai_keywords: [text],
      organization,
      ...links,
    };
    const entries = [{ paper }, { paper: { ...paper, id: text } }, text];
    const { facts, refused } = harvestHuggingFace({
      file: "2031-03-04.json",
      text: JSON.stringify(entries),
      retrieved: RETRIEVED,
    });
    assert.equal(facts.length + refused.length, 3, text);
    for (const one of facts) {
      const record = RecordSchema.parse(startRecord(one.id ?? "", one));
      for (const link of Object.values(record.links)) assert.match(link ?? "", /^https?:\/\/[^\s"'<>]+$/);
    }
  }
});
