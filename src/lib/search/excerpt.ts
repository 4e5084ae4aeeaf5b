/** The sentence of a paper's text that best answers a question. */
import { tellDate } from "../dates.ts";
import type { FoundPaper, Hit } from "./engine.ts";
import { markText, type Piece } from "./marks.ts";
import { matchSurfaces } from "./surface.ts";
import { listAllForms, type QuestionWord } from "./words.ts";

/** Most words of a sentence that is shown whole. */
const LONGEST_SENTENCE = 40;
/** Words shown of a longer one, and how many of them come before what was found. */
const WINDOW = 28;
const BEFORE = 4;
/** Fewer words are a heading rather than a sentence. */
const SHORTEST_SENTENCE = 6;
/** How much a word counts that title or digest show already, where one they lack counts 1. */
const SEEN_WEIGHT = 0.25;

/** Where a sentence can end: a sign for it, and what may close behind it. */
const END = /[.!?…]["”’»)\]]*$/u;
/** Words with a full stop that end no sentence, and initials. */
const ABBREVIATION = /^[("“[]*(e\.g|i\.e|cf|vs|et|al|etc|eq|eqs|fig|figs|sec|no|resp|approx|ca|dr|prof|st|\p{Lu})\.$/iu;
/** How a sentence can begin. */
const START = /^["“‘«([]*[\p{Lu}\p{Lo}\p{N}]/u;

/** A run of words of a text, from the first place to before the last. */
interface Run {
  from: number;
  to: number;
}

/** Which of the question's words stand at a place of the text. */
type Places = ReadonlyMap<number, readonly QuestionWord[]>;

/** A run that could be shown, and how well it would serve. */
interface Candidate extends Run {
  /** What the different words in it count together. */
  weight: number;
  /** Words between the first and the last that was found. */
  spread: number;
}

/**
 * The sentence that has most of the question's words which title and digest do not show; rarer ones count more, and
 * words that stand close together. Of a long sentence a part, with an ellipsis where something is left out. It is one
 * of digest or abstract; the names on the cover are shown only where those have none of the words. Empty when title and
 * digest's sentence show all words, and when the page has none of the others.
 * @param matched Words of the question that the paper has.
 * @param surfaces Folded words to mark, as `findSurfaces` gives them.
 */
export function makeExcerpt(
  hit: Hit,
  matched: readonly QuestionWord[],
  paper: FoundPaper,
  surfaces: ReadonlySet<string>,
): Piece[] {
  const { title, tldr, finding } = paper.entry;
  const shown = `${title} ${tldr ?? finding ?? ""}`;
  const shownTokens = shown.split(/\s+/);
  const isMissing = (word: QuestionWord): boolean => !hasWord(word, shownTokens);
  const missing = new Set(matched.filter(isMissing));
  if (missing.size === 0) return [];
  const tokens = paper.content.split(" ");
  const places = new Map(
    hit.positions.map((position) => [position, matched.filter((word) => hasWord(word, [tokens[position] ?? ""]))]),
  );
  const counts = countWords(places);
  const start = countCoverWords(paper);
  const candidates = listSentences(tokens, start)
    .filter(({ from, to }) => !shown.includes(tokens.slice(from, to).join(" ").replace(/\.$/, "")))
    .flatMap((sentence) => listRuns(sentence, places))
    .flatMap((run) => judgeRun(run, places, missing, counts));
  const best = pickBest(candidates.filter(({ from }) => from >= start)) ?? pickBest(candidates);
  return best === undefined ? [] : markText(showRun(tokens, best, start), surfaces);
}

/** How many words stand before the text of digest and abstract: title, names and, at the end of the cover, the date. */
function countCoverWords({ content, authors, entry }: FoundPaper): number {
  const date = tellDate(entry.published);
  const names = content.indexOf(authors[0] ?? "");
  const end = content.indexOf(` ${date} `, Math.max(names, 0));
  return end < 0 ? 0 : content.slice(0, end + date.length + 1).split(" ").length;
}

/** A word written apart is answered by its parts one by one. */
function hasWord(word: QuestionWord, tokens: readonly string[]): boolean {
  return listAllForms(word).some((form) =>
    tokens.length === 1 ? form.split(" ").some((part) => matchSurfaces(part, tokens)) : matchSurfaces(form, tokens),
  );
}

/** A text in sentences, by signs at the ends of its words; the cover ends without one. */
function listSentences(tokens: readonly string[], start: number): Run[] {
  const ends = tokens.flatMap((token, index) => {
    if (index + 1 === start) return [start];
    const isEnd = END.test(token) && !ABBREVIATION.test(token) && START.test(tokens[index + 1] ?? "A");
    return isEnd || index === tokens.length - 1 ? [index + 1] : [];
  });
  return ends.map((to, index) => ({ from: ends[index - 1] ?? 0, to }));
}

/** How often each word stands in the text. */
function countWords(places: Places): Map<QuestionWord, number> {
  const counts = new Map<QuestionWord, number>();
  for (const word of [...places.values()].flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Places in a run at which words of the question stand. */
function listPlaces({ from, to }: Run, places: Places): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index).filter(
    (position) => places.get(position)?.length,
  );
}

/** What can be shown of a sentence: all of it, or parts around what was found. */
function listRuns({ from, to }: Run, places: Places): Run[] {
  if (to - from <= LONGEST_SENTENCE) return [{ from, to }];
  return listPlaces({ from, to }, places).map((position) => {
    const start = Math.max(from, Math.min(position - BEFORE, to - WINDOW));
    return { from: start, to: start + WINDOW };
  });
}

/** How well a run would serve; nothing when it has no word that is missing above it. */
function judgeRun(
  run: Run,
  places: Places,
  missing: ReadonlySet<QuestionWord>,
  counts: ReadonlyMap<QuestionWord, number>,
): Candidate[] {
  const positions = listPlaces(run, places);
  const words = [...new Set(positions.flatMap((position) => places.get(position) ?? []))];
  if (!words.some((word) => missing.has(word))) return [];
  // How rare a word is among all papers is not known here; how rare it is in this one is.
  const weighWord = (word: QuestionWord): number =>
    (missing.has(word) ? 1 : SEEN_WEIGHT) * (1 + 1 / (counts.get(word) ?? 1));
  return [
    {
      ...run,
      weight: words.reduce((sum, word) => sum + weighWord(word), 0),
      spread: Math.max(...positions) - Math.min(...positions),
    },
  ];
}

function pickBest(candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.reduce<Candidate | undefined>(
    (one, other) => (one === undefined || isBetter(other, one) ? other : one),
    undefined,
  );
}

/** More that is found, then a sentence before a heading, then what stands closer together, then what comes first. */
function isBetter(one: Candidate, other: Candidate): boolean {
  if (one.weight !== other.weight) return one.weight > other.weight;
  if (isHeading(one) !== isHeading(other)) return isHeading(other);
  return one.spread < other.spread;
}

function isHeading({ from, to }: Run): boolean {
  return to - from < SHORTEST_SENTENCE;
}

/** An ellipsis stands where the words do not begin or end a sentence. */
function showRun(tokens: readonly string[], { from, to }: Run, start: number): string {
  const isStart = from === 0 || from === start || END.test(tokens[from - 1] ?? "");
  const isEnd = to === tokens.length || to === start || END.test(tokens[to - 1] ?? "");
  return `${isStart ? "" : "… "}${tokens.slice(from, to).join(" ")}${isEnd ? "" : " …"}`;
}
