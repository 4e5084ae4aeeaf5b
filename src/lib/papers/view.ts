/** The view of one paper's page: everything shown on it, as plain data. */
import { toBibtex } from "../citations/bibtex.ts";
import type { Result } from "../content/digest.ts";
import { fingerprintDigest } from "../content/digest-check.ts";
import type { Change } from "../content/record.ts";
import { type Day, formatDay, formatDayShort } from "../dates.ts";
import { renderMarkdown } from "../markdown.ts";
import { routes } from "../routes.ts";
import { slugifyAuthor } from "./author.ts";
import type { EntryView, NamedLink } from "./entry.ts";
import { describeFigure, describeSetting, splitUnit } from "./figure.ts";
import { isArxivId } from "./id.ts";
import type { Paper } from "./paper.ts";
import type { Related } from "./related.ts";

/** A neighbour in an edition. */
export interface Neighbour {
  /** Its number there. */
  number: number;
  /** Its title. */
  title: string;
  /** Address of its page. */
  href: string;
}

/** Where the paper stands in an edition. */
export interface Place {
  /** Day of the edition. */
  date: Day;
  /** Number there, from 1. */
  number: number;
  /** The paper before it. */
  previous?: Neighbour;
  /** The paper after it. */
  next?: Neighbour;
}

/** A term with what is known about it. */
export interface Fact {
  /** What it is. */
  term: string;
  /** What is known, in words. */
  value: string;
  /** Where it leads. */
  href?: string;
}

/** One row of the table of results. */
export interface ResultRow {
  /** What was found. */
  claim: string;
  /** On what and against what; empty when neither is known. */
  setting: string;
  /** Number and unit, when the source gives a figure. */
  figure?: { number: string; unit: string };
}

/** The digest as its page shows it. */
export interface DigestView {
  /** The prose as HTML. */
  html: string;
  /** Whether its first paragraph is long enough to carry a letter two lines high. */
  hasDropCap: boolean;
  problem: string;
  approach: string;
  results: ResultRow[];
  /** Limits the authors state; empty: none stated. */
  authorLimits: string[];
  /** Limits we see. */
  curatorLimits: string[];
  audience: string;
  /** `the abstract` or `the paper`. */
  writtenFrom: string;
  /** Who wrote it. */
  by: string;
  /** Day of the check that fits the present text; absent when there was none: then there is no stamp. */
  checkedOn?: Day;
}

/** A related paper with the reason why. */
export interface RelatedView {
  entry: EntryView;
  /** Topics and words shared, in a phrase. */
  reason: string;
}

/** Everything a paper's page shows. */
export interface PaperView {
  entry: EntryView;
  /** Titles above 160 characters are set a size smaller. */
  isLongTitle: boolean;
  /** All authors in order, with their pages where they have one. */
  authors: { label: string; href?: string }[];
  /** Number of authors when not all are named. */
  authorCount?: number;
  categories: string[];
  /** `arXiv 2510.18821`, or the id. */
  idLabel: string;
  /** Main action: where to read the abstract. */
  abstractLink?: NamedLink;
  pdf?: string;
  doi?: string;
  place?: Place;
  digest?: DigestView;
  /** The abstract, in copies that hold one. */
  abstract?: string;
  facts: Fact[];
  note?: string;
  /** Where the facts come from. */
  sources: Fact[];
  /** Changes of the record, newest first. */
  changes: { date: Day; text: string }[];
  bibtex: string;
  related: RelatedView[];
  /** For citation metadata. */
  citation: { arxivId?: string; doi?: string; published?: Day; venue?: string };
}

/** From this length on a title is set a size smaller on its own page. */
const LONG_TITLE = 160;
/** A first paragraph of this many characters fills two lines even of the widest column. */
const DROP_CAP_LENGTH = 150;

/** What a view needs beyond the paper itself. */
export interface PaperContext {
  /** Where it stands in the latest edition that has it. */
  place?: Place | undefined;
  /** Related papers, the most alike first. */
  related: { paper: Paper; why: Related }[];
  /** Slugs of authors who have a page. */
  authorSlugs: { has(slug: string): boolean };
  /** Words for topic ids. */
  topicLabels: Map<string, string>;
}

