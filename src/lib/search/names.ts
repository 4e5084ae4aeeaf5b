/** Papers that a question means by name: by its title, by who wrote it, or where it comes from. */
import type { FoundPaper } from "./engine.ts";
import type { SearchResult } from "./result.ts";
import { foldWord, splitParts } from "./words.ts";

/** An author or an organisation that a question names. */
export interface NamedSource {
  /** Which of the two. */
  kind: "author" | "organization";
  /** The name as papers have it. */
  label: string;
  /** How many of the papers found are theirs. */
  count: number;
  /** Address of an organisation's page; an author's is for the page to make. */
  href?: string;
}

/** Results with those that are meant by name before all others. */
export interface NamedResults {
  /** Exact ones first, else best first or in the order asked; papers that only hold the words of a name come near, no more. */
  results: SearchResult[];
  /** The author or organisation that was named, whose papers come first. */
  source?: NamedSource;
}

/** An organisation by its names. */
export interface NamedOrganization {
  /** Id. */
  id: string;
  /** What readers see. */
  label: string;
}

/** What names are looked for in. */
export interface NameSources {
  /** Organisations that are called otherwise than by their ids; others need not be among them. */
  organizations: readonly NamedOrganization[];
  /** Id of a paper's organisation by the paper's key, where it is known. */
  organizationOf: (key: string) => string | undefined;
}

/** Papers in which a title or an author is looked for. */
const MOST_READ = 20;
/** Papers that are looked at once an author is found there: more are not by one. */
const MOST_NAMED = 50;
/** Words of the longest name. */
const LONGEST_NAME = 5;
/** How many words more than the question a title may have at its place in the text: signs can make two of one. */
const TITLE_SLACK = 2;

/**
 * Puts first what a question means by name: the paper of just this title, else an author's papers, else an
 * organisation's. Only papers are fetched in which the words stand as those of a name would.
 * @param results Exact ones first; only these are looked at.
 */
export async function pinNamed(
  text: string,
  results: readonly SearchResult[],
  { organizations, organizationOf }: NameSources,
): Promise<NamedResults> {
  const words = readName(text);
  const exact = results.filter(({ isExact }) => isExact);
  if (words.length === 0 || exact.length === 0) return { results: [...results] };
  const first = exact.slice(0, MOST_READ);
  const length = text.split(/\s+/).length;
  const titled = await keepPapers(
    first.filter(({ places }) => mayBeTitle(places, length)),
    (paper) => readName(paper.entry.title).join(" ") === words.join(" "),
  );
  if (titled.size > 0) return { results: [...titled, ...results.filter((result) => !titled.has(result))] };
  if (words.length > LONGEST_NAME) return { results: [...results] };
  const author = await findAuthor(first, words);
  if (author !== undefined) {
    const named = exact.slice(0, MOST_NAMED).filter(({ places }) => mayBeName(places));
    const isTheirs = ({ authors }: FoundPaper): boolean =>
      authors.some((name) => isSameName(readName(name), readName(author)));
    return lead(results, await keepPapers(named, isTheirs), { kind: "author", label: author });
  }
  const isNamed = (name: string): boolean => readName(name).join("") === words.join("");
  const ids = new Set(organizations.filter(({ id, label }) => isNamed(id) || isNamed(label)).map(({ id }) => id));
  const theirs = new Set(
    exact.filter(({ hit }) => {
      const id = organizationOf(hit.key);
      return id !== undefined && (ids.has(id) || isNamed(id));
    }),
  );
  const [one] = theirs;
  const organization = (await one?.hit.load())?.entry.organization;
  if (organization === undefined) return { results: [...results] };
  const { label, href } = organization;
  return lead(results, theirs, { kind: "organization", label, href });
}

/** Some papers before all others, which only come near. */
function lead(
  results: readonly SearchResult[],
  theirs: ReadonlySet<SearchResult>,
  source: Omit<NamedSource, "count">,
): NamedResults {
  const others = results.filter((result) => !theirs.has(result)).map((result) => ({ ...result, isExact: false }));
  return { results: [...theirs, ...others], source: { ...source, count: theirs.size } };
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

async function findAuthor(results: readonly SearchResult[], words: readonly string[]): Promise<string | undefined> {
  if (words.length < 2) return undefined;
  const papers = await Promise.all(results.filter(({ places }) => mayBeName(places)).map(({ hit }) => hit.load()));
  return papers.flatMap(({ authors }) => authors).find((name) => isSameName(readName(name), words));
}

function readName(text: string): string[] {
  return splitParts(text)
    .map(foldWord)
    .filter((word) => word !== "");
}

/** Whether both are one name, in any order of its parts (`Chen Weizhe`) and with initials for given names (`W. Chen`). */
function isSameName(name: readonly string[], asked: readonly string[]): boolean {
  if (asked.length < 2 || name.length !== asked.length) return false;
  if ([...name].sort().join(" ") === [...asked].sort().join(" ")) return true;
  const isFamily = name.at(-1) === asked.at(-1);
  return isFamily && name.every((part, index) => part === asked[index] || asked[index] === part.charAt(0));
}
