/** Asking arXiv and Hugging Face for single papers. */
import { countNoun } from "#lib/counts.ts";
import type { Problem } from "#lib/errors.ts";
import { completeHarvest, type Harvest } from "#lib/records/facts.ts";
import { ARXIV_BATCH, fetchArxiv } from "../../importers/arxiv/fetch.ts";
import { harvestArxiv } from "../../importers/arxiv/harvest.ts";
import { makeCircuitBreaker } from "../../importers/circuit-breaker.ts";
import { fetchHuggingFace } from "../../importers/hugging-face/fetch.ts";
import { harvestHuggingFace } from "../../importers/hugging-face/harvest.ts";
import { RequestError } from "../../importers/request.ts";
import { startProgress } from "../progress.ts";
import type { Network } from "./network.ts";

/** How papers are asked for. */
export interface AskOptions {
  /** The way to the sources. */
  network: Network;
  /** Whether the papers have records: then Hugging Face is asked also for those of which arXiv said nothing. */
  areKnown: boolean;
  /** What there is to tell before anything is asked for. */
  told: Partial<Pick<Harvest, "refused" | "notices">>;
}

/** What is noted while papers are asked for. */
type Asking = ReturnType<typeof startAsking>;

/**
 * What arXiv, and Hugging Face when it can be reached, say of papers, a hundred at a time. Papers that arXiv does not
 * have, and questions that it does not answer, are refused; that Hugging Face does not answer is only a notice.
 * @param ids arXiv ids, each once
 */
export async function* askSources(ids: string[], options: AskOptions): AsyncGenerator<Harvest[]> {
  const asking = startAsking(ids, options);
  const { progress } = asking;
  yield [completeHarvest(options.told)];
  try {
    for (let start = 0; start < ids.length; start += ARXIV_BATCH) {
      const batch = ids.slice(start, start + ARXIV_BATCH);
      progress.show(start, "arXiv");
      const answer = await askArxiv(batch, asking);
      const known = new Set(answer.facts.map(({ id }) => id));
      const toEnrich = batch.filter((id) => options.areKnown || known.has(id));
      yield [answer, ...(await enrich(toEnrich, start, asking))];
    }
  } finally {
    progress.end();
  }
}

function startAsking(ids: string[], options: AskOptions) {
  return {
    ...options,
    progress: startProgress(ids.length),
    arxiv: makeCircuitBreaker(),
    huggingFace: makeCircuitBreaker(),
    /** Why a source is asked no more, by its name. */
    away: new Map<string, string>(),
  };
}

async function askArxiv(ids: string[], { network, arxiv, away }: Asking): Promise<Harvest> {
  const refuseAll = (message: string) =>
    completeHarvest({ refused: ids.map((id) => ({ file: "arXiv", field: id, message })) });
  const reason = away.get("arXiv");
  if (reason !== undefined) return refuseAll(`not asked for: ${reason}`);
  try {
    const answer = harvestArxiv(await fetchArxiv(ids, network));
    arxiv.clear();
    const given = new Set(answer.facts.map(({ id }) => id));
    const isRefusedWhole = answer.facts.length === 0 && answer.refused.length > 0;
    const missing = isRefusedWhole ? [] : ids.filter((id) => !given.has(id));
    // An empty answer is told paper by paper.
    return { ...answer, notices: [], refused: [...answer.refused, ...missing.map(describeMissing)] };
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (arxiv.fail(error)) away.set("arXiv", error.message);
    return refuseAll(error.message);
  }
}

function describeMissing(id: string): Problem {
  return { file: "arXiv", field: id, message: "there is no paper of this id", mend: "look whether a digit is wrong" };
}

/** Asks Hugging Face for each paper, until it turns out to be away. */
async function enrich(ids: string[], done: number, asking: Asking): Promise<Harvest[]> {
  const { network, progress, huggingFace, away } = asking;
  const harvests: Harvest[] = [];
  for (const [index, id] of ids.entries()) {
    if (away.has("Hugging Face")) {
      const message = `${countNoun(ids.length - index, "more paper")} not asked for, from ${id} on`;
      harvests.push(completeHarvest({ notices: [{ file: "Hugging Face", message }] }));
      break;
    }
    progress.show(done + index, "Hugging Face");
    try {
      const answer = await fetchHuggingFace(id, network);
      huggingFace.clear();
      if (answer !== undefined) harvests.push(demote(harvestHuggingFace(answer, true)));
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      const message = `no votes, comments, code and organisation from there: ${error.message}`;
      harvests.push(completeHarvest({ notices: [{ file: "Hugging Face", field: id, message }] }));
      if (huggingFace.fail(error)) away.set("Hugging Face", error.message);
    }
  }
  return harvests;
}

/** What Hugging Face gives that cannot be read is no reason to refuse a paper that arXiv has. */
function demote({ facts, refused, notices }: Harvest): Harvest {
  return { facts, refused: [], notices: [...notices, ...refused], days: [] };
}
