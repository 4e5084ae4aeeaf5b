/** Views of editions: the front page's, an edition's own page, weeks and months. */
import { type Day, formatDay, formatMonth, formatWeek, type Month, monthOf, type Week, weekOf } from "../dates.ts";
import { countNoun } from "../errors.ts";
import { renderMarkdown } from "../markdown.ts";
import type { EntryView } from "../papers/entry.ts";
import type { EntryList } from "../papers/shelf.ts";
import { routes } from "../routes.ts";
import type { Edition } from "./edition.ts";

/** What every page that shows an edition says of it. */
export interface EditionHead {
  date: Day;
  /** Address of its page. */
  href: string;
  title: string;
  summary?: string;
  curator?: string;
  source?: string;
  /** Number of papers. */
  count: number;
  isCurated: boolean;
  completeness: Edition["completeness"];
  /** Completeness in a phrase: `50 of 50 papers listed`. */
  listed: string;
  /** What is not there, and why; absent when all is. */
  missing?: string;
  /** Its week. */
  week: { label: string; href: string };
  /** Its month. */
  month: { label: string; href: string };
}

/** What the front page shows of the latest edition. */
export interface FrontView {
  head: EditionHead;
  /** The paper that leads, with the first paragraph of its digest as HTML. */
  lead?: { entry: EntryView; told: string };
  /** The three that follow in order and have a number to show, else the three that follow. */
  seconds: EntryView[];
  /** All others, by group when there are groups. */
  groups: EntryList[];
  /** How many the others are. */
  othersCount: number;
}

/** A page of several editions: a week or a month. */
export interface PeriodView {
  /** `March 2026`, `week 11 of 2026`. */
  title: string;
  /** Its editions in order of date, each with its papers. */
  editions: { head: EditionHead; list: EntryList }[];
  /** Papers of all of them, each counted once. */
  count: number;
}

/** What is said of an edition wherever it stands. */
export function viewHead(edition: Edition): EditionHead {
  const { date, summary, curator, source } = edition;
  const missing = describeMissing(edition);
  return {
    date,
    href: routes.edition(date),
    title: edition.title,
    ...(summary === undefined ? {} : { summary }),
    ...(curator === undefined ? {} : { curator }),
    ...(source === undefined ? {} : { source }),
    count: edition.papers.length,
    isCurated: edition.isCurated,
    completeness: edition.completeness,
    listed: describeListed(edition),
    ...(missing === undefined ? {} : { missing }),
    week: { label: formatWeek(weekOf(date)), href: routes.editionWeek(weekOf(date)) },
    month: { label: formatMonth(monthOf(date)), href: routes.editionMonth(monthOf(date)) },
  };
}

/** `50 papers, the list is complete`, for the line above the name. */
export function describeCompleteness({ count, completeness }: EditionHead): string {
  const state = { complete: "the list is complete", partial: "the list is partial", empty: "nothing was listed" };
  return completeness === "empty" ? state.empty : `${countNoun(count, "paper")}, ${state[completeness]}`;
}

function sumListings(edition: Edition, field: "listed" | "taken" | "refused"): number {
  return edition.listings.reduce((sum, listing) => sum + listing[field], 0);
}

function describeListed(edition: Edition): string {
  const listed = sumListings(edition, "listed");
  if (edition.listings.length === 0) return countNoun(edition.papers.length, "paper");
  return listed === 0
    ? "No papers were listed"
    : `${sumListings(edition, "taken")} of ${countNoun(listed, "paper")} listed`;
}

function describeMissing(edition: Edition): string | undefined {
  if (edition.completeness !== "partial") return undefined;
  if (edition.listings.length === 0) return "What else was listed on this day is not known.";
  const refused = sumListings(edition, "refused");
  const parts = [
    `The source named ${countNoun(sumListings(edition, "listed"), "paper")}, we have ${sumListings(edition, "taken")}.`,
    refused > 0 ? `${countNoun(refused, "entry", "entries")} could not be read.` : "",
    edition.listings.some(({ cut }) => cut) ? "The source stopped before the end of the day." : "",
  ];
  return parts.filter(Boolean).join(" ");
}

const SECONDS = 3;

/** The front page's view of an edition. */
export function viewFront(edition: Edition): FrontView {
  const { lead, papers, groups } = edition;
  const followers = papers.filter((paper) => paper !== lead).map(({ entry }) => entry);
  const numbered = followers.filter(({ figure }) => figure !== undefined);
  const seconds = (numbered.length >= SECONDS ? numbered : followers).slice(0, SECONDS);
  const large = new Set([lead?.entry, ...seconds]);
  const numberOf = new Map(papers.map(({ entry }, index) => [entry, index + 1]));
  const toItems = (entries: EntryView[]) =>
    entries.filter((entry) => !large.has(entry)).map((entry) => ({ entry, number: numberOf.get(entry) ?? 0 }));
  const lists =
    groups.length === 0
      ? [{ title: formatDay(edition.date), items: toItems(followers) }]
      : groups.map(({ title, papers: own }) => ({ title, items: toItems(own.map(({ entry }) => entry)) }));
  const grouped = new Set(groups.flatMap((group) => group.papers));
  const others =
    groups.length === 0 ? [] : toItems(papers.filter((paper) => !grouped.has(paper)).map(({ entry }) => entry));
  return {
    head: viewHead(edition),
    ...(lead === undefined ? {} : { lead: { entry: lead.entry, told: renderOpening(lead.digest?.body ?? "") } }),
    seconds,
    groups: [...lists, ...(others.length === 0 ? [] : [{ title: "Also listed", items: others }])].filter(
      ({ items }) => items.length > 0,
    ),
    othersCount: Math.max(0, papers.length - large.size + (lead === undefined ? 1 : 0)),
  };
}

/** The paragraphs of a digest that make up about its first half: at least the first one. */
function renderOpening(body: string): string {
  const paragraphs = body.trim().split(/\n\s*\n/);
  const [first = "", second] = paragraphs;
  const isShort = first.length < 260;
  return renderMarkdown(isShort && second !== undefined ? `${first}\n\n${second}` : first);
}

/** All papers of an edition, numbered in its order. */
export function listNumbered(edition: Edition): EntryList {
  return {
    title: edition.isCurated && edition.source !== undefined ? "In the order of the listing" : "In order",
    items: edition.papers.map(({ entry }, index) => ({ entry, number: index + 1 })),
  };
}

/** The view of a week or month. */
export function viewPeriod(title: string, editions: Edition[]): PeriodView {
  const ordered = [...editions].reverse();
  return {
    title,
    editions: ordered.map((edition) => ({
      head: viewHead(edition),
      list: { ...listNumbered(edition), title: formatDay(edition.date), href: routes.edition(edition.date) },
    })),
    count: new Set(ordered.flatMap(({ papers }) => papers)).size,
  };
}

/** Editions, newest first, by the week or month that `toPeriod` gives. */
export function gatherEditions<Period extends Week | Month>(
  editions: Edition[],
  toPeriod: (date: Day) => Period,
): Map<Period, Edition[]> {
  const periods = new Map<Period, Edition[]>();
  for (const edition of editions) {
    const period = toPeriod(edition.date);
    const list = periods.get(period);
    if (list === undefined) periods.set(period, [edition]);
    else list.push(edition);
  }
  return periods;
}
