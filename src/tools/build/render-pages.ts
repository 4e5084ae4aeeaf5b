/** Renders the pages that are planned, into the work folder. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { writeNeededIntroductions } from "../../data/introductions.ts";
import type { PlannedPage } from "../../data/site/planned-page.ts";
import { countNoun } from "../../lib/counts.ts";
import { Failure } from "../../lib/failure.ts";
import { clearLog, type HtmlCost, type HtmlPlace, runHtmlProcess } from "./html.ts";
import { clearTemplates, findTemplates, type Introductions, noteTemplates } from "./kept-templates.ts";
import type { SitePlan } from "./plan-pages.ts";
import { renderBatches } from "./render-batches.ts";
import { findSiteFile, listSiteFiles, type SiteFile } from "./site-files.ts";
import { clearWorkFolder, locateMade } from "./work-folder.ts";

/** What rendering came to. */
export interface RenderedPages extends HtmlCost {
  /** Files that were made, pages and assets, by their path in the work folder's site. */
  made: Map<string, SiteFile>;
  /** Whether the files that are no pages were made. */
  hasAssets: boolean;
}

/**
 * Renders what is stale; Astro is not even started when what it compiled for an earlier build will do. Throws a
 * `Failure` with Astro's message.
 * @param introductions of all editions
 */
export async function renderPages(
  { stale, isAssetLost }: SitePlan,
  introductions: Introductions,
  place: Omit<HtmlPlace, "planFolder">,
): Promise<RenderedPages> {
  const { workFolder } = place;
  clearWorkFolder(workFolder);
  clearLog(workFolder);
  const { site: siteFolder, plan: planFolder } = locateMade(workFolder);
  mkdirSync(siteFolder, { recursive: true });
  if (stale.length === 0 && !isAssetLost) return { made: new Map(), hasAssets: false, peakMemory: 0, waited: 0 };
  const here = { ...place, planFolder };
  const compiled = await compileMissing(here, listDays(stale), introductions, isAssetLost);
  const assets = listSiteFiles(siteFolder);
  const peakMemory = await renderBatches(stale, here);
  return {
    made: new Map([...assets, ...statRendered(stale, siteFolder)]),
    hasAssets: compiled !== undefined,
    peakMemory: Math.max(peakMemory, compiled?.peakMemory ?? 0),
    waited: compiled?.waited ?? 0,
  };
}

/**
 * Has the templates compiled, unless those that are kept will do: then undefined.
 * @param days of editions whose introductions are shown
 * @param isAssetLost whether files are missing that come with compiling
 */
async function compileMissing(
  place: HtmlPlace,
  days: ReadonlySet<string>,
  introductions: Introductions,
  isAssetLost: boolean,
): Promise<HtmlCost | undefined> {
  const found = findTemplates(place.templates);
  const held = [...(found ?? [])].flatMap(([day, own]) => (introductions.get(day) === own ? day : []));
  if (found !== undefined && !isAssetLost && days.isSubsetOf(new Set(held))) return undefined;
  // Those that are held stay: tomorrow's build may show them again.
  const wanted = new Set([...held, ...days]);
  clearTemplates(place.templates);
  mkdirSync(place.planFolder, { recursive: true });
  writeNeededIntroductions(place.planFolder, wanted);
  const cost = await runHtmlProcess("compile-process.ts", place);
  noteTemplates(place.templates, new Map([...introductions].filter(([day]) => wanted.has(day))));
  return cost;
}

/** Days of editions whose introduction is shown on a page that is rendered. */
function listDays(stale: readonly PlannedPage[]): Set<string> {
  return new Set(stale.flatMap(({ introduction }) => introduction ?? []));
}

/** The files of pages. A page that a template does not render would be missed by nobody but its readers: that is a `Failure`. */
function statRendered(stale: readonly PlannedPage[], siteFolder: string): [string, SiteFile][] {
  const files = stale.map(({ file }) => [file, findSiteFile(join(siteFolder, file))] as const);
  const missing = stale.filter((_, index) => files[index]?.[1] === undefined);
  if (missing.length > 0) {
    const names = missing.slice(0, 3).map(({ file, kind }) => `${file} (src/pages/${kind})`);
    throw new Failure(`${countNoun(missing.length, "page")} planned and not rendered: ${names.join(", ")}.`);
  }
  return files.flatMap(([file, own]) => (own === undefined ? [] : [[file, own]]));
}
