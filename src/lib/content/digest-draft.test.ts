import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { makeContentFiles, makeRecord, SAMPLE_BODY, writeFiles } from "#scenes/content-samples.ts";
import { checkContent } from "./check.ts";
import { DigestSchema, ResultSchema } from "./digest.ts";
import { draftDigest } from "./digest-draft.ts";
import { splitFrontMatter } from "./document.ts";
import { parseDigest } from "./parse.ts";
import { readContent } from "./read.ts";
import { stampDigest } from "./stamp.ts";
import { parseYamlSource } from "./yaml-source.ts";

const root = mkdtempSync(join(tmpdir(), "offprint-draft-"));
after(() => rmSync(root, { recursive: true }));

const draft = draftDigest(makeRecord(), [{ id: "tree-search", label: "Tree search" }], "the pilots");

/** Problems of a content folder that is sound but for this digest. */
function check(name: string, digest: string) {
  const folder = join(root, name);
  writeFiles(folder, { ...makeContentFiles(), "digests/2510.00001.md": digest });
  return checkContent(readContent(folder));
}

const FILLED: [empty: string, filled: string][] = [
  ['tldr: ""', 'tldr: "Ships can be sorted: a model watches the \\"cranes\\"."'],
  ['# why: ""', 'why: "It is the first port to try."'],
  ['# problem: ""', 'problem: "Harbours were slow."'],
  ['# approach: ""', 'approach: "A model looks on, then plans."'],
  ["headline: none", "headline: 1"],
  ['- claim: ""', '- claim: "More ships find their berth"'],
  ['# value: ""', 'value: "77.7%"'],
  ['# metric: ""', 'metric: "accuracy"'],
  ['# baseline: ""', 'baseline: "from 70.8%"'],
  ['authors:\n    - ""', "authors: []"],
  ['curator:\n    - ""', 'curator:\n    - "No fog was studied."'],
  ['audience: ""', 'audience: "Harbour masters."'],
  ["tags: []", "tags: [tree-search]"],
  [draft.slice(draft.indexOf("<!--")), `${SAMPLE_BODY}\n`],
];
const filled = FILLED.reduce((text, [empty, full]) => {
  assert.equal(text.split(empty).length, 2, `${empty} stands there once`);
  return text.replace(empty, () => full);
}, draft);

test("A draft is YAML with what is known filled in, and a check names exactly what is not, in plain words.", () => {
  const parts = splitFrontMatter(draft, "a.md");
  assert.ok("yaml" in parts);
  const source = parseYamlSource(parts.yaml, "a.md");
  assert.deepEqual(source.problems, []);
  assert.deepEqual(source.data, {
    ...{ tldr: "", headline: "none", results: [{ claim: "" }], limitations: { authors: [""], curator: [""] } },
    ...{ audience: "", tags: [], writtenFrom: "abstract", by: "the pilots" },
  });
  const text = "text that is not empty";
  assert.deepEqual(
    check("empty", draft).map(({ field, allowed }) => [field, allowed]),
    [
      ["tldr", text],
      ["results[0].claim", text],
      ["limitations.authors[0]", text],
      ["limitations.curator[0]", text],
      ["audience", text],
      ["tags", "at least one topic"],
      ["body", "60 to 150 words"],
      ["body", "Markdown: paragraphs, emphasis, links, lists, quotations"],
    ],
  );
});

test("A draft that is filled in passes, and can be stamped; what is left of it is named.", () => {
  assert.deepEqual(check("filled", filled), []);
  const { value } = parseDigest(filled, "a.md");
  assert.deepEqual(value?.data.results, [
    { claim: "More ships find their berth", value: "77.7%", metric: "accuracy", baseline: "from 70.8%" },
  ]);
  assert.equal(value?.data.tldr, 'Ships can be sorted: a model watches the "cranes".');
  const print = "0123456789abcdef";
  const stamp = { checkedOn: "2026-11-22", checkedText: print, checkedSource: { title: print, abstract: print } };
  assert.match(
    stampDigest(filled, stamp) ?? "",
    /\ncheckedOn: 2026-11-22\ncheckedText: "0123456789abcdef"\ncheckedSource: \{ title: "0123.* \}\n---\n/,
  );
  const [leftover] = check("leftover", `${filled}\n${draft.slice(draft.indexOf("<!--"))}`);
  assert.match(leftover?.message ?? "", /no HTML/);
});

test("All fields stand in the order of the schema, each under its description.", () => {
  const lines = draft.split("\n").map((line) => line.trim());
  const comments = lines.map((line) => line.replace(/^# /, "")).join(" ");
  let reached = 0;
  for (const [name, { description = "" }] of Object.entries(DigestSchema.shape)) {
    const place = lines.findIndex((line, index) => index >= reached && new RegExp(`^(# )?${name}:`).test(line));
    assert.ok(place >= reached, `${name} stands there, in its place`);
    assert.ok(comments.includes(description) && description !== "", name);
    reached = place + 1;
  }
  for (const [name, { description = "" }] of Object.entries(ResultSchema.shape)) {
    assert.ok(
      lines.some((line) => new RegExp(`^(# |- )${name}: ""$`).test(line)) && comments.includes(description),
      name,
    );
  }
});

test("The title, the abstract's address and likely topics are told in comments, whatever they hold.", () => {
  assert.match(draft, /^---\n# Harbour: Sorting Ships with 3 Cranes\n# https:\/\/arxiv\.org\/abs\/2510\.00001\n/);
  assert.match(draft, /\n# Likely, .*\n# {3}tree-search: Tree search\ntags: \[\]\n/);
  assert.equal(draftDigest(makeRecord(), [], "the pilots").includes("Likely"), false);
  const break_ = "\n---\r\n\u2028tldr: x\u0085---\n";
  const hostile = draftDigest(
    makeRecord({ title: break_, links: {} }),
    [{ id: "planning", label: break_ }],
    `Ann: "the pilot" # ${break_}`,
  );
  const { faulty } = parseDigest(hostile, "a.md");
  assert.deepEqual([faulty?.data.writtenFrom, faulty?.data.tags], ["abstract", []]);
  assert.match(faulty?.data.by ?? "", /^Ann: "the pilot" # {2}--- tldr: x ---$/);
});
