/** One result as a list entry: the same markup as components/paper/Entry.astro, with the words marked. */

import { countNoun } from "../lib/counts.ts";
import { formatDayShort } from "../lib/dates.ts";
import { type EntryView, LISTED_TOPICS } from "../lib/papers/entry.ts";
import type { Figure } from "../lib/papers/figure.ts";
import type { Piece } from "../lib/search/marks.ts";
import type { Reason } from "../lib/search/phrases.ts";
import { type Child, make, makeLink, makeMarked } from "./dom.ts";

/** What a row shows. */
export interface EntryRow {
  /** The paper. */
  entry: EntryView;
  /** Its place among the results, from 1. */
  number: number;
  /** Its title, with the words that were found. */
  title: readonly Piece[];
  /** The digest's sentence, else how the abstract begins, the same way; empty when there is neither. */
  tldr: readonly Piece[];
  /** The sentence of its text with words that title and sentence lack; empty where these have all. */
  excerpt: readonly Piece[];
  /** Why it is among the results; where nothing needs saying, the number that matters stands there. */
  reason: Reason | undefined;
  /** Leads to papers like it. */
  more: HTMLElement;
}

/** Makes the row. */
export function makeEntryRow({ entry, number, title, tldr, excerpt, reason, more }: EntryRow): HTMLElement {
  return make(
    "article",
    { class: entry.isWithdrawn ? "entry withdrawn" : "entry" },
    make("span", { class: "ord" }, String(number)),
    make(
      "div",
      { class: "text" },
      make("h3", {}, makeLink(entry.href, { dir: "auto" }, ...makeMarked(title))),
      makeSentence(entry, tldr),
      excerpt.length > 0 && make("p", { class: "excerpt" }, ...makeMarked(excerpt)),
    ),
    reason === undefined ? entry.figure && makeFigure(entry.figure) : makeReason(reason),
    makeFacts(entry, more),
  );
}

function makeSentence(entry: EntryView, tldr: readonly Piece[]): HTMLElement {
  if (entry.isWithdrawn) {
    return make("p", { class: "tldr" }, make("span", { class: "flag" }, "Withdrawn"), " by its authors.");
  }
  const isQuoted = entry.tldr === undefined && make("em", {}, "From the abstract:");
  if (tldr.length > 0) return make("p", { class: "tldr" }, isQuoted, isQuoted && " ", ...makeMarked(tldr));
  const link = entry.abstractHref !== undefined && makeLink(entry.abstractHref, {}, "Read the abstract");
  return make("p", { class: "tldr" }, make("em", {}, "No digest yet."), " ", link);
}

function makeReason({ head, words }: Reason): HTMLElement {
  return make("p", { class: "why" }, make("b", {}, head), words !== "" && make("span", {}, words));
}

function makeFigure({ number, unit, caption, isLong }: Figure): HTMLElement {
  return make(
    "p",
    { class: isLong ? "figure long" : "figure" },
    make("b", {}, number, unit !== "" && make("small", {}, unit)),
    make("span", {}, caption),
  );
}

/** The line of facts, in the order of components/paper/EntryFacts.astro, and a way on to papers like it. */
function makeFacts(entry: EntryView, more: HTMLElement): HTMLElement {
  const { organization, published, code, project } = entry;
  return make(
    "p",
    { class: "facts" },
    organization && makeLink(organization.href, { class: "org" }, organization.label),
    make("span", { class: "by" }, make("bdi", {}, entry.byline)),
    published === undefined
      ? make("span", {}, "date unknown")
      : make("time", { datetime: published }, formatDayShort(published)),
    makeComments(entry),
    code !== undefined && makeLink(code, {}, "Code"),
    project !== undefined && code === undefined && makeLink(project, {}, "Project"),
    make("span", { class: "alike" }, more),
    makeTopics(entry),
  );
}

function makeComments({ comments }: EntryView): Child {
  if (comments === undefined) return undefined;
  const text = countNoun(comments.count, "comment");
  return comments.href === undefined
    ? make("span", { class: "talk" }, text)
    : makeLink(comments.href, { class: "talk" }, text);
}

function makeTopics({ topics, isTopicsAssigned }: EntryView): Child {
  if (topics.length === 0) return undefined;
  const links = topics
    .slice(0, LISTED_TOPICS)
    .flatMap(({ label, href }, index) => [index > 0 && ", ", makeLink(href, {}, label)]);
  return make("span", { class: "wrap on" }, ...links, isTopicsAssigned && " (assigned automatically)");
}
