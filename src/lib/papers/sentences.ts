/** Prose in sentences, by signs that are the same on every machine: what an ICU takes for a sentence changes with its version. */
import { splitRuns } from "../latex/runs.ts";

/** Stands for a space in a formula while words are told apart. */
const INNER_SPACE = "\ue000";
const SENTENCE_END = /[.!?]["”’)\]]*$/;
/** Abbreviations, initials and numbers of a list, whose full stop ends no sentence. */
const ABBREVIATION =
  /^["“‘([]*(?:vs|al|cf|resp|approx|ca|[Ff]igs?|[Ee]qs?|[Ss]ecs?|[Tt]hms?|[Ll]em|[Pp]rops?|Tabs?|[Rr]efs?|Avg|Vol|pp|Dr|Prof|Mr|Mrs|Ms|No|St|Jr|Inc|(?:\p{L}\.)*\p{L})\.$/u;
/** How a sentence begins; `arXiv` and `vLLM` are written so there, too. */
const START = /^["“‘([$]*(?:\p{Ll}{0,3}\p{Lu}|[\p{Lo}\p{N}$])/u;

/** Splits prose into its sentences, each as it stands but that white space is one space; a formula belongs to one. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  const words = splitWords(text);
  let start = 0;
  for (const [index, word] of words.entries()) {
    if (!endsSentence(word, words[index + 1])) continue;
    sentences.push(
      words
        .slice(start, index + 1)
        .join(" ")
        .replaceAll(INNER_SPACE, " "),
    );
    start = index + 1;
  }
  return sentences;
}

/** Words, a formula with its spaces counting as one, or as part of one. */
function splitWords(text: string): string[] {
  const marked = splitRuns(text)
    .map(({ kind, source }) => {
      if (kind === "text") return source;
      const dollars = kind === "display" ? "$$" : "$";
      return `${dollars}${source.replace(/\s/g, INNER_SPACE)}${dollars}`;
    })
    .join("");
  return marked.split(/\s+/u).filter((word) => word !== "");
}

function endsSentence(word: string, next: string | undefined): boolean {
  if (next === undefined) return true;
  return SENTENCE_END.test(word) && !ABBREVIATION.test(word) && START.test(next);
}
