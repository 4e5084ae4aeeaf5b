/** Words of running English text: which there are, which say nothing, and which are forms of one. */

const LETTER_OR_DIGIT = /^[\p{L}\p{N}]/u;
const POSSESSIVE = /(?<=\p{L})['’]s(?!\p{L})/gu;
const MATHS = /\$[^$]*\$/g;
const SENTENCE_START = /$(?<=(?:^|\n|[.!?:;]["”’)\]]*\s)\s*["“‘([]*)/;
/** The end of a sentence and the signs between it and the next word fit in this many characters. */
const LOOK_BACK = 8;

/**
 * Calls for each word of a text in order: letters and digits, joined by single hyphens or dots inside (`self-play`,
 * `gpt-4.1`); a possessive 's and mathematics between dollar signs are left out. For many texts, where a list of words
 * would cost more than reading them.
 * @param visit is given the word, the text without what is left out, and the word's position in that
 */
export function visitWords(text: string, visit: (surface: string, plain: string, position: number) => void): void {
  const plain = text.replace(MATHS, " ").replace(POSSESSIVE, "");
  let position = 0;
  while (position < plain.length) {
    let end = findPartEnd(plain, position);
    if (end === position) {
      position += 1;
      continue;
    }
    while (isJoint(plain.charCodeAt(end))) {
      const next = findPartEnd(plain, end + 1);
      if (next === end + 1) break;
      end = next;
    }
    visit(plain.slice(position, end), plain, position);
    position = end;
  }
}

/** Position after the letters and digits that begin at `start`, which is `start` where none does. */
function findPartEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code < 128) {
      // Digits, then letters, whose two cases differ in one bit.
      if (!(code >= 48 && code <= 57) && !((code | 32) >= 97 && (code | 32) <= 122)) break;
      end += 1;
    } else {
      const letter = String.fromCodePoint(text.codePointAt(end) as number);
      if (!LETTER_OR_DIGIT.test(letter)) break;
      end += letter.length;
    }
  }
  return end;
}

/** Hyphens, two of them beyond ASCII, and the dot. */
function isJoint(code: number): boolean {
  return code === 0x2d || code === 0x2e || code === 0x2010 || code === 0x2011;
}

/** Whether the word at a position stands at the head of a sentence. */
export function isSentenceStart(text: string, position: number): boolean {
  const start = Math.max(0, position - LOOK_BACK);
  const before = text.slice(start, position);
  return SENTENCE_START.test(start === 0 ? before : `x${before}`);
}

/** The singular of a regular English plural, otherwise the word itself; expects lower case. */
export function stripPlural(word: string): string {
  if (word.length < 4 || !word.endsWith("s") || /(ss|us|is)$/.test(word)) return word;
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(ch|sh|ss|x|z)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/**
 * A light stem that brings together plural, -ing, -ed and base form (`trains`, `training`, `trained`, `train`);
 * expects lower case. Only for comparing: a stem need not be a word.
 */
export function stemWord(word: string): string {
  let stem = stripPlural(word);
  const ending = /(?<!e)ed$|ing$/.exec(stem);
  if (ending !== null) {
    const base = stem.slice(0, ending.index);
    if (base.length >= 3 && /[aeiouy]/.test(base)) stem = base.replace(/([b-df-hjkmnp-rtv-y])\1$/, "$1");
  }
  return stem.length >= 4 ? stem.replace(/(?<!e)e$/, "").replace(/y$/, "i") : stem;
}

/** English words, and parts of compounds, that say nothing about a paper's subject; other forms of them do not either. */
const STOP_STEMS: ReadonlySet<string> = new Set(
  `a ability able about above absolutely abstract accord accordingly account accurate achieve across act add
  additional after afterwards again against ahead aim al alike all allow almost alone along already also although
  always am among an and anew another anti any anybody anyone anything apart apply approach arbitrary are aren
  argue around as ask at attempt author automatic automatically average avoid away awkward back bad barely base
  basic be became because become been before beforehand begin begun behind being below beside best better between
  beyond big both break bring broad build built but by call came can cannot carry case catch certain change choice
  choose chosen claim clear clearly close closely co come common comparable compare comparison complex complicated
  confirm consequently consider consistently correctly cost costly could couldn course cover current cut daily day
  de deal dear decide define demonstrate depend describe did didn differ different differently difficult direct
  directly discuss do does doesn doing don down draw drawn drive driven drop during each earlier early easily easy
  effective effectively efficient eg either else employ enable end enough entire entirely equally especially
  essentially etc even ever every everything ex exist expect expensive experiment explicit extensive extent extra
  eye face fact fail fairly fall far feed feel few figure fill final finally find fine finish first fit five fix
  follow for form former found four frequently fresh from full fuller fully further furthermore gave general
  generally get give given go goes going gone good got gradually great grow grown guide had half hand handle
  happen hard harder hardly has hasn have haven he heavily held help hence her hide high higher hold honest hope
  hour how however i idea ie if important importantly improve improvement in include increase indeed instance
  instead inter into intra introduce involve is isn it its itself job join just keep kept kind know known lack
  large largely larger last later lay lead least leave left length less let lie like likely limit line little live
  ll long longer look lose lost lot low made main mainly make manner many mark matter may maybe me mean meet mere
  merely met method mid might mind missing moment month more moreover most mostly move much multi multiple must my
  name namely narrow natural near nearly necessary need neither never new next no nobody non nor normally not
  nothing notice notion novel now number numerous obtain obvious occur of off offer often old on once one only
  onto open or order ordinary original other our out outcome outperform outside over overall own pair paper part
  particular particularly partly pass past pay people per percent perfectly perform performance perhaps person
  pick piece place plain point poor poorly possible post potential practice pre precise prefer prepare present
  pretty previous previously principle produce promise proper properly propose prove provide pull purpose put
  quickly quite raise range rarely rate rather re reach read reader ready real really receive recent recently
  recipe refer regard related relatively reliable reliably rely remain repeat replace report require respectively
  rest result rewrite right rise room rough roughly row run safe said same say scratch second section see seen
  select self semi sense sent separate separately serve set settle several shall shape she short should shouldn
  show shown side significant significantly similar similarly simple simply simultaneously since single sit six
  size slightly slow small smaller so some something sort sought speak special specific specifically spend split
  spot stand standard start state stay step still stop straight strength strong stronger strongest strongly study
  sub substantial substantially succeed success successful such suffer sufficient suggest suit supply support
  suppose surely surpass surprising survive take taken tell ten tend term than thank that the their them
  themselves then there thereby therefore these they thing think third this those though thought three through
  throughout thus tie tied time to today together told too took top total toward track trick tried truly try turn
  two type typical typically unable under understand understood unfamiliar unless until up upon us use used useful
  using usual usually variable variant variety various vary ve version very via vital vs wait want was wasn watch
  way we weak week weigh well went were weren what whatever when where whereas whether which while who whole whom
  whose why wide widely will win wish with within without wonder word work worse worst worth would wouldn write
  written wrong wrote year yes yet yield you your`
    .split(/\s+/)
    .map(stemWord),
);

/** Whether a stem says nothing about a paper's subject. */
export function isStopStem(stem: string): boolean {
  return STOP_STEMS.has(stem);
}
