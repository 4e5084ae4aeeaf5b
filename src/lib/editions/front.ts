/** Views of the front page: the latest edition, or the newest papers of an archive that has none. */
import { formatDay } from "../dates.ts";
import { renderText } from "../latex/render.ts";
import { renderMarkdown } from "../markdown.ts";
import { findAccount } from "../papers/finding.ts";
import type { Paper } from "../papers/paper.ts";
import { findDate } from "../papers/paper-date.ts";
import { type EntryItem, type EntryList, listMonths, type MonthLink } from "../papers/shelf.ts";
import type { LinkNames } from "../prose-marks.ts";
import { routes } from "../routes.ts";
import type { Edition } from "./edition.ts";
import { nameGroup, splitByGroups } from "./grouped-list.ts";
import { type EditionHead, FEWEST_LINES, listNumbered, viewHead } from "./view.ts";

/** Papers that a front page shows large. */
export interface FrontPapers {
  /** The paper that leads, with the beginning of its digest as HTML, else what its abstract says was made; else empty. */
  lead?: EntryItem & { told: string };
  /** The three that follow in order and have a number to show, else the three that follow; empty where there are fewer. */
  seconds: EntryItem[];
}

/** What the front page shows of the latest edition. */
export interface FrontView extends FrontPapers {
  /** What is said of it. */
  head: EditionHead;
  /** All others, by group when there are groups. */
  groups: EntryList[];
  /** How many the others are. */
  othersCount: number;
}

/** What the front page shows of an archive without editions. */
export interface NewestView extends FrontPapers {
  /** Papers of the whole archive. */
  count: number;
  /** The year of the oldest paper; absent when no date is known, or all are of one year. */
  since?: string;
  /** The newest but those above. */
  others: EntryItem[];
  /** The latest months, newest first, what has only a year behind the months of that, the undated last. */
  months: MonthLink[];
}

/** Gives what links of a paper's digest say that have no words of their own. */
type NameLinks = (paper: Paper) => LinkNames;

/** Papers set below the lead. */
const SECONDS = 3;
/** Papers and months of an archive on its front page. */
const [NEWEST, MONTHS] = [24, 24];
/** A first paragraph shorter than this, in characters, is told with the second. */
const SHORT_OPENING = 260;

/** The front page's view of an edition. */
export function viewFront(edition: Edition<Paper>, nameLinks: NameLinks = () => ({})): FrontView {
  const { items, full } = listNumbered(edition, ({ entry }) => entry);
  const { others, ...large } = arrangeFront(items, edition.papers, edition.lead, nameLinks);
  const before = items.length - others.length;
  return {
    head: viewHead(edition),
    ...large,
    groups: groupItems(edition, items, others).map((list) => ({ ...list, ...limitFull(list.items, full, before) })),
    othersCount: others.length,
  };
}

/** The front page's view of an archive without editions; undefined of an empty one. @param papers newest first */
export function viewNewest(papers: readonly Paper[], nameLinks: NameLinks = () => ({})): NewestView | undefined {
  const newest = papers.slice(0, NEWEST);
  const lead = newest.find(({ entry }) => !entry.isWithdrawn) ?? newest[0];
  if (lead === undefined) return undefined;
  const items = newest.map(({ entry }) => ({ entry }));
  const years = papers.flatMap(({ facts }) => findDate(facts)?.slice(0, "YYYY".length) ?? []);
  const [last, first] = [years[0], years.at(-1)];
  return {
    ...arrangeFront(items, newest, lead, nameLinks),
    count: papers.length,
    ...(first === undefined || first === last ? {} : { since: first }),
    months: listMonths(papers, routes.archiveMonth).slice(0, MONTHS),
  };
}

/** Which items stand large, and which do not. @param items one for each of the papers, in the same order */
function arrangeFront(
  items: readonly EntryItem[],
  papers: readonly Paper[],
  lead: Paper | undefined,
  nameLinks: NameLinks,
): FrontPapers & { others: EntryItem[] } {
  const first = lead && items[papers.indexOf(lead)];
  const sound = items.filter((item) => item !== first && !item.entry.isWithdrawn);
  const numbered = sound.filter(({ entry }) => entry.figure !== undefined);
  const fitting = numbered.length >= SECONDS ? numbered : sound;
  const seconds = fitting.length < SECONDS ? [] : fitting.slice(0, SECONDS);
  const large = new Set([first, ...seconds]);
  return {
    ...(lead && first ? { lead: { ...first, told: renderOpening(lead, nameLinks(lead)) } } : {}),
    seconds,
    others: items.filter((item) => !large.has(item)),
  };
}

/** How many of these are shown in full, when some before them are already. */
function limitFull(items: readonly EntryItem[], full: number | undefined, before: number): Pick<EntryList, "full"> {
  const left = Math.max(0, (full ?? Number.POSITIVE_INFINITY) - before);
  return items.length < left + FEWEST_LINES ? {} : { full: left };
}

/** Those of an edition's items that are given, under its groups, else under its date; each list says how many belong there. */
function groupItems({ date, groups }: Edition<Paper>, items: EntryItem[], shown: readonly EntryItem[]): EntryList[] {
  const kept = new Set(shown);
  return splitByGroups({ title: formatDay(date), items }, groups.map(nameGroup))
    .map((list) => ({ ...list, total: list.items.length, items: list.items.filter((item) => kept.has(item)) }))
    .filter((list) => list.items.length > 0);
}

/**
 * About the first half of a digest: its first paragraph, and the second when the first is short; without one, what the
 * abstract says was made.
 */
function renderOpening({ digest, entry, record }: Paper, linkNames: LinkNames): string {
  if (entry.isWithdrawn) return "";
  if (digest === undefined) {
    const account = record.abstract === undefined ? undefined : findAccount(record.abstract);
    return account === undefined ? "" : `<p>“${renderText(account)}”</p>`;
  }
  const [first = "", second] = digest.body.trim().split(/\n\s*\n/);
  const opening = second !== undefined && first.length < SHORT_OPENING ? `${first}\n\n${second}` : first;
  return renderMarkdown(opening, linkNames);
}
