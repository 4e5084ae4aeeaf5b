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
    if (word.forms.length > 1 || word.isQuoted === true || form.length > LONGEST) return word;
    const longs = acronyms.get(form) ?? [];
    return longs.length === 0 ? word : { ...word, forms: [form, ...longs] };
  });
  for (const { text: typed, forms } of tied.filter((word) => !words.includes(word))) {
    ties.push({ text: typed, also: forms.slice(1) });
  }
  // A long form may be written with hyphens, and the index then has it as one word.
  return { words: tied.map((word) => (words.includes(word) ? word : joinForms(word))), ties };
}

function joinForms(word: QuestionWord): QuestionWord {
  const together = word.forms.filter((form) => form.includes(" ")).map((form) => form.replaceAll(" ", ""));
  return { ...word, forms: [...new Set([...word.forms, ...together])] };
}

/** Puts the words of a long form together, if the corpus has an acronym for just these. */
function joinLongForms(acronyms: WordForms["acronyms"], words: QuestionWord[], text: string): QuestionWord[] {
  const tokens = splitWords(text).filter(Boolean);
  const shorts = new Map([...acronyms].flatMap(([short, longs]) => longs.map((long) => [long, short])));
  for (let length = Math.min(tokens.length, LONGEST); length > 1; length -= 1) {
    for (let start = 0; start + length <= tokens.length; start += 1) {
      const long = tokens.slice(start, start + length).join(" ");
      const short = shorts.get(long);
      const parts = new Set(long.split(" "));
      const isPart = ({ forms, isQuoted }: QuestionWord): boolean =>
        isQuoted !== true && (forms[0] ?? "").split(" ").every((part) => parts.has(part));
      const place = words.findIndex(isPart);
      if (short === undefined || place < 0) continue;
      const word: QuestionWord = { text: long, forms: [long, short], count: 1 };
      return [...words.slice(0, place), word, ...words.slice(place).filter((other) => !isPart(other))];
    }
  }
  return words;
}
