/** What is known of a day's listings, shown and set by hand. */
import { checkDays } from "../content/check-lists.ts";
import { nameContentFile } from "../content/content-files.ts";
import type { DaySummary } from "../content/day.ts";
import type { Day } from "../dates.ts";
import { ContentError, type Problem } from "../errors.ts";
import { openArchive } from "./archive.ts";
import { describeDaysFile, nameDay, openDays } from "./days.ts";
import { type ChangeOptions, withContentLock } from "./lock.ts";
import { writeFilesAtomic } from "./write-file.ts";

/** What is to be changed of a day's line; what is absent stays as it is. */
export type DayChange = Partial<Omit<DaySummary, "date">>;

/** What is known of a day. */
export interface KnownDay {
  /** Its lines in the list of days, one a listing. */
  listings: DaySummary[];
  /** How many records say that a listing showed them on this day. */
  featured: number;
}

/** Reads what is known of a day. Throws a `ContentError` when records or days cannot be read. */
export function showDay(folder: string, date: Day): KnownDay {
  const records = [...openArchive(folder).records.values()];
  return {
    listings: [...openDays(folder).values()].filter((day) => day.date === date),
    featured: records.filter(({ featured }) => featured.includes(date)).length,
  };
}

/**
 * Sets what is known of a day's listing, better or worse than before. Returns its line, and the files that changed.
 * Throws a `ContentError` when there is no telling which listing is meant, or when the counts cannot be; nothing has
 * changed then.
 */
export function setDay(
  folder: string,
  date: Day,
  change: DayChange,
  options: ChangeOptions,
): { day: DaySummary; files: string[] } {
  return withContentLock(folder, "a change of a day", () => changeDay(folder, date, change, options), options);
}

function changeDay(folder: string, date: Day, change: DayChange, { isDryRun = false }: ChangeOptions) {
  const days = openDays(folder);
  const known = [...days.values()].filter((day) => day.date === date);
  const file = describeDaysFile(folder, days);
  const place = { file: nameContentFile(file.path), field: date };
  const source = change.source ?? (known.length === 1 ? known[0]?.source : undefined);
  if (source === undefined) throw new ContentError([{ ...place, ...refuseNameless(known) }]);
  const before = days.get(nameDay({ date, source }));
  if (before === undefined && change.listed === undefined) throw new ContentError([{ ...place, ...UNCOUNTED }]);
  const { listed = before?.listed ?? 0, refused = before?.refused ?? 0, cut = before?.cut ?? false } = change;
  const taken = change.taken ?? before?.taken ?? listed - refused;
  const day: DaySummary = { date, source, listed, taken, refused, cut };
  const faults = checkDays({ file: place.file, lines: [{ line: 1, data: day }], faulty: [] });
  const problems = faults.flatMap((fault) => (fault === undefined ? [] : [{ ...fault, ...place }]));
  if (problems.length > 0) throw new ContentError(problems);
  const next = describeDaysFile(folder, days.set(nameDay(day), day));
  if (next.content === file.content) return { day, files: [] };
  if (!isDryRun) writeFilesAtomic([next]);
  return { day, files: [place.file] };
}

function refuseNameless(known: readonly DaySummary[]): Omit<Problem, "file"> {
  const names = known.map(({ source }) => source).join(", ");
  const message = known.length === 0 ? "this day has no listing yet" : "this day has several listings";
  return {
    message,
    ...(names !== "" && { found: names }),
    mend: 'name the one that is meant: --source "Daily Papers"',
  };
}

const UNCOUNTED = { message: "this listing is not known yet", mend: "say how many papers it named: --listed 38" };
