/**
 * One folding for all that is compared: what a text has and what a reader types become the same letters. Latin letters
 * are folded as in addresses (lib/papers/latin.ts); here signs get the names that people type for them, so that
 * `tau-bench` finds τ-bench and `C++` is not `C`.
 */

const GREEK_NAMES =
  "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega".split(
    " ",
  );
/** The first small letter; both forms of sigma stand in their places. */
const ALPHA = 0x3b1;

/** Text without any of these stays as it is. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is meant as it stands
const MAY_CHANGE = /[^\u0000-\u007f]|\+\+|[#*]|\p{L}[_^]\d|\.net/iu;
/** One or two Greek letters or an infinity by themselves; more letters are a word of the language. */
const GREEK_SIGNS =
  /(?:∞|(?<![\u0370-\u03FF\u1F00-\u1FFF]\p{M}?)(?:[\u0370-\u03FF\u1F00-\u1FFF]\p{M}?){1,2}(?![\u0370-\u03FF\u1F00-\u1FFF\p{M}]))(?:[_^](?=[\p{N}*∗⋆]))?/gu;
/** A letter that is a variable: a low line or caret behind it begins an index. */
const INDEXED = /(?<![\p{L}\p{N}])(\p{L})[_^](?=[\p{N}*∗⋆])/gu;

/**
 * The text with its signs as people type them, case kept: `τ-bench` as `-tau--bench`, `π_0` as `-pi-0`, `∞` as `-infinity-`,
 * `№5` as `No-5`, `C++` as `C-plus-plus`, `F#` as `F-sharp`, `A*` as `A-star`, `.NET` as `dot-NET`, `4×` as `4x`.
 * Compatibility forms (ligatures, `₂`, full width, `ℓ`) are resolved, as NFKC does.
 */
export function nameSigns(text: string): string {
  if (!MAY_CHANGE.test(text)) return text;
  return text
    .replace(/№\s?(?=\p{N})/gu, "No-")
    .normalize("NFKC")
    .replace(GREEK_SIGNS, nameGreek)
    .replace(INDEXED, "$1")
    .replace(/(?<=\p{N})×/gu, "x")
    .replace(/(?<=[\p{L}\p{N}])\+\+/gu, "-plus-plus")
    .replace(/(?<![\p{L}\p{N}*])(\p{L})([#*∗⋆])(?![\p{L}\p{N}*])/gu, (_, letter: string, sign) =>
      sign === "#" ? `${letter}-sharp` : `${letter}-star`,
    )
    .replace(/(?<![\p{L}\p{N}.])\.(?=net(?![\p{L}\p{N}]))/giu, "dot-");
}

/** Names stand apart from what is beside them. */
function nameGreek(letters: string): string {
  const names = Array.from(letters.normalize("NFD").replace(/[\p{M}_^]/gu, ""), (letter) =>
    letter === "∞" ? "infinity" : (GREEK_NAMES[letter.toLowerCase().charCodeAt(0) - ALPHA] ?? letter),
  );
  return `-${names.join("-")}-`;
}

/** Letters with marks that some write as two letters instead. */
const SPELLED_OUT: { [letter: string]: string } = { ä: "ae", ö: "oe", ø: "oe", ü: "ue", å: "aa" };

/** The text as those write it who spell out its marks, in small letters: `Schoelkopf` for `Schölkopf`. */
export function spellOut(text: string): string {
  return text.normalize("NFC").replace(/[äöøüå]/giu, (letter) => SPELLED_OUT[letter.toLowerCase()] ?? letter);
}
