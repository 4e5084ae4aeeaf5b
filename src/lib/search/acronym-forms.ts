/** Ties acronyms in a question to their long forms, and long forms to their acronyms, as the corpus has them. */
import type { WordForms } from "./tables.ts";
import { type QuestionWord, splitWords } from "./words.ts";

/** Questions of more words say enough without. */
const MOST_WORDS = 6;
/** Longest acronym in letters. */
const LONGEST = 10;

/** Words of a question, with what else they are called. */
export interface TiedWords {
  /** The words; those of a long form are one. */
  words: QuestionWord[];
  /** What was added: `rlhf` is also `reinforcement learning from human feedback`. */
  ties: { text: string; also: string[] }[];
}

/**
 * Gives words their other forms.
 * @param text The question, in which words that are left out join the words of long forms.
 */
export function tieAcronyms({ acronyms }: WordForms, words: QuestionWord[], text: string): TiedWords {
  if (words.length > MOST_WORDS) return { words, ties: [] };
  const ties: TiedWords["ties"] = [];
  const spelled = joinLongForms(acronyms, words, text);
  const tied = spelled.map((word) => {
    const [form = ""] = word.forms;
    if (word.tied !== undefined || word.forms.length > 1 || word.isQuoted === true || form.length > LONGEST)
      return word;
    const longs = acronyms.get(form) ?? [];
    return longs.length === 0 ? word : { ...word, tied: [...longs] };
  });
  for (const { text: typed, tied: also = [] } of tied) if (also.length > 0) ties.push({ text: typed, also });
  // A long form may be written with hyphens, and the index then has it as one word.
  return { words: tied.map(joinForms), ties };
}

function joinForms(word: QuestionWord): QuestionWord {
  if (word.tied === undefined) return word;
  const spread = (forms: readonly string[]): string[] => {
    const together = forms.filter((form) => form.includes(" ")).map((form) => form.replaceAll(" ", ""));
    return [...new Set([...forms, ...together])];
  };
  return { ...word, forms: spread(word.forms), tied: spread(word.tied) };
}

/** Puts the words of a long form together, if the corpus has an acronym for just these. */
function joinLongForms(acronyms: WordForms["acronyms"], words: QuestionWord[], text: string): QuestionWord[] {
  // What stands between quotation marks is one word.
  const runs = text.split(/["“”„][^"“”„]*["“”„]?/u).map((run) => splitWords(run).filter(Boolean));
  const shorts = new Map([...acronyms].flatMap(([short, longs]) => longs.map((long) => [long, short])));
  for (const long of listRuns(runs)) {
    const short = shorts.get(long);
    const parts = new Set(long.split(" "));
    const isPart = ({ forms, isQuoted }: QuestionWord): boolean =>
      isQuoted !== true && (forms[0] ?? "").split(" ").every((part) => parts.has(part));
    const place = words.findIndex(isPart);
    if (short === undefined || place < 0) continue;
    const word: QuestionWord = { text: long, forms: [long], tied: [short], count: 1 };
    return [...words.slice(0, place), word, ...words.slice(place).filter((other) => !isPart(other))];
  }
  return words;
}

/** Two words and more that stand in a row, the longest rows first. */
function* listRuns(runs: readonly (readonly string[])[]): Generator<string> {
  for (let length = LONGEST; length > 1; length -= 1) {
    for (const tokens of runs) {
      for (let start = 0; start + length <= tokens.length; start += 1)
        yield tokens.slice(start, start + length).join(" ");
    }
  }
}
