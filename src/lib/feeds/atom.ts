/** An Atom feed (RFC 4287), written with the `feed` package. */
import { Feed } from "feed";
import { type Day, firstDayOf, isPartialDate, toDate } from "../dates.ts";
import type { TagLabel } from "../papers/paper.ts";

/** One paper in a feed. */
export interface FeedEntry {
  /** What it is called below the feed's authority, whatever host and name the site has: `papers/2510.18821`. */
  id: string;
  /** Permanent address of the paper's page, absolute. */
  address: string;
  /** Title in plain text. */
  title: string;
  /** What was found, in a sentence of plain text; absent where there is no digest. */
  summary?: string;
  /** The content as HTML that is already safe; links within the site may begin with a slash. */
  html: string;
  /** Its topics. */
  topics: readonly Pick<TagLabel, "id" | "label">[];
  /** Day it first stood here. */
  published: Day;
  /** Its place on that day, from 0. */
  place: number;
  /** Day its text last changed; that on which it first stood here where it has not. */
  updated: Day;
}

/** Everything an Atom feed says. */
export interface FeedInput {
  /** Who names its entries, and since when, for tags of RFC 4151: `offprint.example,2026`. Chosen once. */
  authority: string;
  /** Address of the feed itself, absolute. */
  address: string;
  /** Address of the page that shows the same papers, absolute. */
  page: string;
  /** Name of the feed, plain text. */
  title: string;
  /** What it brings, in a sentence of plain text. */
  description?: string;
  /** Who makes it, as in a by-line. */
  author: string;
  /** Entries in the order readers get them. */
  entries: readonly FeedEntry[];
}

/** What XML 1.0 has no place for: control characters but tab and line breaks, halves of pairs, U+FFFE and U+FFFF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be removed
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/**
 * The feed as XML text in UTF-8. A day stands as noon UTC, a second earlier for each paper before it, since readers sort by
 * time and would lose the order of a day. The author is the feed's, whose words these are. The feed's date is that of its newest entry, never the
 * clock's, so that the same content gives the same bytes.
 * @throws TypeError when an address is not absolute.
 */
export function toAtom(input: FeedInput): string {
  const times = input.entries.map((entry) => toTime(entry.updated, entry.place).getTime());
  const feed = new Feed({
    id: `tag:${input.authority}:papers`,
    title: cleanText(input.title),
    ...(input.description === undefined ? {} : { description: cleanText(input.description) }),
    author: { name: cleanText(input.author) },
    link: input.page,
    feed: new URL(input.address).href,
    updated: times.length === 0 ? toDate(firstDayOfFeed(input.authority)) : new Date(Math.max(...times)),
    generator: false,
  });
  for (const entry of input.entries) feed.addItem(toItem(entry, input.authority));
  return `${feed.atom1()}\n`;
}

/**
 * The day from which its authority names entries. Atom wants a date of every feed and of every entry: where nothing tells
 * one, this is the earliest that can be true.
 * @param authority `offprint.example,2026`
 * @throws TypeError when no date stands behind its comma.
 */
export function firstDayOfFeed(authority: string): Day {
  const since = authority.slice(authority.indexOf(",") + 1);
  if (!isPartialDate(since)) throw new TypeError(`A feed's authority is a host, a comma and a date: ${authority}`);
  return firstDayOf(since);
}

function toItem(entry: FeedEntry, authority: string): Parameters<Feed["addItem"]>[0] {
  return {
    id: `tag:${authority}:${entry.id}`,
    link: new URL(entry.address).href,
    title: toHtml(entry.title),
    ...(entry.summary === undefined ? {} : { description: toHtml(entry.summary) }),
    content: protectCdata(completeLinks(entry.html, entry.address)),
    category: entry.topics.map((topic) => ({ term: cleanAttribute(topic.id), name: cleanAttribute(topic.label) })),
    published: toTime(entry.published, entry.place),
    date: toTime(entry.updated, entry.place),
  };
}

const NOON = 12 * 60 * 60 * 1000;
const SECOND = 1000;

function toTime(day: Day, place: number): Date {
  return new Date(toDate(day).getTime() + NOON - place * SECOND);
}

/** Links within the site with its origin, since a feed is read elsewhere. */
function completeLinks(html: string, address: string): string {
  const { origin } = new URL(address);
  return html.replace(/(?<=<a href=")(?=\/)/g, origin);
}

/** Plain text for an element. The package takes `&amp;` for an ampersand it wrote itself, so each is written out. */
function cleanText(text: string): string {
  return text.replace(NOT_XML, "").replaceAll("&", "&amp;");
}

/** Plain text for an attribute. The package leaves `<` there as it is, so a letter that looks alike stands in. */
function cleanAttribute(text: string): string {
  return text.replace(NOT_XML, "").replaceAll("<", "＜");
}

/** Plain text as HTML, for the elements that the package declares as HTML. */
function toHtml(text: string): string {
  return text.replace(NOT_XML, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** HTML inside a CDATA section, of which the package mends only the first end. */
function protectCdata(html: string): string {
  return html.replace(NOT_XML, "").replaceAll("]]>", "]]&gt;");
}
