/** Asking arXiv for all papers of a query that came in between two days. */
import type { Day } from "#lib/dates.ts";
import type { Harvest } from "#lib/records/facts.ts";
import { ARXIV_MOST, ARXIV_PAGE, type ArxivPage, fetchArxivPage } from "../../importers/arxiv/fetch.ts";
import { harvestArxiv } from "../../importers/arxiv/harvest.ts";
import { makeCircuitBreaker } from "../../importers/circuit-breaker.ts";
import { RequestError } from "../../importers/request.ts";
import type { Progress } from "../progress.ts";
import { listDays } from "./day-range.ts";
import { completeHarvest, tellUnasked } from "./harvest.ts";
import type { Network } from "./network.ts";
import type { ImportRun, ImportStep } from "./run-state.ts";

/** Papers that a search of several days may announce before it is asked for day by day. */
const MOST_IN_STEP = 2000;

/** What arXiv is asked for. */
export interface ArxivCall {
  /** In arXiv's language, such as `cat:cs.CL`. */
  query: string;
  /** Most papers; undefined for all. */
  max: number | undefined;
  /** The way to arXiv. */
  network: Network;
  /** How far the run has come. */
  run: ImportRun;
  /** The bar. */
  progress: Progress;
}

/**
 * The papers, page by page. Each page counts as taken when the next is asked for: until then a run that breaks off
 * asks for it again. What arXiv does not answer is refused; when it is away, nothing more is asked for.
 */
export async function* askArxivDays(call: ArxivCall): AsyncGenerator<Harvest> {
  const { state } = call.run;
  const breaker = makeCircuitBreaker();
  for (let index = 0; index < state.steps.length; index += 1) {
    const step = state.steps[index];
    if (step === undefined || step.isDone) continue;
    try {
      const end = yield* askStep(call, step);
      if (end === "refused") return;
      if (end === "large") state.steps.splice(index--, 1, ...splitStep(step));
      breaker.clear();
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      yield completeHarvest({ refused: [describeFailure(step, error)] });
      if (breaker.fail(error)) {
        yield tellUnasked("arXiv", state.steps.slice(index + 1).filter(({ isDone }) => !isDone).length);
        return;
      }
    }
    if (isFull(call)) for (const rest of state.steps) rest.isDone = true;
    call.run.save();
  }
}

/** How a step ended: all is in; it has to be asked for day by day; arXiv did not understand the query. */
type StepEnd = "done" | "large" | "refused";

/** The pages of one step. */
async function* askStep(call: ArxivCall, step: ImportStep): AsyncGenerator<Harvest, StepEnd> {
  const { query, max = Number.POSITIVE_INFINITY, network, run, progress } = call;
  while (!step.isDone) {
    progress.show(countDays(run.state.steps), `arXiv, ${step.from}, ${run.state.taken} papers`);
    const size = Math.min(ARXIV_PAGE, max - run.state.taken);
    const page = await fetchArxivPage({ query, from: step.from, to: step.to, start: step.start, size }, network);
    if (step.start === 0 && step.from !== step.to && Math.min(page.total, max) > MOST_IN_STEP) return "large";
    if (page.total > ARXIV_MOST && max > ARXIV_MOST) throw explainMass(page.total);
    const harvest = harvestArxiv(page.source);
    yield harvest;
    if (harvest.facts.length === 0 && page.total === 0 && harvest.refused.length > 0) return "refused";
    takePage(step, page, harvest, call);
  }
  return "done";
}

/** Notes a page as taken. A page that is shorter than it should be is no fault: the next begins where it ended. */
function takePage(step: ImportStep, { held, total }: ArxivPage, harvest: Harvest, call: ArxivCall): void {
  const { state } = call.run;
  step.start += held;
  step.total = total;
  state.taken += harvest.facts.length;
  step.isDone = held === 0 || step.start >= total || isFull(call);
  call.run.save();
}

function isFull({ max, run }: ArxivCall): boolean {
  return max !== undefined && run.state.taken >= max;
}

function splitStep({ from, to }: ImportStep): ImportStep[] {
  return listDays(from, to).map((day): ImportStep => ({ from: day, to: day, start: 0, isDone: false }));
}

function explainMass(total: number): RequestError {
  const message = `arXiv announces ${total} papers and gives ${ARXIV_MOST} at most. Narrow the query, or say --max.`;
  return new RequestError("large", message, { isPassing: false });
}

function describeFailure(
  { from, to, start }: ImportStep,
  { message, isPassing }: RequestError,
): Harvest["refused"][number] {
  const days = from === to ? from : `${from} to ${to}`;
  return {
    file: "arXiv",
    field: start === 0 ? days : `${days}, from paper ${start + 1} on`,
    message,
    ...(isPassing && { mend: "the same call again goes on from there" }),
  };
}

/** Whole days that are in. */
function countDays(steps: ImportStep[]): number {
  const shares = steps.map((step) => shareOf(step) * listDays(step.from, step.to).length);
  return Math.floor(shares.reduce((sum, share) => sum + share, 0));
}

function shareOf({ isDone, start, total = 0 }: ImportStep): number {
  return isDone ? 1 : total === 0 ? 0 : start / total;
}

/** The one step that a run begins with. */
export function planArxiv(from: Day, to: Day): ImportStep[] {
  return [{ from, to, start: 0, isDone: false }];
}
