/** The corpus's own words and acronyms, counted bundle by bundle and put together for all of them. */
import { compareText } from "../lib/errors.ts";
import { stemWord } from "../lib/papers/words.ts";
import { findAcronyms } from "../lib/search/acronyms.ts";
import { INDEX_META } from "../lib/search/index-format.ts";
import { FORMS_FILE, nameWords, type WordForms } from "../lib/search/tables.ts";
import { foldWord, splitParts } from "../lib/search/words.ts";
import { joinCompounds, summarizeCompounds } from "./compounds.ts";
import type { IndexedPage } from "./fragments.ts";

/** A file to be written. */
export interface TableFile {
  /** Its name in its folder. */
  name: string;
  /** What stands in it. */
  content: string;
}

/** What is known of a bundle's words. */
export interface WordSummary {
  /** How many papers it counts. */
  papers: number;
  /** In how many of them each folded word stands, in the order of the words. */
  words: [word: string, papers: number][];
  /** In how many of them each stem stands, in the order of the stems: a search for a word finds all of its forms. */
  stems: [stem: string, papers: number][];
  /** Words that are written with a hyphen, their parts one space apart, with how papers have them. */
  compounds: CompoundCounts[];
  /** Acronyms with their long forms, and in how many of the papers each stands. */
  acronyms: [short: string, long: string, papers: number][];
}

/** In how many papers a compound stands with a hyphen; else with its parts in a row; else with its parts anywhere. */
export type CompoundCounts = [spaced: string, hyphened: number, rows: number, apart: number];

/** Words of all bundles. */
export interface WordFiles {
  /** Words that very many papers have, with how many have them in any form, those of most papers first. */
  common: Record<string, number>;
  /** The files that browsers ask for. */
  files: TableFile[];
}

/** Words that are kept for "did you mean"; at 12,000 they mend nearly all typing errors. */
const WORD_COUNT = 12_000;
/** From this many papers on, a word or acronym of one paper only is rather a slip or a name of its own. */
const MANY_PAPERS = 1000;
/** Acronyms that are kept, those of most papers first: a reader fetches all of them. */
const ACRONYM_COUNT = 1000;
/** Long forms that are kept of an acronym. */
const LONG_FORMS = 2;
/** Papers that have a word from which on a search for it takes so long that this is planned for. */
const COMMON_FROM = 500;
/** Most such words, and papers that write one in just this form. */
const COMMON_COUNT = 1000;
const COMMON_FORM_FROM = 10;

/** Counts the words and acronyms of pages. */
export function summarizeWords(pages: readonly IndexedPage[]): WordSummary {
  const words = new Map<string, number>();
  const stems = new Map<string, number>();
  const acronyms = new Map<string, number>();
  const texts = pages.map(({ content }) => content);
  for (const { content, meta } of pages) {
    const aside = [INDEX_META.title, INDEX_META.topics, INDEX_META.words, INDEX_META.authors].map((name) => meta[name]);
    const own = new Set(splitParts(`${content} ${aside.join(" ")}`).map(foldWord));
    addAll(words, own);
    addAll(stems, new Set([...own].map(stemWord)));
    addAll(acronyms, new Set(findAcronyms(content).map(({ short, long }) => `${short} ${long}`)));
  }
  return {
    papers: pages.length,
    words: [...words].sort((a, b) => compareText(a[0], b[0])),
    stems: [...stems].sort((a, b) => compareText(a[0], b[0])),
    ...summarizeCompounds(texts),
    acronyms: [...acronyms]
      .sort((a, b) => compareText(a[0], b[0]))
      // A long form has spaces, an acronym has none.
      .map(([name, count]) => [name.slice(0, name.indexOf(" ")), name.slice(name.indexOf(" ") + 1), count]),
  };
}

function addAll(counts: Map<string, number>, names: Iterable<string>): void {
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** Puts the words of all bundles together. */
export function joinWords(summaries: readonly WordSummary[]): WordFiles {
  const papers = summaries.reduce((sum, summary) => sum + summary.papers, 0);
  const least = papers >= MANY_PAPERS ? 2 : 1;
  const words = sumCounts(summaries.flatMap((summary) => summary.words));
  const kept = words.filter(([word, count]) => count >= least && /^\p{L}{4,20}$/u.test(word)).sort(compareCounts);
  const groups = Map.groupBy(
    kept.slice(0, WORD_COUNT).map(([word]) => word),
    nameWords,
  );
  const forms: WordForms = {
    acronyms: Object.fromEntries(joinAcronyms(summaries, least)),
    compounds: Object.fromEntries(joinCompounds(summaries, least)),
  };
  // A file for each letter, and one for all other beginnings, also where no word begins so: a browser asks for it.
  const letters = [..."abcdefghijklmnopqrstuvwxyz0"].map(nameWords).sort(compareText);
  return {
    common: Object.fromEntries(findCommon(words, new Map(sumCounts(summaries.flatMap(({ stems }) => stems))))),
    files: [
      ...letters.map((name) => ({ name, content: JSON.stringify(groups.get(name) ?? []) })),
      { name: FORMS_FILE, content: JSON.stringify(forms) },
    ],
  };
}

/** Words that very many papers have, each with how many have it in any form, since a search finds all of them. */
function findCommon(words: readonly [string, number][], stems: ReadonlyMap<string, number>): [string, number][] {
  return words
    .filter(([, count]) => count >= COMMON_FORM_FROM)
    .map(([word]): [string, number] => [word, stems.get(stemWord(word)) ?? 0])
    .filter(([, count]) => count >= COMMON_FROM)
    .sort(compareCounts)
    .slice(0, COMMON_COUNT);
}

/** By acronym, its long forms, the most usual first; acronyms in the order of their letters. */
function joinAcronyms(summaries: readonly WordSummary[], least: number): [string, string[]][] {
  const all = sumCounts(
    summaries.flatMap(({ acronyms }) =>
      acronyms.map(([short, long, count]): [string, number] => [`${short} ${long}`, count]),
    ),
  );
  const groups = Map.groupBy(all.filter(([, count]) => count >= least).sort(compareCounts), ([name]) =>
    name.slice(0, name.indexOf(" ")),
  );
  return [...groups]
    .slice(0, ACRONYM_COUNT)
    .sort((a, b) => compareText(a[0], b[0]))
    .map(([short, longs]) => [short, longs.slice(0, LONG_FORMS).map(([name]) => name.slice(short.length + 1))]);
}

function sumCounts(counts: [string, number][]): [string, number][] {
  const sums = new Map<string, number>();
  for (const [name, count] of counts) sums.set(name, (sums.get(name) ?? 0) + count);
  return [...sums];
}

function compareCounts(a: [string, number], b: [string, number]): number {
  return b[1] - a[1] || compareText(a[0], b[0]);
}
