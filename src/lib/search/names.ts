/** Papers that a question means by name: by its title, by who wrote it, or where it comes from. */
import type { FoundAuthors } from "./author-search.ts";
import type { FoundPaper, Hit, SearchEngine } from "./engine.ts";
import { readMeets } from "./facets.ts";
import type { NamedOrganization, NamedPerson, NamedSource } from "./named-source.ts";
import { findOrganization, readName } from "./organization-name.ts";
import type { Question } from "./question.ts";
import type { Retrieved, SearchResult } from "./result.ts";

/** Results with those that are meant by name before all others. */
export interface NamedResults {
  /** Exact ones first, else best first or in the order asked; papers that only hold the words of a name come near, no more. */
  results: SearchResult[];
  /** The author or organisation that was named, whose papers come first. */
  source?: NamedSource;
  /** Whether exact ones are surely all papers of theirs. */
  isCounted?: boolean;
}

/** What names are looked for in. */
export interface NameSources {
  /** Organisations that are called otherwise than by their ids; others need not be among them. */
  organizations: readonly NamedOrganization[];
  /** People whom papers name in several ways. */
  people: readonly NamedPerson[];
}

/** Papers in which a title or an author is looked for. */
const MOST_READ = 20;
/** Papers that are looked at once an author is found there: more are not by one. */
const MOST_NAMED = 50;
/** Papers in which an author of a family name is looked for: they are at hand. */
const FIRST_READ = 3;
/** Words of the longest name. */
const LONGEST_NAME = 5;
/** How many words more than the question a title may have at its place in the text: signs can make two of one. */
const TITLE_SLACK = 2;
/** A letter by itself that may be an initial: with a full stop or large, or the last of two words; not the article. */
const INITIAL = /(?<![\p{L}\p{N}'’])(?:\p{L}\.|\p{Lu}(?![\p{L}\p{N}'’]))|^\S+,? \p{L}$|^\p{L} \S+$/u;

/**
 * Puts first what a question means by name: the paper of just this title, else an organisation's papers, else an
 * author's. Only papers are fetched in which the words stand as those of a name would.
 */
export async function pinNamed(
  engine: SearchEngine,
  question: Question,
  retrieved: Pick<Retrieved, "results" | "words">,
  { organizations, people }: NameSources,
): Promise<NamedResults> {
  const { text } = question;
  const { results } = retrieved;
  const words = readName(text);
  if (words.length === 0) return { results };
  const exact = results.filter(({ isExact }) => isExact);
  const first = exact.slice(0, MOST_READ);
  const length = text.split(/\s+/).length;
  const titled = await keepPapers(
    first.filter(({ places }) => mayBeTitle(places, length)),
    (paper) => readName(paper.entry.title).join(" ") === words.join(" "),
  );
  if (titled.size > 0) return { results: [...titled, ...results.filter((result) => !titled.has(result))] };
  if (words.length > LONGEST_NAME) return { results };
  const pin = makePin(engine, question, retrieved);
  const organization = await findOrganization(engine, words, organizations, exact);
  if (organization !== undefined) {
    const { hits, source, isWhole } = organization;
    const found = results.map(({ hit }) => hit).filter(({ key }) => hits.has(key));
    return { ...(await pin([...found, ...hits.values()], source, isWhole)), isCounted: isWhole };
  }
  const authors = await searchAuthors(engine, text, exact, people);
  if (authors !== undefined) {
    const { names, hits } = authors;
    const several = names.length > 1 ? { authors: names } : {};
    const isFull = words.length > 1;
    const label = names[0]?.label ?? text;
    return { ...(await pin(hits, { kind: "author", label, ...several }, isFull)), isCounted: isFull };
  }
  const author = await findAuthor(first, words, text);
  if (author === undefined) return { results };
  const named = exact.slice(0, MOST_NAMED).filter(({ places }) => mayBeName(places));
  const parts = readName(author);
  const theirs = await keepPapers(named, (paper) => paper.authors.some((name) => isSameName(readName(name), parts)));
  return pin(
    [...theirs].map(({ hit }) => hit),
    { kind: "author", label: author },
  );
}

