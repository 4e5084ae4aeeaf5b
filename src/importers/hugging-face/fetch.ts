/** Hugging Face's paper API over the network: https://huggingface.co/docs/hub/api */
import { isArxivId } from "#lib/papers/id.ts";
import type { SourceFile } from "#lib/records/facts.ts";
import { askService, explainStatus, findAddress, findToday, type RequestOptions, type Service } from "../request.ts";

/** Hugging Face, as it is asked. */
export const HUGGING_FACE: Service = {
  name: "Hugging Face",
  address: "https://huggingface.co/api",
  variable: "HF_API",
};

/**
 * Hugging Face's answer about one paper, JSON for `harvestHuggingFace`; undefined when it has no page for the paper.
 * @param id Its arXiv id; of papers with other ids Hugging Face has none, and is not asked.
 * @throws RequestError when there is no answer to read
 */
export async function fetchHuggingFace(id: string, options: RequestOptions = {}): Promise<SourceFile | undefined> {
  if (!isArxivId(id)) return undefined;
  const address = `${findAddress(HUGGING_FACE)}/papers/${id}`;
  const answer = await askService(HUGGING_FACE, address, options);
  if (answer.status === 404) return undefined;
  if (answer.status !== 200) throw explainStatus(HUGGING_FACE, answer);
  return { file: address, text: answer.text, retrieved: findToday(options) };
}
