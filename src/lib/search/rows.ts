/** Which papers have words in a row, however they are joined: `self play` also stands in `self-play`. */
import type { FoundPaper, Hit, SearchEngine } from "./engine.ts";
import { closeRuns, hasRun, joinPairs } from "./runs.ts";
import { isEnding } from "./word-ending.ts";
import { foldWord, isStopWord, type QuestionWord, splitParts, splitWords } from "./words.ts";

/** Up to this many words all ways of joining some of them are looked for: each way is a search. */
const MOST_FREE = 4;

/** Papers that have words in a row. */
export interface RowHits {
  /** By key, the papers that the index names. It takes a part for a word: `self-supervised play` for `self play`. */
  hits: ReadonlyMap<string, Hit>;
  /** Keys of those of which there is no doubt, since the words stand there as one. */
  sure: ReadonlySet<string>;
}

/** The papers that have one of a word's forms as it stands, with any ending, its parts in a row; not scored. */
export async function findRow(engine: SearchEngine, forms: readonly string[]): Promise<RowHits> {
  const writings = [...new Set(forms.flatMap(listTerms))];
  const found = await Promise.all(writings.map((writing) => engine.search(writing, "fused")));
  const sure = found.filter((_, index) => writings[index]?.includes(" ") === false).flat();
  return {
    hits: new Map(found.flat().map((hit) => [hit.key, hit])),
    sure: new Set(sure.map(({ key }) => key)),
  };
}

/** What to search for: pairs of letters that are one run stand at one place, so that only the text says whether they are one. */
function listTerms(form: string): string[] {
  return joinPairs(form) === form ? listWritings(form.split(" ")).map((writing) => `"${writing}"`) : [form];
}

/** How words in a row may be written, those that a hyphen joins as one: `fine tuning` is `fine tuning` or `finetuning`. */
export function listWritings(parts: readonly string[]): string[] {
  const [first = "", ...rest] = parts;
  // The index would find `not` for `notfully`.
  const isParted = (place: number): boolean => isStopWord(parts[place - 1] ?? "") && isEnding(parts[place] ?? "");
  if (parts.length <= MOST_FREE) {
    return rest.reduce(
      (writings, part, before) =>
        writings.flatMap((text) => [`${text} ${part}`, ...(isParted(before + 1) ? [] : [text + part])]),
      [first],
    );
  }
  const joinAt = (place: number): string =>
    parts.map((part, index) => (index === 0 || index === place ? "" : " ") + part).join("");
  const places = rest.map((_, index) => index + 1).filter((place) => !isParted(place));
  return [parts.join(" "), parts.join(""), ...places.map(joinAt)];
}

/** Tells whether a paper's text, or what stands beside it, has a word as it is, its parts in a row; endings may follow. */
export function readRows({ content, aside }: FoundPaper): (word: QuestionWord) => boolean {
  const texts = [content, aside].flatMap((text) => [splitParts(text).map(foldWord), splitWords(text)]);
  const rows = texts.map((words) => ` ${words.join(" ")}`);
  return ({ forms }) =>
    forms.some((form) =>
      hasRun(form)
        ? rows.some((row) => closeRuns(row).includes(closeRuns(joinPairs(form))))
        : rows.some((row) => row.includes(` ${form}`)),
    );
}
