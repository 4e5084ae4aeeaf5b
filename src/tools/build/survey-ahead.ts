/**
 * Surveys an output folder while other things are done: a site of a hundred thousand papers has four hundred thousand
 * files, and each has to be looked at, since any may have been changed by hand.
 */
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { type Manifest, readManifest } from "./manifest.ts";
import { findSiteFile } from "./site-files.ts";
import { applyChanges, compareSurveys, type SiteChanges, type SiteSurvey, surveySite } from "./site-survey.ts";

/** Bytes of a manifest from which on a worker of its own is worth its start, a tenth of a second: some 20,000 files. */
const LARGE_MANIFEST = 2_000_000;

/** What a worker is given. */
interface SurveyTask {
  /** The output folder. */
  outDir: string;
  /** File of the manifest of the last build. */
  manifestPath: string;
}

if (!isMainThread) {
  const { outDir, manifestPath } = workerData as SurveyTask;
  const manifest = readManifest(manifestPath);
  parentPort?.postMessage(manifest && compareSurveys(surveySite(outDir, manifest), manifest));
}

/**
 * Begins a survey.
 * @returns gives what was found, once it is asked with the manifest
 */
export function beginSurvey(task: SurveyTask): (manifest: Manifest | undefined) => Promise<SiteSurvey> {
  const { outDir, manifestPath } = task;
  const isLarge = (findSiteFile(manifestPath)?.size ?? 0) >= LARGE_MANIFEST;
  const running = isLarge ? runWorker(task) : Promise.resolve(undefined);
  return async (manifest) => {
    const changes = await running;
    return manifest === undefined || changes === undefined
      ? surveySite(outDir, manifest)
      : applyChanges(manifest, changes);
  };
}

/**
 * How the folder differs from what the manifest says, as a worker finds it; undefined when it fails or cannot read the
 * manifest, since a survey that is made here then tells why.
 */
function runWorker(task: SurveyTask): Promise<SiteChanges | undefined> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: task });
    worker.once("message", resolve);
    worker.once("error", () => resolve(undefined));
    worker.once("exit", () => resolve(undefined));
  });
}
