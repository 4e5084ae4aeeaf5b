/** The sentences of a source's text. */

/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|vs|al|cf|etc|resp|approx|figs?|eqs?|secs?|thms?|lem|props?|refs?|dr|prof|nos?|vol|pp?|ch|\p{L})\.$/iu;

/** The text in sentences, white space joined; the end of a sentence stays with it. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let isOpen = false;
  for (const piece of text
    .replace(/\s+/g, " ")
    .trim()
    .split(/(?<=[.!?]["”’)\]]?) /)) {
    if (isOpen) sentences.push(`${sentences.pop()} ${piece}`);
    else sentences.push(piece);
    isOpen = ABBREVIATION.test(piece);
  }
  return sentences.filter((sentence) => sentence !== "");
}
