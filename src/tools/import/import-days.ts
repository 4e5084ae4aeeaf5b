/** `import arxiv` and `import hugging-face` over the network. */
import { resolve } from "node:path";
import { countNoun } from "#lib/counts.ts";
import type { Problem } from "#lib/errors.ts";
import { completeHarvest, type Harvest } from "#lib/records/facts.ts";
import { ARXIV } from "../../importers/arxiv/fetch.ts";
import { HUGGING_FACE } from "../../importers/hugging-face/fetch.ts";
import { findAddress } from "../../importers/request.ts";
import { startProgress } from "../progress.ts";
import { askDays, type DaysCall, planDays } from "./ask-days.ts";
import { type DayRange, listDays } from "./day-range.ts";
import type { Network } from "./network.ts";
import { type ImportRun, openRun } from "./run-state.ts";

/**
 * Asks for days over the network, page by page or day by day. A run that breaks off is gone on with by the next one of
 * the same call, unless the network is a fresh one.
 * @param folder the content folder
 * @param isDryRun whether nothing is to be written
 */
export async function* importDays(
  folder: string,
  { query, max, range }: Pick<DaysCall, "query" | "max"> & { range: DayRange },
  network: Network,
  isDryRun: boolean,
): AsyncGenerator<Harvest[]> {
  const { from, to } = range;
  const service = query === undefined ? HUGGING_FACE : ARXIV;
  // A variable that holds no address is told before anything else.
  const key = JSON.stringify([service.name, findAddress(service), resolve(folder), query ?? "", from, to, max ?? ""]);
  const steps = query === undefined ? planDays(from, to) : [{ from, to, start: 0, isDone: false }];
  const run = openRun(isDryRun ? undefined : resolve(network.folder, "runs"), network, { key, steps });
  yield [completeHarvest({ notices: [...range.notices, ...describeResumption(run, service.name)] })];
  const progress = startProgress(listDays(from, to).length);
  try {
    yield* askDays({ query, max, network, run, progress }, service.name);
    run.end();
  } finally {
    progress.end();
  }
}

function describeResumption({ isResumed, state }: ImportRun, name: string): Problem[] {
  const done = state.steps.filter(({ isDone }) => isDone).length;
  if (!isResumed || state.taken + done === 0) return [];
  const message = `goes on with the run of ${state.begun}, of which ${countNoun(state.taken, "paper")} had come in`;
  return [{ file: name, message, mend: "--fresh begins anew" }];
}
