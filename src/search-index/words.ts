/** The corpus's own words and acronyms, counted bundle by bundle and put together for all of them. */
import { compareText } from "../lib/compare-text.ts";
import { stemWord } from "../lib/papers/words.ts";
import { findAcronyms } from "../lib/search/acronyms.ts";
import { FORMS_FILE, nameWords, type WordForms } from "../lib/search/tables.ts";
import { foldWord, splitParts } from "../lib/search/words.ts";
import { type CompoundCounts, joinCompounds } from "./compounds.ts";
import type { FragmentText } from "./fragments.ts";

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
  /**
   * Words that are written with a hyphen, their parts one space apart, with how papers have them. A word is counted in those
   * months only in which a paper that joined then writes it so: what a month has is the same wherever bundles end.
   */
  compounds: CompoundCounts[];
  /** Acronyms with their long forms, and in how many of the papers each stands. */
  acronyms: [short: string, long: string, papers: number][];
}

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

/** Counts words, stems and acronyms of texts, which come and go. */
export class WordTally {
  #papers = 0;
  readonly #words = new Map<string, number>();
  readonly #stems = new Map<string, number>();
  readonly #acronyms = new Map<string, number>();

  /** Adds all that a bundle has counted, but for its compounds. */
  addSummary({ papers, words, stems, acronyms }: WordSummary): void {
    this.#papers += papers;
    for (const [word, count] of words) addCount(this.#words, word, count);
    for (const [stem, count] of stems) addCount(this.#stems, stem, count);
    for (const [short, long, count] of acronyms) addCount(this.#acronyms, `${short} ${long}`, count);
  }

  /** Adds a text, or takes one away that was counted. */
  addText({ content, title, topics, words, authors }: FragmentText, count: 1 | -1 = 1): void {
    this.#papers += count;
    const own = new Set(splitParts([content, title, topics, words, authors].join(" ")).map(foldWord));
    for (const word of own) addCount(this.#words, word, count);
    for (const stem of new Set([...own].map(stemWord))) addCount(this.#stems, stem, count);
    const acronyms = new Set(findAcronyms(content).map(({ short, long }) => `${short} ${long}`));
    for (const name of acronyms) addCount(this.#acronyms, name, count);
  }

  /** What was counted. */
  summarize(): Omit<WordSummary, "compounds"> {
    return {
      papers: this.#papers,
      words: sortCounts(this.#words),
      stems: sortCounts(this.#stems),
      // A long form has spaces, an acronym has none.
      acronyms: sortCounts(this.#acronyms).map(([name, count]) => {
        const end = name.indexOf(" ");
        return [name.slice(0, end), name.slice(end + 1), count];
      }),
    };
  }
}

function addCount(counts: Map<string, number>, name: string, count: number): void {
  counts.set(name, (counts.get(name) ?? 0) + count);
}

function sortCounts(counts: ReadonlyMap<string, number>): [name: string, count: number][] {
  return [...counts].filter(([, count]) => count > 0).sort((a, b) => compareText(a[0], b[0]));
}

/** Puts the words of all bundles together. */
export function joinWordSummaries(summaries: readonly WordSummary[]): WordFiles {
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
    compounds: Object.fromEntries(
      joinCompounds(
        summaries.flatMap(({ compounds }) => compounds),
        least,
      ),
    ),
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
  for (const [name, count] of counts) addCount(sums, name, count);
  return [...sums];
}

function compareCounts(a: [string, number], b: [string, number]): number {
  return b[1] - a[1] || compareText(a[0], b[0]);
}
