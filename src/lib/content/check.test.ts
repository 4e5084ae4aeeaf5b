import assert from "node:assert/strict";
import { test } from "node:test";
import { checkSample } from "#scenes/checked-sample.ts";
import {
  makeContentFiles,
  makeDigestText,
  reserveFolder,
  SAMPLE_EDITION,
  SAMPLE_TAGS,
  writeFiles,
  writeRecords,
} from "#scenes/content-samples.ts";
import { checkContent } from "./check.ts";
import { readContent } from "./read.ts";

test("Sound content has no problems.", () => {
  assert.deepEqual(checkSample(), []);
});

test("Content needs no digests, editions, days or overrides.", () => {
  assert.deepEqual(
    checkSample({
      "digests/2510.00001.md": undefined,
      "editions/2026-03-09.mdx": undefined,
      "days.jsonl": undefined,
      "organizations.yaml": undefined,
    }),
    [],
  );
});

test("Problems of several files are told together.", () => {
  const problems = checkSample({
    "papers/2025-11.jsonl": "{\n",
    "digests/2510.00001.md": makeDigestText({ tldr: undefined }),
    "digests/2510.00002.md": "no front matter",
    "editions/2026-03-09.mdx": SAMPLE_EDITION.replace("title: Ships\n", ""),
    "days.jsonl": "{}\n",
    "tags.yaml": SAMPLE_TAGS.replace("label: Planning", "name: Planning"),
    "organizations.yaml": "- id: port: x\n",
  });
  assert.deepEqual(
    [...new Set(problems.map(({ file }) => file))],
    [
      "papers/2025-11.jsonl",
      "digests/2510.00001.md",
      "digests/2510.00002.md",
      "editions/2026-03-09.mdx",
      "days.jsonl",
      "tags.yaml",
      "organizations.yaml",
    ],
  );
});

test("What refers to a broken record, topic or vocabulary is not told as a fault too.", () => {
  const files = (changes: { [path: string]: string }) => checkSample(changes).map(({ file }) => file);
  assert.deepEqual(files({ "papers/2025-10.jsonl": writeRecords({ title: "" }) }), ["papers/2025-10.jsonl"]);
  assert.deepEqual(files({ "papers/2025-10.jsonl": `${writeRecords({}).trim()}}\n` }), ["papers/2025-10.jsonl"]);
  assert.deepEqual(files({ "tags.yaml": SAMPLE_TAGS.replace("  label: Planning\n", "") }), ["tags.yaml"]);
  assert.deepEqual(files({ "tags.yaml": "- id: [" }), ["tags.yaml"]);
  const zebra = makeDigestText({ tags: "[planning, zebra]" });
  assert.deepEqual(files({ "tags.yaml": `${SAMPLE_TAGS}- id: ships\n`, "digests/2510.00001.md": zebra }), [
    "tags.yaml",
    "tags.yaml",
    "digests/2510.00001.md",
  ]);
});

test("A fault in one field hides no fault in another.", () => {
  const places = (changes: { [path: string]: string }) =>
    checkSample(changes).map(({ file, field }) => `${file} ${field}`);
  const digest = makeDigestText({ tldr: undefined, tags: "[planing, Big Tag]" });
  assert.deepEqual(places({ "digests/2510.00001.md": digest }), [
    "digests/2510.00001.md tldr",
    "digests/2510.00001.md tags[1]",
    "digests/2510.00001.md tags[0]",
  ]);
  const edition = `---
date: 2026-03-10
curator: 7
lead: "2510.00003"
papers: ["2510.00001", "2510.00009", "x"]
groups: [{ title: "", papers: ["2510.00001", "2510.00003"] }]
---

See <Paper id="2510.00007">this</Paper> and <Papr />.

Here 1 <2.
`;
  assert.deepEqual(places({ "editions/2026-03-09.mdx": edition }), [
    ...["title", "curator", "papers[2]", "groups[0].title", "body", "body"].map(
      (field) => `editions/2026-03-09.mdx ${field}`,
    ),
    ...["date", "lead", "papers[1]", "groups[0].papers[1]", "body"].map((field) => `editions/2026-03-09.mdx ${field}`),
  ]);
  const broken = writeRecords({ title: "", featured: ["2026-03-09", "2026-03-08"] }, { title: "" });
  assert.deepEqual(places({ "papers/2025-11.jsonl": broken, "papers/2025-10.jsonl": "" }), [
    "papers/2025-11.jsonl title",
    "papers/2025-11.jsonl title",
    "papers/2025-11.jsonl id",
    "papers/2025-11.jsonl featured",
    "papers/2025-11.jsonl id",
    "papers/2025-11.jsonl id",
  ]);
  assert.deepEqual(places({ "tags.yaml": `${SAMPLE_TAGS}- id: planning\n  aliases: [robotics]\n  parent: zebra\n` }), [
    "tags.yaml planning.label",
    "tags.yaml planning.description",
    "tags.yaml planning.id",
    "tags.yaml planning.aliases",
    "tags.yaml planning.parent",
  ]);
});

test("A folder without a vocabulary takes the one that comes with the project.", () => {
  const folder = reserveFolder();
  const { "tags.yaml": _own, ...files } = makeContentFiles();
  writeFiles(folder, files);
  const content = readContent(folder);
  assert.equal(content.tags.file, "content/tags.yaml");
  assert.ok(content.tags.lines.length >= 25);
  assert.deepEqual(checkContent(content), []);
});
