/** What the prose of a digest or an introduction holds beyond Markdown: mathematics, and links between pages of the site. */
import { escapeHtml } from "./latex/escape.ts";
import { renderPassage, renderText } from "./latex/render.ts";
import { splitRuns } from "./latex/runs.ts";
import { routes } from "./routes.ts";

/** A formula, or a link such as `[[2510.18821]]`, `[[2510.18821|own words]]` or `[[tag:self-play]]`. */
export interface ProseMark {
  /** As it stands in the text. */
  written: string;
  /** The formula; absent for a link. */
  formula?: { kind: "inline" | "display"; source: string };
  /** Where the link leads and what it says; absent for a formula. */
  link?: SiteLink;
}

/** A mark with its place. */
export interface PlacedMark extends ProseMark {
  /** Where it begins. */
  index: number;
}

/** A link to a page of the site. */
export interface SiteLink {
  /** What it leads to. */
  kind: "paper" | "tag";
  /** Id of the paper or topic; empty where none is given. */
  id: string;
  /** What it says; absent where that is for the page it leads to. */
  words?: string;
}

/** What links without words of their own say, in the text of records: titles of papers by their ids, names of topics by `tag:…`. */
export type LinkNames = Readonly<Record<string, string>>;

const LINK = /(?<!\\)\[\[([^[\]|\n]{0,200})(?:\|([^[\]\n]{0,300}))?\]\]/g;
/** Characters that stand for marks while Markdown is read; so many may be in a text. */
const [FIRST, MOST] = [0xe000, 0x1800];
const STAND_INS = /[\ue000-\uf8ff]/g;

/** A text outside its code: marks in order, and what stands between formulas, links included, with its place. */
export interface SplitProse {
  /** Formulas and links. */
  marks: PlacedMark[];
  /** What is no formula. */
  texts: { index: number; source: string }[];
}

/** Splits a text into marks and text. */
export function splitProse(markdown: string): SplitProse {
  const marks: PlacedMark[] = [];
  const texts: SplitProse["texts"] = [];
  let from = 0;
  for (const [start, end] of [...findCode(markdown), [markdown.length, markdown.length] as const]) {
    let index = from;
    for (const { kind, source } of splitRuns(markdown.slice(from, start))) {
      if (kind === "text") {
        texts.push({ index, source });
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
  return { marks, texts };
}

function makeLink(index: number, [written, target = "", words]: RegExpExecArray): PlacedMark {
  const [, tag] = /^tag:(.*)$/.exec(target.trim()) ?? [];
  const id = (tag ?? target).trim();
  const own = words?.trim() ? { words: words.trim() } : {};
  return { index, written, link: { kind: tag === undefined ? "paper" : "tag", id, ...own } };
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
  return splitProse(text).marks.length > 0;
}

/** A link in short: the id of a paper, or `tag:` and that of a topic. */
export function formatLink({ kind, id }: SiteLink): string {
  return kind === "tag" ? `tag:${id}` : id;
}

/** Links to pages of the site in a text, without those that name nothing. */
export function listSiteLinks(markdown: string): (SiteLink & { /** Line of the text, from 1. */ line: number })[] {
  return splitProse(markdown).marks.flatMap(({ index, link }) =>
    link === undefined || link.id === "" ? [] : [{ ...link, line: lineAt(markdown, index) }],
  );
}

/** Line of a place in a text, from 1. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

/** A text in which a single character, which Markdown leaves alone, stands for each mark. */
export interface MaskedProse {
  /** The text. */
  text: string;
  /** The marks, in order. */
  marks: PlacedMark[];
}

/** Puts characters in the place of marks. @param outline the text with what holds no marks blanked out, as long as the text */
export function maskMarks(markdown: string, outline: string = markdown): MaskedProse {
  const marks = splitProse(outline).marks.slice(0, MOST);
  let [text, from] = ["", 0];
  for (const [place, { index, written }] of marks.entries()) {
    text += markdown.slice(from, index).replace(STAND_INS, "") + String.fromCharCode(FIRST + place);
    from = index + written.length;
  }
  return { text: text + markdown.slice(from).replace(STAND_INS, ""), marks };
}

/** Whether characters that stand for marks are in masked text. */
export function hasMarks(masked: string): boolean {
  return masked.search(STAND_INS) >= 0;
}

/** Splits masked text at the characters that stand for marks: numbers of marks, from 0, and what is between them. */
export function splitMasked(text: string): (number | string)[] {
  return text
    .split(/([\ue000-\uf8ff])/)
    .filter((part) => part !== "")
    .map((part) => (/^[\ue000-\uf8ff]$/.test(part) ? part.charCodeAt(0) - FIRST : part));
}

/** Masked text with its marks as they were written, or as `write` writes them. */
export function unmask(text: string, marks: readonly ProseMark[], write = ({ written }: ProseMark) => written): string {
  return text.replace(STAND_INS, (sign) => {
    const mark = marks[sign.charCodeAt(0) - FIRST];
    return mark === undefined ? "" : write(mark);
  });
}

/** HTML that was made of masked text, with its marks as HTML; within a tag, as an address or a title, as they were written. */
export function restoreMarks(html: string, marks: readonly ProseMark[], names: LinkNames): string {
  // In a quoted value a sign closes no tag: the language of a block of code is written there as it stands.
  return html.replace(/<(?:[^<>"]|"[^"]*")*>|[\ue000-\uf8ff]/g, (part) => {
    if (!part.startsWith("<")) return unmask(part, marks, (mark) => renderMark(mark, names));
    const encoded = /%EE%[8-9A-B][0-9A-F]%[8-9A-B][0-9A-F]|%EF%[8-9A-B][0-9A-F]%[8-9A-B][0-9A-F]/gi;
    return unmask(part.replace(encoded, decodeURIComponent), marks, ({ written }) => escapeHtml(written));
  });
}

/** A mark as HTML. A link without words says the title of its paper or the name of its topic, else the id. */
export function renderMark({ written, link }: ProseMark, names: LinkNames): string {
  if (link === undefined) return renderPassage(written);
  const { kind, id, words } = link;
  const name = formatLink(link);
  const said = words ?? (Object.hasOwn(names, name) ? names[name] : undefined);
  const href = kind === "tag" ? routes.tag(id) : routes.paper(id);
  return `<a href="${escapeHtml(href)}">${words === undefined ? renderText(said ?? id) : escapeHtml(words)}</a>`;
}
