/** Asking arXiv and Hugging Face for single papers. */
import type { Problem } from "#lib/errors.ts";
import type { Harvest } from "#lib/records/facts.ts";
import { ARXIV_BATCH, fetchArxiv } from "../../importers/arxiv/fetch.ts";
import { harvestArxiv } from "../../importers/arxiv/harvest.ts";
import { fetchHuggingFace } from "../../importers/hugging-face/fetch.ts";
import { harvestHuggingFace } from "../../importers/hugging-face/harvest.ts";
import { RequestError } from "../../importers/request.ts";
import { startProgress } from "../progress.ts";

/**
 * What arXiv, and Hugging Face when it can be reached, say of papers. Papers that arXiv does not have, and questions
 * that it does not answer, are refused; that Hugging Face does not answer is only a notice.
 * @param ids arXiv ids, each once
 */
export async function askSources(ids: string[]): Promise<Harvest[]> {
  const progress = startProgress(ids.length);
  const harvests: Harvest[] = [];
  for (let start = 0; start < ids.length; start += ARXIV_BATCH) {
    const batch = ids.slice(start, start + ARXIV_BATCH);
    progress.show(start, "arXiv");
    const answer = await askArxiv(batch);
    harvests.push(answer);
    const known = new Set(answer.facts.map(({ id }) => id));
    const toEnrich = batch.filter((id) => known.has(id));
    harvests.push(...(await enrich(toEnrich, (done) => progress.show(start + done, "Hugging Face"))));
  }
  progress.end();
  return harvests;
}

async function askArxiv(ids: string[]): Promise<Harvest> {
  try {
    const answer = harvestArxiv(await fetchArxiv(ids));
    const given = new Set(answer.facts.map(({ id }) => id));
    const isRefusedWhole = answer.facts.length === 0 && answer.refused.length > 0;
    const missing = isRefusedWhole ? [] : ids.filter((id) => !given.has(id));
    // An empty answer is told paper by paper.
    return { ...answer, notices: [], refused: [...answer.refused, ...missing.map(describeMissing)] };
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return makeEmptyHarvest({ refused: ids.map((id) => ({ file: "arXiv", field: id, message: error.message })) });
  }
}

function describeMissing(id: string): Problem {
  return { file: "arXiv", field: id, message: "there is no paper of this id", mend: "look whether a digit is wrong" };
}

/** Asks Hugging Face for each paper, until it turns out not to be reachable. */
async function enrich(ids: string[], onProgress: (done: number) => void): Promise<Harvest[]> {
  const harvests: Harvest[] = [];
  for (const [index, id] of ids.entries()) {
    onProgress(index);
    try {
      const answer = await fetchHuggingFace(id);
      if (answer !== undefined) harvests.push(demote(harvestHuggingFace(answer)));
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      const message = `no votes, comments, code and organisation from there: ${error.message}`;
      harvests.push(makeEmptyHarvest({ notices: [{ file: "Hugging Face", field: id, message }] }));
      if (error.kind !== "status") break;
    }
  }
  return harvests;
}

/** What Hugging Face gives that cannot be read is no reason to refuse a paper that arXiv has. */
function demote({ facts, refused, notices }: Harvest): Harvest {
  return { facts, refused: [], notices: [...notices, ...refused], days: [] };
}

function makeEmptyHarvest(changes: Partial<Harvest>): Harvest {
  return { facts: [], refused: [], notices: [], days: [], ...changes };
}
