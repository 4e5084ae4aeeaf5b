import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { type Content, readContent } from "#lib/content/read.ts";
import { ContentError } from "#lib/errors.ts";
import { Failure } from "#lib/failure.ts";
import { generateCorpus } from "./corpus.ts";
import { choosePages } from "./lighthouse.ts";

const VOCABULARY = `- {id: wind, label: Wind, description: Moving air.}\n`;
const folder = mkdtempSync(join(tmpdir(), "offprint-pages-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Reads a content folder of these files, which nothing else is in. */
function readFiles(files: { path: string; text: string }[]): Content {
  rmSync(folder, { recursive: true, force: true });
  for (const { path, text } of [...files, { path: "tags.yaml", text: VOCABULARY }]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return readContent(folder);
}

const tags = [{ id: "wind", label: "Wind", description: "Moving air.", aliases: [] }];
const files = [...generateCorpus({ papers: 400, seed: 1, tags })];

test("The newest edition's lead stands for papers, its first topic for topics.", () => {
  const content = readFiles(files);
  assert.ok(content.editions.length > 1);
  const { lead } = content.editions.at(-1)?.data ?? {};
  assert.deepEqual(choosePages(content), [
    ["front", "/"],
    ["paper", `/papers/${lead}/`],
    ["topic", "/tags/wind/"],
    ["search", "/search/"],
  ]);
});

test("Without an edition the newest paper is taken.", () => {
  const content = readFiles(files.filter(({ path }) => !path.startsWith("editions")));
  const newest = content.records.at(-1)?.lines.at(-1)?.data.id;
  assert.deepEqual(choosePages(content)[1], ["paper", `/papers/${newest}/`]);
});

test("Content that is broken or empty is not measured.", () => {
  assert.throws(() => choosePages(readFiles([])), Failure);
  assert.throws(() => choosePages(readFiles([{ path: "papers/2026-01.jsonl", text: "{}\n" }])), ContentError);
});
