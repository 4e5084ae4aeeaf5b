/** What the feed carries: the papers that came in last. */
import { compareText } from "#lib/errors.ts";
import type { FeedEntry } from "#lib/feeds/atom.ts";
import { toPlainText } from "#lib/latex/render.ts";
import { renderMarkdown } from "#lib/markdown.ts";
import type { Paper } from "#lib/papers/paper.ts";
import { type Route, toAbsolute } from "#lib/routes.ts";
import { site } from "#site";
import { loadLibrary } from "./library.ts";

/** Entries of the feed: papers by the day they were last featured, newest first; then in the order of their edition. */
export async function listFeedEntries(origin: URL): Promise<FeedEntry[]> {
  const { papers, editions } = await loadLibrary();
  const place = new Map<Paper, number>();
  for (const { papers: own } of editions) {
    for (const [index, paper] of own.entries()) if (!place.has(paper)) place.set(paper, index);
  }
  return [...papers]
    .sort((a, b) => compareText(dayOf(b), dayOf(a)) || (place.get(a) ?? 0) - (place.get(b) ?? 0))
    .slice(0, site.feedCount)
    .map((paper) => toFeedEntry(paper, origin));
}

/** The day a paper came to readers: last featured, else published, else the first of its id's month. */
function dayOf({ record, order }: Paper): string {
  return record.featured.at(-1) ?? order;
}

function toFeedEntry(paper: Paper, origin: URL): FeedEntry {
  const { record, digest, entry, topics } = paper;
  const summary = entry.tldr ?? (entry.opening && toPlainText(entry.opening));
  return {
    address: toAbsolute(entry.href as Route, origin),
    title: toPlainText(record.title),
    ...(summary === undefined ? {} : { summary }),
    html: digest === undefined || entry.isWithdrawn ? "" : renderMarkdown(digest.body),
    authors: record.authors,
    topics,
    ...(record.published === undefined ? {} : { published: record.published }),
    updated: dayOf(paper) || "1970-01-01",
  };
}
