/** Views of an edition: what is said of it everywhere, and its list. */
import { countNoun } from "../counts.ts";
import { type Day, formatMonth, formatWeek, monthOf, weekOf } from "../dates.ts";
import type { EntryView, NamedLink } from "../papers/entry.ts";
import type { ListedPaper } from "../papers/paper.ts";
import type { EntryItem, EntryList } from "../papers/shelf.ts";
import { type Route, routes } from "../routes.ts";
import type { Edition } from "./edition.ts";
import type { PaperGroup } from "./grouped-list.ts";

/** What every page that shows an edition says of it. */
export interface EditionHead extends Omit<Edition, "papers" | "lead" | "groups" | "listings"> {
  /** Address of its page. */
  href: Route;
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

/** Another edition, to go on to. */
export interface EditionLink {
  /** Its day. */
  date: Day;
  /** Its catch-words. */
  opening: string;
}

/** An edition's own page. */
export interface DayView<Entry = EntryView> {
  /** What is said of it. */
  head: EditionHead;
  /** All its papers in order. */
  list: EntryList<Entry>;
  /** Id of the paper that leads; absent when it is empty. */
  leadId?: string;
  /** Its groups; empty when nobody grouped it. */
  groups: PaperGroup[];
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

/** `the list is complete`, for the line above the name. */
export function describeCompleteness({ completeness }: Pick<EditionHead, "completeness">): string {
  const state = { complete: "the list is complete", partial: "the list is partial", empty: "nothing was listed" };
  return state[completeness];
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

/** Papers of a day that are shown in full, where nobody chose among them. */
const FULL = 10;
/** To fold fewer saves nothing. */
export const FEWEST_LINES = 3;

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
