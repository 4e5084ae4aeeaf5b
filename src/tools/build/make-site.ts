/**
 * Makes a site, and of it only what is not there yet: the content is read, all pages are planned, those whose key has
 * changed or whose file is not as the last build published it are rendered, and the output folder is brought up to date.
 */
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { stampContent } from "../../data/content/content-stamps.ts";
import { readHoldings } from "../../data/content/content-store.ts";
import { type Library, makeLibrary } from "../../data/library.ts";
import { makeRelatedLists, type RelatedLists } from "../../data/related-lists.ts";
import { countNoun, formatCount } from "../../lib/counts.ts";
import { toDay } from "../../lib/dates.ts";
import { withContentLock } from "../../lib/records/lock.ts";
import type { MadeIndex } from "../../search-index/build.ts";
import { recordAddresses } from "./addresses.ts";
import { type BuildClock, startClock } from "./clock.ts";
import { fingerprintCode } from "./code-fingerprint.ts";
import { describeIndex, indexSite } from "./index-site.ts";
import { type Manifest, type PublishedFile, readManifest, writeManifest } from "./manifest.ts";
import { checkOutput, locateStaging, recoverOutput } from "./output-folder.ts";
import { INDEX_FOLDER, isIndexFile, isSameContent, isUntouched, planPages, type SitePlan } from "./plan-pages.ts";
import { publishSite } from "./publish.ts";
import { type RenderedPages, renderPages } from "./render-pages.ts";
import { type BuildReport, describePlan, describeUnstamped } from "./report.ts";
import { readAssets, retireAssets, writeAssets } from "./retired-assets.ts";
import { type BuildSettings, locateWorkFolder } from "./settings.ts";
import type { SiteFile } from "./site-files.ts";
import { timeFolders } from "./site-survey.ts";
import { beginSurvey } from "./survey-ahead.ts";
import { type KeptPlace, locateKept, locateMade, makeWorkFolder } from "./work-folder.ts";

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
      for (const line of describeUnstamped(manifest.unstamped)) tell(line);
      return toReport(manifest.papers, manifest.files, clock.read());
    }
  }
  const library = makeLibrary(readHoldings(contentDir, kept.store), settings.paperPages);
  const papers = library.papers.length;
  clock.end("read", countNoun(papers, "paper"));
  for (const line of describeUnstamped(library.unstamped)) tell(line);
  const related = makeRelatedLists(library, kept.related);
  const survey = await findStanding(manifest);
  const standing = survey.files;
  const plan = planPages(library, related, manifest, standing);
  clock.end("plan", describePlan(plan.keys.size, plan.stale.length));
  const staging = locateStaging(outDir, workFolder);
  const place = { settings, workFolder, staging, kept, standing, library, related, clock };
  const { rendered, index } = await makePieces(plan, place);
  const { made, peakMemory } = rendered;
  const staying = listStaying(plan, manifest, rendered);
  const before = readAssets(kept.assets);
  for (const file of Object.keys(before?.retired ?? {})) staying.delete(file);
  const isStanding = (file: string) => (standing.get(file)?.size ?? -1) >= 0;
  const assets = retireAssets([...made.keys(), ...staying], isStanding, before, toDay(new Date()));
  const outgoing = {
    siteFolder: locateMade(workFolder).site,
    made,
    kept: staying.union(new Set(Object.keys(assets.retired))),
    index,
  };
  let files: Manifest["files"] = new Map();
  const { written, removed } = publishSite(outgoing, staging, standing, outDir, (published) => {
    files = keyFiles(published.files, index.files, plan);
    const folders = timeFolders(outDir, files, survey, manifest);
    index.forget();
    withContentLock(contentDir, "a build", () => recordAddresses(contentDir, files.keys()));
    const { addresses } = stampContent(contentDir);
    writeAssets(kept.assets, assets);
    writeManifest(kept.manifest, { ...stamps, addresses, papers, unstamped: library.unstamped, files, folders });
  });
  clock.end("publish", `${countNoun(written, "file")} written, ${formatCount(removed)} removed`);
  return {
    ...toReport(papers, files, clock.read()),
    ...{ written, removed, rendered: plan.stale.length },
    peakMemory: peakMemory + process.resourceUsage().maxRSS * 1024,
    index: { pages: index.pages, indexed: index.indexed, bytes: index.bytes },
  };
}

/** What the pieces of a site are made with. */
interface PiecesPlace {
  settings: BuildSettings;
  workFolder: string;
  /** See `locateStaging`. */
  staging: string;
  kept: KeptPlace;
  standing: ReadonlyMap<string, SiteFile>;
  library: Library;
  related: RelatedLists;
  clock: BuildClock;
}

/** Renders what is stale and makes the index; the output folder is only read. */
async function makePieces(
  plan: SitePlan,
  { settings, workFolder, staging, kept, standing, library, related, clock }: PiecesPlace,
): Promise<{ rendered: RenderedPages; index: MadeIndex }> {
  const { outDir } = settings;
  const siteFolder = locateMade(workFolder).site;
  const rendering = renderPages(plan, library.introductions, { settings, workFolder, templates: kept.templates });
  const findPage =
    ({ made }: RenderedPages) =>
    (path: string) =>
      join(made.has(path) ? siteFolder : outDir, path);
  const pagesStand = rendering.then(findPage);
  // The index begins while other processes render; what goes wrong with either is told where it is waited for.
  pagesStand.catch(() => {});
  await setImmediate();
  const place = { outDir, standing, siteFolder: locateMade(staging).site, pagesStand };
  const indexing = indexSite(place, library, related, kept);
  indexing.catch(() => {});
  const rendered = await rendering;
  clock.end("html", `${countNoun(plan.stale.length, "page")} rendered`, rendered.waited);
  const index = await indexing;
  clock.end("index", describeIndex(index));
  return { rendered, index };
}

/** Files of the output folder that stay as they are: pages that are not stale, and assets unless all were made anew. */
function listStaying(
  { keys }: SitePlan,
  manifest: Manifest | undefined,
  { made, hasAssets }: Pick<RenderedPages, "made" | "hasAssets">,
): Set<string> {
  const staying = new Set(keys.keys()).difference(made);
  const isAsset = (file: string, key: string): boolean => key === "" && !isIndexFile(file);
  if (!hasAssets) for (const [file, { key }] of manifest?.files ?? []) if (isAsset(file, key)) staying.add(file);
  return staying;
}

/** All files with the keys of their pages, and those of the search index, which come by their paths in it. */
function keyFiles(
  published: ReadonlyMap<string, SiteFile>,
  indexed: ReadonlyMap<string, SiteFile>,
  { keys }: SitePlan,
): Map<string, PublishedFile> {
  const files = new Map<string, PublishedFile>();
  for (const [file, { size, mtimeMs }] of published) files.set(file, { key: keys.get(file) ?? "", size, mtimeMs });
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
