/** arXiv's API over the network: https://info.arxiv.org/help/api/user-manual.html */
import type { SourceFile } from "#lib/records/facts.ts";
import { makePace, type Pace } from "../pace.ts";
import { askService, explainStatus, findAddress, findToday, type RequestOptions, type Service } from "../request.ts";

/** arXiv, as it is asked. */
export const ARXIV: Service = {
  name: "arXiv",
  address: "https://export.arxiv.org/api/query",
  variable: "ARXIV_API",
};

/** Most papers in one question; addresses of more than this many ids grow too long for some proxies. */
export const ARXIV_BATCH = 100;

/** How arXiv is asked. */
export interface ArxivOptions extends RequestOptions {
  /** Waits for its turn; the one that keeps arXiv's rule unless given. */
  pace?: Pace;
}

/** One question in three seconds, over one connection: https://info.arxiv.org/help/api/tou.html */
const keepPace = makePace(3000);

/**
 * arXiv's answer about some papers, an Atom feed for `harvestArxiv`. Papers that arXiv does not have are missing in it,
 * or are an entry that tells of the error.
 * @param ids arXiv ids, 1 to 100 of them
 * @throws RequestError when there is no answer to read, RangeError for too many ids or none
 */
export async function fetchArxiv(ids: string[], options: ArxivOptions = {}): Promise<SourceFile> {
  if (ids.length === 0 || ids.length > ARXIV_BATCH) {
    throw new RangeError(`arXiv is asked for 1 to ${ARXIV_BATCH} papers at a time, not ${ids.length}`);
  }
  const base = findAddress(ARXIV);
  const list = ids.map(encodeURIComponent).join(",");
  const pace = options.pace ?? keepPace;
  const answer = await pace(() => askService(ARXIV, `${base}?id_list=${list}&max_results=${ids.length}`, options));
  // With 400 arXiv sends a feed that says what it disliked; its words are worth more than the number.
  const isReadable = answer.status === 200 || (answer.status === 400 && /<feed[\s>]/.test(answer.text));
  if (!isReadable) throw explainStatus(ARXIV, answer);
  return { file: base, text: answer.text, retrieved: findToday(options) };
}
