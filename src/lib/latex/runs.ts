/** Where mathematics stands in the text of a record. */

/** A piece of text, or of mathematics. */
export interface TextRun {
  /** What it is: plain text, a formula in the line, or one that its authors set on a line of its own. */
  kind: "text" | "inline" | "display";
  /** The text, with `\$` as it stands; or the TeX between the dollar signs. */
  source: string;
}

/** Mathematics that begins at some place of a text. */
export interface Formula extends TextRun {
  /** Where its authors set it. */
  kind: "inline" | "display";
  /** Index behind its last dollar sign. */
  end: number;
}

const DOLLARS = /\\[\s\S]|\$/g;

/** Splits text of a record into text and mathematics, in order; pieces are never empty. */
export function splitRuns(text: string): TextRun[] {
  if (!text.includes("$")) return text === "" ? [] : [{ kind: "text", source: text }];
  const runs: TextRun[] = [];
  let start = 0;
  let index = nextDollar(text, 0);
  while (index !== -1) {
    const formula = readFormula(text, index);
    if (formula === undefined) {
      index = nextDollar(text, text.startsWith("$$", index) ? index + 2 : index + 1);
      continue;
    }
    if (index > start) runs.push({ kind: "text", source: text.slice(start, index) });
    runs.push({ kind: formula.kind, source: formula.source });
    start = formula.end;
    index = nextDollar(text, start);
  }
  if (start < text.length) runs.push({ kind: "text", source: text.slice(start) });
  return runs;
}

/**
 * The formula that the dollar sign at `index` opens; undefined when it is money or a lone sign. The rule is Pandoc's
 * for `tex_math_dollars` (https://pandoc.org/MANUAL.html#math): the opening sign has no space to its right, the closing
 * one none to its left and no digit to its right, `\$` is neither, and no empty line lies between. Braces have to match.
 * Beyond Pandoc's, a digit may follow where a command begins the formula, which no sum of money does: `$\sim$80`.
 */
export function readFormula(text: string, index: number): Formula | undefined {
  const mark = text.startsWith("$$", index) ? "$$" : "$";
  const start = index + mark.length;
  const end = nextDollar(text, start);
  if (end === -1 || !text.startsWith(mark, end)) return undefined;
  const source = text.slice(start, end);
  if (source.trim() === "" || /\n\s*\n/.test(source) || !isBalanced(source)) return undefined;
  const after = end + mark.length;
  if (mark === "$$") return { kind: "display", source, end: after };
  if (/^\s|\s$/.test(source) || (/\d/.test(text.charAt(after)) && !/^\\[A-Za-z]/.test(source))) return undefined;
  return { kind: "inline", source, end: after };
}

/** Index of the next dollar sign that no backslash precedes, from `from` on; -1 when there is none. */
function nextDollar(text: string, from: number): number {
  DOLLARS.lastIndex = from;
  for (let match = DOLLARS.exec(text); match !== null; match = DOLLARS.exec(text)) {
    if (match[0] === "$") return match.index;
  }
  return -1;
}

/** Whether every brace has its partner; `\{` and `\}` are signs. */
export function isBalanced(source: string): boolean {
  let depth = 0;
  for (const [sign] of source.matchAll(/\\[\s\S]|[{}]/g)) {
    if (sign === "{") depth += 1;
    if (sign === "}") depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Plain text of a record with `\$` as the dollar sign it means. */
export function unescapeDollars(text: string): string {
  return text.replaceAll("\\$", "$");
}
