/** Asking for days: arXiv for all papers of a query that came in on them, Hugging Face for their lists. */
import { countNoun } from "#lib/counts.ts";
import type { Day } from "#lib/dates.ts";
import type { Problem } from "#lib/errors.ts";
import { completeHarvest, type Harvest } from "#lib/records/facts.ts";
import { ARXIV, ARXIV_MOST, ARXIV_PAGE, type ArxivPage, fetchArxivPage } from "../../importers/arxiv/fetch.ts";
import { harvestArxiv } from "../../importers/arxiv/harvest.ts";
import { makeCircuitBreaker } from "../../importers/circuit-breaker.ts";
import { fetchHuggingFaceDay } from "../../importers/hugging-face/fetch.ts";
import { harvestHuggingFace } from "../../importers/hugging-face/harvest.ts";
import { RequestError } from "../../importers/request.ts";
import type { Progress } from "../progress.ts";
import { listDays } from "./day-range.ts";
import type { Network } from "./network.ts";
import type { ImportRun, ImportStep } from "./run-state.ts";

/** Papers that a search of several days may announce before it is asked for day by day. */
const MOST_IN_STEP = 2000;

/** What is asked for. */
export interface DaysCall {
  /** A query in arXiv's language, such as `cat:cs.CL`; Hugging Face is asked when there is none. */
  query: string | undefined;
  /** Most papers of the query; undefined for all. */
  max: number | undefined;
  /** The way there. */
  network: Network;
  /** How far the run has come. */
  run: ImportRun;
  /** The bar. */
  progress: Progress;
}

/**
 * The papers, page by page or day by day. Each counts as taken when the next is asked for: until then a run that breaks
 * off asks for it again. What the service does not answer is refused; when it is away, nothing more is asked for.
 */
export async function* askDays(call: DaysCall, service: string): AsyncGenerator<Harvest[]> {
  const { state } = call.run;
  const breaker = makeCircuitBreaker();
  for (let index = 0; index < state.steps.length; index += 1) {
    const step = state.steps[index];
    if (step === undefined || step.isDone) continue;
    try {
      const end = yield* call.query === undefined ? askHuggingFace(call, step) : askArxiv(call, call.query, step);
      if (end === "refused") return;
      if (end === "large") state.steps.splice(index--, 1, ...planDays(step.from, step.to));
      breaker.clear();
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      yield [completeHarvest({ refused: [describeFailure(service, step, error)] })];
      if (breaker.fail(error)) {
        const days = state.steps.slice(index + 1).filter(({ isDone }) => !isDone).length;
        const message = `${countNoun(days, "more day")} not asked for`;
        if (days > 0) yield [completeHarvest({ notices: [{ file: service, message }] })];
        return;
      }
    }
    if (isFull(call)) for (const rest of state.steps) rest.isDone = true;
    call.run.save();
  }
}

/** How a step ended: all is in; it has to be asked for day by day; arXiv did not understand the query. */
type StepEnd = "done" | "large" | "refused";

/** The list of a day. */
async function* askHuggingFace(call: DaysCall, step: ImportStep): AsyncGenerator<Harvest[], StepEnd> {
  const { network, run, progress } = call;
  progress.show(countDays(run.state.steps), `Hugging Face, ${step.from}`);
  const harvest = harvestHuggingFace(await fetchHuggingFaceDay(step.from, network), true);
  yield [harvest];
  run.state.taken += harvest.facts.length;
  step.isDone = true;
  return "done";
}

/** The pages of one step. */
async function* askArxiv(call: DaysCall, query: string, step: ImportStep): AsyncGenerator<Harvest[], StepEnd> {
  const { max = Number.POSITIVE_INFINITY, network, run, progress } = call;
  while (!step.isDone) {
    progress.show(countDays(run.state.steps), `arXiv, ${step.from}, ${run.state.taken} papers`);
    const size = Math.min(ARXIV_PAGE, max - run.state.taken);
    const page = await fetchArxivPage({ query, from: step.from, to: step.to, start: step.start, size }, network);
    if (step.start === 0 && step.from !== step.to && Math.min(page.total, max) > MOST_IN_STEP) return "large";
    if (page.total > ARXIV_MOST && max > ARXIV_MOST) throw explainMass(page.total);
    const harvest = harvestArxiv(page.source);
    yield [harvest];
    if (harvest.facts.length === 0 && page.total === 0 && harvest.refused.length > 0) return "refused";
    takePage(step, page, harvest, call);
  }
  return "done";
}

/** Notes a page as taken. A page that is shorter than it should be is no fault: the next begins where it ended. */
function takePage(step: ImportStep, { held, total }: ArxivPage, harvest: Harvest, call: DaysCall): void {
  const { state } = call.run;
  step.start += held;
  step.total = total;
  state.taken += harvest.facts.length;
  step.isDone = held === 0 || step.start >= total || isFull(call);
  call.run.save();
}

function isFull({ max, run }: DaysCall): boolean {
  return max !== undefined && run.state.taken >= max;
}

/** One step a day. */
export function planDays(from: Day, to: Day): ImportStep[] {
  return listDays(from, to).map((day): ImportStep => ({ from: day, to: day, start: 0, isDone: false }));
}

function explainMass(total: number): RequestError {
  const message = `arXiv announces ${total} papers and gives ${ARXIV_MOST} at most. Narrow the query, or say --max.`;
  return new RequestError("large", message, { isPassing: false });
}

function describeFailure(service: string, step: ImportStep, { message, isPassing }: RequestError): Problem {
  const { from, to, start } = step;
  const days = from === to ? from : `${from} to ${to}`;
  const field = start === 0 ? days : `${days}, from paper ${start + 1} on`;
  const aim = service === ARXIV.name ? "goes on from there" : "asks for what is missing";
  return { file: service, field, message, ...(isPassing && { mend: `the same call again ${aim}` }) };
}

/** Whole days that are in. */
function countDays(steps: ImportStep[]): number {
  const shares = steps.map((step) => shareOf(step) * listDays(step.from, step.to).length);
  return Math.floor(shares.reduce((sum, share) => sum + share, 0));
}

function shareOf({ isDone, start, total = 0 }: ImportStep): number {
  return isDone ? 1 : total === 0 ? 0 : start / total;
}
