/** Views of topics: a row in a list of topics, and a topic's page. */
import { compareText } from "../compare-text.ts";
import type { Tag } from "../content/tag.ts";
import type { Day, PartialDate } from "../dates.ts";
import type { EntryView, NamedLink } from "../papers/entry.ts";
import { gatherPapers } from "../papers/group.ts";
import type { ListedPaper } from "../papers/paper.ts";
import { findDate } from "../papers/paper-date.ts";
import { makeShelf, type Shelf } from "../papers/shelf.ts";
import { routes } from "../routes.ts";
import { countPapers, type PaperSeries, planSpan, type Span } from "./series.ts";

/** A topic as a row: name, growth, count. */
export interface TopicRow extends CountedTopic {
  /** Its papers over time; all topics of a table over the same. */
  series: PaperSeries;
}

/** A topic with its papers, as the gateway hands it over. */
export interface TopicPapers<Own extends ListedPaper = ListedPaper> extends Tag {
  /** Its papers, newest first. */
  papers: Own[];
}

/** A topic's page. */
export interface TopicView<Entry = EntryView> extends TopicRow, Pick<Tag, "id" | "aliases"> {
  /** The wider topic. */
  parent?: NamedLink;
  /** Narrower topics. */
  children: NamedLink[];
  /** Its papers. */
  shelf: Shelf<Entry>;
  /** Topics that papers carry together with this one, the most frequent first; counts are of papers with both. */
  companions: TopicRow[];
}

/** Rows for topics that have papers, those with most first. @param last the day the site counts from */
export function listTopicRows(topics: TopicPapers[], last: Day | undefined): TopicRow[] {
  const span = planSpan([...new Set(topics.flatMap(({ papers }) => papers))].map(dateOf), last);
  return topics
    .filter(({ papers }) => papers.length > 0)
    .map((topic) => toRow(topic, topic.papers, last, span))
    .sort(compareRows);
}

function dateOf({ facts }: ListedPaper): PartialDate | undefined {
  return findDate(facts);
}

/** A topic in the list of all: how many papers it has. */
export interface CountedTopic extends NamedLink, Pick<Tag, "description"> {
  /** How many papers carry it. */
  count: number;
}

/** A topic with all that are narrower, those of most papers first. */
export interface TopicGroup extends CountedTopic {
  /** Narrower topics with papers, at any depth. */
  narrower: CountedTopic[];
}

/** All topics that have papers, or narrower ones that do, under the widest they belong to; those of most papers first. */
export function listTopicGroups(topics: readonly TopicPapers[]): TopicGroup[] {
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const groups = Map.groupBy(topics, (topic) => findWidest(topic, byId).id);
  return [...groups]
    .flatMap(([id, own]): TopicGroup[] => {
      const widest = byId.get(id);
      const narrower = own.filter((topic) => topic !== widest && topic.papers.length > 0).map(countTopic);
      if (widest === undefined || widest.papers.length + narrower.length === 0) return [];
      return [{ ...countTopic(widest), narrower: narrower.sort(compareRows) }];
    })
    .sort(compareRows);
}

function findWidest(topic: TopicPapers, byId: ReadonlyMap<string, TopicPapers>): TopicPapers {
  let widest = topic;
  for (let above = topic.parent; above !== undefined; above = widest.parent) {
    const next = byId.get(above);
    if (next === undefined || next === topic) break;
    widest = next;
  }
  return widest;
}

function countTopic({ id, label, description, papers }: TopicPapers): CountedTopic {
  return { label, href: routes.tag(id), description, count: papers.length };
}

/** Most papers first, then by label. */
function compareRows(a: CountedTopic, b: CountedTopic): number {
  return b.count - a.count || compareText(a.label, b.label);
}

/** @param span that of its own papers when none is given */
function toRow(
  { id, label, description }: Tag,
  papers: readonly ListedPaper[],
  last: Day | undefined,
  span?: Span,
): TopicRow {
  return {
    label,
    href: routes.tag(id),
    description,
    count: papers.length,
    series: countPapers(papers.map(dateOf), last, span),
  };
}

/** Companions shown at most. */
const COMPANIONS = 6;

/**
 * The view of a topic's page.
 * @param topics all topics, by id
 * @param show gives what is shown of a paper
 */
export function viewTopic<Own extends ListedPaper, Entry>(
  topic: TopicPapers<Own>,
  topics: Map<string, TopicPapers>,
  last: Day | undefined,
  latest: number,
  show: (paper: Own) => Entry,
): TopicView<Entry> {
  const parent = topic.parent === undefined ? undefined : topics.get(topic.parent);
  const children = [...topics.values()].filter((other) => other.parent === topic.id);
  return {
    ...toRow(topic, topic.papers, last),
    id: topic.id,
    aliases: topic.aliases,
    ...(parent === undefined ? {} : { parent: toLink(parent) }),
    children: children.map(toLink),
    shelf: makeShelf(topic.papers, show, latest, (month) => routes.tagMonth(topic.id, month)),
    companions: listCompanions(topic, topics, last),
  };
}

function toLink({ id, label }: Tag): NamedLink {
  return { label, href: routes.tag(id) };
}

function listCompanions(topic: TopicPapers, topics: Map<string, TopicPapers>, last: Day | undefined): TopicRow[] {
  const together = gatherPapers(topic.papers, (paper) => paper.topics.map(({ id }) => id));
  together.delete(topic.id);
  const span = planSpan(topic.papers.map(dateOf), last);
  return [...together]
    .flatMap(([id, papers]) => {
      const other = topics.get(id);
      return other === undefined ? [] : [toRow(other, papers, last, span)];
    })
    .sort(compareRows)
    .slice(0, COMPANIONS);
}
