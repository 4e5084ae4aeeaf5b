/** Asking Hugging Face for its lists of days. */
import type { Day } from "#lib/dates.ts";
import type { Problem } from "#lib/errors.ts";
import type { Harvest } from "#lib/records/facts.ts";
import { makeCircuitBreaker } from "../../importers/circuit-breaker.ts";
import { fetchHuggingFaceDay } from "../../importers/hugging-face/fetch.ts";
import { harvestHuggingFace } from "../../importers/hugging-face/harvest.ts";
import { RequestError } from "../../importers/request.ts";
import type { Progress } from "../progress.ts";
import { listDays } from "./day-range.ts";
import { completeHarvest, tellUnasked } from "./harvest.ts";
import type { Network } from "./network.ts";
import type { ImportRun, ImportStep } from "./run-state.ts";

/** One step a day. */
export function planHuggingFace(from: Day, to: Day): ImportStep[] {
  return listDays(from, to).map((day) => ({ from: day, to: day, start: 0, isDone: false }));
}

/** What Hugging Face is asked for. */
export interface HuggingFaceCall {
  /** The way to Hugging Face. */
  network: Network;
  /** How far the run has come. */
  run: ImportRun;
  /** The bar. */
  progress: Progress;
}

/**
 * The lists, day by day. A day counts as taken when the next is asked for. What Hugging Face does not answer is refused;
 * when it is away, nothing more is asked for.
 */
export async function* askHuggingFaceDays({ network, run, progress }: HuggingFaceCall): AsyncGenerator<Harvest> {
  const breaker = makeCircuitBreaker();
  const { state } = run;
  for (const [index, step] of state.steps.entries()) {
    if (step.isDone) continue;
    progress.show(index, `Hugging Face, ${step.from}`);
    try {
      const harvest = harvestHuggingFace(await fetchHuggingFaceDay(step.from, network), true);
      yield harvest;
      breaker.clear();
      step.isDone = true;
      state.taken += harvest.facts.length;
      run.save();
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      yield completeHarvest({ refused: [describeFailure(step.from, error)] });
      if (!breaker.fail(error)) continue;
      yield tellUnasked("Hugging Face", state.steps.slice(index + 1).filter(({ isDone }) => !isDone).length);
      return;
    }
  }
}

function describeFailure(day: Day, { message, isPassing }: RequestError): Problem {
  const mend = "the same call again asks for what is missing";
  return { file: "Hugging Face", field: day, message, ...(isPassing && { mend }) };
}
