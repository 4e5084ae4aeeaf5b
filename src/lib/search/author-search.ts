/** Finds the authors whom a question names by initials, by a family name, by another of their names or with a wrong letter. Fetched only then. */
import { compareText } from "../compare-text.ts";
import { slugifyAuthor } from "../papers/author.ts";
import { type AskedName, hasInitial, isAuthor, readAskedNames } from "./asked-name.ts";
import { makeAuthorKey, startAuthorKey } from "./author-keys.ts";
import type { Hit, SearchEngine } from "./engine.ts";
import { UNKNOWN_YEAR } from "./index-format.ts";
import type { NamedAuthor, NamedPerson } from "./named-source.ts";

/** Authors with their papers. */
export interface FoundAuthors {
  /** Their names, those of most papers first. */
  names: NamedAuthor[];
  /** Their papers, the newest first. */
  hits: Hit[];
}

/** Papers whose names are looked at: as many as a page of results shows. */
const MOST_READ = 20;
/**
 * Where one word may be a family name, so many of the papers that have it must be by those who bear it: more where it is not
 * written large, since many names are words as well (`song`).
 */
const MOSTLY_NAME = { large: 0.5, small: 0.85 };

/**
 * The authors whom a text names: a person by any of their names, else all whom initials fit, else all of a family name,
 * when most papers that have that word are theirs.
 * @param exactCount how many papers have the words
 */
export async function findAuthors(
  engine: SearchEngine,
  text: string,
  exactCount: number,
  people: readonly NamedPerson[],
): Promise<FoundAuthors | undefined> {
  const person = findPerson(text, people);
  const theirs = person && (await findPersonPapers(engine, person));
  if (theirs !== undefined) return theirs;
  if (readAskedNames(text).some(hasInitial)) return findByInitials(engine, text, people);
  if (/\s/.test(text.trim())) return undefined;
  const found = await findFamily(engine, text, people);
  const least = MOSTLY_NAME[/^\p{Lu}/u.test(text) ? "large" : "small"] * exactCount;
  return found !== undefined && found.hits.length >= least ? found : undefined;
}

/** The person whom a text names by any of their names; initials may mean others as well. */
function findPerson(text: string, people: readonly NamedPerson[]): NamedPerson | undefined {
  const asked = readAskedNames(text).filter((one) => one.given.length > 0 && !hasInitial(one));
  return people.find(({ name, aliases }) => [name, ...aliases].some((own) => asked.some((one) => isAuthor(own, one))));
}

/** The papers of a person under all of their names; undefined where there are none. */
async function findPersonPapers(
  engine: SearchEngine,
  { name, aliases }: NamedPerson,
): Promise<FoundAuthors | undefined> {
  const slugs = new Set([name, ...aliases].map(slugifyAuthor));
  const asked = [name, ...aliases].flatMap((own) => readAskedNames(own).slice(0, 1));
  const found = await findByKeys(engine, asked, (author) => slugs.has(slugifyAuthor(author)), false);
  return found && { ...found, names: [{ label: name, count: found.hits.length }] };
}

/** The authors whose names fit initials that a text gives; undefined where it gives none, or nobody is found. */
async function findByInitials(
  engine: SearchEngine,
  text: string,
  people: readonly NamedPerson[],
): Promise<FoundAuthors | undefined> {
  const asked = readAskedNames(text).filter(hasInitial);
  // Nobody else is found by one initial and one family name.
  const isSure = asked.every(({ family, given }) => family.length === 1 && given.length === 1);
  const found = await findByKeys(engine, asked, (author) => asked.some((one) => isAuthor(author, one)), isSure);
  return found && { ...found, names: joinPeople(found.names, people) };
}

