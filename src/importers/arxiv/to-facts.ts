/** An entry of arXiv's API -> facts of a paper. */
import type { Links } from "#lib/content/record.ts";
import { toDay } from "#lib/dates.ts";
import { cleanName, cleanText, cleanTitle } from "#lib/latex/clean.ts";
import { findDoi, linkDoi } from "#lib/papers/doi.ts";
import { findArxivId } from "#lib/papers/find-id.ts";
import { type Facts, SOURCES } from "#lib/records/facts.ts";
import { splitTitleMark } from "../title-mark.ts";
import { readWithdrawal } from "../withdrawal-statement.ts";
import type { ArxivEntry } from "./entry.ts";
import { makeArxivLinks } from "./links.ts";
import type { PlacedEntry } from "./parse.ts";

/** The scheme of arXiv's own classes. */
const SCHEME = "http://arxiv.org/schemas/atom";
/** `hep-th`, `cs.LG`, `physics.acc-ph`; classes of ACM (`I.2.6`) and MSC (`68T05`) look otherwise. */
const ARXIV_CLASS = /^[a-z]+(?:-[a-z]+)?(?:\.(?:[A-Z]{2}|[a-z]+(?:-[a-z]+)?))?$/;

/**
 * The facts in an entry; undefined when its id is none of arXiv's.
 * @param retrieved day of the answer
 */
export function readAtomFacts({ entry, place }: PlacedEntry, retrieved: string): Facts | undefined {
  const id = findArxivId(entry.id);
  if (id === undefined) return undefined;
  const abstract = cleanText(entry.summary ?? "");
  const journalRef = cleanTitle(entry["arxiv:journal_ref"] ?? "");
  const { title, mark } = splitTitleMark(cleanTitle(entry.title));
  const version = /v(\d+)$/.exec(entry.id.trim())?.[1];
  return {
    id,
    title,
    // arXiv splits "Some Collaboration: A. Author" at the colon, and lists the colon as an author.
    authors: entry.author.map(({ name }) => cleanName(name)).filter((author) => /[\p{L}\p{N}]/u.test(author)),
    ...(entry.published === undefined ? {} : { published: toDay(entry.published) }),
    ...(entry.updated === undefined ? {} : { updated: toDay(entry.updated) }),
    ...(version === undefined ? {} : { version: Number(version) }),
    categories: listCategories(entry),
    links: makeLinks(id, entry),
    ...(abstract === "" ? {} : { abstract }),
    ...(journalRef === "" ? {} : { journalRef }),
    withdrawn: readWithdrawal(entry["arxiv:comment"], entry.summary) ?? mark !== undefined,
    sources: [{ name: SOURCES.arxiv, retrieved }],
    place,
  };
}

/** arXiv's own classes, the primary one first, each once. */
function listCategories(entry: ArxivEntry): string[] {
  const primary = entry["arxiv:primary_category"];
  const terms = [
    ...(primary === undefined ? [] : [primary["@term"]]),
    ...entry.category.filter((category) => category["@scheme"] === SCHEME).map((category) => category["@term"]),
  ];
  return [...new Set(terms.map((term) => term.trim()))].filter((term) => ARXIV_CLASS.test(term));
}

/** A paper may have several DOIs, apart by spaces; the first is its own. */
function makeLinks(id: string, entry: ArxivEntry): Links {
  const doi = entry["arxiv:doi"].flatMap((text) => text.split(/\s+/)).flatMap((text) => findDoi(text) ?? [])[0];
  return { ...makeArxivLinks(id), ...(doi === undefined ? {} : { doi: linkDoi(doi) }) };
}
