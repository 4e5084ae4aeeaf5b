/** Which words two papers share, for readers who ask why they are related. */
import { foldLatin } from "../papers/latin.ts";
import type { TermCounter, TermRow } from "../papers/terms.ts";
import { stemWord } from "../papers/words.ts";
import { takeLogarithm } from "./logarithm.ts";
import type { Model } from "./model.ts";

const WORD_COUNT = 3;
/** Share of the papers from which on a word explains little; among few papers chance makes many words as frequent as that. */
const COMMON_SHARE = 0.1;
const COMMON_SHARE_OF_FEW = 0.5;
const FEW = 1000;
/** The logarithm of each count that a row can hold. */
const LOGARITHMS = Float64Array.from({ length: 256 }, (_, count) => takeLogarithm(Math.max(1, count)));
/** What joins the parts of a compound. */
const JOINT = /[^\p{L}\p{M}\p{N}]+/u;

/** A term that both papers have. */
interface SharedTerm {
  stem: string;
  /** As the paper that is asked for writes it. */
  surface: string;
  /** What it adds to the product of the two vectors. */
  share: number;
  /** Whether so many papers have it that it explains little. */
  isCommon: boolean;
}

/** Names up to three words that two papers share, see `createExplainer`. */
export type ExplainRelation = (own: TermRow, other: TermRow) => string[];

/**
 * Makes a function that names the up to three words that count most for the likeness of two papers, as the first writes
 * them; words that a tenth of all papers have, or half of fewer than a thousand, come last, and a shared compound speaks
 * for its parts.
 * @param names what the numbers of the rows stand for
 */
export function createExplainer(model: Model, names: Pick<TermCounter, "stems" | "surfaces">): ExplainRelation {
  const common = model.papers * (model.papers < FEW ? COMMON_SHARE_OF_FEW : COMMON_SHARE);
  /** How often the other paper has each stem; 0 before and after. */
  const counts = new Uint8Array(names.stems.length);
  return (own, other) => {
    for (let place = 0; place < other.stems.length; place += 1) {
      counts[other.stems[place] as number] = other.counts[place] as number;
    }
    const shared: SharedTerm[] = [];
    for (let place = 0; place < own.stems.length; place += 1) {
      const stem = own.stems[place] as number;
      const count = counts[stem] as number;
      const weight = model.weights[stem] ?? model.unseen;
      if (count === 0 || weight === 0) continue;
      shared.push({
        stem: names.stems[stem] ?? "",
        surface: names.surfaces[own.surfaces[place] ?? 0] ?? "",
        share:
          (1 + (LOGARITHMS[own.counts[place] as number] as number)) *
          (1 + (LOGARITHMS[count] as number)) *
          weight *
          weight,
        isCommon: (model.frequency[stem] ?? 0) >= common,
      });
    }
    for (let place = 0; place < other.stems.length; place += 1) counts[other.stems[place] as number] = 0;
    // Sorting keeps equal ones in the order in which the paper has them.
    shared.sort((a, b) => Number(a.isCommon) - Number(b.isCommon) || b.share - a.share);
    return chooseWords(shared);
  };
}

/** The first three words that say different things. */
function chooseWords(terms: SharedTerm[]): string[] {
  const compounds = new Map<string, SharedTerm>();
  for (const term of terms.filter(({ surface }) => JOINT.test(surface))) {
    for (const stem of listPartStems(term.surface)) compounds.getOrInsert(stem, term);
  }
  const words = new Set<string>();
  for (const term of terms) {
    words.add((compounds.get(term.stem) ?? term).surface);
    if (words.size === WORD_COUNT) break;
  }
  return [...words];
}

/** The stems of a compound's parts. */
function listPartStems(surface: string): string[] {
  return surface.split(JOINT).map((part) => stemWord(foldLatin(part)));
}