/** Makes the view of a paper's page. */
export function viewPaper(paper: Paper, context: PaperContext): PaperView {
  const { record, digest, entry } = paper;
  const { links } = record;
  return dropUndefined({
    entry,
    isLongTitle: record.title.length > LONG_TITLE,
    authors: record.authors.map((name) => {
      const slug = slugifyAuthor(name);
      return context.authorSlugs.has(slug) ? { label: name, href: routes.author(slug) } : { label: name };
    }),
    authorCount: record.authorCount,
    categories: record.categories,
    idLabel: isArxivId(record.id) ? `arXiv ${record.id}` : record.id,
    abstractLink:
      links.abstract === undefined ? undefined : { label: nameAbstractHost(record.id), href: links.abstract },
    pdf: links.pdf,
    doi: links.doi,
    place: context.place,
    digest: digest === undefined || entry.isWithdrawn ? undefined : viewDigest(digest),
    abstract: record.abstract,
    facts: listFacts(paper),
    note: record.note,
    sources: record.sources.map(({ name, retrieved }) => ({ term: formatDayShort(retrieved), value: name })),
    changes: [...record.history].reverse().map((change) => ({ date: change.date, text: describeChange(change) })),
    bibtex: toBibtex(record),
    related: context.related.map(({ paper: other, why }) => ({
      entry: other.entry,
      reason: describeReason(why, context.topicLabels),
    })),
    citation: dropUndefined({
      arxivId: isArxivId(record.id) ? record.id : undefined,
      doi: links.doi?.replace(/^https?:\/\/(dx\.)?doi\.org\//, ""),
      published: record.published,
      venue: record.venue,
    }),
  });
}

function nameAbstractHost(id: string): string {
  return isArxivId(id) ? "Read the abstract at arXiv" : "Read the abstract";
}

function viewDigest(digest: NonNullable<Paper["digest"]>): DigestView {
  const isStampValid = digest.checkedText === fingerprintDigest(digest, digest.body);
  return dropUndefined({
    html: renderMarkdown(digest.body),
    hasDropCap: (digest.body.trim().split("\n", 1)[0] ?? "").length >= DROP_CAP_LENGTH,
    problem: digest.problem,
    approach: digest.approach,
    results: digest.results.map(viewResult),
    authorLimits: digest.limitations.authors,
    curatorLimits: digest.limitations.curator,
    audience: digest.audience,
    writtenFrom: digest.writtenFrom === "abstract" ? "the abstract" : "the paper",
    by: digest.by,
    checkedOn: isStampValid ? digest.checkedOn : undefined,
  });
}

function viewResult(result: Result): ResultRow {
  return {
    claim: result.claim,
    setting: result.metric === undefined ? describeSetting(result) : describeFigure(result),
    ...(result.value === undefined ? {} : { figure: splitUnit(result.value) }),
  };
}

/** What the record knows, in the order readers ask; unknown things are left out or said in words. */
function listFacts({ record, entry }: Paper): Fact[] {
  const version = record.version === undefined ? "" : `, version ${record.version}`;
  const count = record.authorCount ?? record.authors.length;
  const facts: (Fact | undefined)[] = [
    { term: "Published", value: record.published === undefined ? "date unknown" : formatDay(record.published) },
    record.updated === undefined ? undefined : { term: "Updated", value: `${formatDay(record.updated)}${version}` },
    entry.organization && { term: "From", value: entry.organization.label, href: entry.organization.href },
    { term: "Authors", value: count === 0 ? "unknown" : String(count) },
    record.categories.length === 0 ? undefined : { term: "Subject", value: record.categories.join(", ") },
    record.keywords.length === 0 ? undefined : { term: "Keywords", value: record.keywords.join(", ") },
    record.venue === undefined ? undefined : { term: "Venue", value: record.journalRef ?? record.venue },
    record.featured.length === 0 ? undefined : { term: "Featured", value: record.featured.map(formatDay).join(", ") },
    record.upvotes === undefined ? undefined : { term: "Upvotes", value: String(record.upvotes) },
    entry.comments && {
      term: "Comments",
      value: `${entry.comments.count} at Hugging Face`,
      ...(entry.comments.href === undefined ? {} : { href: entry.comments.href }),
    },
    record.stars === undefined ? undefined : { term: "Stars", value: String(record.stars) },
    record.links.code === undefined
      ? { term: "Code", value: "none named" }
      : { term: "Code", value: shortenAddress(record.links.code), href: record.links.code },
    record.links.project && {
      term: "Project",
      value: shortenAddress(record.links.project),
      href: record.links.project,
    },
    record.links.doi && { term: "DOI", value: shortenAddress(record.links.doi), href: record.links.doi },
    { term: "Address", value: entry.href, href: entry.href },
    record.previousIds.length === 0 ? undefined : { term: "Before", value: record.previousIds.join(", ") },
  ].map((fact) => (typeof fact === "string" ? undefined : fact));
  return facts.filter((fact) => fact !== undefined);
}

/** An address without scheme and closing slash, for reading. */
function shortenAddress(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
}

function describeChange({ field, from, to, source }: Change): string {
  const change =
    from === undefined
      ? `${field}: ${to ?? ""}`
      : to === undefined
        ? `${field} “${from}” taken away`
        : `${field}: “${from}” became “${to}”`;
  return `${change} (${source})`;
}

function describeReason({ reason }: Related, labels: Map<string, string>): string {
  const topics = reason.topics.flatMap((id) => labels.get(id) ?? []);
  const words = reason.words.length === 0 ? [] : [`words: ${reason.words.join(", ")}`];
  return [...topics, ...words].join(" · ");
}

/** The object without keys whose value is undefined, so that views compare and serialise plainly. */
function dropUndefined<Shape extends object>(
  shape: Shape,
): { [Key in keyof Shape as undefined extends Shape[Key] ? never : Key]: Shape[Key] } & {
  [Key in keyof Shape as undefined extends Shape[Key] ? Key : never]?: Exclude<Shape[Key], undefined>;
} {
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as never;
}
