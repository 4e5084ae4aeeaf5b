import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { type CapturedRun, runCaptured } from "#scenes/captured-run.ts";
import { makeContentFiles, writeFiles } from "#scenes/content-samples.ts";
import type { Command } from "./command.ts";
import { remove } from "./remove.ts";
import { rename } from "./rename.ts";

const root = mkdtempSync(join(tmpdir(), "offprint-rename-command-"));
after(() => rmSync(root, { recursive: true }));
writeFiles(join(root, "content"), makeContentFiles());

function run(command: Command, ...args: string[]): Promise<CapturedRun> {
  return runCaptured(command, [command.name, ...args], root, { CONTENT_DIR: "content" });
}

test("A paper is renamed, and told which files changed; a dry run only tells.", async () => {
  const lines = [
    "papers/2025-11.jsonl",
    "papers/2025-10.jsonl",
    "editions/2026-03-09.mdx",
    "digests/2510.00001.md",
    "digests/2511.00002.md",
  ];
  const tell = (verb: string) =>
    `2510.00001 is 2511.00002 now\n${lines.map((file) => `${verb}  content/${file}\n`).join("")}`;
  assert.deepEqual(await run(rename, "2510.00001", "2511.00002", "--dry-run"), {
    code: 0,
    out: tell("would write"),
    errors: "",
  });
  assert.deepEqual(await run(rename, "2510.00001", "2511.00002"), { code: 0, out: tell("written"), errors: "" });
  assert.ok(existsSync(join(root, "content/digests/2511.00002.md")));
});

test("What cannot be done ends with exit code 1 and the reason, a wrong call with 2.", async () => {
  const unknown = await run(rename, "2510.00001", "2511.00003");
  assert.deepEqual([unknown.code, unknown.out], [1, ""]);
  assert.match(
    unknown.errors,
    /no record has this id\n {4}found: {3}2510\.00001\n {4}allowed: nearest known: 2511\.00002/,
  );
  const kept = await run(remove, "2511.00002");
  assert.equal(kept.code, 1);
  assert.match(kept.errors, /this edition names the paper/);
  assert.deepEqual([(await run(rename, "2511.00002")).code, (await run(remove)).code], [2, 2]);
});

test("A paper is taken out, as JSON tells.", async () => {
  rmSync(join(root, "content/editions/2026-03-09.mdx"));
  const { code, out } = await run(remove, "2511.00002", "--with-digest", "--json");
  assert.equal(code, 0);
  assert.deepEqual(JSON.parse(out), {
    id: "2511.00002",
    files: ["content/redirects.jsonl", "content/digests/2511.00002.md", "content/papers/2025-11.jsonl"],
  });
});
