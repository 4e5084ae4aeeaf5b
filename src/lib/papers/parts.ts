/**
 * A long list of papers in parts, so that no page grows with the archive: a month by its days, papers without a day by
 * their titles' letters. A part that is still too long is cut again, by the ids of its papers or by more letters. Its
 * name is the shortest beginning that few enough share, so that it stays whatever comes to other parts.
 */
import { type Day, formatDate, formatDay, type Month } from "../dates.ts";
import { dropUndefined } from "../drop-undefined.ts";
import { toPlainText } from "../latex/render.ts";
import { type Cut, cutByPrefix, type PrefixPart, writePlainKey } from "../prefix-parts.ts";
import type { Route } from "../routes.ts";
import type { EntryView } from "./entry.ts";
import { toSegment } from "./id.ts";
import { foldLatin } from "./latin.ts";
import type { ListedPaper } from "./paper.ts";
import { findDate } from "./paper-date.ts";

/** Rows on a page: so many of the longest stay far below 300 kB. */
export const ROWS_A_PAGE = 100;

/** A list of papers, with what it is cut into. */
export interface PaperPart<Own extends ListedPaper = ListedPaper> {
  /** What it is called in addresses and anchors, behind what it is a part of: `21`, `no-day`, `a`, `2607.1`. */
  name: string;
  /** What readers see. */
  title: string;
  /** Its day, where it is one. */
  day?: Day;
  /** Its papers in order. */
  papers: readonly Own[];
  /** What it is cut into; empty where a page holds all of it. */
  parts: PaperPart<Own>[];
  /** Whether their order says which come first, as in an edition; else their votes do. */
  isRanked?: boolean;
}

/** The part of a month for papers of which no day is known. */
const NO_DAY = "no-day";
/** The part of a list by letters for titles that begin with none of a to z. */
const OTHER = "other";

/**
 * A month's papers by day, those without one behind them; of a year alone or of `undated` by the first letter of the title.
 * @param papers newest first
 */
export function partMonth<Own extends ListedPaper>(month: Month, papers: readonly Own[]): PaperPart<Own>[] {
  return hasDays(month) ? partByDay(month, papers) : partByLetter(papers);
}

/** Whether it is a month of the calendar, not a year or `undated`. */
export function hasDays(month: Month): boolean {
  return /^\d{4}-\d{2}$/.test(month);
}

function partByDay<Own extends ListedPaper>(month: Month, papers: readonly Own[]): PaperPart<Own>[] {
  const days = Map.groupBy(papers, ({ facts }) => findDate(facts)?.slice(month.length + 1) || NO_DAY);
  return [...days]
    .sort(([a], [b]) => Number(a === NO_DAY) - Number(b === NO_DAY))
    .map(([name, own]) => {
      if (name === NO_DAY) return makeLetterPart(name, `${formatDate(month)}, day unknown`, sortByTitle(own), "");
      const day = `${month}-${name}`;
      const parts = cut(own, BY_ID);
      return { name, title: formatDay(day), day, papers: own, parts };
    });
}

function partByLetter<Own extends ListedPaper>(papers: readonly Own[]): PaperPart<Own>[] {
  const letters = Map.groupBy(sortByTitle(papers), (paper) => /^[a-z]/.exec(keyByTitle(paper))?.[0] ?? OTHER);
  return [...letters]
    .sort(([a], [b]) => Number(a === OTHER) - Number(b === OTHER))
    .map(([name, own]) =>
      name === OTHER ? makeLetterPart(name, "Other", own, "") : makeLetterPart(name, name.toUpperCase(), own, name),
    );
}

function makeLetterPart<Own extends ListedPaper>(
  name: string,
  title: string,
  papers: readonly Own[],
  prefix: string,
): PaperPart<Own> {
  return { name, title, papers, parts: cut(papers, BY_TITLE, prefix) };
}

/** What papers are cut by, and how readers see the beginning of a key. */
interface Order extends Cut<ListedPaper> {
  label: (prefix: string, first: ListedPaper | undefined) => string;
}

