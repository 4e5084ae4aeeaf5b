/** A content folder before and after an import, to kill the import in between. */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CorpusFile } from "../../bench/corpus.ts";
import { isOwnTrace, type ProcessEnd, type ProcessOptions, readTree, runOwn } from "./process.ts";

/** Where an import was when it was killed, told by what it left. */
export type ImportPhase = "before the lock" | "reading and merging" | "bringing to disk" | "changing names" | "done";

/** An import to be killed, with what stood there before it and stands there after it. */
export interface ImportScene {
  /** The folder that is imported into. */
  content: string;
  /** How long the last import took that nobody disturbed, in milliseconds. */
  readonly lasted: number;
  /** Puts the content back as it was before the import. */
  reset(): void;
  /** Imports, or begins to. */
  run(options?: ProcessOptions): Promise<ProcessEnd>;
  /** Fails unless every file is as it was before or as it is after the import; tells how far that had come. */
  judge(): ImportPhase;
  /** Fails unless all is as after an import that nobody disturbed. */
  assertDone(): void;
}

/**
 * Makes a scene: a folder that holds the first third of the days, into which all are imported.
 * @param folder for its files; exists
 */
export async function makeImportScene(folder: string, days: CorpusFile[]): Promise<ImportScene> {
  const [before, content, all, some] = ["before", "content", "all", "some"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ];
  for (const [place, files] of [
    [all, days],
    [some, days.slice(0, Math.ceil(days.length / 3))],
  ] as const) {
    mkdirSync(place);
    for (const { path, text } of files) writeFileSync(join(place, path), text);
  }
  const runImport = (target: string, source: string, options: ProcessOptions = {}) =>
    runOwn("digest.ts", ["import", "hugging-face", "--retrieved", "2026-01-01", source], {
      ...options,
      environment: { CONTENT_DIR: target, ...options.environment },
    });
  const reset = () => {
    mkdirSync(content, { recursive: true });
    // What it holds, not the folder: that may be a disk.
    for (const name of readdirSync(content)) rmSync(join(content, name), { recursive: true });
    cpSync(before, content, { recursive: true });
  };
  assert.equal((await runImport(before, some)).code, 0);
  const oldTree = readTree(before);
  reset();
  let lasted = 0;
  const run = async (options?: ProcessOptions) => {
    const end = await runImport(content, all, options);
    if (end.code === 0) lasted = end.lasted;
    return end;
  };
  assert.equal((await run()).code, 0);
  const newTree = readTree(content);
  assert.ok(newTree.size > oldTree.size);
  return {
    content,
    get lasted() {
      return lasted;
    },
    reset,
    run,
    judge: () => judgeTree(readTree(content), oldTree, newTree),
    assertDone: () => {
      assert.deepEqual(readTree(content), newTree);
      assert.deepEqual(
        readdirSync(content, { recursive: true, encoding: "utf8" }).filter((path) => isOwnTrace(path)),
        [],
      );
    },
  };
}

function judgeTree(tree: Map<string, string>, oldTree: Map<string, string>, newTree: Map<string, string>): ImportPhase {
  const names = new Set([...oldTree.keys(), ...newTree.keys()]);
  for (const path of tree.keys()) assert.ok(names.has(path) || isOwnTrace(path), `${path} came from nowhere`);
  const changed = [...names].filter((path) => oldTree.get(path) !== newTree.get(path));
  const done = changed.filter((path) => tree.get(path) === newTree.get(path));
  for (const path of names) {
    assert.ok([oldTree.get(path), newTree.get(path)].includes(tree.get(path)), `${path} is neither old nor new`);
  }
  if (done.length === changed.length) return "done";
  if (done.length > 0) return "changing names";
  const traces = [...tree.keys()].filter(isOwnTrace);
  if (traces.some((path) => path.startsWith("papers/"))) return "bringing to disk";
  return traces.length > 0 ? "reading and merging" : "before the lock";
}
