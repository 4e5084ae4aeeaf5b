/** `npm run build`: checks the content, renders the pages, indexes them for search and publishes the whole. */
import { checkContent } from "../lib/content/check.ts";
import { readContent } from "../lib/content/read.ts";
import { ContentError } from "../lib/errors.ts";
import { explainFileError } from "../lib/failure.ts";
import { withContentLock } from "../lib/records/lock.ts";
import { buildSearchIndex, SearchIndexError } from "../search-index/build.ts";
import { recordAddresses } from "./build/addresses.ts";
import { renderHtml } from "./build/html.ts";
import { lockOutput } from "./build/lock.ts";
import { checkOutput, measureSite, publishSite, recoverOutput } from "./build/publish.ts";
import { type BuildReport, formatReport } from "./build/report.ts";
import { type BuildSettings, locateWorkFolder, readSettings } from "./build/settings.ts";
import { locateSite } from "./build/work-folder.ts";
import { Failure, runTool } from "./failure.ts";
import { nameFolder } from "./folders.ts";

/**
 * Builds the site. Throws a `ContentError` for bad content and a `Failure` for anything else that was foreseen; the
 * output folder is then as it was before.
 */
export async function build(settings: BuildSettings): Promise<BuildReport> {
  try {
    return await buildAlone(settings);
  } catch (error) {
    const path = error instanceof Error && "path" in error ? nameFolder(String(error.path)) : "a file";
    throw explainFileError(error, `The site could not be built, because of ${path}`, "The last site stands.");
  }
}

async function buildAlone(settings: BuildSettings): Promise<BuildReport> {
  const start = performance.now();
  const release = lockOutput(settings.outDir);
  try {
    recoverOutput(settings.outDir);
    checkOutput(settings);
    const check = await timePhase(async () => countCheckedPapers(settings.contentDir));
    const workFolder = locateWorkFolder(settings);
    const siteFolder = locateSite(workFolder);
    const html = await timePhase(() => renderHtml(settings, workFolder));
    const { pages } = measureSite(siteFolder);
    const index = await timePhase(() => indexPages(siteFolder, check.result));
    const publish = await timePhase(async () => publishSite(siteFolder, settings.outDir));
    withContentLock(settings.contentDir, "a build", () => recordAddresses(settings.contentDir, settings.outDir));
    const size = measureSite(siteFolder);
    return {
      papers: check.result,
      pages,
      rendered: pages,
      written: size.files,
      files: size.files,
      bytes: size.bytes,
      peakMemory: html.result.peakMemory,
      index: index.result,
      seconds: {
        check: check.seconds,
        html: html.seconds - html.result.waited,
        index: index.seconds,
        publish: publish.seconds,
        total: (performance.now() - start) / 1000,
      },
    };
  } finally {
    release();
  }
}

async function timePhase<Result>(run: () => Promise<Result>): Promise<{ result: Result; seconds: number }> {
  const start = performance.now();
  const result = await run();
  return { result, seconds: (performance.now() - start) / 1000 };
}

/** Papers in the content; throws a `ContentError` with every problem there is. */
function countCheckedPapers(contentDir: string): number {
  const content = readContent(contentDir);
  const problems = checkContent(content);
  if (problems.length > 0) throw new ContentError(problems);
  return content.records.reduce((count, file) => count + file.lines.length, 0);
}

/** The search index of the rendered pages, none for a site that has no paper yet; what is wrong with it is told like any foreseen failure. */
async function indexPages(siteFolder: string, papers: number): Promise<{ pages: number; bytes: number }> {
  if (papers === 0) return { pages: 0, bytes: 0 };
  try {
    return await buildSearchIndex(siteFolder);
  } catch (error) {
    throw error instanceof SearchIndexError ? new Failure(error.message) : error;
  }
}

if (import.meta.main) {
  await runTool(async () => {
    const settings = readSettings(process.env);
    const report = await build(settings);
    console.log(formatReport(report, nameFolder(settings.outDir)));
  });
}
