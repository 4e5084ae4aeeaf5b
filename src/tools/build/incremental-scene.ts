/** A site that is changed and built again and again, each time beside a clean build of the same content, for tests. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeCorpus } from "../bench/corpus-files.ts";
import { build } from "../build.ts";
import { readTree } from "../faults/process.ts";
import type { BuildReport } from "./report.ts";
import { type BuildSettings, locateWorkFolder, readSettings } from "./settings.ts";

/** A site in a folder of its own. */
export interface IncrementalScene {
  /** Folder of its content. */
  contentDir: string;
  /** Folder it is built to. */
  outDir: string;
  /** Where its builds work and keep what they may use again. */
  workFolder: string;
  /** Reads a file of the content. */
  read(path: string): string;
  /** Writes a file of the content. */
  write(path: string, text: string): void;
  /** Builds what has changed, then all of it in another folder, and fails unless both give the same files. */
  compare(): Promise<BuildReport>;
  /** Removes all of it. */
  remove(): void;
}

/**
 * Makes a scene of an invented archive, and builds it for the first time.
 * @param folder for its files; exists
 * @param papers how many
 */
export async function makeIncrementalScene(folder: string, papers: number): Promise<IncrementalScene> {
  const contentDir = join(folder, "content");
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(contentDir, path)), { recursive: true });
    writeFileSync(join(contentDir, path), text);
  };
  writeCorpus(papers, contentDir);
  const settings = { ...readSettings({}), contentDir, outDir: join(folder, "dist") };
  const clean = { ...settings, outDir: join(folder, "clean") };
  await build(settings);
  return {
    contentDir,
    outDir: settings.outDir,
    workFolder: locateWorkFolder(settings),
    read: (path) => readFileSync(join(contentDir, path), "utf8"),
    write,
    compare: async () => {
      const report = await build(settings);
      await build(clean, { isClean: true });
      assertSameSites(settings, clean);
      return report;
    },
    remove: () => {
      for (const { outDir } of [settings, clean]) {
        rmSync(locateWorkFolder({ ...settings, outDir }), { recursive: true, force: true });
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same files with the same bytes, but for the search index, which is compared by what it holds. */
function assertSameSites(settings: BuildSettings, clean: BuildSettings): void {
  const [ours, theirs] = [settings, clean].map(({ outDir }) => {
    assert.ok(existsSync(join(outDir, "pagefind")));
    return new Map([...readTree(outDir)].filter(([path]) => !path.startsWith("pagefind/")));
  });
  const differing = [...new Set([...(ours?.keys() ?? []), ...(theirs?.keys() ?? [])])].filter(
    (path) => ours?.get(path) !== theirs?.get(path),
  );
  assert.deepEqual(differing, []);
}
