/** Pages of editions: each day, the weeks and months that gather them, and the list of all. */
import { formatMonth, formatWeek, monthOf, weekOf } from "#lib/dates.ts";
import { dropUndefined } from "#lib/drop-undefined.ts";
import type { Edition } from "#lib/editions/edition.ts";
import { type EditionLink, gatherEditions, listNumbered, viewHead, viewPeriod } from "#lib/editions/view.ts";
import { formatLink, type ProseMark, renderMark } from "#lib/prose-marks.ts";
import { type Route, routes } from "#lib/routes.ts";
import { site } from "#site";
import type { Catalogue } from "../library.ts";
import { makeLinkNamer } from "./link-names.ts";
import type { EditionProps } from "./page-kinds.ts";
import type { PlannedPage, PlanPage, ShowPaper } from "./planned-page.ts";

/** Days, weeks and months of editions. */
export function* planEditionPages(catalogue: Catalogue, planPage: PlanPage): Generator<PlannedPage> {
  const { issues, introductions } = catalogue;
  const nameLinks = makeLinkNamer(catalogue);
  const plan = (address: Route, makeProps: <Entry>(show: ShowPaper<Entry>) => EditionProps<Entry>, shows?: string) =>
    planPage("editions/[period]", address, makeProps, shows);
  for (const [index, edition] of issues.entries()) {
    const { date } = edition;
    const introduction = introductions.get(date);
    const [previous, next] = [toLink(issues[index + 1]), toLink(issues[index - 1])];
    const marks = renderMarks(catalogue.marks?.get(date), nameLinks);
    const around = dropUndefined({ previous, next, introduction, marks });
    const shows = introduction === undefined ? undefined : date;
    yield plan(routes.edition(date), (show) => ({ edition: { ...viewDay(edition, show), ...around } }), shows);
  }
  for (const [week, own] of gatherEditions(issues, weekOf)) {
    yield plan(routes.editionWeek(week), (show) => ({ period: viewPeriod(formatWeek(week), own, show) }));
  }
  for (const [month, own] of gatherEditions(issues, monthOf)) {
    yield plan(routes.editionMonth(month), (show) => ({ period: viewPeriod(formatMonth(month), own, show) }));
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

/** The list of all editions. */
export function planEditionList({ issues }: Catalogue, planPage: PlanPage): PlannedPage {
  const latest = issues.slice(0, site.latestCount);
  return planPage("editions/index", routes.editions(), () => ({
    months: [...gatherEditions(latest, monthOf)].map(([month, own]) => ({ month, heads: own.map(viewHead) })),
    shown: latest.length,
    total: issues.length,
    allMonths: [...gatherEditions(issues, monthOf)].map(([month, own]) => ({
      label: formatMonth(month),
      href: routes.editionMonth(month),
      count: own.length,
    })),
  }));
}

function viewDay<Entry>(edition: Edition, show: ShowPaper<Entry>) {
  return dropUndefined({
    head: viewHead(edition),
    list: listNumbered(edition, show),
    leadId: edition.lead?.facts.id,
    groups: edition.groups.map(({ title, papers }) => ({ title, count: papers.length })),
  });
}

function toLink(edition: Edition | undefined): EditionLink | undefined {
  return edition === undefined ? undefined : { date: edition.date, title: edition.title };
}
