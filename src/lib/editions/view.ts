/** Views of editions: the front page's, an edition's own page, weeks and months. */
import { countNoun } from "../counts.ts";
import { formatDay, formatMonth, formatWeek, monthOf, weekOf } from "../dates.ts";
import { renderText } from "../latex/render.ts";
import { renderMarkdown } from "../markdown.ts";
import type { EntryView, NamedLink } from "../papers/entry.ts";
import { findAccount } from "../papers/finding.ts";
import type { ListedPaper, Paper } from "../papers/paper.ts";
import type { EntryItem, EntryList } from "../papers/shelf.ts";
import type { LinkNames } from "../prose-marks.ts";
import { routes } from "../routes.ts";
import type { Edition } from "./edition.ts";

/** What every page that shows an edition says of it. */
export interface EditionHead extends Omit<Edition, "papers" | "lead" | "groups" | "listings"> {
  /** Address of its page. */
  href: string;
  /** Number of papers. */
  count: number;
  /** Whether its papers stand in the order of their readers' votes. */
  isVoted: boolean;
  /** Completeness in a phrase: `50 of 50 papers listed`. */
  listed: string;
  /** What is not there, and why; absent when all is. */
  missing?: string;
  /** Its week. */
  week: NamedLink;
  /** Its month. */
  month: NamedLink;
}

/** What the front page shows of the latest edition. */
export interface FrontView {
  /** What is said of it. */
  head: EditionHead;
  /** The paper that leads, with the beginning of its digest as HTML, else what its abstract says was made; else empty. */
  lead?: EntryItem & { told: string };
  /** The three that follow in order and have a number to show, else the three that follow. */
  seconds: EntryItem[];
  /** All others, by group when there are groups. */
  groups: EntryList[];
  /** How many the others are. */
  othersCount: number;
}

/** Another edition, to go on to: its day and title. */
export type EditionLink = Pick<Edition, "date" | "title">;

/** An edition's own page. */
export interface DayView<Entry = EntryView> {
  /** What is said of it. */
  head: EditionHead;
  /** All its papers in order. */
  list: EntryList<Entry>;
  /** Id of the paper that leads; absent when it is empty. */
  leadId?: string;
  /** Its groups with how many papers each has. */
  groups: { title: string; count: number }[];
  /** The edition before. */
  previous?: EditionLink;
  /** The edition after. */
  next?: EditionLink;
  /** Fingerprint of its introduction, which the template takes from the collection; absent when nobody wrote one. */
  introduction?: string;
  /** Formulas and links of the introduction as HTML, in order; absent when it has none. */
  marks?: string[];
}

/** What is said of an edition wherever it stands. */
export function viewHead(edition: Edition): EditionHead {
  const { papers, lead, groups, listings, ...told } = edition;
  const { date } = told;
  const missing = describeMissing(edition);
  return {
    ...told,
    href: routes.edition(date),
    count: papers.length,
    isVoted: hasVotes(edition),
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
  if (listed > 0) return `${sumListings(edition, "taken")} of ${countNoun(listed, "paper")} listed`;
  return edition.papers.length === 0 ? "No papers were listed" : countNoun(edition.papers.length, "paper");
}

function describeMissing(edition: Edition): string | undefined {
  if (edition.completeness !== "partial") return undefined;
  const listed = sumListings(edition, "listed");
  if (listed === 0) return "What else was listed on this day is not known.";
  const refused = sumListings(edition, "refused");
  const parts = [
    `The source named ${countNoun(listed, "paper")}, we have ${sumListings(edition, "taken")}.`,
    refused > 0 ? `${countNoun(refused, "entry", "entries")} could not be read.` : "",
    edition.listings.some(({ cut }) => cut) ? "The source stopped before the end of the day." : "",
  ];
  return parts.filter(Boolean).join(" ");
}

/** Papers set below the lead. */
const SECONDS = 3;
/** A first paragraph shorter than this, in characters, is told with the second. */
const SHORT_OPENING = 260;

/** The front page's view of an edition. @param nameLinks what links of a paper's digest say that have no words of their own */
export function viewFront(edition: Edition<Paper>, nameLinks: (paper: Paper) => LinkNames = () => ({})): FrontView {
  const { lead, papers } = edition;
  const { items, full } = listNumbered(edition, ({ entry }) => entry);
  const first = items[lead === undefined ? -1 : papers.indexOf(lead)];
  const sound = items.filter((item) => item !== first && !item.entry.isWithdrawn);
  const numbered = sound.filter(({ entry }) => entry.figure !== undefined);
  const seconds = (numbered.length >= SECONDS ? numbered : sound).slice(0, SECONDS);
  const large = new Set([first, ...seconds]);
  const others = items.filter((item) => !large.has(item));
  return {
    head: viewHead(edition),
    ...(lead === undefined || first === undefined
      ? {}
      : { lead: { ...first, told: renderOpening(lead, nameLinks(lead)) } }),
    seconds,
    groups: groupItems(edition, others).map((list) => ({ ...list, ...limitFull(list.items, full, large.size) })),
    othersCount: others.length,
  };
}

/** Items under the edition's groups, each in its order, then those of no group; under its date when nobody grouped. */
function groupItems({ date, papers, groups }: Edition<Paper>, items: EntryList["items"]): EntryList[] {
  const byEntry = new Map(items.map((item) => [item.entry, item]));
  const grouped = new Set(groups.flatMap((group) => group.papers));
  const rest = {
    title: groups.length === 0 ? formatDay(date) : "Also listed",
    papers: papers.filter((paper) => !grouped.has(paper)),
  };
  return [...groups, rest]
    .map(({ title, papers: own }) => ({
      title,
      total: own.length,
      items: own.flatMap(({ entry }) => byEntry.get(entry) ?? []),
    }))
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

/** Papers of a day that are shown in full, where nobody chose among them. */
const FULL = 10;
/** To fold fewer saves nothing. */
const FEWEST_LINES = 3;

/** How many of these are shown in full, when some before them are already. */
function limitFull(items: readonly EntryItem[], full: number | undefined, before: number): Pick<EntryList, "full"> {
  const left = Math.max(0, (full ?? Number.POSITIVE_INFINITY) - before);
  return items.length < left + FEWEST_LINES ? {} : { full: left };
}

/**
 * All papers of an edition in its order: that of a person has numbers; that of its readers' votes has these, and shows in
 * full only those of most.
 * @param show gives what is shown of a paper
 */
export function listNumbered<Own extends ListedPaper, Entry>(
  edition: Edition<Own>,
  show: (paper: Own) => Entry,
): EntryList<Entry> {
  const { papers, isCurated, source } = edition;
  const full = isCurated || papers.length < FULL + FEWEST_LINES ? {} : { full: FULL };
  if (hasVotes(edition)) {
    const items = papers.map((paper) => ({ entry: show(paper), ...pickVotes(paper) }));
    return { title: "By votes", items, ...full };
  }
  return {
    title: isCurated && source !== undefined ? "In the order of the listing" : "In order",
    items: papers.map((paper, index) => ({ entry: show(paper), number: index + 1 })),
    ...full,
  };
}

/** Whether the order of an edition is that of its readers' votes. */
function hasVotes({ isCurated, papers }: Edition): boolean {
  return !isCurated && papers.some(({ facts }) => (facts.upvotes ?? 0) > 0);
}

function pickVotes({ facts }: ListedPaper): Pick<EntryItem, "votes"> {
  return facts.upvotes === undefined ? {} : { votes: facts.upvotes };
}
