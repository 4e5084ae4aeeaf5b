/** Whose word counts when sources disagree about a fact. */
import { compareText } from "../compare-text.ts";
import type { Links, PaperRecord } from "../content/record.ts";
import { SOURCES } from "./facts.ts";

/** A source whose word counts; all others only fill gaps. */
type Owner = (typeof SOURCES)[keyof typeof SOURCES];

/** Facts that one value states, each with the source that owns it. */
export const FIELD_OWNERS = {
  title: SOURCES.arxiv,
  authors: SOURCES.arxiv,
  abstract: SOURCES.arxiv,
  categories: SOURCES.arxiv,
  published: SOURCES.arxiv,
  updated: SOURCES.arxiv,
  version: SOURCES.arxiv,
  upvotes: SOURCES.huggingFace,
  comments: SOURCES.huggingFace,
  stars: SOURCES.huggingFace,
  organization: SOURCES.huggingFace,
  venue: SOURCES.bibtex,
  journalRef: SOURCES.bibtex,
  publication: SOURCES.bibtex,
} as const satisfies { [Field in keyof PaperRecord]?: Owner };

/** The addresses of a paper, each with the source that owns it. */
export const LINK_OWNERS = {
  abstract: SOURCES.arxiv,
  pdf: SOURCES.arxiv,
  code: SOURCES.huggingFace,
  project: SOURCES.huggingFace,
  doi: SOURCES.bibtex,
  discussion: SOURCES.huggingFace,
} as const satisfies { [Link in keyof Links]: Owner };

/** What tells when facts were read, those of a record or those of a source. */
type Reading = Pick<PaperRecord, "sources" | "version">;

/** The day a source was last read; undefined when it is not among these. A name may say more, such as "arXiv, by hand". */
export function findRetrieval(sources: Reading["sources"], owner: string): string | undefined {
  const days = sources
    .filter(({ name }) => name === owner || name.startsWith(`${owner} `))
    .map((source) => source.retrieved);
  return days.sort(compareText).at(-1);
}

/**
 * Whether facts may replace a value that is there: their source must rank as high as the one the value comes from,
 * the owner above all others, and of one source an older reading never replaces a newer one.
 */
export function mayReplace(owner: Owner, facts: Reading, record: Reading): boolean {
  const order = [...new Set([owner, ...Object.values(SOURCES)])];
  const ours = order.findIndex((name) => findRetrieval(facts.sources, name) !== undefined);
  if (ours === -1) return false;
  const theirs = order.findIndex((name) => findRetrieval(record.sources, name) !== undefined);
  if (theirs === -1 || ours < theirs) return true;
  return ours === theirs && !isOlder(order[ours] ?? owner, facts, record);
}

/** Whether the facts are an older reading of a source than the record's, or one of an older version of the paper. */
function isOlder(source: Owner, facts: Reading, record: Reading): boolean {
  if (source === SOURCES.arxiv && (facts.version ?? record.version ?? 0) < (record.version ?? 0)) return true;
  return (findRetrieval(facts.sources, source) ?? "") < (findRetrieval(record.sources, source) ?? "");
}
