/** The view of one paper's page: everything shown on it, as plain data. */
import { toBibtex } from "../citations/bibtex.ts";
import { findEntryType } from "../citations/publication.ts";
import { countWords, type DigestData, LEAD_WORDS } from "../content/digest.ts";
import type { PaperRecord } from "../content/record.ts";
import { judgeStamp, type StampState } from "../content/stamp-state.ts";
import { type Day, formatDay, formatDayShort, type PartialDate } from "../dates.ts";
import { dropUndefined } from "../drop-undefined.ts";
import { toPlainText } from "../latex/render.ts";
import { renderMarkdown } from "../markdown.ts";
import type { LinkNames } from "../prose-marks.ts";
import { SOURCES } from "../records/facts.ts";
import { type Route, routes } from "../routes.ts";
import { readDoiLink } from "./doi.ts";
import type { EntryView, NamedLink } from "./entry.ts";
import { describeChange, type Fact, listFacts } from "./facts.ts";
import { type Figure, pickFigure, type ResultRow, tabulateResults } from "./figure.ts";
import { foldId, isArxivId, isOwnId } from "./id.ts";
import { foldLatin } from "./latin.ts";
import { listLinkedIds } from "./linked-ids.ts";
import type { Paper, PaperFacts } from "./paper.ts";
import type { Related } from "./related.ts";
import { describeWithdrawalDay } from "./withdrawal-day.ts";

/** A neighbour in an edition. */
export interface EditionNeighbour {
  /** Its number there. */
  number: number;
  /** Its title. */
  title: string;
  /** Address of its page. */
  href: string;
}

/** Where the paper stands in an edition. */
export interface EditionPlace {
  /** Day of the edition. */
  date: Day;
  /** Number there, from 1. */
  number: number;
  /** The paper before it. */
  previous?: EditionNeighbour;
  /** The paper after it. */
  next?: EditionNeighbour;
}

/** The digest as its page shows it. */
export interface DigestView extends Pick<DigestData, "why" | "problem" | "approach" | "audience" | "by"> {
  /** The prose as HTML. */
  html: string;
  /** Whether its first paragraph is long enough to carry a letter two lines high. */
  hasDropCap: boolean;
  /** Whether its first paragraph carries the rest, and so is set larger: it is short, and something follows. */
  hasLead: boolean;
  /** The number that matters, with all that is known of it. */
  figure?: Figure;
  /** Findings, the one that matters most first. */
  results: ResultRow[];
  /** Limits the authors state; empty: none stated. */
  authorLimits: string[];
  /** Limits we see. */
  curatorLimits: string[];
  /** `the abstract` or `the paper`, or `an earlier text of` one of them. */
  writtenFrom: string;
  /** What is to be said of its check, in words. */
  check: string;
  /** Day of the check that fits the digest and its source as they are; absent when there was none: then there is no stamp. */
  checkedOn?: Day;
  /** `Held against version 2; version 4 is out.` when the source has moved on. */
  outdated?: string;
}

/** The abstract as its paper's page shows it. */
export interface AbstractView {
  /** Its paragraphs, with mathematics as its source. */
  paragraphs: string[];
  /** Whose text it is a copy of, such as arXiv; absent when the record does not say. */
  source?: string;
}

/** A related paper with the reason why. */
export interface RelatedView {
  /** What is shown of it. */
  entry: Pick<EntryView, "href" | "title" | "published">;
  /** Topics and words shared, in a phrase. */
  reason: string;
}

