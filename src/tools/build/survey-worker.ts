/** Surveys an output folder for survey-ahead.ts. */
import { parentPort, workerData } from "node:worker_threads";
import { readManifest } from "./manifest.ts";
import { compareSurveys, surveySite } from "./site-survey.ts";
import type { SurveyOutcome, SurveyTask } from "./survey-ahead.ts";

const { outDir, manifestPath } = workerData as SurveyTask;
const manifest = readManifest(manifestPath);
const outcome: SurveyOutcome =
  manifest === undefined ? undefined : compareSurveys(surveySite(outDir, manifest), manifest);
parentPort?.postMessage(outcome);
