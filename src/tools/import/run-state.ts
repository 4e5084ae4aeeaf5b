/** How far an import over the network has come, so that a run that broke off goes on from there. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { hashText } from "#lib/records/sealed-text.ts";
import { writeFileAtomic } from "#lib/records/write-file.ts";
import type { Network } from "./network.ts";

const StepSchema = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  start: z.int().min(0),
  total: z.int().min(0).optional(),
  isDone: z.boolean(),
});

const StateSchema = z.object({
  key: z.string(),
  begun: z.iso.date(),
  taken: z.int().min(0),
  steps: z.array(StepSchema).min(1),
});

/** Days, the first and the last included, and how many of their papers are in; `total` is how many there are, once it is known. */
export type ImportStep = z.output<typeof StepSchema>;

/** How far a run has come: what it was called with, the day it began, papers taken so far, its steps in order of time. */
export type RunState = z.output<typeof StateSchema>;

/** A run's state, and where it is kept. */
export type ImportRun = ReturnType<typeof openRun>;

/**
 * Opens the state of a run: that of an earlier one of the same key that did not come to its end, unless the network is a
 * fresh one; otherwise a new one.
 * @param folder that of states; undefined when nothing is to be kept, as in a dry run
 * @param plan everything that makes this run another than others, and the steps of a run that begins
 */
export function openRun(
  folder: string | undefined,
  { today, isFresh }: Pick<Network, "today" | "isFresh">,
  plan: Pick<RunState, "key" | "steps">,
) {
  const path = folder === undefined ? undefined : join(folder, `${hashText(plan.key, 32)}.json`);
  const known = path === undefined || isFresh ? undefined : readState(path, plan.key);
  const state: RunState = known ?? { ...plan, begun: today, taken: 0 };
  return {
    /** How far the run has come; changed as it goes. */
    state,
    /** Whether an earlier run is gone on with. */
    isResumed: known !== undefined,
    /** Keeps the state. That it cannot be kept, on a full disk say, costs only that the next run begins anew. */
    save(): void {
      if (path === undefined) return;
      try {
        writeFileAtomic(path, JSON.stringify(state));
      } catch {
        // What is asked for twice is merged twice, which changes nothing.
      }
    },
    /** Forgets the state when every step is done. */
    end(): void {
      if (path !== undefined && state.steps.every(({ isDone }) => isDone)) rmSync(path, { force: true });
    },
  };
}

/** The state in a file; undefined when there is none, or it is damaged or another run's. */
function readState(path: string, key: string): RunState | undefined {
  try {
    const { data } = StateSchema.safeParse(JSON.parse(readFileSync(path, "utf8")));
    return data?.key === key ? data : undefined;
  } catch {
    return undefined;
  }
}