/** Everything a paper's page shows. */
export interface PaperView
  extends Pick<PaperRecord, "authorCount" | "moreAuthors" | "categories" | "note">,
    Pick<PaperRecord["links"], "pdf" | "doi"> {
  /** What lists show of it too. */
  entry: EntryView;
  /** Whether the title has more than 160 characters, and so is set a size smaller. */
  isLongTitle: boolean;
  /** All authors in order, with their pages where they have one, and how they are cited where the name does not tell. */
  authors: { label: string; href?: string; cited?: string }[];
  /** `arXiv 2510.18821`, or the id of another registry; absent where only we gave one, which readers know from nowhere. */
  idLabel?: string;
  /** Main action: where to read the abstract. */
  abstractLink?: NamedLink;
  /** Where it stands in an edition. */
  place?: EditionPlace;
  /** Our prose; absent when nobody has written it, and for a withdrawn paper. */
  digest?: DigestView;
  /** Why it was withdrawn, in the source's own words, and when, each where it is known; absent for papers that were not. */
  withdrawal?: { reason?: string; when?: string };
  /** The abstract, in copies that hold one. */
  abstract?: AbstractView;
  /** What the record knows, in the order readers ask. */
  facts: Fact[];
  /** Where the facts come from, and when each was read: `arXiv, read 9 Mar 2026`. */
  sources: string[];
  /** Changes of the record, newest first. */
  changes: { date: Day; text: string }[];
  /** The paper as BibTeX, on several lines. */
  bibtex: string;
  /** Words it is looked for by that its page does not show: acronyms of its topics, its organisation's id, keywords. */
  words: string[];
  /** Ids that it has at other registries, and that it had before; folded. */
  otherIds: string[];
  /** Papers no newer that are like it, the most alike first. */
  related: RelatedView[];
  /** For citation metadata; the DOI without its host. */
  citation: {
    arxivId?: string;
    doi?: string;
    published?: PartialDate;
    venue?: { name: string; isConference: boolean };
    publication?: PaperRecord["publication"];
  };
}

/** A longer title, in characters, is set a size smaller on its own page. */
const LONG_TITLE = 160;
/** An acronym or a name like one: RLVR, MCTS, GSM8K. Other names of topics are ordinary words and would match too much. */
const SHORT_NAME = /^(?=\S+$)[^A-Z]*[A-Z][^A-Z0-9]*[A-Z0-9]/;
/** A first paragraph of this many characters or more fills two lines even of the widest column. */
const DROP_CAP_LENGTH = 150;

/** What a paper's page shows of the site around it: plain data, all of which the page's key is taken from. */
export interface PaperSurroundings {
  /** Where it stands in the earliest edition that has it. */
  place?: EditionPlace | undefined;
  /** For each author in order, the slug of their page; undefined for those who have none. */
  authorSlugs: readonly (string | undefined)[];
  /** What links of its digest say that have no words of their own; absent where there are none. */
  linkNames?: LinkNames | undefined;
  /** Related papers, the most alike first. */
  related: readonly (Pick<PaperFacts, "id" | "title" | "published"> & {
    /** Where its row stands, when it has no page of its own. */
    row?: Route | undefined;
  })[];
}

/**
 * Makes the view of a paper's page.
 * @param reasons why others are like it, in words, by their id
 */
export function viewPaper(paper: Paper, around: PaperSurroundings, reasons: ReadonlyMap<string, string>): PaperView {
  const { record, digest, entry } = paper;
  const { links } = record;
  return dropUndefined({
    entry,
    isLongTitle: toPlainText(record.title).length > LONG_TITLE,
    authors: record.authors.map((label, index) => {
      const slug = around.authorSlugs[index];
      const href = slug === undefined ? undefined : routes.author(slug);
      return dropUndefined({ label, href, cited: citeName(label, record.nameParts) });
    }),
    authorCount: record.authorCount,
    moreAuthors: record.moreAuthors,
    categories: record.categories,
    idLabel: isArxivId(record.id) ? `arXiv ${record.id}` : isOwnId(record.id) ? undefined : record.id,
    abstractLink:
      links.abstract === undefined ? undefined : { label: nameAbstractHost(record.id), href: links.abstract },
    pdf: links.pdf,
    doi: links.doi,
    place: around.place,
    digest: digest === undefined || entry.isWithdrawn ? undefined : viewDigest(digest, record, around.linkNames),
    withdrawal: viewWithdrawal(record),
    abstract: record.abstract === undefined ? undefined : viewAbstract(record.abstract, record.sources),
    facts: listFacts(paper),
    note: record.note,
    sources: record.sources.map(({ name, retrieved }) => `${name}, read ${formatDayShort(retrieved)}`),
    changes: [...record.history].reverse().map((change) => ({ date: change.date, text: describeChange(change) })),
    bibtex: toBibtex(record),
    words: [
      // Where the rule found a topic, the text has the word that it was found by, and others would be said of too much.
      ...(paper.isTopicsAssigned ? [] : paper.topics).flatMap(({ aliases }) =>
        aliases.filter((alias) => SHORT_NAME.test(alias)),
      ),
      ...nameOrganization(record.organization),
      ...record.keywords.map(toPlainText),
    ],
    otherIds: [...new Set([...record.previousIds.map(foldId), ...listLinkedIds(record)])].filter(
      (id) => id !== foldId(record.id),
    ),
    related: around.related.map(({ id, title, published, row }) => ({
      entry: dropUndefined({ href: row ?? routes.paper(id), title, published }),
      reason: reasons.get(id) ?? "",
    })),
    citation: dropUndefined({
      arxivId: isArxivId(record.id) ? record.id : undefined,
      doi: readDoiLink(links.doi ?? ""),
      published: entry.published,
      publication: record.publication,
      venue:
        record.venue === undefined
          ? undefined
          : { name: record.venue, isConference: findEntryType(record) === "inproceedings" },
    }),
  });
}

