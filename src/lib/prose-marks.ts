/** What the prose of a digest holds beyond Markdown: mathematics, and links between pages of the site. */
import { escapeHtml } from "./latex/escape.ts";
import { readMathml } from "./latex/mathml.ts";
import { renderText } from "./latex/render.ts";
import { splitRuns } from "./latex/runs.ts";
import type { ProseProblem } from "./prose.ts";
import { routes } from "./routes.ts";

/** A formula, or a link such as `[[2510.18821]]`, `[[2510.18821|own words]]` or `[[tag:self-play]]`. */
interface ProseMark {
  /** Where it begins. */
  index: number;
  /** As it stands there. */
  written: string;
  /** The formula; absent for a link. */
  formula?: { kind: "inline" | "display"; source: string };
  /** Where the link leads and what it says; absent for a formula. */
  link?: SiteLink;
}

/** A link to a page of the site. */
export interface SiteLink {
  /** What it leads to. */
  kind: "paper" | "tag";
  /** Id of the paper or topic. */
  id: string;
  /** What it says. */
  words: string;
}

const LINK = /(?<!\\)\[\[([^[\]|\n]{1,200})(?:\|([^[\]\n]{1,300}))?\]\]/g;
/** Characters that stand for marks while Markdown is read; so many may be in a text. */
const [FIRST, MOST] = [0xe000, 0x1800];

/** All marks of a text outside its code, in order. */
function findMarks(markdown: string): ProseMark[] {
  if (!/[$[]/.test(markdown)) return [];
  const marks: ProseMark[] = [];
  let from = 0;
  for (const [start, end] of [...findCode(markdown), [markdown.length, markdown.length] as const]) {
    let index = from;
    for (const { kind, source } of splitRuns(markdown.slice(from, start))) {
      if (kind === "text") {
        for (const found of source.matchAll(LINK)) marks.push(makeLink(index + found.index, found));
        index += source.length;
        continue;
      }
      const written = kind === "inline" ? `$${source}$` : `$$${source}$$`;
      marks.push({ index, written, formula: { kind, source } });
      index += written.length;
    }
    from = end;
  }
  return marks;
}

function makeLink(index: number, [written, target = "", words]: RegExpExecArray): ProseMark {
  const [, tag] = /^tag:(.*)$/.exec(target.trim()) ?? [];
  const id = (tag ?? target).trim();
  return { index, written, link: { kind: tag === undefined ? "paper" : "tag", id, words: words?.trim() || id } };
}

/** Where code stands: between two equal runs of backticks (CommonMark 0.31.2, code spans and fences). */
function findCode(markdown: string): [start: number, end: number][] {
  const runs = [...markdown.matchAll(/`+/g)];
  const byLength = Map.groupBy(runs, ([run]) => run.length);
  const ranges: [number, number][] = [];
  let end = 0;
  for (const run of runs) {
    const peers = byLength.get(run[0].length) ?? [];
    while (peers[0] !== undefined && peers[0].index <= run.index) peers.shift();
    const closing = peers[0];
    if (run.index < end || closing === undefined) continue;
    end = closing.index + closing[0].length;
    ranges.push([run.index, end]);
  }
  return ranges;
}

/** Whether a text holds a formula or a link to a page of the site, outside its code. */
export function hasProseMarks(text: string): boolean {
  return findMarks(text).length > 0;
}

/** Links to pages of the site in a text. */
export function listSiteLinks(markdown: string): (SiteLink & { /** Line of the text, from 1. */ line: number })[] {
  return findMarks(markdown).flatMap(({ index, link }) =>
    link === undefined ? [] : [{ ...link, line: lineAt(markdown, index) }],
  );
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

/** Mathematics of a text that cannot be shown. */
export function listMathProblems(markdown: string): ProseProblem[] {
  return findMarks(markdown).flatMap(({ index, written, formula }): ProseProblem[] => {
    if (formula === undefined || readMathml(formula) !== undefined) return [];
    return [
      {
        line: lineAt(markdown, index),
        message: "this mathematics is not understood, so it cannot be shown",
        found: written,
        allowed: "TeX as in titles, between dollar signs",
        mend: "write it in other commands or in words; a dollar sign that is money is \\$",
      },
    ];
  });
}

/** Exchanges marks for single characters that Markdown leaves alone, and gives the way to their HTML. */
export function maskMarks(markdown: string): { text: string; restore: (html: string) => string } {
  const marks = findMarks(markdown).slice(0, MOST);
  let [text, from] = ["", 0];
  for (const [place, { index, written }] of marks.entries()) {
    text += markdown.slice(from, index).replace(/[\ue000-\uf8ff]/g, "") + String.fromCharCode(FIRST + place);
    from = index + written.length;
  }
  text += markdown.slice(from).replace(/[\ue000-\uf8ff]/g, "");
  if (marks.length === 0) return { text: markdown, restore: (html) => html };
  // Within a tag, as an address or a title, it is what was written.
  const restore = (html: string) =>
    html.replace(/<[^<>]*>|[\ue000-\uf8ff]/g, (part) =>
      part.startsWith("<")
        ? part
            .replace(
              /%EE%[8-9A-B][0-9A-F]%[8-9A-B][0-9A-F]|%EF%[8-9A-B][0-9A-F]%[8-9A-B][0-9A-F]/gi,
              decodeURIComponent,
            )
            .replace(/[\ue000-\uf8ff]/g, (sign) => escapeHtml(marks[sign.charCodeAt(0) - FIRST]?.written ?? ""))
        : renderMark(marks[part.charCodeAt(0) - FIRST]),
    );
  return { text, restore };
}

function renderMark(mark: ProseMark | undefined): string {
  if (mark?.link === undefined) return mark === undefined ? "" : renderText(mark.written);
  const { kind, id, words } = mark.link;
  return `<a href="${escapeHtml(kind === "tag" ? routes.tag(id) : routes.paper(id))}">${escapeHtml(words)}</a>`;
}
