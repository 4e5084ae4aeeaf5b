/** Invented content for tests: a paper about harbours with its abstract, a sound digest of it, and what stands around them. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { checkDigest } from "#lib/content/digest-check.ts";
import { parseDigest } from "#lib/content/parse.ts";
import type { PaperRecord } from "#lib/content/record.ts";
import { stampDigest } from "#lib/content/stamp.ts";
import { makeStamp } from "#lib/content/stamp-state.ts";

/** Abstract of the invented paper, with numbers of many kinds. */
export const SAMPLE_ABSTRACT = `Sorting ships by hand is slow. We study 18 harbours and 1,250 ships over three seasons, and release 5K logs. \
Our method has two stages: 1) it watches the cranes, and 2) it plans the berths of tomorrow from what it saw during the day. \
Harbour2.5-7B reaches $77.7\\%$ accuracy on PORT2024, up from 70.8%, at a $4\\times$ lower cost than GPT-4. \
It needs at most ten demonstrations (<=10), doubles the tonnage, and wins 24/25 duels against pilots of v5/v6. \
Delays fall by 10 to 20%, half of the crews agree, and thousands of messages become unnecessary.`;

/** A record of the invented paper. */
export function makeRecord(changes: Partial<PaperRecord> = {}): PaperRecord {
  return {
    id: "2510.00001",
    title: "Harbour: Sorting Ships with 3 Cranes",
    authors: ["Ada Quay", "Ben Pier", "Cy Dock", "Di Buoy"],
    published: "2025-10-02",
    featured: ["2026-03-09"],
    categories: ["cs.RO"],
    keywords: [],
    links: { abstract: "https://arxiv.org/abs/2510.00001", code: "https://github.com/quay7/harbour2" },
    comments: 6,
    history: [],
    previousIds: [],
    sources: [{ name: "arXiv", retrieved: "2026-03-09" }],
    ...changes,
  };
}

/** The lines of a month file with records of the invented paper. */
export function writeRecords(...changes: Partial<PaperRecord>[]): string {
  return changes.map((change) => `${JSON.stringify(makeRecord(change))}\n`).join("");
}

/** Ninety words that claim nothing. */
export const SAMPLE_BODY = Array.from({ length: 15 }, () => "Nothing much is said in here.").join("\n");

/** Fields of a sound digest, in the order of the schema, each as the YAML behind its name. */
const SAMPLE_FIELDS = {
  tldr: "Ships can be sorted by a model that watches the cranes.",
  problem: "Harbours were slow.",
  approach: "A model looks on, then plans.",
  results: "[]",
  limitations: "{ authors: [], curator: [] }",
  audience: "Harbour masters.",
  tags: "[planning]",
  writtenFrom: "abstract",
  by: "the pilots",
};

/**
 * A digest file; fields can be changed, added, or taken out with undefined.
 * @param fields YAML by field, on as many lines as it likes
 */
export function makeDigestText(fields: { [name: string]: string | undefined } = {}, body = SAMPLE_BODY): string {
  const lines = Object.entries({ ...SAMPLE_FIELDS, ...fields }).flatMap(([name, yaml]) =>
    yaml === undefined ? [] : [`${name}:${yaml.startsWith("\n") ? "" : " "}${yaml}`],
  );
  return `---\n${lines.join("\n")}\n---\n\n${body}\n`;
}

/** The digest file with the stamp of a check on 10 March 2026; fails when it does not pass. */
export function stampSample(text: string, record = makeRecord(), abstract = SAMPLE_ABSTRACT): string {
  const { value } = parseDigest(text, "digests/2510.00001.md");
  assert.ok(value);
  const source = { record, title: record.title, abstract };
  const outcome = checkDigest(value, source);
  assert.deepEqual(outcome.problems, []);
  return stampDigest(text, makeStamp(value, source, outcome, "2026-03-10")) ?? "";
}

/** A vocabulary of three topics. */
export const SAMPLE_TAGS = `- id: planning
  label: Planning
  description: Thinking before acting.
- id: tree-search
  label: Tree search
  description: Trying branches.
  aliases: [MCTS]
  parent: planning
- id: robotics
  label: Robotics
  description: Machines that move.
`;

/** An edition of the invented paper. */
export const SAMPLE_EDITION = `---
date: 2026-03-09
title: Ships
curator: the pilots
lead: "2510.00001"
papers:
  - "2510.00001"
groups:
  - title: Cranes
    papers: ["2510.00001"]
---

A day at the *quay*. <Plan caption="A plan." />
`;

/** A sound content folder, path to text. */
export function makeContentFiles(): { [path: string]: string } {
  return {
    "papers/2025-10.jsonl": `${JSON.stringify(makeRecord())}\n`,
    "digests/2510.00001.md": makeDigestText(),
    "editions/2026-03-09.mdx": SAMPLE_EDITION,
    "days.jsonl": '{"date":"2026-03-09","source":"Daily","listed":1,"taken":1,"refused":0,"cut":false}\n',
    "tags.yaml": SAMPLE_TAGS,
    "organizations.yaml": "- id: port\n  name: The Port\n",
  };
}

/** Writes files below a folder; undefined leaves one out. */
export function writeFiles(folder: string, files: { [path: string]: string | undefined }): void {
  for (const [path, text] of Object.entries(files)) {
    if (text === undefined) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Folder of this process for its content folders, once there is one. */
let root: string | undefined;
let count = 0;

/** Path for a folder of a test, which is not there yet; it goes when the process ends. */
export function reserveFolder(): string {
  if (root === undefined) {
    const own = mkdtempSync(join(tmpdir(), "offprint-content-"));
    process.once("exit", () => rmSync(own, { recursive: true, force: true }));
    root = own;
  }
  count += 1;
  return join(root, String(count));
}

/** A folder of its own with the sample content, some files changed, added, or (undefined) left out. */
export function makeContentFolder(changes: { [path: string]: string | undefined } = {}): string {
  const folder = reserveFolder();
  writeFiles(folder, { ...makeContentFiles(), ...changes });
  return folder;
}

/** A folder to work in: the sample content stands below `content/`, and paths are those from the folder. */
export function makeProjectFolder(changes: { [path: string]: string | undefined } = {}): string {
  const folder = reserveFolder();
  const content = Object.entries(makeContentFiles()).map(([path, text]) => [`content/${path}`, text]);
  writeFiles(folder, { ...Object.fromEntries(content), ...changes });
  return folder;
}

/**
 * The files of a folder with their texts, by their paths in it. An empty file counts as none: a month whose last record
 * has gone stays behind.
 */
export function readTexts(folder: string): { [path: string]: string } {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  const texts = files.map((path) => [path, readFileSync(join(folder, path), "utf8")] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== "").sort());
}

/** Every file of a folder with its text and the instant of its last change, by its path there. */
export function readStamped(folder: string): { [path: string]: string } {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = paths.map((path) => ({ path, at: join(folder, path) })).filter(({ at }) => statSync(at).isFile());
  return Object.fromEntries(files.map(({ path, at }) => [path, `${statSync(at).mtimeMs} ${readFileSync(at, "utf8")}`]));
}