/** Puts papers before all others. @param isAll whether the others, which may hold the words, only come near */
type Pin = (hits: readonly Hit[], source: Omit<NamedSource, "count">, isAll?: boolean) => Promise<NamedResults>;

function makePin(
  engine: SearchEngine,
  question: Question,
  { results, words }: Pick<Retrieved, "results" | "words">,
): Pin {
  return async (hits, source, isAll = true) => {
    const meets = await readMeets(engine.tables, question);
    const known = new Map(results.map((result) => [result.hit.key, result]));
    const toResult = (hit: Hit): SearchResult =>
      known.get(hit.key) ?? { hit, matched: words, places: words.map(() => []), isApart: false, isExact: true };
    const theirs = new Map(
      hits.filter(({ key }) => meets(key)).map((hit) => [hit.key, { ...toResult(hit), isExact: true }]),
    );
    if (theirs.size === 0) return { results };
    const others = results.filter(({ hit }) => !theirs.has(hit.key));
    return {
      results: [...theirs.values(), ...(isAll ? others.map((result) => ({ ...result, isExact: false })) : others)],
      source: { ...source, count: theirs.size },
    };
  };
}

/** Whether the words may be the title, which stands before all other text and begins with one of them, or one left out. */
function mayBeTitle(places: SearchResult["places"], length: number): boolean {
  const starts = places.map(([first = Number.POSITIVE_INFINITY]) => first);
  return Math.min(...starts) <= length - places.length && starts.every((start) => start < length + TITLE_SLACK);
}

/** Whether the words may be a name: they stand together, or some are only among the names beside the text. */
function mayBeName(places: SearchResult["places"]): boolean {
  const [first = [], ...others] = places;
  const isNear = (place: number): boolean =>
    others.every((list) => list.some((other) => Math.abs(other - place) <= others.length));
  return places.some((list) => list.length === 0) || first.some(isNear);
}

/** Those results whose papers meet a condition. */
async function keepPapers(
  results: readonly SearchResult[],
  meets: (paper: FoundPaper) => boolean,
): Promise<Set<SearchResult>> {
  const met = await Promise.all(results.map(async ({ hit }) => meets(await hit.load())));
  return new Set(results.filter((_, index) => met[index]));
}

/** Authors who are named otherwise than by all of one name; the code for it comes when there is a sign of that. */
async function searchAuthors(
  engine: SearchEngine,
  text: string,
  exact: readonly SearchResult[],
  people: readonly NamedPerson[],
): Promise<FoundAuthors | undefined> {
  if (people.length === 0 && !INITIAL.test(text) && !(await mayBeFamily(text, exact))) return undefined;
  return (await import("./author-search.ts")).findAuthors(engine, text, exact.length, people);
}

/** Whether one word may be the family name of an author, by the first papers. */
async function mayBeFamily(text: string, exact: readonly SearchResult[]): Promise<boolean> {
  if (/\s/.test(text.trim())) return false;
  const family = readName(text).join("");
  const papers = await Promise.all(exact.slice(0, FIRST_READ).map(({ hit }) => hit.load()));
  const isTheirs = (author: string): boolean => / /.test(author) && readName(author).join("").endsWith(family);
  return papers.some(({ authors }) => authors.some(isTheirs));
}

/** The author of one of these papers whose name is given, in full or without middle names. */
async function findAuthor(
  results: readonly SearchResult[],
  words: readonly string[],
  text: string,
): Promise<string | undefined> {
  if (words.length < 2) return undefined;
  const papers = await Promise.all(results.filter(({ places }) => mayBeName(places)).map(({ hit }) => hit.load()));
  const names = papers.flatMap(({ authors }) => authors);
  const same = names.find((name) => isSameName(readName(name), words));
  if (same !== undefined) return same;
  const near = names.filter((name) => words.every((word) => readName(name).join("").includes(word)));
  return near.length === 0 ? undefined : (await import("./author-search.ts")).pickAuthor(near, text);
}

/** Whether both are one name, in any order of its parts (`Chen Weizhe`). */
function isSameName(name: readonly string[], asked: readonly string[]): boolean {
  return name.length === asked.length && [...name].sort().join(" ") === [...asked].sort().join(" ");
}
