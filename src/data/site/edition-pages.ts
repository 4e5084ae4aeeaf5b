/** Pages of editions: each day, the weeks and months that gather them, and the list of all. */
import { type Day, formatMonth, formatWeek, type Month, monthOf, type Week, weekOf } from "#lib/dates.ts";
import type { Edition } from "#lib/editions/edition.ts";
import {
  type EditionHead,
  gatherEditions,
  listNumbered,
  type PeriodView,
  viewHead,
  viewPeriod,
} from "#lib/editions/view.ts";
import type { EntryList, MonthLink } from "#lib/papers/shelf.ts";
import { type Route, routes } from "#lib/routes.ts";
import { site } from "#site";
import type { Library } from "../library.ts";
import { namePageFile, type PlannedPage, planPage, planWholePage, type ShowPapers } from "./planned-page.ts";

/** Another edition, to go on to. */
export interface EditionLink {
  /** Its day. */
  date: Day;
  /** Its title. */
  title: string;
}

/** What the page of an edition gets, or that of a week or month of them. */
export interface EditionProps {
  /** The edition of a day; absent on the page of a week or month. */
  edition?: {
    /** What is said of it. */
    head: EditionHead;
    /** All its papers in order. */
    list: EntryList;
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
  period?: PeriodView & {
    /** Its own address. */
    path: Route;
  };
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

/** Days, weeks and months of editions. */
export function* planEditionPages({ issues, introductions }: Library): Generator<PlannedPage> {
  const route = "editions/[period]";
  for (const [index, edition] of issues.entries()) {
    const { date } = edition;
    const introduction = introductions.get(date);
    const shows = introduction === undefined ? undefined : date;
    const page = { route, params: { period: date }, file: namePageFile(`editions/${date}`), introduction: shows };
    yield planPage(page, (show): EditionProps => {
      const [previous, next] = [toLink(issues[index + 1]), toLink(issues[index - 1])];
      return {
        edition: {
          ...viewDay(edition, show),
          ...(previous === undefined ? {} : { previous }),
          ...(next === undefined ? {} : { next }),
          ...(introduction === undefined ? {} : { introduction }),
        },
      };
    });
  }
  for (const [week, own] of gatherEditions(issues, weekOf)) {
    yield planPeriod(week, formatWeek(week), routes.editionWeek(week), own);
  }
  for (const [month, own] of gatherEditions(issues, monthOf)) {
    yield planPeriod(month, formatMonth(month), routes.editionMonth(month), own);
  }
}

/** The list of all editions. */
export function planEditionList({ issues }: Library): PlannedPage {
  const latest = issues.slice(0, site.latestCount);
  const props: EditionsProps = {
    months: [...gatherEditions(latest, monthOf)].map(([month, own]) => ({ month, heads: own.map(viewHead) })),
    shown: latest.length,
    total: issues.length,
    allMonths: [...gatherEditions(issues, monthOf)].map(([month, own]) => ({
      label: formatMonth(month),
      href: routes.editionMonth(month),
      count: own.length,
    })),
  };
  return planWholePage({ route: "editions/index", params: {}, file: namePageFile("editions") }, props);
}

function viewDay(edition: Edition, show: ShowPapers) {
  const leadId = edition.lead?.facts.id;
  return {
    head: viewHead(edition),
    list: listNumbered({ ...edition, papers: show(edition.papers) }),
    ...(leadId === undefined ? {} : { leadId }),
    groups: edition.groups.map(({ title, papers }) => ({ title, count: papers.length })),
  };
}

function planPeriod(period: Week | Month, title: string, path: Route, editions: Edition[]): PlannedPage {
  const page = { route: "editions/[period]", params: { period }, file: namePageFile(`editions/${period}`) };
  return planPage(page, (show): EditionProps => {
    const shown = editions.map((edition) => ({ ...edition, papers: show(edition.papers) }));
    return { period: { ...viewPeriod(title, shown), path } };
  });
}

function toLink(edition: Edition | undefined): EditionLink | undefined {
  return edition === undefined ? undefined : { date: edition.date, title: edition.title };
}
