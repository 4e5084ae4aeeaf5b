/**
 * The gateway: loads each collection once, joins records with digests and gives every page its papers.
 * Pages ask here in `getStaticPaths` or once at their top, and pass plain views down.
 */
import { getCollection } from "astro:content";
import type { Digest } from "#lib/content/digest.ts";
import type { Record } from "#lib/content/record.ts";
import type { Tag } from "#lib/content/tag.ts";
import type { Day } from "#lib/dates.ts";
import { type Edition, listEditions } from "#lib/editions/edition.ts";
import { compareText } from "#lib/errors.ts";
import { type Author, gatherAuthors, gatherPapers } from "#lib/papers/group.ts";
import { toSegment } from "#lib/papers/id.ts";
import { compareNewest, indexOrganizations, joinPaper, type OrganizationNames, type Paper } from "#lib/papers/paper.ts";
import { RELATED_COUNT, type Related, type RelatedInput, relatePapers } from "#lib/papers/related.ts";
import { assignTopics, compileTopics } from "#lib/papers/topics.ts";
import { rankTrending, type Trending } from "#lib/papers/trending.ts";
import { site } from "#site";

/** A topic with its papers, newest first. */
export interface Topic extends Tag {
  /** Papers that carry it. */
  papers: Paper[];
  /** How many they are. */
  count: number;
}

/** An organisation with its papers, newest first. */
export interface OrganizationPapers {
  /** Address segment. */
  id: string;
  /** Name that readers see. */
  name: string;
  /** Its own page. */
  url?: string;
  /** Its papers. */
  papers: Paper[];
  /** How many they are. */
  count: number;
}

/** Everything the site shows, joined. */
export interface Library {
  /** All papers, newest first. */
  papers: Paper[];
  /** How many they are. */
  paperCount: number;
  /** Papers by id. */
  byId: Map<string, Paper>;
  /** The vocabulary in its own order, with the papers of each topic. */
  tags: Topic[];
  /** Organisations, those with most papers first. */
  organizations: OrganizationPapers[];
  /** Authors who have a page, by slug. */
  authors: Map<string, Author>;
  /** Editions, newest first. */
  editions: Edition[];
  /** The day the site counts from, never the clock's: the latest edition's, otherwise the newest paper's; `1970-01-01` for a site without any. */
  latest: Day;
  /** Papers by score, highest first. */
  trending: Trending[];
  /** For each paper the twenty most like it that are no newer; the first, which its page shows, with the reason. */
  related: Map<string, Related[]>;
}

let library: Promise<Library> | undefined;

/** The library; loaded at the first call. */
export function loadLibrary(): Promise<Library> {
  library ??= makeLibrary();
  return library;
}

async function makeLibrary(): Promise<Library> {
  const [records, digests, tags, overrides, days, editions, published] = await Promise.all([
    getCollection("records"),
    getCollection("digests"),
    getCollection("tags"),
    getCollection("organizations"),
    getCollection("days"),
    getCollection("editions"),
    getCollection("addresses"),
  ]);
  const vocabulary = tags.map(({ data }) => data);
  const prose = new Map(digests.map(({ id, data, body }) => [id, { ...data, body: body ?? "" }]));
  const names = indexOrganizations(overrides.map(({ data }) => data));
  const papers = joinPapers(
    records.map(({ data }) => data),
    prose,
    vocabulary,
    names,
  ).sort(compareNewest);
  const issues = listEditions(
    editions.map(({ data }) => data),
    papers,
    days.map(({ data }) => data),
  );
  const newest = papers.find(({ order }) => order !== "");
  const latest = issues[0]?.date ?? newest?.order ?? "1970-01-01";
  const urls = new Map(overrides.map(({ data }) => [data.id, data.url]));
  return {
    papers,
    paperCount: papers.length,
    byId: new Map(papers.map((paper) => [paper.record.id, paper])),
    tags: listTopics(vocabulary, papers),
    organizations: listOrganizations(papers, urls),
    authors: gatherAuthors(papers, site.authorPageFrom, listPublishedAuthors(published)),
    editions: issues,
    latest,
    trending: rankTrending(
      papers.filter(({ entry }) => !entry.isWithdrawn).map(({ record }) => record),
      latest,
    ),
    related: relatePapers(papers.map(toRelatedInput), RELATED_COUNT, { reasonCount: site.relatedCount }),
  };
}

/** Slugs of authors whose page was published. */
function listPublishedAuthors(published: { data: { address: string } }[]): Set<string> {
  return new Set(published.flatMap(({ data }) => /^\/authors\/([^/]+)\/$/.exec(data.address)?.[1] ?? []));
}

function joinPapers(
  records: Record[],
  prose: Map<string, Omit<Digest, "id">>,
  vocabulary: Tag[],
  names: OrganizationNames,
): Paper[] {
  const matcher = compileTopics(vocabulary);
  const labels = new Map(vocabulary.map(({ id, label, aliases }) => [id, { id, label, aliases }]));
  return records.map((record) => {
    const found = prose.get(toSegment(record.id));
    const digest = found === undefined ? undefined : { ...found, id: record.id };
    const topics = (digest?.tags ?? assignTopics(record, matcher)).flatMap((id) => labels.get(id) ?? []);
    return joinPaper(record, digest, topics, names);
  });
}

function listTopics(vocabulary: Tag[], papers: Paper[]): Topic[] {
  const gathered = gatherPapers(papers, ({ topics }) => topics.map(({ id }) => id));
  return vocabulary.map((tag) => {
    const own = gathered.get(tag.id) ?? [];
    return { ...tag, papers: own, count: own.length };
  });
}

function listOrganizations(papers: Paper[], urls: Map<string, string | undefined>): OrganizationPapers[] {
  const gathered = gatherPapers(papers, ({ organization }) => (organization === undefined ? [] : [organization.id]));
  return [...gathered]
    .map(([id, own]) => {
      const url = urls.get(id);
      // The newest record's spelling of the name stands for all.
      const name = own[0]?.organization?.name ?? id;
      return { id, name, ...(url === undefined ? {} : { url }), papers: own, count: own.length };
    })
    .sort((a, b) => b.count - a.count || compareText(a.id, b.id));
}

/** What likeness is measured on: the text readers see, or the abstract where there is no digest. */
function toRelatedInput({ record, digest, topics, order, entry }: Paper): RelatedInput {
  const prose = digest === undefined ? [] : [digest.tldr, digest.problem, digest.approach, digest.body];
  return {
    id: record.id,
    // A paper without a day may be as new as the end of its month, and must not be offered to an older one.
    order: record.published ?? order.replace(/-01$/, "-31"),
    title: record.title,
    text: [...prose, record.abstract ?? ""].join("\n"),
    topics: topics.map(({ id }) => id),
    // A withdrawn paper keeps its page but is recommended to nobody.
    isHidden: entry.isWithdrawn,
  };
}
