/** Views of several editions: a week, a month, and the list of all. */
import { type CalendarEntry, type CalendarRows, makeMonthCalendar } from "../calendar.ts";
import { type Day, formatDay, formatMonth, type Month, monthOf, type Week } from "../dates.ts";
import type { EntryView } from "../papers/entry.ts";
import type { ListedPaper } from "../papers/paper.ts";
import { listParts, type PartList } from "../papers/parts.ts";
import type { MonthLink } from "../papers/shelf.ts";
import { routes } from "../routes.ts";
import type { Edition } from "./edition.ts";
import { type EditionHead, viewHead } from "./view.ts";

/** A page of several editions: a week or a month. */
export interface PeriodView<Entry = EntryView> {
  /** `March 2026`, `week 11 of 2026`. */
  title: string;
  /** Its days. */
  calendar: CalendarRows;
  /** Its editions, newest first, each with its first papers, or all. */
  editions: { head: EditionHead; part: PartList<Entry> }[];
  /** Papers of all of them, each counted once. */
  count: number;
}

/**
 * The view of a week or month.
 * @param editions newest first
 * @param makeCalendar gives its days, with what there is of each
 * @param show gives what is shown of a paper
 */
export function viewPeriod<Own extends ListedPaper, Entry>(
  title: string,
  editions: readonly Edition<Own>[],
  makeCalendar: (days: ReadonlyMap<Day, CalendarEntry>) => CalendarRows,
  show: (paper: Own) => Entry,
): PeriodView<Entry> {
  const parts = editions.map(({ date, papers }) => ({
    ...{ name: date, title: formatDay(date), day: date, papers, parts: [], isRanked: true },
  }));
  const lists = listParts(parts, show, ({ name }) => routes.edition(name));
  return {
    title,
    calendar: makeCalendar(listDays(editions)),
    editions: editions.flatMap((edition, index) => {
      const part = lists[index];
      return part === undefined ? [] : [{ head: viewHead(edition), part }];
    }),
    count: new Set(editions.flatMap(({ papers }) => papers)).size,
  };
}

function listDays(editions: readonly Edition[]): Map<Day, CalendarEntry> {
  return new Map(
    editions.map(({ date, papers, completeness }) => [
      date,
      { count: papers.length, href: routes.edition(date), state: completeness },
    ]),
  );
}

/** A month of editions in the list of all. */
export interface EditionMonth extends MonthLink {
  /** Its days. */
  calendar: CalendarRows;
}

/** Months of editions as calendars. @param editions newest first */
export function listEditionMonths(editions: readonly Edition[]): EditionMonth[] {
  return [...gatherEditions(editions, monthOf)].map(([month, own]) => ({
    ...linkMonth(month, own),
    calendar: makeMonthCalendar(month, listDays(own)),
  }));
}

/** A month of editions as a link. */
export function linkMonth(month: Month, { length }: readonly Edition[]): MonthLink {
  return { label: formatMonth(month), href: routes.editionMonth(month), count: length };
}

/** Editions, newest first, by the week or month that `toPeriod` gives. */
export function gatherEditions<Period extends Week | Month>(
  editions: readonly Edition[],
  toPeriod: (date: Day) => Period,
): Map<Period, Edition[]> {
  return Map.groupBy(editions, ({ date }) => toPeriod(date));
}
