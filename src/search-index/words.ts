/** The corpus's own words and acronyms, counted bundle by bundle and put together for all of them. */
import { compareText } from "../lib/compare-text.ts";
import { stemWord } from "../lib/papers/words.ts";
import { findAcronyms } from "../lib/search/acronyms.ts";
import { FORMS_FILE, nameWords, type WordFormsFile } from "../lib/search/tables.ts";
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

/** In how many papers each of some names stands, in the order of the names. */
type NameCounts = [name: string, papers: number][];

/** What is known of a bundle's words. */
export interface WordSummary {
  /** How many papers it counts. */
  papers: number;
  /** Folded words. */
  words: NameCounts;
  /** Stems: a search for a word finds all of its forms. */
  stems: NameCounts;
  /** Acronyms, each with a long form, as `findAcronyms` gives them. */
  acronyms: NameCounts;
  /**
   * Words that are written with a hyphen, their parts one space apart, with how papers have them. A word is counted in those
   * months only in which a paper that joined then writes it so: what a month has is the same wherever bundles end.
   */
  compounds: CompoundCounts[];
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

/** What is counted of each text. */
const KINDS = ["words", "stems", "acronyms"] as const;

/** Counts words, stems and acronyms of texts, which come and go. */
export class WordTally {
  #papers = 0;
  readonly #counts = {
    words: new Map<string, number>(),
    stems: new Map<string, number>(),
    acronyms: new Map<string, number>(),
  };

  /** Adds all that a bundle has counted, but for its compounds. */
  addSummary(summary: WordSummary): void {
    this.#papers += summary.papers;
    for (const kind of KINDS) for (const [name, count] of summary[kind]) addCount(this.#counts[kind], name, count);
  }

  /** Adds a text, or takes one away that was counted. */
  addText({ content, title, topics, words, authors }: FragmentText, count: 1 | -1 = 1): void {
    this.#papers += count;
    const own = new Set(splitParts([content, title, topics, words, authors].join(" ")).map(foldWord));
    const names = { words: own, stems: new Set([...own].map(stemWord)), acronyms: findAcronyms(content) };
    for (const kind of KINDS) for (const name of names[kind]) addCount(this.#counts[kind], name, count);
  }

  /** What was counted. */
  summarize(): Omit<WordSummary, "compounds"> {
    const { words, stems, acronyms } = this.#counts;
    return { papers: this.#papers, words: sortCounts(words), stems: sortCounts(stems), acronyms: sortCounts(acronyms) };
  }
}

function addCount(counts: Map<string, number>, name: string, count: number): void {
  counts.set(name, (counts.get(name) ?? 0) + count);
}

function sortCounts(counts: ReadonlyMap<string, number>): NameCounts {
  return [...counts].filter(([, count]) => count > 0).sort((a, b) => compareText(a[0], b[0]));
}

/** Puts the words of all bundles together. */
export function joinWordSummaries(summaries: readonly WordSummary[]): WordFiles {
  const tally = new WordTally();
  for (const summary of summaries) tally.addSummary(summary);
  const { papers, words, stems, acronyms } = tally.summarize();
  const least = papers >= MANY_PAPERS ? 2 : 1;
  const kept = words.filter(([word, count]) => count >= least && /^\p{L}{4,20}$/u.test(word)).sort(compareCounts);
  const groups = Map.groupBy(
    kept.slice(0, WORD_COUNT).map(([word]) => word),
    nameWords,
  );
  const compounds = summaries.flatMap((summary) => summary.compounds);
  const forms: WordFormsFile = {
    acronyms: Object.fromEntries(joinAcronyms(acronyms, least)),
    compounds: Object.fromEntries(joinCompounds(compounds, least)),
  };
  // A file for each letter, and one for all other beginnings, also where no word begins so: a browser asks for it.
  const letters = [..."abcdefghijklmnopqrstuvwxyz0"].map(nameWords).sort(compareText);
  return {
    common: Object.fromEntries(findCommon(words, new Map(stems))),
    files: [
      ...letters.map((name) => ({ name, content: JSON.stringify(groups.get(name) ?? []) })),
      { name: FORMS_FILE, content: JSON.stringify(forms) },
    ],
  };
}

/** Words that very many papers have, each with how many have it in any form, since a search finds all of them. */
function findCommon(words: NameCounts, stems: ReadonlyMap<string, number>): NameCounts {
  return words
    .filter(([, count]) => count >= COMMON_FORM_FROM)
    .map(([word]): [string, number] => [word, stems.get(stemWord(word)) ?? 0])
    .filter(([, count]) => count >= COMMON_FROM)
    .sort(compareCounts)
    .slice(0, COMMON_COUNT);
}

/** By acronym, its long forms, the most usual first; acronyms in the order of their letters. */
function joinAcronyms(acronyms: NameCounts, least: number): [string, string[]][] {
  const kept = acronyms.filter(([, count]) => count >= least).sort(compareCounts);
  const groups = Map.groupBy(kept, ([name]) => name.slice(0, name.indexOf(" ")));
  return [...groups]
    .slice(0, ACRONYM_COUNT)
    .sort((a, b) => compareText(a[0], b[0]))
    .map(([short, longs]) => [short, longs.slice(0, LONG_FORMS).map(([name]) => name.slice(short.length + 1))]);
}

function compareCounts(a: [string, number], b: [string, number]): number {
  return b[1] - a[1] || compareText(a[0], b[0]);
}
