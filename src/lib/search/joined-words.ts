/** Words of a question that the corpus has as one. */
import type { WordForms } from "./tables.ts";
import { joinQuestionWords, type QuestionWord } from "./words.ts";

/** In longer questions the parts of a word say enough: what stands near each other counts more in any case. */
const MOST_JOINED = 5;

/**
 * Neighbours that papers write as one word become one: `self play` where they say `self-play`. A word that is written
 * together gets the form with its parts as well.
 */
export function joinNeighbours({ compounds }: WordForms, words: QuestionWord[]): QuestionWord[] {
  if (words.length > MOST_JOINED) return words;
  const joined: QuestionWord[] = [];
  for (const word of words) {
    const previous = joined.at(-1);
    const both =
      previous !== undefined && isPlain(previous) && isPlain(word) ? joinQuestionWords(previous, word) : undefined;
    const [spaced, together = ""] = both?.forms ?? [];
    if (both !== undefined && spaced !== undefined && compounds.get(together) === spaced)
      joined[joined.length - 1] = both;
    else joined.push(spreadWord(compounds, word));
  }
  return joined;
}

/** A word that is written together and that the corpus rather writes with a hyphen, in both forms. */
function spreadWord(compounds: WordForms["compounds"], word: QuestionWord): QuestionWord {
  const [form = ""] = word.forms;
  const spaced = isPlain(word) ? compounds.get(form) : undefined;
  return spaced === undefined ? word : { ...word, forms: [spaced, form] };
}

function isPlain({ forms, tied, isQuoted }: QuestionWord): boolean {
  return forms.length === 1 && tied === undefined && isQuoted !== true;
}
