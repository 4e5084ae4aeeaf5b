/**
 * All kinds of pages: what the template of each gets. A kind is named after its template below src/pages; its address is
 * stated where it is planned, and nowhere else: parameters, file and canonical address follow from that.
 */
import type { CalendarRows } from "#lib/calendar.ts";
import type { Organization } from "#lib/content/organization.ts";
import type { Day, Month } from "#lib/dates.ts";
import type { FrontView, NewestView } from "#lib/editions/front.ts";
import type { EditionMonth, PeriodView } from "#lib/editions/period.ts";
import type { DayView, EditionHead } from "#lib/editions/view.ts";
import type { FeedEntry } from "#lib/feeds/atom.ts";
import type { Moved } from "#lib/moved.ts";
import type { NameIndex, NamePage } from "#lib/name-index.ts";
import type { EntryView, NamedLink } from "#lib/papers/entry.ts";
import type { Author } from "#lib/papers/group.ts";
import type { LaterPaper } from "#lib/papers/later.ts";
import type { PartList } from "#lib/papers/parts.ts";
import type { MonthLink, Shelf } from "#lib/papers/shelf.ts";
import type { Ties } from "#lib/papers/ties.ts";
import type { AttentionCount } from "#lib/papers/trending.ts";
import type { PaperView } from "#lib/papers/view.ts";
import type { SearchExample } from "#lib/search/examples.ts";
import type { SearchLabels } from "#lib/search/labels.ts";
import type { PaperSeries } from "#lib/tags/series.ts";
import type { TopicGroup, TopicRow, TopicView } from "#lib/tags/view.ts";

