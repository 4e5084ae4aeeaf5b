/** When invented papers come out and when they are featured: a growing archive of ten years, cut into months. */
import { type Day, type Month, toDay } from "#lib/dates.ts";

/** First and last month of the archive. Fixed, so that figures of two runs can be compared. */
const FIRST_MONTH = { year: 2016, month: 1 };
const MONTH_COUNT = 123;
/** Growth from month to month; about a third more papers every year, as arXiv's computer science had. */
const GROWTH = 1.025;
/** Papers of one edition, until every weekday has one; from then on editions grow. */
const EDITION_SIZE = 20;
/** Share of papers that are featured. */
export const FEATURED_SHARE = 0.75;

/** One month of the archive. */
export interface MonthPlan {
  /** Which. */
  month: Month;
  /** Number of its first paper, counted from 0 over all months. */
  firstPaper: number;
  /** Papers that come out in it. */
  papers: number;
  /** Days on which editions appear, ascending; weekdays only. */
  editionDays: Day[];
}

/** All months of an archive of so many papers, oldest first; early months of a small archive may have none. */
export function planMonths(papers: number): MonthPlan[] {
  const weights = Array.from({ length: MONTH_COUNT }, (_, index) => GROWTH ** index);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let weight = 0;
  let firstPaper = 0;
  let editions = 0;
  return weights.map((own, index) => {
    weight += own;
    const nextPaper = Math.round((papers * weight) / total);
    const filled = (nextPaper * FEATURED_SHARE) / EDITION_SIZE;
    const due = index === MONTH_COUNT - 1 ? Math.ceil(filled) : Math.floor(filled);
    const month = nameMonth(index);
    const plan = {
      month,
      firstPaper,
      papers: nextPaper - firstPaper,
      editionDays: spreadEvenly(listWeekdays(month), due - editions),
    };
    firstPaper = nextPaper;
    editions = due;
    return plan;
  });
}

/** Days in a month. */
export function countDays(month: Month): number {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
}

/** The month so many months after the first. */
function nameMonth(index: number): Month {
  return toDay(new Date(Date.UTC(FIRST_MONTH.year, FIRST_MONTH.month - 1 + index, 1))).slice(0, 7);
}

/** Mondays to Fridays of a month. */
function listWeekdays(month: Month): Day[] {
  const days = Array.from({ length: countDays(month) }, (_, index) => `${month}-${String(index + 1).padStart(2, "0")}`);
  return days.filter((day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()));
}

/** So many of the items, the last one among them, with like distances; all items when there are not so many. */
function spreadEvenly<Item>(items: Item[], count: number): Item[] {
  const wanted = Math.min(count, items.length);
  return items.filter(
    (_, index) => Math.floor(((index + 1) * wanted) / items.length) > Math.floor((index * wanted) / items.length),
  );
}
