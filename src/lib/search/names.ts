/** Papers that a question means by name: by its title, by who wrote it, or where it comes from. */
import type { FoundPaper } from "./engine.ts";
import type { Result } from "./result.ts";
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
  /** The results; papers that only hold an author's or organisation's words come near, no more. */
  results: Result[];
  /** Who was named, if anybody was. */
  source?: NamedSource;
}

/** Papers in which a name is looked for: as many as the first page of results shows, so that it fetches no others. */
const MOST_READ = 20;
/** Papers that are looked at once a name is found there: more are not by one author. */
const MOST_NAMED = 50;
/** Words of the longest name. */
const LONGEST_NAME = 5;

/**
 * Puts first what a question means by name: the paper of just this title, else an author's papers, else an
 * organisation's.
 * @param results Exact ones first; only these are looked at.
 */
export async function pinNamed(text: string, results: readonly Result[]): Promise<NamedResults> {
  const words = readName(text);
  const exact = results.filter(({ isExact }) => isExact);
  if (words.length === 0 || exact.length === 0) return { results: [...results] };
  const first = await loadPapers(exact.slice(0, MOST_READ));
  const titled = new Set(exact.filter((_, index) => isTitle(first[index], words)));
  if (titled.size > 0) {
    return { results: [...titled, ...results.filter((result) => !titled.has(result))] };
  }
  const source = words.length > LONGEST_NAME ? undefined : findSource(first, words);
  if (source === undefined) return { results: [...results] };
  const papers = await loadPapers(exact.slice(0, MOST_NAMED));
  const theirs = new Set(exact.filter((_, index) => isFrom(papers[index], source)));
  const others = results.filter((result) => !theirs.has(result)).map((result) => ({ ...result, isExact: false }));
  return { results: [...theirs, ...others], source: { ...source, count: theirs.size } };
}

function loadPapers(results: readonly Result[]): Promise<FoundPaper[]> {
  return Promise.all(results.map(({ hit }) => hit.load()));
}

function findSource(papers: readonly FoundPaper[], words: readonly string[]): NamedSource | undefined {
  const author = papers.flatMap(({ authors }) => authors).find((name) => isSameName(readName(name), words));
  if (author !== undefined) return { kind: "author", label: author, count: 0 };
  const organization = papers
    .flatMap(({ entry }) => entry.organization ?? [])
    .find(({ id, label }) => [id, label].some((name) => readName(name).join("") === words.join("")));
  if (organization === undefined) return undefined;
  return { kind: "organization", label: organization.label, href: organization.href, count: 0 };
}

function isFrom(paper: FoundPaper | undefined, { kind, label }: NamedSource): boolean {
  if (kind === "organization") return paper?.entry.organization?.label === label;
  return paper?.authors.some((name) => isSameName(readName(name), readName(label))) === true;
}

function isTitle(paper: FoundPaper | undefined, words: readonly string[]): boolean {
  return paper !== undefined && readName(paper.entry.title).join(" ") === words.join(" ");
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
