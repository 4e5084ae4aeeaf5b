/**
 * The archive as other site generators like it: a Markdown file for each paper, with front matter that names the lists it
 * belongs to. What only our build works out, such as related papers, they are given ready made.
 */

import type { Library } from "#data/library.ts";
import { formatMonth, type Month, monthOf, weekOf } from "#lib/dates.ts";
import { slugifyAuthor } from "#lib/papers/author.ts";
import { toSegment } from "#lib/papers/id.ts";
import type { Paper } from "#lib/papers/paper.ts";
import { site } from "#site";
import type { CorpusFile } from "./corpus.ts";

/** Makes the files: `papers/<id>.md`, and `data/*.json` with what lists are called. */
export function* generatePeerContent(library: Library): Generator<CorpusFile> {
  const related = listRelated(library);
  for (const paper of library.papers) {
    const front = describePaper(paper, library, related.get(paper) ?? []);
    // A JSON value is YAML, too.
    const lines = Object.entries(front).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
    const date = `date: ${paper.facts.published ?? "1970-01-01"}\n`;
    const text = `---\n${date}${lines.join("")}---\n\n${paper.digest?.body ?? ""}\n`;
    yield { path: `papers/${toSegment(paper.facts.id)}.md`, text };
  }
  yield { path: "data/labels.json", text: JSON.stringify(listLabels(library)) };
  yield { path: "data/introductions.json", text: JSON.stringify(listIntroductions(library)) };
}

function describePaper(paper: Paper, library: Library, related: Paper[]): object {
  const { record, digest, entry } = paper;
  const { id, title, updated, version, categories, upvotes, comments, stars, links, abstract, sources } = record;
  const place = library.places.get(id);
  const by = record.authors.map((name) => {
    const slug = slugifyAuthor(name);
    return library.authors.has(slug) ? { name, slug } : { name };
  });
  return dropAbsent({
    id: toSegment(id),
    title,
    by,
    credit: entry.byline,
    finding: entry.finding ?? "",
    tldr: digest?.tldr,
    digest: digest && dropAbsent({ ...digest, body: undefined, tldr: undefined }),
    organization: paper.organization,
    place: place && { day: place.date, number: place.number },
    neighbours: [place?.previous, place?.next].flatMap((other) =>
      other === undefined ? [] : [{ href: other.href, title: other.title }],
    ),
    related: related.map((other) => ({
      id: toSegment(other.facts.id),
      title: other.facts.title,
      date: other.facts.published,
      reason: `${other.topics[0]?.label} · words: of, both, papers`,
    })),
    ...{ updated, version, categories, upvotes, comments, stars, links, abstract, sources },
    ...listMemberships(paper, library),
  });
}

/** The lists a paper belongs to, by their keys. */
function listMemberships({ facts, topics, organization }: Paper, { authors, organizations }: Library) {
  const month: Month = facts.published === undefined ? "undated" : monthOf(facts.published);
  const slugs = [...new Set(facts.authors.map(slugifyAuthor))].filter((slug) => authors.has(slug));
  const isLarge = (count: number) => count > site.monthsFrom;
  const busyAuthors = slugs.filter((slug) => isLarge(authors.get(slug)?.papers.length ?? 0));
  const own = organizations.filter(({ id }) => id === organization?.id);
  return {
    topics: topics.map(({ id }) => id),
    authors: slugs,
    organizations: own.map(({ id }) => id),
    months: [month],
    facetmonths: [
      ...topics.map(({ id }) => `topics-${id}-${month}`),
      ...busyAuthors.map((slug) => `authors-${slug}-${month}`),
      ...own.filter(({ papers }) => isLarge(papers.length)).map(({ id }) => `organizations-${id}-${month}`),
    ],
    days: facts.featured,
    weeks: [...new Set(facts.featured.map(weekOf))],
    editionmonths: [...new Set(facts.featured.map(monthOf))],
  };
}

/** For each paper the five before it on its first topic: such lists cost the others nothing. */
function listRelated({ papers }: Library): Map<Paper, Paper[]> {
  const latest = new Map<string | undefined, Paper[]>();
  const related = new Map<Paper, Paper[]>();
  for (const paper of [...papers].reverse()) {
    const topic = paper.topics[0]?.id;
    const before = latest.get(topic) ?? [];
    related.set(paper, before);
    latest.set(topic, [...before, paper].slice(-site.relatedCount));
  }
  return related;
}

function listLabels({ topics, authors, organizations, papers }: Library): object {
  const months = new Set(papers.map(({ facts }) => monthOf(facts.published ?? "1970-01-01")));
  return {
    topics: Object.fromEntries(topics.map(({ id, label }) => [id, label])),
    authors: Object.fromEntries([...authors.values()].map(({ slug, names }) => [slug, names[0] ?? slug])),
    organizations: Object.fromEntries(organizations.map(({ id, name }) => [id, name])),
    months: Object.fromEntries([...months].map((month) => [month, formatMonth(month)])),
  };
}

function listIntroductions({ issues }: Library): object {
  const curated = issues.filter(({ summary }) => summary !== undefined);
  const view = curated.map(({ date, title, summary, groups }) => [
    date,
    { title, summary, paragraphs: groups.map((group) => `${group.title}. ${summary}`) },
  ]);
  return Object.fromEntries(view) as object;
}

/** The object without its undefined fields. */
function dropAbsent(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
