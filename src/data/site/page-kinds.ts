/**
 * All kinds of pages: what the template of each gets. A kind is named after its template below src/pages; its address is
 * stated where it is planned, and nowhere else: parameters, file and canonical address follow from that.
 */
import type { Day, Month } from "#lib/dates.ts";
import type { EditionHead, FrontView, PeriodView } from "#lib/editions/view.ts";
import type { FeedEntry } from "#lib/feeds/atom.ts";
import type { Moved } from "#lib/moved.ts";
import type { EntryView, NamedLink } from "#lib/papers/entry.ts";
import type { EntryList, MonthLink, Shelf } from "#lib/papers/shelf.ts";
import type { PaperView } from "#lib/papers/view.ts";
import type { SearchLabels } from "#lib/search/labels.ts";
import type { QuarterSeries } from "#lib/tags/quarters.ts";
import type { TopicRow, TopicView } from "#lib/tags/view.ts";

/** What each kind of page gets; `Entry` is what stands for a paper in its lists. */
export interface PageKinds<Entry = EntryView> {
  /** The front page. */
  index: FrontProps;
  /** About the site. */
  about: AboutProps;
  /** Search. */
  search: SearchProps;
  /** Ways to be told of new papers. */
  subscribe: NoProps;
  /** The page of what is not there. */
  "404": NoProps;
  /** The script that sets the theme. */
  "theme.js": NoProps;
  /** Papers by score. */
  trending: TrendingProps<Entry>;
  /** The archive. */
  "archive/index": ArchiveProps;
  /** A month of it. */
  "archive/[month]": MonthProps<Entry>;
  /** All editions. */
  "editions/index": EditionsProps;
  /** An edition, or a week or month of them. */
  "editions/[period]": EditionProps<Entry>;
  /** All topics. */
  "tags/index": TopicsProps;
  /** A topic. */
  "tags/[id]/index": TopicProps<Entry>;
  /** A month of it. */
  "tags/[id]/[month]": MonthProps<Entry>;
  /** An author. */
  "authors/[slug]/index": AuthorProps<Entry>;
  /** A month of theirs. */
  "authors/[slug]/[month]": MonthProps<Entry>;
  /** An organisation. */
  "organizations/[id]/index": OrganizationProps<Entry>;
  /** A month of its. */
  "organizations/[id]/[month]": MonthProps<Entry>;
  /** A paper. */
  "papers/[id]": PaperProps;
  /** The feed. */
  "feeds/papers.xml": FeedProps;
  /** An address that is gone. */
  "[...moved]": MovedProps;
}

/** What a page gets that shows nothing of the content. */
export type NoProps = { [name: string]: never };

/** What the front page gets. */
export interface FrontProps {
  /** The latest edition; absent on a site without any. */
  front?: FrontView;
  /** Fingerprint of its introduction; absent when nobody wrote one. */
  introduction?: string;
  /** The first topics with papers, those of most first. */
  topics: TopicRow[];
  /** How many topics have papers. */
  topicCount: number;
  /** The first papers by score: titles, where they lead, what the score is made of. */
  ranked: { title: string; href: string; reason: string }[];
  /** The day the site counts from. */
  latest: Day;
}

/** A ranked paper. */
export interface RankedPaper<Entry = EntryView> {
  /** What lists show of it. */
  entry: Entry;
  /** Its score, three significant digits. */
  score: string;
  /** What the score is made of: `3 comments, 42 days old`. */
  reason: string;
}

/** What the page of trending papers gets. */
export interface TrendingProps<Entry = EntryView> {
  /** The first papers by score. */
  ranked: RankedPaper<Entry>[];
  /** The day the site counts from. */
  latest: Day;
}

/** What the archive's page gets. */
export interface ArchiveProps {
  /** All months, newest first, the undated last. */
  months: MonthLink[];
  /** Papers a quarter. */
  series: QuarterSeries;
  /** Papers of the whole site. */
  paperCount: number;
}

/** The papers of one month of something. */
export interface MonthProps<Entry = EntryView> {
  /** What the month is a part of. */
  of: {
    /** Its id or slug. */
    id: string;
    /** What readers see. */
    label: string;
  };
  /** `YYYY-MM`, or `undated`. */
  month: Month;
  /** The month in words. */
  title: string;
  /** Its papers, newest first. */
  entries: Entry[];
}

/** Another edition, to go on to. */
export interface EditionLink {
  /** Its day. */
  date: Day;
  /** Its title. */
  title: string;
}

/** What the page of an edition gets, or that of a week or month of them. */
export interface EditionProps<Entry = EntryView> {
  /** The edition of a day; absent on the page of a week or month. */
  edition?: {
    /** What is said of it. */
    head: EditionHead;
    /** All its papers in order. */
    list: EntryList<Entry>;
    /** Id of the paper that leads; absent when it is empty. */
    leadId?: string;
    /** Its groups with how many papers each has. */
    groups: { title: string; count: number }[];
    /** The edition before. */
    previous?: EditionLink;
    /** The edition after. */
    next?: EditionLink;
    /** Fingerprint of its introduction, which the template takes from the collection; absent when nobody wrote one. */
    introduction?: string;
  };
  /** The week or month; absent on the page of a day. */
  period?: PeriodView<Entry>;
}

/** What the list of all editions gets. */
export interface EditionsProps {
  /** The latest, newest first, by month. */
  months: { month: Month; heads: EditionHead[] }[];
  /** How many these are. */
  shown: number;
  /** How many there are. */
  total: number;
  /** All months that have an edition, newest first. */
  allMonths: MonthLink[];
}

/** What the list of topics gets. */
export interface TopicsProps {
  /** Topics with papers, those of most first. */
  rows: TopicRow[];
  /** The others. */
  unused: NamedLink[];
  /** Topics in all. */
  count: number;
  /** Papers of the whole site. */
  paperCount: number;
}

/** What the page of a topic gets. */
export interface TopicProps<Entry = EntryView> {
  /** The topic with its shelf. */
  topic: TopicView<Entry>;
  /** Papers of the whole site. */
  paperCount: number;
}

/** What the page of an author gets. */
export interface AuthorProps<Entry = EntryView> {
  /** Address segment. */
  slug: string;
  /** Every spelling of the name, the most frequent first. */
  names: string[];
  /** Their papers. */
  shelf: Shelf<Entry>;
}

/** What the page of an organisation gets. */
export interface OrganizationProps<Entry = EntryView> {
  /** Address segment. */
  id: string;
  /** Name that readers see. */
  name: string;
  /** Its own page. */
  url?: string;
  /** Its papers. */
  shelf: Shelf<Entry>;
}

/** What the page about the site gets. */
export interface AboutProps {
  /** Papers of the whole site. */
  paperCount: number;
  /** Papers with a digest. */
  digestCount: number;
  /** Editions. */
  editionCount: number;
}

/** What the search page gets. */
export interface SearchProps {
  /** Names for what papers are filtered by. */
  labels: SearchLabels;
}

/** What the feed gets; addresses are those of routes, without a host. */
export interface FeedProps {
  /** The newest papers. */
  entries: FeedEntry[];
}

/** What a page at an address that is gone gets. */
export interface MovedProps {
  /** Where it leads, and why. */
  moved: Moved;
}

/** What the page of a paper gets. */
export interface PaperProps {
  /** Everything it shows. */
  view: PaperView;
}
