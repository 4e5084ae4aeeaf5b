/**
 * The sentence of an abstract that states what was found: what lists show of a paper that has no digest. Abstracts begin
 * with the state of their field, which is the same for all papers of a day.
 */
import { toPlainText } from "../latex/render.ts";
import { splitSentences } from "./sentences.ts";

/** A sentence longer than this, in characters as they are read, loses to a shorter one that says nearly as much. */
const LONG = 320;
/** A sentence longer than this is not shown: it would fill a row's place in the list five times over. */
const LONGEST = 480;
/** A shorter one says that something was found rather than what. */
const SHORT = 75;
/** What a sentence weighs at least that states a finding. */
const ENOUGH = 4;
/** What it weighs at least to be shown where none states a finding, or says what was made. */
const LITTLE = 2;
/** How much more the end of an abstract weighs than its beginning. */
const BY_PLACE = 2;
/** How much less the first sentence weighs. */
const FIRST = 2;

/** Who says what was done, with a word or two between that and the verb. */
const WE = "(?:we|i|paper|work|report|study)(?: \\w+){0,2}";

/** Signs that a sentence states a finding, or that it does something else, with what each of them adds to its weight. */
const SIGNS: readonly (readonly [weight: number, sign: RegExp])[] = [
  // What it was found by, and that it was.
  [1, has("results?|experiments?|evaluations?|analys[ei]s|findings?|simulations?|ablations?|tests?")],
  [1, has("benchmarks?|datasets?|tasks|settings|metrics|domains")],
  [2, has("show(?:s|ed|n|ing)?|finds?|found|demonstrat(?:es?|ed|ing)|reveal(?:s|ed|ing)?|suggest(?:s|ing)?")],
  [2, has("we (?:\\w+ )?(?:show|find|reveal|demonstrate|observe|prove)")],
  [2, has("observed?|indicat(?:es?|ed|ing)|confirm(?:s|ed)?|proves?|discover(?:s|ed)?|expos(?:es?|ing)")],
  // Who wins, what goes up or down.
  [3, has("achiev\\w+|outperform\\w*|surpass\\w*|exceed\\w*|improv\\w+|reduc(?:es?|ed|ing|tions?)|sets? a? ?new")],
  [3, has("increas(?:es?|ed|ing)|accelerat\\w+|boosts?|beat(?:s|ing)?|match(?:es|ed|ing)?|reach(?:es|ed|ing)?")],
  [3, has("attain\\w*|retains?|ranks?|cuts?|wins?|excels?|remains? (?:competitive|challenging)")],
  [2, has("predicts?|fails?|struggles?|depends?|follows?|scores?|raises?|generali[sz]es?")],
  [1, has("state-of-the-art|sota|baselines?|than|compared|comparable|higher|faster|fewer|lower")],
  [1, has("only|whereas|while|without|up to|strongest|best|both")],
  // In figures.
  [2, /\d\s?(?:\\?%|×|\\times|x\b|pp\b|(?:percentage )?points?\b)/],
  [1, /\d\.\d/],
  // What was there before.
  [-4, begins("however|recent(?:ly)?|existing|current|prior|previous|despite|although|while|yet|unlike")],
  [-2, has("however|must|cannot be")],
  [-2, has("recently|recent|existing (?:methods|approaches|works?)|often|typically|increasingly|crucial|lacks?")],
  [-2, has("challenges? of|remains? (?:un\\w+|limited|scarce|poorly)|(?:has|have) emerged")],
  // What was done and made.
  [-2, has(`${WE} (?:propose|introduce|present|develop|design|devise|build|construct)s?`)],
  [-2, has(`${WE} (?:formalize|study|investigate|explore|use|train|evaluate|conduct|provide)s?`)],
  [-2, begins("first|second|third|specifically|to \\w+|then|built on|based on|given|during|targeting")],
  [-1, has("consists? of|compris(?:es|ing)|framework|enabling|enables?|aggregat\\w+|mechanism")],
  // What may be had, or hoped for.
  [-9, /https?:\/\//],
  [-6, has("available|we (?:\\w+ )?(?:release|hope|expect)|open-sourced|project page")],
  [-2, has("hope|aims?|pav(?:es?|ing)|promising|underscores?|highlights?|guidance|potential|insights?|will")],
  // What cannot be understood by itself, and what goes on from another sentence.
  [-2, begins("it|this|these|that|those|they|their|its|such|both")],
  [-1, /^\(/],
  [-1, begins("furthermore|moreover|additionally|in addition|also|finally|notably|we (?:also|further)|overall")],
  // That something is good is no finding.
  [-1, has("effectiveness|advantages?|strong performance|practical(?:ity)?")],
];

/** Characters of what is told of a paper beside its finding. */
const ACCOUNT = 420;

/** What says that a thing was made. */
const MADE = has(`${WE} (?:propose|introduce|present|develop|describe)(?:s|d|ed)?`);

/**
 * The sentence that states what was found, whole; where none does, the one that says what was made, and else the first.
 * Undefined where nothing is short enough. Mathematics keeps its dollar signs.
 */
export function findFinding(abstract: string): string | undefined {
  const sentences = splitSentences(abstract)
    .map((text, index, { length }) => ({ text, place: index / length, characters: toPlainText(text).length }))
    .filter(({ characters }) => characters <= LONGEST)
    .map((sentence) => ({ ...sentence, weight: weigh(sentence) }));
  const [best] = sentences.toSorted((a, b) => b.weight - a.weight);
  if (best !== undefined && best.weight >= ENOUGH) return best.text;
  const made = sentences.find(({ text }) => MADE.test(text.toLowerCase()));
  return (made ?? (best !== undefined && best.weight >= LITTLE ? best : sentences[0]))?.text;
}

/**
 * What an abstract says was made: the sentence that says it, and those behind it while there is room, up to the one that
 * `findFinding` gives. Undefined when no sentence says it. Mathematics keeps its dollar signs.
 */
export function findAccount(abstract: string): string | undefined {
  const finding = findFinding(abstract);
  const sentences = splitSentences(abstract);
  const made = sentences.findIndex((text) => MADE.test(text.toLowerCase()));
  if (made < 0) return undefined;
  const told: string[] = [];
  let room = ACCOUNT;
  for (const text of sentences.slice(sentences[made] === finding ? made + 1 : made)) {
    room -= toPlainText(text).length;
    if (text === finding || room < 0) break;
    told.push(text);
  }
  return told.length === 0 ? undefined : told.join(" ");
}

function weigh({ text, place, characters }: { text: string; place: number; characters: number }): number {
  const start =
    BY_PLACE * place - (place === 0 ? FIRST : 0) - (characters < SHORT ? 2 : 0) - (characters > LONG ? 2 : 0);
  const read = text.toLowerCase();
  return SIGNS.reduce((sum, [weight, sign]) => (sign.test(read) ? sum + weight : sum), start);
}

/** Finds any of these words and phrases, but for what is only meant: `to improve`. @param phrases with `|` between them */
function has(phrases: string): RegExp {
  return new RegExp(`\\b(?<!\\bto )(?:${phrases})\\b`);
}

/** Finds any of them at the beginning. */
function begins(phrases: string): RegExp {
  return new RegExp(`^(?:${phrases})\\b`);
}
