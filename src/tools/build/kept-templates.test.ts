import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { afterEach, beforeEach } from "node:test";
import { clearTemplates, findTemplates, noteTemplates } from "./kept-templates.ts";

let folder: string;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "offprint-templates-")), "templates");
  clearTemplates(folder);
  mkdirSync(join(folder, "modules"));
  writeFileSync(join(folder, "modules", "entry.mjs"), "export {};");
});

afterEach(() => rmSync(join(folder, ".."), { recursive: true }));

test("Templates that were noted are found again with the introductions they hold.", () => {
  assert.equal(findTemplates(folder), undefined);
  const introductions = new Map([["2026-03-09", "abc"]]);
  noteTemplates(folder, introductions);
  assert.deepEqual(findTemplates(folder), introductions);
  clearTemplates(folder);
  assert.equal(findTemplates(folder), undefined);
});

test("Templates of which a file is damaged, gone or new are not believed.", () => {
  const entry = join(folder, "modules", "entry.mjs");
  for (const harm of [
    () => writeFileSync(entry, "export {},"),
    () => rmSync(entry),
    () => writeFileSync(join(folder, "modules", "stray.mjs"), ""),
  ]) {
    writeFileSync(entry, "export {};");
    noteTemplates(folder, new Map());
    harm();
    assert.equal(findTemplates(folder), undefined);
  }
});