/** Names of one person as one. */
function joinPeople(names: readonly NamedAuthor[], people: readonly NamedPerson[]): NamedAuthor[] {
  const main = new Map(
    people.flatMap(({ name, aliases }) => aliases.map((alias): [string, string] => [slugifyAuthor(alias), name])),
  );
  const counts = new Map<string, number>();
  for (const { label, count } of names) {
    const name = main.get(slugifyAuthor(label)) ?? label;
    counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return rankNames(counts);
}

function rankNames(counts: ReadonlyMap<string, number>): NamedAuthor[] {
  return [...counts].sort((a, b) => b[1] - a[1]).map(([label, count]) => ({ label, count }));
}

/** All authors of a family name; undefined where there are none. */
async function findFamily(
  engine: SearchEngine,
  text: string,
  people: readonly NamedPerson[],
): Promise<FoundAuthors | undefined> {
  const [asked] = readAskedNames(text);
  const last = asked?.family.at(-1);
  if (asked === undefined || last === undefined) return undefined;
  const hits = await engine.search(startAuthorKey(last), "fused");
  const isMeant = (author: string): boolean => isAuthor(author, { ...asked, given: [] });
  const found = await readNames(hits, isMeant, asked.family.length === 1);
  return found && { ...found, names: joinPeople(found.names, people) };
}

/** The first of some names that is the one which a text gives, with less or more of its middle names and signs. */
export function pickAuthor(authors: readonly string[], text: string): string | undefined {
  const asked = readAskedNames(text).filter(({ given }) => given.length > 0);
  return authors.find((author) => asked.some((one) => isAuthor(author, one)));
}

/**
 * The author whose name a text gives nearly, with a letter or two wrong, among the first of these papers.
 * @param isWide whether to look among all authors of like names as well, which costs a search
 */
export async function findNearAuthor(
  engine: SearchEngine,
  text: string,
  near: readonly Hit[],
  isWide: boolean,
): Promise<string | undefined> {
  const asked = readAskedNames(text).filter(({ given }) => given.length > 0);
  if (asked.length === 0) return undefined;
  const isMeant = (author: string): boolean => asked.some((one) => isAuthor(author, one, true));
  const found = await readNames(near, isMeant, false);
  const wide = found === undefined && isWide ? await readNames(await searchKeys(engine, asked), isMeant, false) : found;
  return wide?.names[0]?.label;
}

async function searchKeys(engine: SearchEngine, asked: readonly AskedName[]): Promise<Hit[]> {
  const keys = asked.flatMap(({ family, given }) => {
    const [[initial = ""] = "", last] = [given[0], family.at(-1)];
    return last === undefined || !/^[a-z]+$/.test(last) ? [] : [makeAuthorKey(last, initial)];
  });
  const found = await Promise.all([...new Set(keys)].map((key) => engine.search(`"${key}"`, "fused")));
  return [...new Map(found.flat().map((hit) => [hit.key, hit])).values()];
}

async function findByKeys(
  engine: SearchEngine,
  asked: readonly AskedName[],
  isMeant: (author: string) => boolean,
  isSure: boolean,
): Promise<FoundAuthors | undefined> {
  if (asked.length === 0) return undefined;
  const hits = await searchKeys(engine, asked);
  const facets = await engine.tables.readFacets();
  const monthOf = ({ key }: Hit): string => facets.get(key)?.month.replace(UNKNOWN_YEAR, "") ?? "";
  return readNames(
    hits.sort((a, b) => compareText(monthOf(b), monthOf(a))),
    isMeant,
    isSure,
  );
}

/** The names that are meant in the first papers. @param isSure whether all other papers are theirs too */
async function readNames(
  hits: readonly Hit[],
  isMeant: (author: string) => boolean,
  isSure: boolean,
): Promise<FoundAuthors | undefined> {
  const counts = new Map<string, number>();
  const theirs = await Promise.all(
    hits.slice(0, MOST_READ).map(async (hit) => {
      const names = (await hit.load()).authors.filter(isMeant);
      for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
      return names.length > 0 ? [hit] : [];
    }),
  );
  const names = rankNames(counts);
  return names.length === 0 ? undefined : { names, hits: [...theirs.flat(), ...(isSure ? hits.slice(MOST_READ) : [])] };
}
