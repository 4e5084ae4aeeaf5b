/** An Atom feed (RFC 4287), written with the `feed` package. */
import { Feed } from "feed";
import { type Day, toDate } from "../dates.ts";
import type { TagLabel } from "../papers/paper.ts";

/** One paper in a feed. */
export interface FeedEntry {
  /** Permanent address of the paper's page, absolute; also the entry's identity. */
  address: string;
  /** Title in plain text. */
  title: string;
  /** What was found, in a sentence of plain text; absent where there is no digest. */
  summary?: string;
  /** The content as HTML that is already safe; links within the site may begin with a slash. */
  html: string;
  /** Names in the paper's order; may be empty, then the feed's author stands for them. */
  authors: readonly string[];
  /** Its topics. */
  topics: readonly Pick<TagLabel, "id" | "label">[];
  /** Day the paper was published, the first of its month or year where no more is known; absent where nothing is. */
  published?: Day;
  /** Day the entry last came to readers. */
  updated: Day;
}

/** Everything an Atom feed says. */
export interface FeedInput {
  /** Address of the feed itself, absolute; also its identity. */
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

/** Atom wants a date of every feed and of every entry; where there is none at all, it bears this. */
export const NEVER: Day = "1970-01-01";
/** What XML 1.0 has no place for: control characters but tab and line breaks, halves of pairs, U+FFFE and U+FFFF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be removed
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/**
 * The feed as XML text in UTF-8. Days stand as midnight UTC; the feed's date is that of its newest entry, never the
 * clock's, so that the same content gives the same bytes.
 * @throws TypeError when an address is not absolute.
 */
export function toAtom(input: FeedInput): string {
  const days = input.entries.map((entry) => entry.updated).sort();
  const feed = new Feed({
    id: new URL(input.address).href,
    title: cleanText(input.title),
    ...(input.description === undefined ? {} : { description: cleanText(input.description) }),
    author: { name: cleanText(input.author) },
    link: input.page,
    feed: input.address,
    updated: toDate(days.at(-1) ?? NEVER),
    generator: false,
  });
  for (const entry of input.entries) feed.addItem(toItem(entry));
  return `${feed.atom1()}\n`;
}

function toItem(entry: FeedEntry): Parameters<Feed["addItem"]>[0] {
  return {
    id: entry.address,
    link: entry.address,
    title: toHtml(entry.title),
    ...(entry.summary === undefined ? {} : { description: toHtml(entry.summary) }),
    content: protectCdata(completeLinks(entry.html, entry.address)),
    author: entry.authors
      .map(cleanText)
      .filter((name) => name.trim() !== "")
      .map((name) => ({ name })),
    category: entry.topics.map((topic) => ({ term: cleanAttribute(topic.id), name: cleanAttribute(topic.label) })),
    ...(entry.published === undefined ? {} : { published: toDate(entry.published) }),
    date: toDate(entry.updated),
  };
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