/** What each kind of page gets; `Entry` is what stands for a paper in its lists. */
export interface PageKinds<Entry = EntryView> {
  /** The front page. */
  index: {
    /** The latest edition; absent on a site without any. */
    front?: FrontView;
    /** Fingerprint of its introduction; absent when nobody wrote one. */
    introduction?: string;
    /** The first topics with papers, those of most first. */
    topics: TopicRow[];
    /** How many topics have papers. */
    topicCount: number;
    /** The first papers by score: titles, where they lead, what the score is made of. */
    ranked: ({ title: string; href: string } & Omit<RankedPaper, "entry">)[];
    /** The papers that are newest and the months of all, on a site without editions. */
    newest?: NewestView;
  };
  /** About the site. */
  about: {
    /** Papers of the whole site. */
    paperCount: number;
    /** Papers with a digest. */
    digestCount: number;
    /** Editions. */
    editionCount: number;
  };
  /** Search. */
  search: {
    /** Names for what papers are filtered by. */
    labels: SearchLabels;
    /** Questions to begin with. */
    examples: SearchExample[];
    /** Topics that have papers. */
    topics: NamedLink[];
    /** Whether some papers have no digest. */
    isQuoted: boolean;
  };
  /** Ways to be told of new papers. */
  subscribe: NoProps;
  /** The page of what is not there. */
  "404": NoProps;
  /** The script that sets the theme. */
  "theme.js": NoProps;
  /** Papers by score. */
  trending: {
    /** The first papers by score. */
    ranked: RankedPaper<Entry>[];
    /** The day the site counts from; absent where no date is known. */
    latest?: Day;
  };
  /** The archive. */
  "archive/index": {
    /** All months, newest first, what has only a year behind the months of that, the undated last. */
    months: MonthLink[];
    /** Its papers over time. */
    series: PaperSeries;
    /** Papers of the whole site. */
    paperCount: number;
  };
  /** A month of it, or of a topic, an author, an organisation. */
  "[...of]/[month]": {
    /** What the month is a part of. */
    of: MonthOwner;
    /** `YYYY-MM`, `YYYY` for papers of which only the year is known, or `undated`. */
    month: Month;
    /** The month in words, or the part of it that the page shows. */
    title: string;
    /** The whole month, where the page shows a part. */
    whole?: NamedLink;
    /** Its papers in all. */
    count: number;
    /** Days, letters or more of a month, each with all its papers or its first. */
    parts: PartList<Entry>[];
    /** The month's days; absent where it has none, and on the page of a part. */
    calendar?: CalendarRows;
  };
  /** All editions. */
  "editions/index": {
    /** How many there are. */
    total: number;
    /** Those that people wrote, the latest, newest first. */
    curated: EditionHead[];
    /** How many people wrote. */
    curatedCount: number;
    /** The latest months that have an edition, newest first. */
    recent: EditionMonth[];
    /** All months before them. */
    older: MonthLink[];
  };
  /** An edition, or a week or month of them. */
  "editions/[period]": EditionProps<Entry>;
  /** All topics. */
  "tags/index": {
    /** Topics with papers, under the widest one they belong to, those of most first. */
    groups: TopicGroup[];
    /** The others. */
    unused: NamedLink[];
    /** Topics in all. */
    count: number;
  };
  /** A topic. */
  "tags/[id]/index": {
    /** The topic with its shelf. */
    topic: TopicView<Entry>;
    /** Papers of the whole site. */
    paperCount: number;
  };
  /** The index of authors, or of organisations. */
  "[names]/index": NamesProps & {
    /** The names. */
    index: NameIndex;
  };
  /** Those of them whose names begin in the same way. */
  "[names]/[beginning]": NamesProps & {
    /** The names. */
    page: NamePage;
  };
  /** An author. */
  "authors/[slug]/index": Pick<Author, "slug" | "names"> & {
    /** Their papers. */
    shelf: Shelf<Entry>;
    /** What these have in common, and who wrote them too. */
    ties: Ties;
  };
  /** An organisation. */
  "organizations/[id]/index": Pick<Organization, "id" | "name" | "url"> & {
    /** Its papers. */
    shelf: Shelf<Entry>;
    /** What these have in common, and who wrote them. */
    ties: Ties;
  };
  /** Where to begin to look for a paper. */
  "papers/index": {
    /** Papers in all. */
    count: number;
    /** The newest. */
    newest: Entry[];
    /** Years with how many papers each has, newest first. */
    years: MonthLink[];
    /** How many topics, authors and organisations have papers here. */
    ways: Record<"topics" | "authors" | "organizations", number>;
  };
  /** A paper. */
  "papers/[id]": {
    /** Everything it shows. */
    view: PaperView;
  };
  /** Which papers came later than those of a group; asked for by their pages. */
  "later/[group].json": {
    /** By id, those that are close to it, the most alike first; without papers that have none. */
    papers: { [id: string]: LaterPaper[] };
  };
  /** The feed; addresses are those of routes, without a host. */
  "feeds/papers.xml": {
    /** The newest papers. */
    entries: FeedEntry[];
  };
  /** An address that is gone. */
  "[...moved]": {
    /** Where it leads, and why. */
    moved: Moved;
  };
}

/** What a page gets that shows nothing of the content. */
export type NoProps = { [name: string]: never };

/** Whose names an index holds. */
export interface NamesProps {
  /** The folder of their pages. */
  of: "authors" | "organizations";
}

/** A ranked paper. */
export interface RankedPaper<Entry = EntryView> {
  /** What lists show of it. */
  entry: Entry;
  /** What the score is made of. */
  counts: AttentionCount[];
  /** The score with three significant digits, and the age: `score 2.83, 1 day old`. */
  reason: string;
}

/** What has months: a topic, an author, an organisation, or the archive itself. */
export interface MonthOwner extends NamedLink {
  /** The part of the site it belongs to, in words. */
  section: string;
  /** That part, where the menu names it. */
  current?: "topics" | "archive";
  /** What its papers are to it: `on planning`; absent for the archive, which has all papers, with the rows of those without a page. */
  relation?: string;
}

/** What the page of an edition gets, or that of a week or month of them. */
export interface EditionProps<Entry = EntryView> {
  /** The edition of a day; absent on the page of a week or month. */
  edition?: DayView<Entry>;
  /** The week or month; absent on the page of a day. */
  period?: PeriodView<Entry>;
}
