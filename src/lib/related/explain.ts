/** Which words two papers share, for readers who ask why they are related. */
import { foldLatin } from "../papers/latin.ts";
import { stemWord } from "../papers/words.ts";
import { takeLogarithm } from "./logarithm.ts";
import type { Model } from "./model.ts";
import type { TermRow, TermTable } from "./term-table.ts";

const WORD_COUNT = 3;
/** Share of the papers from which on a word explains little; among few papers chance makes many words as frequent as that. */
const COMMON_SHARE = 0.1;
const COMMON_SHARE_OF_FEW = 0.5;
const FEW = 1000;

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

/**
 * Up to three words that count most for the likeness of two papers, as the first writes them; words that a
 * tenth of all papers have, or half of fewer than a thousand, come last, and a shared compound speaks for its parts.
 * @param names what the numbers of the rows stand for
 */
export function explainRelation(
  own: TermRow,
  other: TermRow,
  model: Model,
  names: Pick<TermTable, "stems" | "surfaces">,
): string[] {
  const counts = new Map(Array.from(other.stems, (stem, place) => [stem, other.counts[place] ?? 0]));
  const common = model.papers * (model.papers < FEW ? COMMON_SHARE_OF_FEW : COMMON_SHARE);
  const shared: SharedTerm[] = [];
  for (const [place, stem] of own.stems.entries()) {
    const count = counts.get(stem);
    const weight = model.weights[stem] ?? model.unseen;
    if (count === undefined || weight === 0) continue;
    shared.push({
      stem: names.stems[stem] ?? "",
      surface: names.surfaces[own.surfaces[place] ?? 0] ?? "",
      share: (1 + takeLogarithm(own.counts[place] ?? 1)) * (1 + takeLogarithm(count)) * weight * weight,
      isCommon: (model.frequency[stem] ?? 0) >= common,
    });
  }
  // Sorting keeps equal ones in the order in which the paper has them.
  shared.sort((a, b) => Number(a.isCommon) - Number(b.isCommon) || b.share - a.share);
  return chooseWords(shared);
}

/** The first three words that say different things. */
function chooseWords(terms: SharedTerm[]): string[] {
  const compounds = terms.flatMap((term) => {
    const parts = listPartStems(term.surface);
    return parts.length > 1 ? [{ term, parts }] : [];
  });
  const words = new Set<string>();
  for (const term of terms) {
    const compound = compounds.find(({ parts }) => parts.includes(term.stem))?.term ?? term;
    words.add(compound.surface);
    if (words.size === WORD_COUNT) break;
  }
  return [...words];
}

/** The stems of a compound's parts; a single word has one. */
function listPartStems(surface: string): string[] {
  return surface.split(/[^\p{L}\p{M}\p{N}]+/u).map((part) => stemWord(foldLatin(part)));
}
