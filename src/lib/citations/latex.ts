/** Plain text as LaTeX that a BibTeX field can hold. Letters outside ASCII stay as they are, in UTF-8. */
import { isBalanced, splitRuns, unescapeDollars } from "../latex/runs.ts";

/**
 * Characters with a meaning in LaTeX. Braces get commands because BibTeX counts braces whether a backslash precedes
 * them or not, and a lone one would end or swallow the field.
 */
const ESCAPES: { [character: string]: string } = {
  "#": "\\#",
  $: "\\$",
  "%": "\\%",
  "&": "\\&",
  _: "\\_",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "\\": "\\textbackslash{}",
};
const WORD_OR_SPECIAL = /[\p{L}\p{N}\p{M}]+|[#$%&_{}~^\\]/gu;

/** Escapes `# $ % & _ { } ~ ^ \` outside `$…$`, where `\$` is a dollar sign; white space is collapsed, control characters are left out. */
export function escapeLatex(text: string): string {
  return mapText(text, (word) => word);
}

/**
 * Escapes a title and puts braces around words whose capitals a style must not lower: those with a capital after the
 * first letter, in capitals throughout, or with a digit (`{SPIRAL}`, `{LLMs}`, `{R1}`). A title all in capitals
 * says nothing about its words and gets no braces.
 */
export function escapeTitle(title: string): string {
  const isShouted = !/\p{Ll}/u.test(title);
  return mapText(title, (word) => (!isShouted && hasOwnCapitals(word) ? `{${word}}` : word));
}

/** Whether the capitals of a word are its own and not those of a title; "A" is the article. */
function hasOwnCapitals(word: string): boolean {
  if (!/\p{Lu}/u.test(word) || word === "A") return false;
  return /^\p{Lu}$/u.test(word) || /.\p{Lu}/u.test(word) || /\p{N}/u.test(word);
}

/** Handles words and special characters outside mathematics, and mends mathematics where BibTeX would stumble. */
function mapText(text: string, mapWord: (word: string) => string): string {
  const clean = text
    .replace(/\s+/gu, " ")
    .replace(/\p{Cc}/gu, "")
    .trim();
  const mapPlain = (plain: string) => plain.replace(WORD_OR_SPECIAL, (match) => ESCAPES[match] ?? mapWord(match));
  return splitRuns(clean)
    .map(({ kind, source }) => {
      if (kind === "text") return mapPlain(unescapeDollars(source));
      const maths = mendMaths(source);
      return maths === undefined ? mapPlain(`$${source}$`) : `$${maths}$`;
    })
    .join("");
}

/** Mathematics with its braces balanced as BibTeX counts them, undefined where that cannot be. */
function mendMaths(source: string): string | undefined {
  const maths = source
    .replace(/\\\{/g, "\\lbrace{}")
    .replace(/\\\}/g, "\\rbrace{}")
    .replace(/(?<!\\)[%#]/g, "\\$&");
  return isBalanced(maths) ? maths : undefined;
}
