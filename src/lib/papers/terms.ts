/** What a paper is about: its words as stems that can be counted, the matter from which related papers are found. */
import { createNumbering } from "../numbering.ts";
import { foldLatin } from "./latin.ts";
import { isSentenceStart, isStopStem, stemWord, visitWords } from "./words.ts";

/** Bare numbers and sizes such as 7b or 14m. */
const NO_WORD = /^[\d.,-]+[kmbtx]?$/;
const HAS_CAPITAL = /\p{Lu}/u;
/** A part of a word whose only capital is its first letter. */
const PLACED_CAPITAL = /(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{Ll}\p{Lo}\p{M}]*(?![\p{L}\p{N}])/gu;
/** Numbers that are made room for at once, so that a paper's lists need no memory of their own. */
const SLAB = 65_536;
const MOST_COUNTED = 255;

/** The terms of one paper, each once, in the order in which they first stand there; three lists of one length. */
export interface TermRow {
  /** Numbers of the stems. */
  stems: Int32Array;
  /** How often each stands in title and text, at least 1; 255 stands for more as well. */
  counts: Uint8Array;
  /**
   * Numbers of the forms in which the paper writes them most, in lower case unless it is a name or an acronym; of forms
   * it uses as often the shorter, then the first. Empty where nobody will ask for the paper's own words.
   */
  surfaces: Int32Array;
}

/** Reads papers into rows of numbers. It remembers the words it has met, so use one for many papers. */
export interface TermCounter {
  /** Stems by number; numbers are given in the order of first appearance, so later papers change none. Only for comparing. */
  stems: string[];
  /** Forms by number. */
  surfaces: string[];
  /** Counts the terms of title and text; stop words, single letters and bare numbers are left out. */
  countTerms(title: string, text: string): TermRow;
}

/** What of a paper is counted. */
export interface TitledText {
  /** Its title. */
  readonly title: string;
  /** What else is known in words. */
  readonly text: string;
}

/**
 * Counts the terms of a paper. A title is counted twice: it says what a paper is about, and on two public collections
 * its words deserve the weight.
 */
export function countPaperTerms({ countTerms }: TermCounter, { title, text }: TitledText): TermRow {
  return countTerms(`${title}\n${title}`, text);
}

/** A word that is more than one form, or has a capital: the numbers of the forms it counts as. */
interface Writing {
  /** Whether it has a capital at all. */
  hasCapital: boolean;
  /** As it stands; made when first needed. */
  forms?: readonly number[];
  /** Where its place in the sentence explains the capital; made when first needed. */
  placed?: readonly number[];
}

/** Stands for a word that counts as nothing, where others have the number of their one form. */
const NOTHING = -1;
/** Words that are more have the number of their writing, counted downwards from here. */
const FIRST_WRITING = -2;

/**
 * Makes a counter of stems.
 * @param known stems that have their numbers already
 */
export function createTermCounter(known: readonly string[] = []): TermCounter {
  const stems = createNumbering(known);
  const surfaces = createNumbering();
  /** For each form the number of its stem. */
  const stemOf: number[] = [];
  const gatherRow = createRowGatherer(stemOf, surfaces.names);
  const addForms = createFormReader((surface, stem) => {
    const form = surfaces.number(surface);
    stemOf[form] ??= stems.number(stem);
    return form;
  });
  /** The forms of one paper, one for each word that counts. */
  const uses: number[] = [];
  return {
    stems: stems.names,
    surfaces: surfaces.names,
    countTerms: (title, text) => {
      uses.length = 0;
      addForms(title, true, uses);
      addForms(text, false, uses);
      return gatherRow(uses);
    },
  };
}

