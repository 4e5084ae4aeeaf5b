/** Months of the archive, of a topic, an author, an organisation, and the parts of those that are too long for a page. */
import { type CalendarEntry, makeMonthCalendar } from "#lib/calendar.ts";
import { type Day, formatDate, type Month } from "#lib/dates.ts";
import { dropUndefined } from "#lib/drop-undefined.ts";
import type { NamedLink } from "#lib/papers/entry.ts";
import type { ListedPaper } from "#lib/papers/paper.ts";
import {
  hasDays,
  listParts,
  type PaperPart,
  type PartList,
  partMonth,
  ROWS_A_PAGE,
  walkParts,
} from "#lib/papers/parts.ts";
import { type Route, routes } from "#lib/routes.ts";
import type { MonthOwner, PageKinds } from "./page-kinds.ts";
import type { PlannedPage, PlanPage } from "./planned-page.ts";

/** All months of an owner; a month that a page cannot hold has pages for its parts too. */
export function* planMonthPages(
  toHref: (month: Month) => Route,
  of: MonthOwner,
  months: Iterable<[Month, readonly ListedPaper[]]>,
  planPage: PlanPage,
): Generator<PlannedPage> {
  for (const [month, papers] of months) {
    const href = toHref(month);
    const title = month === "undated" ? "Date unknown" : formatDate(month);
    const parts = partMonth(month, papers);
    yield planPage("[...of]/[month]", href, (show) => {
      const lists = listParts(parts, show, ({ name }) => routes.monthPart(href, [name]));
      const calendar = hasDays(month) ? makeMonthCalendar(month, listDays(lists)) : undefined;
      return dropUndefined({ of, month, title, count: papers.length, parts: lists, calendar });
    });
    if (papers.length > ROWS_A_PAGE || hasRows(papers, href)) {
      yield* planParts(parts, { of, month, whole: { label: title, href } }, planPage);
    }
  }
}

/** Whether papers that have no page have their rows in parts of a month: then those are there however few they are. */
function hasRows(papers: readonly ListedPaper[], month: Route): boolean {
  return papers.some(({ row }) => row?.startsWith(month));
}

function* planParts(
  parts: readonly PaperPart[],
  { whole, ...around }: Pick<PageKinds["[...of]/[month]"], "of" | "month"> & { whole: NamedLink & { href: Route } },
  planPage: PlanPage,
): Generator<PlannedPage> {
  for (const { names, part } of walkParts(parts)) {
    const [first = ""] = names;
    yield planPage("[...of]/[month]", routes.monthPart(whole.href, names), (show) => {
      const lists = listParts(part.parts.length === 0 ? [part] : part.parts, show, ({ name }) =>
        routes.monthPart(whole.href, [first, name]),
      );
      return { ...around, whole, title: part.title, count: part.papers.length, parts: lists };
    });
  }
}

/** What there is of each day: it leads to its papers, here or on a page of their own. */
function listDays(lists: readonly PartList<unknown>[]): Map<Day, CalendarEntry> {
  return new Map(
    lists.flatMap(({ day, name, count, href }) =>
      day === undefined ? [] : [[day, { count, href: href ?? `#part-${name}` }]],
    ),
  );
}
