/** The text of a record as a page shows it, and as plain characters. */
import { escapeHtml } from "./escape.ts";
import { formatMathml } from "./math-markup.ts";
import { readAsText } from "./math-text.ts";
import { readMathml } from "./mathml.ts";
import { splitRuns, type TextRun, unescapeDollars } from "./runs.ts";

/** A formula whose source has more characters may be broken into lines, or scrolled where that is not enough. */
const LONG_FORMULA = 24;
/** Begins a formula on a line of its own. */
const OWN_LINE = '<span class="maths own-line">';
/** Without any of these a text is plain already. */
const DOLLAR = /\$/;

const shown = new Map<string, string>();

/**
 * The text as HTML that can do nothing: every character of it is text, and what stands between dollar signs is MathML,
 * or, where it cannot be read, its source as it stands.
 */
export function renderText(text: string): string {
  return DOLLAR.test(text) ? splitRuns(text).map(renderRun).join("") : escapeHtml(text);
}

/**
 * The same for a text that is read and leads nowhere: a formula on a line of its own, which may be scrolled, can have the focus,
 * so that the keys scroll it (WCAG 2.1.1).
 */
export function renderPassage(text: string): string {
  return renderText(text).replaceAll(
    OWN_LINE,
    OWN_LINE.replace(">", ' tabindex="0" role="group" aria-label="Formula">'),
  );
}

/** What of the text can be read on a page: it without its markup, and without what only keeps its place free. */
export function showText(text: string): string {
  if (!DOLLAR.test(text)) return text;
  let depth = 0;
  return renderText(text).replaceAll(/<(\/?)(\w+)\b[^<>]*>|[^<]+/g, (part, closing: string, name?: string) => {
    if (name === "mphantom") depth += closing === "" ? 1 : -1;
    return name === undefined && depth === 0 ? part : "";
  });
}

/**
 * The text as plain characters, for places that hold no markup: `\$` is a dollar sign, mathematics is written in
 * Unicode where that can be read (`O(n²)`), else as its source without dollar signs.
 */
export function toPlainText(text: string): string {
  if (!DOLLAR.test(text)) return text;
  return splitRuns(text)
    .map((run) => (isText(run) ? unescapeDollars(run.source) : spellFormula(run)))
    .join("");
}

function isText(run: TextRun): run is TextRun & { kind: "text" } {
  return run.kind === "text";
}

function renderRun(run: TextRun): string {
  if (isText(run)) return escapeHtml(unescapeDollars(run.source));
  return shown.getOrInsertComputed(`${run.kind} ${run.source}`, () => renderFormula(run));
}

function renderFormula({ kind, source }: TextRun): string {
  if (kind === "text") return escapeHtml(source);
  const tree = readMathml({ kind, source });
  const math = tree === undefined ? undefined : formatMathml(tree);
  if (math === undefined) {
    const dollars = kind === "display" ? "$$" : "$";
    return escapeHtml(dollars + source + dollars);
  }
  if (kind === "display") return `${OWN_LINE}${math}</span>`;
  return source.length > LONG_FORMULA ? `<span class="maths">${math}</span>` : math;
}

function spellFormula({ kind, source }: TextRun): string {
  const tree = kind === "text" ? undefined : readMathml({ kind, source });
  return (tree === undefined ? undefined : readAsText(tree)) ?? source.trim();
}
