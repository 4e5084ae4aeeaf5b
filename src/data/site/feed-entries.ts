/** Entries of the feed: what each says, when it came, and when its text last changed. */
import { compareText } from "#lib/compare-text.ts";
import { type Day, formatDate, isDay } from "#lib/dates.ts";
import { type FeedEntry, firstDayOfFeed } from "#lib/feeds/atom.ts";
import { renderText, toPlainText } from "#lib/latex/render.ts";
import { renderMarkdown } from "#lib/markdown.ts";
import { buildHtml, Html, type MarkupContent, writeHtml } from "#lib/markup.ts";
import { toSegment } from "#lib/papers/id.ts";
import type { ListedPaper, Paper } from "#lib/papers/paper.ts";
import { isDateFromId } from "#lib/papers/paper-date.ts";
import type { LinkNames } from "#lib/prose-marks.ts";
import { site } from "#site";
import type { Library } from "../library.ts";
import { makeLinkNamer } from "./link-names.ts";

/** Where a paper first stood: the day, and its place on it. */
interface Arrival {
  day: Day | "";
  place: number;
}

/** The newest papers by the day they first stood here, each day in its order. */
export function listFeedEntries(library: Library): FeedEntry[] {
  const { papers, issues } = library;
  const nameLinks = makeLinkNamer(library);
  const arrivals = new Map<ListedPaper, Arrival>();
  // Editions come newest first, so that the oldest of a paper is what stays.
  for (const { date, papers: own } of issues) {
    for (const [place, paper] of own.entries()) arrivals.set(paper, { day: date, place });
  }
  const arrivalOf = (paper: ListedPaper): Arrival => arrivals.get(paper) ?? { day: paper.order, place: 0 };
  return [...papers]
    .map((paper) => ({ paper, arrival: arrivalOf(paper) }))
    .sort((a, b) => compareText(b.arrival.day, a.arrival.day) || a.arrival.place - b.arrival.place)
    .slice(0, site.feedCount)
    .map(({ paper, arrival }) => toFeedEntry(paper, arrival, nameLinks(paper.links ?? [])));
}

function toFeedEntry(paper: Paper, { day, place }: Arrival, linkNames: LinkNames): FeedEntry {
  const { facts, entry, topics, record } = paper;
  const summary = entry.tldr ?? (entry.finding && toPlainText(entry.finding));
  // Of a paper that stands in no edition and has no date, only the day is known on which it was first read.
  const read = record.sources.map(({ retrieved }) => retrieved).sort(compareText);
  const published = day || (read[0] ?? firstDayOfFeed(site.feedAuthority));
  const [, updated = published] = [published, findLastChange(paper)].sort(compareText);
  return {
    id: `papers/${toSegment(facts.id)}`,
    address: entry.href,
    title: toPlainText(facts.title),
    ...(summary === undefined ? {} : { summary }),
    html: writeHtml([...tellWho(paper), ...tellWhat(paper, linkNames), ...tellWhere(paper)]),
    topics,
    published,
    place,
    updated,
  };
}

/** The day on which what an entry says last changed: our text was checked anew, or the source changed title or abstract. */
function findLastChange({ digest, record }: Paper): Day | "" {
  const days = (record.history ?? [])
    .filter(({ field }) => field === "title" || (digest === undefined && field === "abstract"))
    .map(({ date }) => date);
  return [...days, digest?.checkedOn ?? ""].sort(compareText).at(-1) ?? "";
}

/** Who wrote the paper, and when: the entry itself is by those who make the feed. */
function tellWho({ facts, record, entry }: Paper): MarkupContent<Html>[] {
  const { published, organization } = entry;
  const count = Math.max(facts.authors.length, record.authorCount ?? 0);
  const names = facts.authors.slice(0, MOST_NAMES).join(", ");
  const more = count > MOST_NAMES ? ` and ${count - MOST_NAMES} more` : "";
  const date = published === undefined ? "" : formatDate(published);
  const source = published !== undefined && !isDay(published) && isDateFromId(record) ? " by its arXiv id" : "";
  const parts = [
    names === "" ? "" : `A paper by ${names}${more}`,
    organization?.label ?? "",
    date === "" ? "" : `published ${date}${source}`,
  ].filter(Boolean);
  return parts.length === 0 ? [] : [buildHtml("p", {}, `${parts.join("; ")}.`)];
}

/** Names told of a paper by many. */
const MOST_NAMES = 12;

/** What it says: the number that matters and our digest, else its abstract. */
function tellWhat({ digest, entry, record }: Paper, linkNames: LinkNames): MarkupContent<Html>[] {
  if (entry.isWithdrawn) return [buildHtml("p", {}, "Withdrawn.")];
  if (digest === undefined) {
    const { abstract } = record;
    return abstract === undefined
      ? []
      : [buildHtml("p", {}, buildHtml("em", {}, "From the abstract:"), " ", new Html(renderText(abstract)))];
  }
  const { figure } = entry;
  return [
    figure && buildHtml("p", {}, buildHtml("b", {}, `${figure.number}${figure.unit}`), ` ${figure.caption}`),
    new Html(renderMarkdown(digest.body, linkNames)),
  ];
}

/** Where the paper, its code and its project stand. */
function tellWhere({ entry }: Paper): MarkupContent<Html>[] {
  const links = [
    { label: "Digest", href: entry.href },
    { label: "Abstract", href: entry.abstractHref },
    { label: "Code", href: entry.code },
    { label: "Project", href: entry.project },
  ].flatMap(({ label, href }) => (href === undefined ? [] : [buildHtml("a", { href }, label)]));
  return [buildHtml("p", {}, ...links.flatMap((link, index) => (index === 0 ? [link] : [" · ", link])))];
}
