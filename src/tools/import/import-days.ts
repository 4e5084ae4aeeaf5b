/** `import arxiv` and `import hugging-face` over the network: days in, a report out. */
import { resolve } from "node:path";
import { countNoun } from "#lib/counts.ts";
import type { Harvest } from "#lib/records/facts.ts";
import { ContentImport } from "#lib/records/import.ts";
import type { ImportReport } from "#lib/records/import-report.ts";
import { ARXIV } from "../../importers/arxiv/fetch.ts";
import { HUGGING_FACE } from "../../importers/hugging-face/fetch.ts";
import { findAddress, RequestError } from "../../importers/request.ts";
import { Failure } from "../failure.ts";
import { startProgress } from "../progress.ts";
import { askArxivDays, planArxiv } from "./ask-arxiv.ts";
import { askHuggingFaceDays, planHuggingFace } from "./ask-hugging-face.ts";
import { type DayRange, listDays } from "./day-range.ts";
import { completeHarvest } from "./harvest.ts";
import { importSteps } from "./merge-steps.ts";
import type { Network } from "./network.ts";
import { type ImportRun, openRun } from "./run-state.ts";

/** What is to be imported. */
export interface DaysCall {
  /** The days. */
  range: DayRange;
  /** A query in arXiv's language; Hugging Face is asked when there is none. */
  query: string | undefined;
  /** Most papers of the query; undefined for all. */
  max: number | undefined;
  /** Whether nothing is to be written. */
  isDryRun: boolean;
}

/**
 * Imports days over the network, each page or day written as it comes. A run that breaks off is gone on with by the
 * next one of the same call, unless the network is a fresh one.
 * @param folder the content folder
 */
export async function importDays(folder: string, call: DaysCall, network: Network): Promise<ImportReport> {
  const { range, query, max, isDryRun } = call;
  const { from, to } = range;
  const service = query === undefined ? HUGGING_FACE : ARXIV;
  const run = openRun({
    folder: isDryRun ? undefined : resolve(network.folder, "runs"),
    key: JSON.stringify([service.name, readAddress(service), resolve(folder), query ?? "", from, to, max ?? ""]),
    today: network.today,
    isFresh: network.isFresh,
    steps: query === undefined ? planHuggingFace(from, to) : planArxiv(from, to),
  });
  const notices = [...range.notices, ...describeResumption(run, service.name)];
  const progress = startProgress(listDays(from, to).length);
  const steps =
    query === undefined
      ? askHuggingFaceDays({ network, run, progress })
      : askArxivDays({ query, max, network, run, progress });
  try {
    const report = await importSteps(new ContentImport(folder, { today: network.today, isDryRun }), steps);
    report.notices.unshift(...notices);
    run.end();
    return report;
  } finally {
    progress.end();
  }
}

/** The address asked; a variable that holds none is told before anything else. */
function readAddress(service: typeof ARXIV): string {
  try {
    return findAddress(service);
  } catch (error) {
    throw error instanceof RequestError ? new Failure(error.message) : error;
  }
}

function describeResumption({ isResumed, state }: ImportRun, name: string): Harvest["notices"] {
  const done = state.steps.filter(({ isDone }) => isDone).length;
  if (!isResumed || state.taken + done === 0) return [];
  const message = `goes on with the run of ${state.begun}, of which ${countNoun(state.taken, "paper")} had come in`;
  return completeHarvest({ notices: [{ file: name, message, mend: "--fresh begins anew" }] }).notices;
}
