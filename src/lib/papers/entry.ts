/**
 * An entry: what a list shows of one paper. Plain data, made once for each paper and shared by all lists and by search; how
 * it looks is in entry-row.ts.
 */
import type { Digest } from "../content/digest.ts";
import type { Organization } from "../content/organization.ts";
import type { Links, PaperRecord } from "../content/record.ts";
import type { Tag } from "../content/tag.ts";
import type { PartialDate } from "../dates.ts";
import { dropUndefined } from "../drop-undefined.ts";
import { toPlainText } from "../latex/render.ts";
import { type Route, routes } from "../routes.ts";
import { formatByline } from "./author.ts";
import { describeFigureBriefly, type Figure, pickFigure } from "./figure.ts";
import { findFinding } from "./finding.ts";
import { toSegment } from "./id.ts";
import { findDate } from "./paper-date.ts";
import { findWithdrawer, type Withdrawer } from "./withdrawer.ts";

/** A name that leads somewhere. */
export interface NamedLink {
  /** What readers see. */
  label: string;
  /** Where it leads. */
  href: string;
}

/** What a list shows of one paper. */
export interface EntryView extends Pick<PaperRecord, "id">, Pick<Links, "code" | "project"> {
  /** Address of its page, or of its row. */
  href: string;
  /** Name of its row in its day or month, when it has no page of its own: its address leads there. */
  rowId?: string;
  /** Title as the record has it, with mathematics as its source; the search index holds it as plain characters. */
  title: string;
  /** The digest's one sentence; absent when there is no digest. */
  tldr?: string;
  /** The sentence of its abstract that states what was found, in the same form, for papers without a digest; see `findFinding`. */
  finding?: string;
  /** Where its abstract can be read, for papers without a digest. */
  abstractHref?: string;
  /** Organisation with its page. */
  organization?: NamedLink & Pick<Organization, "id">;
  /** `Hongliang Lu et al., 10 authors`, or `authors unknown`. */
  byline: string;
  /** When it came out, as precisely as sources or its arXiv id tell. */
  published?: PartialDate;
  /** Comments at Hugging Face with their address; absent when the number is not known, which is not 0. */
  comments?: {
    /** How many. */
    count: number;
    /** The discussion, when its address is known. */
    href?: string;
  };
  /** Topics with their pages. */
  topics: (NamedLink & Pick<Tag, "id">)[];
  /** What its source says it is about, a few words each, for papers in whose text the rule found no topic. */
  keywords?: string[];
  /** Whether the topics were found by rule instead of by a person. */
  isTopicsAssigned: boolean;
  /** The number that matters; its caption is short. */
  figure?: Figure;
  /** Whether the paper was withdrawn or retracted. */
  isWithdrawn: boolean;
  /** Who did that; absent where nobody says. */
  withdrawnBy?: Withdrawer;
}

/** What an entry is made from: the paper without what only its own page asks for. */
export interface EntrySource {
  /** Its facts. */
  record: PaperRecord;
  /** Our prose, when someone has written it. */
  digest?: Digest | undefined;
  /** Its topics. */
  topics: readonly Pick<Tag, "id" | "label">[];
  /** Whether the topics were found by rule. */
  isTopicsAssigned: boolean;
  /** Organisation under the id and name that readers see. */
  organization?: Pick<Organization, "id" | "name">;
  /** Where its row stands, when it has no page of its own. */
  row?: Route;
}

/** What lists show of a paper. A withdrawn paper shows no results. */
export function viewEntry(paper: EntrySource): EntryView {
  const { record, digest, organization } = paper;
  const { discussion, code, project } = record.links;
  const isWithdrawn = record.withdrawn !== undefined;
  const shown = isWithdrawn ? undefined : digest;
  const abstract = digest !== undefined || isWithdrawn ? undefined : record.abstract;
  return dropUndefined({
    id: record.id,
    href: paper.row ?? routes.paper(record.id),
    rowId: paper.row && toSegment(record.id),
    title: record.title,
    tldr: shown?.tldr,
    finding: abstract === undefined ? undefined : findFinding(abstract),
    abstractHref: record.links.abstract,
    organization: organization && {
      id: organization.id,
      label: organization.name,
      href: routes.organization(organization.id),
    },
    byline: formatByline(record.authors, record.authorCount, record.moreAuthors),
    published: findDate(record),
    comments: record.comments === undefined ? undefined : dropUndefined({ count: record.comments, href: discussion }),
    topics: paper.topics.map(({ id, label }) => ({ id, label, href: routes.tag(id) })),
    keywords: paper.topics.length === 0 ? pickKeywords(record) : undefined,
    isTopicsAssigned: paper.isTopicsAssigned,
    code,
    project,
    figure: shown && pickFigure(shown, describeFigureBriefly),
    isWithdrawn,
    withdrawnBy: findWithdrawer(record.withdrawn),
  });
}

/** An entry as the search index keeps it: the search page has no means to set mathematics, and marks words in plain text. */
export function toPlainEntry(entry: EntryView): EntryView {
  const { title, finding } = entry;
  return { ...entry, title: toPlainText(title), ...(finding === undefined ? {} : { finding: toPlainText(finding) }) };
}

/** Keywords named in a list; a longer one is a phrase of the abstract rather than what the paper is about. */
const [LISTED_KEYWORDS, KEYWORD_LENGTH] = [3, 40];

function pickKeywords({ keywords }: PaperRecord): string[] | undefined {
  const short = keywords.filter((keyword) => keyword.length <= KEYWORD_LENGTH).slice(0, LISTED_KEYWORDS);
  return short.length === 0 ? undefined : short;
}
