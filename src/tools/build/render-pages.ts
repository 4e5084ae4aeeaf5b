/** Renders the pages that are planned, into the work folder. */
import { mkdirSync } from "node:fs";
import { writeNeededIntroductions } from "../../data/introductions.ts";
import { writePageProps } from "../../data/site/page-props.ts";
import type { PlannedPage } from "../../data/site/planned-page.ts";
import { countNoun } from "../../lib/errors.ts";
import { Failure } from "../failure.ts";
import { renderHtml } from "./html.ts";
import type { SitePlan } from "./plan-pages.ts";
import { writeFixedRoutes } from "./render-planned.ts";
import type { BuildSettings } from "./settings.ts";
import { listSiteFiles, type SiteFile } from "./site-files.ts";
import { clearWorkFolder, locatePlan, locateSite } from "./work-folder.ts";

/** What rendering came to. */
export interface RenderedPages {
  /** Files that were made, pages and assets, by their path in the work folder's site. */
  made: Map<string, SiteFile>;
  /** Most memory that Astro's process held at once, in bytes; 0 when it was not needed. */
  peakMemory: number;
  /** Seconds that were spent waiting for another build. */
  waited: number;
}

/** Renders what is stale; Astro is not even started when nothing is. Throws a `Failure` with Astro's message. */
export async function renderPages(
  { stale, isAssetLost }: SitePlan,
  settings: BuildSettings,
  workFolder: string,
): Promise<RenderedPages> {
  clearWorkFolder(workFolder);
  const siteFolder = locateSite(workFolder);
  mkdirSync(siteFolder, { recursive: true });
  if (stale.length === 0 && !isAssetLost) return { made: new Map(), peakMemory: 0, waited: 0 };
  const planFolder = locatePlan(workFolder);
  writePageProps(planFolder, stale);
  writeFixedRoutes(planFolder, new Set(stale.map(({ route }) => route)));
  writeNeededIntroductions(planFolder, listDays(stale));
  const { peakMemory, waited } = await renderHtml(settings, workFolder, planFolder);
  const made = listSiteFiles(siteFolder);
  assertRendered(stale, made);
  return { made, peakMemory, waited };
}

/** Days of editions whose introduction is shown on a page that is rendered. */
function listDays(stale: readonly PlannedPage[]): Set<string> {
  return new Set(stale.flatMap(({ introduction }) => introduction ?? []));
}

/** A page that a template does not render would be missed by nobody but its readers. */
function assertRendered(stale: readonly PlannedPage[], made: ReadonlyMap<string, SiteFile>): void {
  const missing = stale.filter(({ file }) => !made.has(file));
  if (missing.length === 0) return;
  const names = missing.slice(0, 3).map(({ file, route }) => `${file} (src/pages/${route})`);
  throw new Failure(`${countNoun(missing.length, "page")} planned and not rendered: ${names.join(", ")}.`);
}
