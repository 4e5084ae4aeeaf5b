/** Hugging Face's paper API over the network: https://huggingface.co/docs/hub/api */
import type { Day } from "#lib/dates.ts";
import { isArxivId } from "#lib/papers/id.ts";
import type { SourceFile } from "#lib/records/facts.ts";
import { explainStatus, findAddress, type RequestOptions, type Service, type ServiceResponse } from "../request.ts";
import { judgeJson } from "../response-form.ts";

/** Hugging Face, as it is asked: so slowly that it stays below 500 questions in five minutes, what it allows without an account. */
export const HUGGING_FACE: Service = {
  name: "Hugging Face",
  address: "https://huggingface.co/api",
  variable: "HF_API",
  pauseMs: 600,
  domains: ["huggingface.co", "hf.co"],
};

/** Most papers of a day that Hugging Face gives at once. */
const PAGE = 100;

/**
 * Hugging Face's answer about one paper, JSON for `harvestHuggingFace`; undefined when it has no page for the paper.
 * @param id Its arXiv id; of papers with other ids Hugging Face has none, and is not asked.
 * @throws RequestError when there is no answer to read
 */
export async function fetchHuggingFace(id: string, options: RequestOptions): Promise<SourceFile | undefined> {
  if (!isArxivId(id)) return undefined;
  const address = `${findAddress(HUGGING_FACE)}/papers/${id}`;
  const mayKeep = ({ status }: ServiceResponse) => status === 200 || status === 404;
  const response = await options.send({ service: HUGGING_FACE, address, judge: judgeJson, mayKeep });
  if (response.status === 404) return undefined;
  if (response.status !== 200) throw explainStatus(HUGGING_FACE, response);
  return { file: address, text: response.text, retrieved: options.today };
}

/**
 * Hugging Face's list of a day, JSON for `harvestHuggingFace`, which reads the day from the address. Days on which
 * nothing was put on the list, most of them at weekends, are an empty list.
 * @throws RequestError when there is no answer to read
 */
export async function fetchHuggingFaceDay(day: Day, options: RequestOptions): Promise<SourceFile> {
  const address = `${findAddress(HUGGING_FACE)}/daily_papers?date=${day}&limit=${PAGE}`;
  const response = await options.send({ service: HUGGING_FACE, address, judge: judgeJson });
  if (response.status !== 200) throw explainStatus(HUGGING_FACE, response);
  return { file: address, text: response.text, retrieved: options.today };
}