/** An organisation by its id, its name, and the name as one word, since it is typed so too. */
function nameOrganization(organization: PaperRecord["organization"]): string[] {
  if (organization === undefined) return [];
  const { id, name } = organization;
  return [...new Set([id, name, foldLatin(name).replace(/[^\p{L}\p{M}\p{N}]+/gu, "")])];
}

/** The name, family name first, where its parts are stated. */
function citeName(name: string, stated: PaperRecord["nameParts"] = []): string | undefined {
  const parts = stated.find((own) => own.name === name);
  if (parts === undefined) return undefined;
  const { family, particle = "", suffix = "", given = "" } = parts;
  return [`${particle} ${family}`.trim(), suffix, given].filter((part) => part !== "").join(", ");
}

function viewWithdrawal(record: PaperRecord): PaperView["withdrawal"] {
  const { withdrawn } = record;
  if (withdrawn === undefined) return undefined;
  return dropUndefined({
    reason: withdrawn === true ? undefined : withdrawn.reason,
    when: describeWithdrawalDay(record),
  });
}

function nameAbstractHost(id: string): string {
  return isArxivId(id) ? "Read the abstract at arXiv" : "Read the abstract";
}

function viewAbstract(abstract: string, sources: PaperRecord["sources"]): AbstractView {
  const names = sources.map(({ name }) => name);
  const source = Object.values(SOURCES).find((name) => names.includes(name)) ?? names[0];
  return dropUndefined({ paragraphs: abstract.split(/\n\s*\n/), source });
}

function viewDigest(digest: NonNullable<Paper["digest"]>, record: PaperRecord, linkNames: LinkNames = {}): DigestView {
  const stamp = judgeStamp(digest, digest.body, record);
  const [opening = "", ...others] = digest.body.trim().split(/\n\s*\n/);
  return dropUndefined({
    html: renderMarkdown(digest.body, linkNames),
    hasDropCap: opening.length >= DROP_CAP_LENGTH,
    hasLead: others.length > 0 && countWords(opening) <= LEAD_WORDS,
    why: digest.why,
    problem: digest.problem,
    approach: digest.approach,
    figure: pickFigure(digest),
    results: tabulateResults(digest.results),
    authorLimits: digest.limitations.authors,
    curatorLimits: digest.limitations.curator,
    audience: digest.audience,
    writtenFrom: `${digest.earlierText ? "an earlier text of " : ""}the ${digest.writtenFrom}`,
    by: digest.by,
    check: describeCheck(stamp, digest.checkedOn),
    checkedOn: stamp.kind === "fits" ? digest.checkedOn : undefined,
    outdated: stamp.kind === "moved" ? `The digest was ${stamp.news}.` : undefined,
  });
}

function describeCheck({ kind, against, news }: StampState, checkedOn: Day = ""): string {
  if (kind === "unchecked") return "not yet";
  if (kind === "changed") return "not since it was last changed";
  if (kind === "moved") return news ?? "";
  const day = `${formatDay(checkedOn)}: each number stands in the abstract, the title or the record`;
  return [day, news ?? (against && `held against ${against}`)].filter((part) => part !== undefined).join("; ");
}

/** Why a paper is like another, in a phrase: topics and words. @param labels words for topic ids */
export function describeRelated({ reason }: Related, labels: ReadonlyMap<string, string>): string {
  const topics = reason.topics.flatMap((id) => labels.get(id) ?? []);
  const words = reason.words.length === 0 ? [] : [`words: ${reason.words.join(", ")}`];
  return [...topics, ...words].join(" · ");
}
