/**
 * Makes a site, and of it only what is not there yet: the content is read, all pages are planned, those whose key has
 * changed or whose file is not as the last build published it are rendered, and the output folder is brought up to date.
 */
import { stampContent } from "../../data/content/content-stamps.ts";
import { readHoldings } from "../../data/content/content-store.ts";
import { makeLibrary } from "../../data/library.ts";
import { makeRelatedLists } from "../../data/related-lists.ts";
import { countNoun, formatCount } from "../../lib/errors.ts";
import { withContentLock } from "../../lib/records/lock.ts";
import { recordAddresses } from "./addresses.ts";
import { startClock } from "./clock.ts";
import { fingerprintCode } from "./code-fingerprint.ts";
import { describeIndex, indexSite } from "./index-site.ts";
import { type Manifest, type PublishedFile, readManifest, writeManifest } from "./manifest.ts";
import { INDEX_FOLDER, isIndexFile, isSameContent, isUntouched, planPages, type SitePlan } from "./plan-pages.ts";
import { checkOutput, publishSite, recoverOutput } from "./publish.ts";
import { type RenderedPages, renderPages } from "./render-pages.ts";
import { type BuildReport, describePlan } from "./report.ts";
import { type BuildSettings, locateWorkFolder } from "./settings.ts";
import type { SiteFile } from "./site-files.ts";
import { timeFolders } from "./site-survey.ts";
import { beginSurvey } from "./survey-ahead.ts";
import { locateKept, locateSite, makeWorkFolder } from "./work-folder.ts";

/** How a build goes about its work. */
export interface BuildManner {
  /** Whether everything is made anew, whatever earlier builds have left. */
  isClean: boolean;
  /** Is told each phase as it is done. */
  tell: (line: string) => void;
}

/** Makes the site of these settings. Throws a `ContentError` for bad content, a `Failure` for what else was foreseen. */
export async function makeSite(settings: BuildSettings, { isClean, tell }: BuildManner): Promise<BuildReport> {
  const { contentDir, outDir } = settings;
  const clock = startClock(tell);
  recoverOutput(outDir);
  checkOutput(settings);
  const workFolder = makeWorkFolder(locateWorkFolder(settings));
  const kept = locateKept(workFolder, fingerprintCode(settings), isClean);
  const findStanding = beginSurvey({ outDir, manifestPath: kept.manifest });
  const manifest = readManifest(kept.manifest);
  const stamps = stampContent(contentDir);
  if (manifest !== undefined && isSameContent(manifest, stamps)) {
    const { files } = await findStanding(manifest);
    if (isUntouched(manifest, files)) {
      tell("Nothing has changed since the last build.");
      return toReport(manifest.papers, manifest.files, clock.read());
    }
  }
  const library = makeLibrary(readHoldings(contentDir, kept.store), settings.paperPages);
  const papers = library.papers.length;
  clock.end("read", countNoun(papers, "paper"));
  const related = makeRelatedLists(library, kept.related);
  const survey = await findStanding(manifest);
  const standing = survey.files;
  const plan = planPages(library, related, manifest, standing);
  clock.end("plan", describePlan(plan.keys.size, plan.stale.length));
  const { made, hasAssets, ...html } = await renderPages(plan, library.introductions, {
    settings,
    workFolder,
    templates: kept.templates,
  });
  clock.end("html", `${countNoun(plan.stale.length, "page")} rendered`, html.waited);
  const outgoing = {
    siteFolder: locateSite(workFolder),
    made,
    kept: listStaying(plan, manifest, { made, hasAssets }, standing),
  };
  const published = publishSite(outgoing, standing, outDir);
  clock.end("publish", `${countNoun(published.written, "file")} written, ${formatCount(published.removed)} removed`);
  const { files: indexed, ...index } = await indexSite(outDir, library, related, kept);
  clock.end("index", describeIndex(index));
  const files = keyFiles(published.files, indexed, plan);
  const folders = timeFolders(outDir, files, survey);
  withContentLock(contentDir, "a build", () => recordAddresses(contentDir, outDir));
  writeManifest(kept.manifest, { ...stamps, addresses: stampContent(contentDir).addresses, papers, files, folders });
  const memory = { peakMemory: html.peakMemory + process.resourceUsage().maxRSS * 1024 };
  const { written, removed } = published;
  const report = toReport(papers, files, clock.read());
  return { ...report, ...memory, written, removed, rendered: plan.stale.length, index };
}

/** Files of the output folder that stay as they are: pages that are not stale, the index, and assets unless all were made anew. */
function listStaying(
  { keys }: SitePlan,
  manifest: Manifest | undefined,
  { made, hasAssets }: Pick<RenderedPages, "made" | "hasAssets">,
  standing: ReadonlyMap<string, SiteFile>,
): Set<string> {
  const staying = new Set<string>();
  for (const file of keys.keys()) if (!made.has(file)) staying.add(file);
  const isAsset = (file: string, key: string): boolean => key === "" && !isIndexFile(file);
  if (!hasAssets) for (const [file, { key }] of manifest?.files ?? []) if (isAsset(file, key)) staying.add(file);
  // Of the index what stands there now: a build that was killed may have put another in its place.
  for (const file of standing.keys()) if (isIndexFile(file)) staying.add(file);
  return staying;
}

/** All files with the keys of their pages; of the search index, by their paths in it, those that stand there now. */
function keyFiles(
  published: ReadonlyMap<string, SiteFile>,
  indexed: ReadonlyMap<string, SiteFile>,
  { keys }: SitePlan,
): Map<string, PublishedFile> {
  const files = new Map<string, PublishedFile>();
  for (const [file, { size, mtimeMs }] of published) {
    if (!isIndexFile(file)) files.set(file, { key: keys.get(file) ?? "", size, mtimeMs });
  }
  for (const [file, { size, mtimeMs }] of indexed) files.set(`${INDEX_FOLDER}/${file}`, { key: "", size, mtimeMs });
  return files;
}

/** A report of a build that has done nothing. */
function toReport(papers: number, files: Manifest["files"], seconds: BuildReport["seconds"]): BuildReport {
  let [pages, bytes, indexBytes] = [0, 0, 0];
  for (const [file, { size }] of files) {
    if (file.endsWith(".html")) pages += 1;
    if (isIndexFile(file)) indexBytes += size;
    bytes += size;
  }
  return {
    papers,
    pages,
    rendered: 0,
    written: 0,
    removed: 0,
    files: files.size,
    bytes,
    peakMemory: process.resourceUsage().maxRSS * 1024,
    index: { pages: papers, indexed: 0, bytes: indexBytes },
    seconds,
  };
}
