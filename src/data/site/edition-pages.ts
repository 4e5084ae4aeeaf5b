/** Pages of editions: each day, the weeks and months that gather them, and the list of all. */
import { type CalendarEntry, type CalendarRows, makeMonthCalendar, makeWeekCalendar } from "#lib/calendar.ts";
import { type Day, formatMonth, formatWeek, monthOf, weekOf } from "#lib/dates.ts";
import { dropUndefined } from "#lib/drop-undefined.ts";
import type { Edition } from "#lib/editions/edition.ts";
import { nameGroup } from "#lib/editions/grouped-list.ts";
import { linkNeighbours } from "#lib/editions/neighbours.ts";
import { gatherEditions, linkMonth, listEditionMonths, viewPeriod } from "#lib/editions/period.ts";
import { listNumbered, viewHead } from "#lib/editions/view.ts";
import { formatLink, type ProseMark, renderMark } from "#lib/prose-marks.ts";
import { type Route, routes } from "#lib/routes.ts";
import { site } from "#site";
import type { Catalogue } from "../library.ts";
import { makeLinkNamer } from "./link-names.ts";
import type { EditionProps } from "./page-kinds.ts";
import type { PlannedPage, PlanPage, ShowPaper } from "./planned-page.ts";

type MakeCalendar = (days: ReadonlyMap<Day, CalendarEntry>) => CalendarRows;

/** Days, weeks and months of editions. */
export function* planEditionPages(catalogue: Catalogue, planPage: PlanPage): Generator<PlannedPage> {
  const { issues, introductions } = catalogue;
  const nameLinks = makeLinkNamer(catalogue);
  const plan = (address: Route, makeProps: <Entry>(show: ShowPaper<Entry>) => EditionProps<Entry>, shows?: string) =>
    planPage("editions/[period]", address, makeProps, shows);
  for (const [index, edition] of issues.entries()) {
    const { date } = edition;
    const introduction = introductions.get(date);
    const { previous, next } = linkNeighbours(issues[index + 1], issues[index - 1]);
    const marks = renderMarks(catalogue.marks?.get(date), nameLinks);
    const around = dropUndefined({ previous, next, introduction, marks });
    const shows = introduction === undefined ? undefined : date;
    yield plan(routes.edition(date), (show) => ({ edition: { ...viewDay(edition, show), ...around } }), shows);
  }
  for (const [week, own] of gatherEditions(issues, weekOf)) {
    const makeWeek: MakeCalendar = (days) => makeWeekCalendar(own[0]?.date ?? "", days);
    yield plan(routes.editionWeek(week), (show) => ({ period: viewPeriod(formatWeek(week), own, makeWeek, show) }));
  }
  for (const [month, own] of gatherEditions(issues, monthOf)) {
    const makeMonth: MakeCalendar = (days) => makeMonthCalendar(month, days);
    yield plan(routes.editionMonth(month), (show) => ({
      period: viewPeriod(formatMonth(month), own, makeMonth, show),
    }));
  }
}

/** Formulas and links of an introduction as HTML. */
function renderMarks(
  marks: readonly ProseMark[] | undefined,
  nameLinks: ReturnType<typeof makeLinkNamer>,
): string[] | undefined {
  if (marks === undefined) return undefined;
  const names = nameLinks(marks.flatMap(({ link }) => (link === undefined ? [] : formatLink(link))));
  return marks.map((mark) => renderMark(mark, names));
}

/** Months that the list of all editions shows as calendars. */
const CALENDARS = 12;

/** The list of all editions: the latest months as calendars, older ones as links, and the latest that people wrote. */
export function planEditionList({ issues }: Catalogue, planPage: PlanPage): PlannedPage {
  const months = [...gatherEditions(issues, monthOf)];
  const curated = issues.filter(({ isCurated }) => isCurated);
  const recent = new Set(months.slice(0, CALENDARS).map(([month]) => month));
  return planPage("editions/index", routes.editions(), () => ({
    total: issues.length,
    curatedCount: curated.length,
    curated: curated.slice(0, site.latestCount).map(viewHead),
    recent: listEditionMonths(issues.filter(({ date }) => recent.has(monthOf(date)))),
    older: months.slice(CALENDARS).map(([month, own]) => linkMonth(month, own)),
  }));
}

function viewDay<Entry>(edition: Edition, show: ShowPaper<Entry>) {
  return dropUndefined({
    head: viewHead(edition),
    list: listNumbered(edition, show),
    leadId: edition.lead?.facts.id,
    groups: edition.groups.map(nameGroup),
  });
}