/** Makes a reader that adds the numbers of the forms in a text, word by word. Most words cost it one look-up. */
function createFormReader(
  numberForm: (surface: string, stem: string) => number,
): (text: string, isTitle: boolean, uses: number[]) => void {
  const codes = new Map<string, number>();
  const writings: Writing[] = [];
  const listForms = (word: string): number[] => splitPieces(word).map(({ surface, stem }) => numberForm(surface, stem));
  const readWord = (word: string): number => {
    const hasCapital = HAS_CAPITAL.test(word);
    const forms = hasCapital ? undefined : listForms(word);
    if (forms === undefined || forms.length > 1) {
      return FIRST_WRITING - (writings.push({ hasCapital, ...(forms === undefined ? {} : { forms }) }) - 1);
    }
    return forms[0] ?? NOTHING;
  };
  return (text, isTitle, uses) =>
    visitWords(text, (word, plain, position) => {
      let code = codes.get(word);
      if (code === undefined) {
        // A copy, because a slice would keep the whole text it was cut from.
        const kept = Array.from(word).join("");
        code = readWord(kept);
        codes.set(kept, code);
      }
      if (code >= 0) uses.push(code);
      if (code >= NOTHING) return;
      const writing = writings[FIRST_WRITING - code] as Writing;
      if (writing.hasCapital && (isTitle || isSentenceStart(plain, position))) {
        writing.placed ??= listForms(word.replace(PLACED_CAPITAL, (part) => part.toLowerCase()));
        for (const form of writing.placed) uses.push(form);
      } else {
        writing.forms ??= listForms(word);
        for (const form of writing.forms) uses.push(form);
      }
    });
}

/** A word, or a part of a compound, with its stem. */
interface Piece {
  surface: string;
  stem: string;
}

/** What a word is counted as: a compound as itself and as its parts, a word that says nothing not at all. */
function splitPieces(word: string): Piece[] {
  const parts = word.split(/[^\p{L}\p{M}\p{N}]+/u);
  return (parts.length > 1 ? [word, ...parts] : parts).flatMap((surface) => {
    const folded = foldLatin(surface);
    if (folded.length < 2 || NO_WORD.test(folded)) return [];
    const stem = stemWord(folded.replace(/[^\p{L}\p{M}\p{N}]/gu, ""));
    return isStopStem(stem) ? [] : [{ surface, stem }];
  });
}

/**
 * Makes rows of forms, each as often as a paper has it. What is noted by number is wiped after each paper, so that one
 * costs its own words only.
 * @param stemOf for each form the number of its stem
 */
function createRowGatherer(
  stemOf: readonly number[],
  surfaces: readonly string[],
): (uses: readonly number[]) => TermRow {
  const takeNumbers = createSlab((length) => new Int32Array(length));
  const takeCounts = createSlab((length) => new Uint8Array(length));
  /** How often the paper has each form, and from 1 on the place of each stem in the row. */
  const countOf: number[] = [];
  const placeOf: number[] = [];
  return (uses) => {
    const forms = countForms(uses, countOf);
    const [stems, counts, best]: [number[], number[], number[]] = [[], [], []];
    for (const form of forms) {
      const stem = stemOf[form] as number;
      const count = countOf[form] as number;
      const place = (placeOf[stem] ?? 0) - 1;
      if (place < 0) {
        placeOf[stem] = stems.push(stem);
        counts.push(count);
        best.push(form);
        continue;
      }
      counts[place] = (counts[place] as number) + count;
      const other = best[place] as number;
      const lead = count - (countOf[other] as number);
      const isShorter = (surfaces[form] as string).length < (surfaces[other] as string).length;
      if (lead > 0 || (lead === 0 && isShorter)) best[place] = form;
    }
    for (const form of forms) countOf[form] = 0;
    for (const stem of stems) placeOf[stem] = 0;
    const most = counts.map((count) => Math.min(count, MOST_COUNTED));
    return { stems: takeNumbers(stems), counts: takeCounts(most), surfaces: takeNumbers(best) };
  };
}

/** Adds up the forms and returns each once, in the order of first use. */
function countForms(uses: readonly number[], countOf: number[]): number[] {
  const forms: number[] = [];
  for (const form of uses) {
    const count = countOf[form] ?? 0;
    if (count === 0) forms.push(form);
    countOf[form] = count + 1;
  }
  return forms;
}

/** Copies lists into memory that many of them share. */
function createSlab<List extends Int32Array | Uint8Array>(
  make: (length: number) => List,
): (numbers: readonly number[]) => List {
  let slab = make(SLAB);
  let used = 0;
  return (numbers) => {
    if (used + numbers.length > slab.length) {
      slab = make(Math.max(SLAB, numbers.length));
      used = 0;
    }
    const taken = slab.subarray(used, used + numbers.length) as List;
    taken.set(numbers);
    used += numbers.length;
    return taken;
  };
}
