/** Adds up what single words give to a paper, and puts the papers in order. */
import { compareText } from "../compare-text.ts";
import type { Hit } from "./engine.ts";
import { joinPlaces, type WordHits } from "./word-hits.ts";

/** A paper that some words of a question found. */
export interface Fused {
  /** Its key in the index. */
  key: string;
  /** How well it matches. */
  score: number;
  /** Fetches it. */
  load: Hit["load"];
  /** What found it, in the question's order. */
  parts: { word: WordHits; hit: Hit }[];
  /** How many of the words it has as they are. */
  wholeCount: number;
  /** How many of the words it has as they are, or by what else they are called. */
  tiedCount: number;
  /** Whether it has only the parts of some word with parts, and these apart from each other. */
  isApart: boolean;
}

/** How much the parts of a word count where they stand apart. */
const APART = 0.6;

/**
 * How much it counts that a paper has more of what was asked: scores of single words, added up, let one word that is said
 * often outweigh three that are said once. As a power of the share that the words it has are of all, by their weights.
 */
const COVERAGE = 0.2;
/** Of so few words all are meant: papers with each of them come first in any case, and of others the rarest word tells most. */
const SHORT = 5;

/** All papers that a word found, best first. */
export function fuseHits(found: readonly WordHits[]): Fused[] {
  const all = new Map<string, Fused>();
  for (const word of found) {
    for (const hit of word.hits) {
      const { key } = hit;
      let fused = all.get(key);
      if (fused === undefined) {
        fused = { key, score: 0, load: hit.load, parts: [], wholeCount: 0, tiedCount: 0, isApart: false };
        all.set(key, fused);
      }
      const isWhole = word.isWhole(key);
      // Where no paper has the word whole, its parts are all there is.
      const isTied = isWhole || word.isTied(key);
      const isApart = word.hasParts && !isTied;
      fused.score += hit.score * word.weight * (isApart ? APART : 1);
      fused.parts.push({ word, hit });
      fused.wholeCount += Number(isWhole);
      fused.tiedCount += Number(isTied);
      fused.isApart ||= isApart;
    }
  }
  const asked = found.length > SHORT ? sumWeights(found) : 0;
  for (const paper of asked > 0 ? all.values() : []) {
    paper.score *= (sumWeights(paper.parts.map(({ word }) => word)) / asked) ** COVERAGE;
  }
  return sortFused([...all.values()]);
}

function sumWeights(words: readonly WordHits[]): number {
  return words.reduce((sum, { weight }) => sum + weight, 0);
}

/** Best first; equal ones by key. */
export function sortFused(fused: Fused[]): Fused[] {
  return fused.sort((a, b) => b.score - a.score || compareText(a.key, b.key));
}

/** The paper as one hit, with the places of all words. */
export function joinParts({ key, score, load, parts }: Fused): Hit {
  return { key, score, positions: joinPlaces(parts.map(({ hit }) => hit)), load };
}
