/** A site that is changed and built again and again, each time beside a clean build of the same content, for tests. */
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PaperRecord } from "#lib/content/record.ts";
import { serializeRecords } from "#lib/records/serialize.ts";
import type { BuildReport } from "#tools/build/report.ts";
import { readAssets } from "#tools/build/retired-assets.ts";
import { type BuildSettings, locateWorkFolder, readSettings } from "#tools/build/settings.ts";
import { build } from "#tools/build.ts";
import { PROJECT_FOLDER } from "#tools/folders.ts";
import { writeCorpus } from "../../bench/corpus-files.ts";
import { type FixedQuestion, listQuestions } from "./index-summary.ts";
import { readTree } from "./process.ts";
import type { BuildingProject } from "./project-copy.ts";
import {
  assertSameSite,
  listDiffering,
  readSiteFiles,
  type SiteSummary,
  stampSite,
  summarizeSite,
} from "./site-summary.ts";

/** What a build came to. */
export interface Rebuilt extends BuildReport {
  /** Files outside the search index that have other bytes than before, are new, or are gone. */
  changed: string[];
  /** The site as it stands now. */
  site: SiteSummary;
}

/** A site in a folder of its own. */
export interface IncrementalScene {
  /** Folder of its content. */
  contentDir: string;
  /** Folder it is built to. */
  outDir: string;
  /** What it is built with. */
  settings: BuildSettings;
  /** Where its builds work and keep what they may use again, as long as the settings stay. */
  workFolder: string;
  /** The site as the first build made it. */
  first: SiteSummary;
  /** Reads a file of the content. */
  read(path: string): string;
  /** Writes a file of the content. */
  write(path: string, text: string): void;
  /** Paths of all months of papers below the content, the oldest first. */
  listMonths(): string[];
  /** Papers of a month. */
  readPapers(month: string): PaperRecord[];
  /** Writes a month. */
  writePapers(month: string, papers: readonly PaperRecord[]): void;
  /** Builds what has changed, and fails when a file was written that has the bytes it had before. */
  rebuild(changes?: Partial<BuildSettings>): Promise<Rebuilt>;
  /** Builds all of it in another folder, from nothing. */
  buildClean(changes?: Partial<BuildSettings>): Promise<SiteSummary>;
  /** Does both, and fails unless they give the same site. */
  compare(changes?: Partial<BuildSettings>): Promise<Rebuilt>;
  /** Removes all of it. */
  remove(): void;
}

/**
 * Makes a scene of an invented archive, and builds it for the first time.
 * @param folder for its files; exists
 * @param papers how many
 * @param project what builds it; this project when absent
 */
export async function makeIncrementalScene(
  folder: string,
  papers: number,
  project: BuildingProject = { folder: PROJECT_FOLDER, build, locateWorkFolder },
): Promise<IncrementalScene> {
  const contentDir = join(folder, "content");
  writeCorpus(papers, contentDir);
  const settings = { ...readSettings({}), contentDir, outDir: join(folder, "dist") };
  const clean = { ...settings, outDir: join(folder, "clean") };
  const archive = openArchive(contentDir);
  const questions = listQuestions(archive.listMonths().flatMap(archive.readPapers));
  await project.build(settings);
  const first = await summarizeSite(settings.outDir, questions);
  const buildClean = async (changes = {}): Promise<SiteSummary> => {
    rmSync(clean.outDir, { recursive: true, force: true });
    await project.build({ ...clean, ...changes }, { isClean: true });
    return summarizeSite(clean.outDir, questions);
  };
  // Of the same content and settings a clean build gives the same site: what is compared twice is made once.
  let known: { of: string; site: SiteSummary } | undefined;
  const expectClean = async (changes = {}): Promise<SiteSummary> => {
    const of = JSON.stringify([changes, [...readTree(contentDir)]]);
    if (known?.of !== of) known = { of, site: await buildClean(changes) };
    return known.site;
  };
  const rebuild = (changes = {}): Promise<Rebuilt> => rebuildSite(project, { ...settings, ...changes }, questions);
  return {
    ...archive,
    contentDir,
    outDir: settings.outDir,
    settings,
    workFolder: project.locateWorkFolder(settings),
    first,
    rebuild,
    buildClean,
    compare: async (changes) => {
      const rebuilt = await rebuild(changes);
      assertSameSite(rebuilt.site, await expectClean(changes));
      return rebuilt;
    },
    remove: () => {
      for (const own of [settings, clean]) rmSync(project.locateWorkFolder(own), { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The files of an archive, to be changed. */
function openArchive(
  contentDir: string,
): Pick<IncrementalScene, "read" | "write" | "listMonths" | "readPapers" | "writePapers"> {
  const read = (path: string): string => readFileSync(join(contentDir, path), "utf8");
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(contentDir, path)), { recursive: true });
    writeFileSync(join(contentDir, path), text);
  };
  return {
    read,
    write,
    listMonths: () =>
      readdirSync(join(contentDir, "papers"), "utf8")
        .sort()
        .map((name) => `papers/${name}`),
    readPapers: (month) =>
      read(month)
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as PaperRecord),
    writePapers: (month, papers) => {
      if (papers.length === 0) rmSync(join(contentDir, month));
      else write(month, serializeRecords(papers));
    },
  };
}

async function rebuildSite(
  project: BuildingProject,
  settings: BuildSettings,
  questions: readonly FixedQuestion[],
): Promise<Rebuilt> {
  const { outDir } = settings;
  const files = readSiteFiles(outDir);
  const before = stampSite(outDir, files.keys());
  const report = await project.build(settings);
  const site = await summarizeSite(outDir, questions);
  // A clean build knows of no earlier ones, whose assets stay for a while.
  const assets = readAssets(join(project.locateWorkFolder(settings), "assets.json"));
  for (const file of Object.keys(assets?.retired ?? {})) for (const map of [files, site.files]) map.delete(file);
  const changed = listDiffering(files, site.files);
  const differing = new Set(changed);
  const same = [...site.files.keys()].filter((file) => !differing.has(file));
  const after = stampSite(outDir, same);
  const rewritten = same.filter((file) => before.get(file) !== after.get(file));
  assert.deepEqual(rewritten, [], "files were written that have the bytes they had");
  return { ...report, changed, site };
}