const BY_ID: Order = {
  keyOf: ({ facts }) => toSegment(facts.id),
  most: ROWS_A_PAGE,
  label: (prefix) => `${prefix}…`,
};
const BY_TITLE: Order = {
  keyOf: keyByTitle,
  most: ROWS_A_PAGE,
  label: (prefix, first) => {
    // Of letters that are written as codes there, the title itself says more.
    if (prefix.includes("~")) return `${[...toPlainText(first?.facts.title ?? "")].slice(0, 8).join("")}…`;
    return `${prefix.charAt(0).toUpperCase()}${prefix.slice(1).replaceAll("-", " ")}…`;
  },
};

function cut<Own extends ListedPaper>(papers: readonly Own[], order: Order, prefix = ""): PaperPart<Own>[] {
  const name = (parts: readonly PrefixPart<Own>[]): PaperPart<Own>[] =>
    parts.map((part) => ({
      ...{ name: part.prefix, title: order.label(part.prefix, part.items[0]), papers: part.items },
      parts: name(part.parts),
    }));
  return name(cutByPrefix<Own>(papers, order, prefix));
}

function sortByTitle<Own extends ListedPaper>(papers: readonly Own[]): Own[] {
  const keys = new Map(papers.map((paper) => [paper, keyByTitle(paper)]));
  return [...papers].sort((a, b) => ((keys.get(a) ?? "") < (keys.get(b) ?? "") ? -1 : 1));
}

/** Letters of a key that come from the title; so long a beginning is shared by equal titles only. */
const TITLE_LENGTH = 60;

/** What a paper is found by among letters: its title, and its id. */
function keyByTitle({ facts }: ListedPaper): string {
  return `${writePlainKey(foldLatin(toPlainText(facts.title))).slice(0, TITLE_LENGTH)}-${toSegment(facts.id)}`;
}

/** All parts, those of parts among them, each with the names that lead to it. */
export function* walkParts<Own extends ListedPaper>(
  parts: readonly PaperPart<Own>[],
  names: readonly string[] = [],
): Generator<{ names: string[]; part: PaperPart<Own> }> {
  for (const part of parts) {
    const own = [...names.slice(0, 1), part.name];
    yield { names: own, part };
    yield* walkParts(part.parts, own);
  }
}

/** How many rows each part may show so that all together fit a page; at least one. */
export function shareRows(counts: readonly number[]): number {
  const most = Math.max(1, ...counts);
  const sum = (share: number): number => counts.reduce((rows, count) => rows + Math.min(count, share), 0);
  let share = 1;
  while (share < most && sum(share + 1) <= ROWS_A_PAGE) share += 1;
  return share;
}

/** A part as a page shows it: its first rows, or all. */
export interface PartList<Entry = EntryView> extends Pick<PaperPart, "name" | "title" | "day"> {
  /** How many papers it has. */
  count: number;
  /** Where all of them stand; absent where that is here. */
  href?: Route;
  /** Papers in order; where they are not all, those of most votes. */
  entries: Entry[];
}

/**
 * Parts as one page shows them, each with so many rows that all fit it.
 * @param show gives what is shown of a paper
 * @param toHref address of a part's own page
 */
export function listParts<Own extends ListedPaper, Entry>(
  parts: readonly PaperPart<Own>[],
  show: (paper: Own) => Entry,
  toHref: (part: PaperPart<Own>) => Route,
): PartList<Entry>[] {
  const share = shareRows(parts.map(({ papers }) => papers.length));
  return parts.map((part) => {
    const { name, title, day, papers, isRanked } = part;
    const isWhole = papers.length <= share;
    return dropUndefined({
      ...{ name, title, day, count: papers.length },
      href: isWhole ? undefined : toHref(part),
      entries: (isWhole || isRanked ? papers.slice(0, share) : pickFirst(papers, share)).map(show),
    });
  });
}

/** The papers of most votes, in their order. */
function pickFirst<Own extends ListedPaper>(papers: readonly Own[], count: number): Own[] {
  return [...papers].sort((a, b) => (b.facts.upvotes ?? 0) - (a.facts.upvotes ?? 0)).slice(0, count);
}
