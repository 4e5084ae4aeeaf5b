/** arXiv's API over the network: https://info.arxiv.org/help/api/user-manual.html */
import { countNoun } from "#lib/counts.ts";
import type { Day } from "#lib/dates.ts";
import type { SourceFile } from "#lib/records/facts.ts";
import {
  explainStatus,
  findAddress,
  type RequestOptions,
  type Service,
  type ServiceRequest,
  type ServiceResponse,
} from "../request.ts";
import { judgeFeed } from "../response-form.ts";

/** arXiv, as it is asked: one question in three seconds, over one connection, https://info.arxiv.org/help/api/tou.html */
export const ARXIV: Service = {
  name: "arXiv",
  address: "https://export.arxiv.org/api/query",
  variable: "ARXIV_API",
  pauseMs: 3000,
  domains: ["arxiv.org"],
};

/** Most papers in one question; addresses of more than this many ids grow too long for some proxies. */
export const ARXIV_BATCH = 100;

/** Most papers of a page of a search. arXiv gives up to 2,000 at once, but is slow and breaks off more often then. */
export const ARXIV_PAGE = 200;

/** Most papers that arXiv gives for one query, however many it announces. */
export const ARXIV_MOST = 30_000;

/** A page of a search. */
export interface ArxivSearch {
  /** In arXiv's language, such as `cat:cs.CL`. */
  query: string;
  /** First day, UTC, on which the first version came in. */
  from: Day;
  /** Last day, this one too. */
  to: Day;
  /** How many papers of the search stand before the page. */
  start: number;
  /** Most papers of the page, 1 to 200. */
  size: number;
}

/** What arXiv answered to a search. */
export interface ArxivPage {
  /** The page, for `harvestArxiv`. */
  source: SourceFile;
  /** Papers on the page. */
  held: number;
  /** Papers of the whole search, as the page announces them; 0 when it is an error that arXiv tells. */
  total: number;
}

/**
 * arXiv's answer about some papers, an Atom feed for `harvestArxiv`. Papers that arXiv does not have are missing in it,
 * or are an entry that tells of the error.
 * @param ids arXiv ids, 1 to 100 of them
 * @throws RequestError when there is no answer to read, RangeError for too many ids or none
 */
export async function fetchArxiv(ids: string[], options: RequestOptions): Promise<SourceFile> {
  if (ids.length === 0 || ids.length > ARXIV_BATCH) {
    throw new RangeError(`arXiv is asked for 1 to ${ARXIV_BATCH} papers at a time, not ${ids.length}`);
  }
  const base = findAddress(ARXIV);
  const list = ids.map(encodeURIComponent).join(",");
  const text = await ask(`${base}?id_list=${list}&max_results=${ids.length}`, judgeFeed, options);
  return { file: base, text, retrieved: options.today };
}

/**
 * A page of the papers that came in between two days, the oldest first.
 * @throws RequestError when there is no answer to read
 */
export async function fetchArxivPage(search: ArxivSearch, options: RequestOptions): Promise<ArxivPage> {
  const { from, to, start, size } = search;
  const text = await ask(`${findAddress(ARXIV)}?${formatSearch(search)}`, makePageJudge(start), options);
  const days = from === to ? from : `${from} to ${to}`;
  const file = `arXiv, ${days}, papers ${start + 1} to ${start + size}`;
  return { source: { file, text, retrieved: options.today }, ...readTotal(text) };
}

/** A search that finds nothing is believed the second time: arXiv says so now and then of one that finds much. */
function makePageJudge(start: number): ServiceRequest["judge"] {
  let isDoubted = start === 0;
  return (text) => {
    const fault = judgeFeed(text) ?? judgePage(text, start);
    if (fault !== undefined || !isDoubted || countEntries(text) > 0) return fault;
    isDoubted = false;
    return "a search that found nothing";
  };
}

/** Days are whole: arXiv's times are GMT, to the minute. */
function formatSearch({ query, from, to, start, size }: ArxivSearch): string {
  const shorten = (day: Day) => day.replaceAll("-", "");
  return new URLSearchParams({
    search_query: `(${query}) AND submittedDate:[${shorten(from)}0000 TO ${shorten(to)}2359]`,
    start: String(start),
    max_results: String(size),
    sortBy: "submittedDate",
    sortOrder: "ascending",
  }).toString();
}

/** An error that arXiv tells may be its own. */
function mayKeep({ status, text }: ServiceResponse): boolean {
  return status === 200 && !isError(text);
}

async function ask(address: string, judge: ServiceRequest["judge"], options: RequestOptions): Promise<string> {
  const response = await options.send({ service: ARXIV, address, judge, mayKeep });
  // With 400 arXiv sends a feed that says what it disliked; its words are worth more than the number.
  const isReadable = response.status === 200 || (response.status === 400 && /<feed[\s>]/.test(response.text));
  if (!isReadable) throw explainStatus(ARXIV, response);
  return response.text;
}

const TOTAL = /<opensearch:totalResults[^<>]*>\s*(\d{1,9})\s*</;

/** How many papers a page holds, and how many it announces for the whole search; an error that arXiv tells announces none. */
function readTotal(text: string): { held: number; total: number } {
  return { held: countEntries(text), total: isError(text) ? 0 : Number(TOTAL.exec(text)?.[1] ?? 0) };
}

/**
 * What is wrong with a page, as the end of "arXiv answered with …"; undefined when nothing is. Now and then arXiv gives
 * an empty page in the middle of a search; asked again, it has it.
 * @param start how many papers stand before the page; only pages that were announced are asked for
 */
function judgePage(text: string, start: number): string | undefined {
  if (isError(text)) return undefined;
  if (!TOTAL.test(text)) return "a feed that does not say how many papers there are";
  const { held, total } = readTotal(text);
  if (held > 0 || (start === 0 && total === 0)) return undefined;
  const announced = total > start ? countNoun(total, "paper") : "more";
  return `an empty page where it had announced ${announced}`;
}

/** How many entries a page holds, one that tells of an error among them. */
function countEntries(text: string): number {
  return text.match(/<entry[\s>]/g)?.length ?? 0;
}

/** Whether an answer is the feed by which arXiv tells an error. */
function isError(text: string): boolean {
  return /<id>[^<]*\/api\/errors#/.test(text);
}
