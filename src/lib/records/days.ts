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
 * Adds a day, or what is newly known of one: the longer list counts, of two as long the one with more papers taken, and
 * of two that agree so far the one that was not cut. Returns whether anything changed.
 */
export function putDay(days: Days, day: DaySummary): boolean {
  const known = days.get(nameDay(day));
  const isMore = known === undefined || compareDays(day, known) > 0;
  if (isMore) days.set(nameDay(day), day);
  return isMore;
}

/** Positive when the first tells more of a day than the second. */
function compareDays(a: DaySummary, b: DaySummary): number {
  return a.listed - b.listed || a.taken - b.taken || Number(b.cut) - Number(a.cut);
}

/** The file of the list as it is now, in order of date and source. */
export function describeDaysFile(folder: string, days: Days): FileText {
  const sorted = [...days.values()].sort((a, b) => compareText(a.date, b.date) || compareText(a.source, b.source));
  return { path: join(folder, CONTENT_FILES.days.path), content: serializeLines(sorted, DaySummarySchema) };
}

function nameDay({ date, source }: DaySummary): string {
  return `${date} ${source}`;
}
