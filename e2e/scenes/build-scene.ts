/** Two states of a site, to kill a build that makes one from the other. */
import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after } from "node:test";
import { lockOutput } from "#tools/build/lock.ts";
import { locateWorkFolder, readSettings } from "#tools/build/settings.ts";
import { locateMade } from "#tools/build/work-folder.ts";
import { CACHE_FOLDER } from "#tools/folders.ts";
import { makeContentFiles, writeFiles } from "./content-samples.ts";
import { type ProcessEnd, type ProcessOptions, readTree, runOwn } from "./process.ts";

/** Where a build was when it was killed, told by what it left. */
export type KillPoint = "starting" | "loading and bundling" | "writing pages" | "indexing" | "publishing" | "done";

/** A build to be killed, with the site that stood before it and the one that stands after it. */
export interface BuildScene {
  /** The folder of the scene. */
  folder: string;
  /** The content that is built. */
  contentDir: string;
  /** The output folder. */
  outDir: string;
  /** Where builds of the scene work. */
  workFolder: string;
  /** How long the last build took that nobody disturbed, in milliseconds. */
  readonly lasted: number;
  /** Builds, or begins to. */
  run(options?: ProcessOptions): Promise<ProcessEnd>;
  /** Puts the old site back into the output folder. */
  reset(): void;
  /** Fails unless every file is whole, the old site's or the new one's, and none is missing that both have; tells how far the build had come. */
  judge(): KillPoint;
  /** Fails unless the output is the new site, with nothing beside it. */
  assertDone(): void;
  /** Fails unless the output is the old site. */
  assertOld(): void;
}

/**
 * Makes a scene of the sample content, which gets another paper. When the tests of the file have ended, it is removed.
 * @param name of its folder in the cache
 */
export async function makeBuildScene(name: string): Promise<BuildScene> {
  mkdirSync(CACHE_FOLDER, { recursive: true });
  const folder = mkdtempSync(join(CACHE_FOLDER, `${name}-test-`));
  const [contentDir, outDir, kept] = ["content", "dist", "kept"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const settings = readSettings({ CONTENT_DIR: contentDir, OUT_DIR: outDir });
  const workFolder = locateWorkFolder(settings);
  after(() => {
    rmSync(workFolder, { recursive: true, force: true });
    rmSync(folder, { recursive: true });
  });
  let lasted = 0;
  const run = async (options: ProcessOptions = {}) => {
    const environment = { CONTENT_DIR: contentDir, OUT_DIR: outDir, ...options.environment };
    const end = await runOwn("build.ts", [], { ...options, environment });
    if (end.code === 0) lasted = end.lasted;
    // What was killed has a process that writes, and lives on for a moment: what it leaves is there when it has ended.
    if (end.code === null) (await lockOutput(outDir))();
    return end;
  };
  const reset = () => {
    rmSync(outDir, { recursive: true, force: true });
    // What stands there afterwards tells how far a build had come.
    for (const path of [locateMade(workFolder).site, join(workFolder, "astro.log")]) {
      rmSync(path, { recursive: true, force: true });
    }
    cpSync(kept, outDir, { recursive: true });
  };
  mkdirSync(contentDir);
  writeFiles(contentDir, makeContentFiles());
  const first = await run();
  assert.equal(first.code, 0, first.output);
  cpSync(outDir, kept, { recursive: true });
  const oldTree = readSite(outDir);
  const paper = { id: "2510.00002", title: "Harbour Two", authors: ["Ada Quay"], featured: ["2026-03-09"] };
  const rest = { categories: [], keywords: [], links: {}, history: [], previousIds: [], sources: [] };
  const { "papers/2025-10.jsonl": records = "" } = makeContentFiles();
  writeFileSync(join(contentDir, "papers", "2025-10.jsonl"), `${records}${JSON.stringify({ ...paper, ...rest })}\n`);
  const { code, output } = await run();
  assert.equal(code, 0, output);
  const newTree = readSite(outDir);
  assert.notDeepEqual(newTree, oldTree);
  return {
    folder,
    contentDir,
    outDir,
    workFolder,
    get lasted() {
      return lasted;
    },
    run,
    reset,
    judge: () => {
      const tree = readSite(outDir);
      for (const [path, hash] of tree) {
        assert.ok(
          [oldTree.get(path), newTree.get(path)].includes(hash),
          `${path} is neither the old file nor the new one`,
        );
      }
      const lost = [...oldTree.keys()].filter((path) => newTree.has(path) && !tree.has(path));
      assert.deepEqual(lost, [], "files that both sites have are missing");
      if (haveSameFiles(tree, newTree)) return "done";
      return haveSameFiles(tree, oldTree) ? judgeWork(workFolder) : "publishing";
    },
    assertDone: () => {
      assert.deepEqual(readSite(outDir), newTree);
      assert.equal(existsSync(`${outDir}.offprint-new`), false);
    },
    assertOld: () => assert.deepEqual(readSite(outDir), oldTree),
  };
}

/** All files but those of the search index, whose bytes differ from run to run; of these, that they are there. */
function readSite(folder: string): Map<string, string> {
  const tree = readTree(folder);
  const files = [...tree].filter(([path]) => !path.startsWith("pagefind/"));
  return new Map([...files, ["pagefind", `${tree.has("pagefind/pagefind-entry.json")}`]]);
}

function haveSameFiles(a: Map<string, string>, b: Map<string, string>): boolean {
  return a.size === b.size && [...a].every(([path, hash]) => b.get(path) === hash);
}

function judgeWork(workFolder: string): KillPoint {
  const site = locateMade(workFolder).site;
  if (existsSync(join(site, "pagefind")) || existsSync(join(site, "pagefind.new"))) return "indexing";
  if (existsSync(join(site, "index.html"))) return "writing pages";
  return existsSync(site) ? "loading and bundling" : "starting";
}
