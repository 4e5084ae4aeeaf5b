/** The list of days, `days.jsonl`: what importers learnt of each date's listing. */
import { join } from "node:path";
import { compareText } from "../compare-text.ts";
import { CONTENT_FILES } from "../content/content-files.ts";
import { type DaySummary, DaySummarySchema } from "../content/day.ts";
import { parseDays } from "../content/parse.ts";
import { openLines } from "../content/read.ts";
import { serializeLines } from "./serialize.ts";
import type { FileText } from "./write-file.ts";

/** Days by date and source. */
export type Days = Map<string, DaySummary>;

/** Reads the list of days, which may be missing. Throws a `ContentError` with every line that cannot be read. */
export function openDays(folder: string): Days {
  return new Map(openLines(folder, "days", parseDays).map((day) => [nameDay(day), day]));
}

/**
 * Adds a day, or a reading of one that is better than the one that is known. Returns whether anything changed.
 */
export function putDay(days: Days, day: DaySummary): boolean {
  const known = days.get(nameDay(day));
  const isMore = known === undefined || compareDays(day, known) > 0;
  if (isMore) days.set(nameDay(day), day);
  return isMore;
}

/**
 * Positive when the first reading of a day is better than the second: with more papers taken, of two with as many the one
 * with fewer refused, then the one of the longer list, then the one that was not cut. What could not be read well takes
 * little, so that it never stands in the way of what was.
 */
function compareDays(a: DaySummary, b: DaySummary): number {
  return a.taken - b.taken || b.refused - a.refused || a.listed - b.listed || Number(b.cut) - Number(a.cut);
}

/** The file of the list as it is now, in order of date and source. */
export function describeDaysFile(folder: string, days: Days): FileText {
  const sorted = [...days.values()].sort((a, b) => compareText(a.date, b.date) || compareText(a.source, b.source));
  return { path: join(folder, CONTENT_FILES.days.path), content: serializeLines(sorted, DaySummarySchema) };
}

/** The key of a day: its date and its listing. */
export function nameDay({ date, source }: Pick<DaySummary, "date" | "source">): string {
  return `${date} ${source}`;
}
