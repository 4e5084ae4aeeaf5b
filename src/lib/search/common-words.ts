/**
 * Words that very many papers have. A search for one takes long, since Pagefind's work grows with the square of what it
 * finds, while the word tells little: it is only looked for in the texts of the papers that the other words found.
 */
import type { SearchEngine } from "./engine.ts";
import { type Fused, sortFused } from "./fusion.ts";
import { measureRarity } from "./rarity.ts";
import { stripEnding } from "./word-ending.ts";
import { weighWord } from "./word-hits.ts";
import { type QuestionWord, type ReadQuestion, splitWords } from "./words.ts";

/** Most words that are searched for, those that are said most often and then the first: each costs a search. */
const MOST_WORDS = 32;
/** Squares of the numbers of papers that the words of a question find, in all; ten millions take about 40 ms. */
const MOST_WORK = 10_000_000;
/** Words that are searched for in any case, those that fewest papers have. */
const LEAST_SEARCHED = 2;
/** Papers whose texts are looked into: the first to be shown as well, so that few others are fetched. */
const MOST_READ = 10;
/** How soon a word that is said again adds no more, as in the weights of the index. */
const SATURATION = 1.2;

/** Parts the words that are searched for from those that are passed over, since it is not worth the time. */
export function partWords(engine: SearchEngine, { words, phrase }: ReadQuestion) {
  const most = new Set([...words].sort((a, b) => b.count - a.count).slice(0, MOST_WORDS));
  const sizeOf = (word: QuestionWord): number => (phrase === undefined ? countPapers(engine, word) : 0);
  let left = MOST_WORK;
  const searched = new Set(
    [...most]
      .sort((a, b) => sizeOf(a) - sizeOf(b))
      .filter((word, index) => {
        left -= sizeOf(word) ** 2;
        return index < LEAST_SEARCHED || left >= 0;
      }),
  );
  return {
    searched: words.filter((word) => searched.has(word)),
    common: words.filter((word) => !searched.has(word)),
  };
}

/** How many papers have a word; 0 where they are not too many, or the word has parts. */
function countPapers({ tables }: SearchEngine, { forms }: QuestionWord): number {
  return forms.length === 1 ? (tables.common.get(forms[0] ?? "") ?? 0) : 0;
}

/** Adds what words that were passed over give to the best papers; best first again. */
export async function addCommon(
  engine: SearchEngine,
  fused: Fused[],
  common: readonly QuestionWord[],
): Promise<Fused[]> {
  const weighed = common
    .map((word) => ({ word, papers: countPapers(engine, word) }))
    .filter(({ papers }) => papers > 0);
  if (weighed.length === 0) return fused;
  const best = fused.slice(0, MOST_READ);
  const papers = await Promise.all(best.map(({ load }) => load()));
  for (const [index, paper] of best.entries()) {
    // How often its text says each word, words without their endings.
    const counts = Map.groupBy(splitWords(papers[index]?.content ?? "").map(stripEnding), (own) => own);
    for (const { word, papers: size } of weighed) {
      const count = counts.get(stripEnding(word.forms[0] ?? ""))?.length ?? 0;
      const score = (measureRarity(size, engine.paperCount) * count * (SATURATION + 1)) / (count + SATURATION);
      paper.score += score * weighWord(word, size, engine.paperCount);
    }
  }
  return sortFused(fused);
}
