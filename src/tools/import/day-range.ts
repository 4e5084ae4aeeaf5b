/** The days that an import over the network is asked for. */
import { addDays, type Day, daysBetween, isDay } from "#lib/dates.ts";
import type { Problem } from "#lib/errors.ts";
import { UsageError } from "../commands/command.ts";

/** Days, the first and the last included. */
export interface DayRange {
  /** The first. */
  from: Day;
  /** The last, not later than the day of the run. */
  to: Day;
  /** What a curator should know of the days. */
  notices: Problem[];
}

/** Reads a day. Throws a `UsageError` when it does not exist. */
export function readDay(option: string, value: string | undefined): Day | undefined {
  if (value === undefined || isDay(value)) return value;
  throw new UsageError(`${option} ${value} is not a day that exists; write YYYY-MM-DD`);
}

/**
 * Reads --from and --to; without --to the range ends with the day of the run.
 * Throws a `UsageError` for days that do not exist, stand in the wrong order, or lie ahead.
 */
export function readDayRange(from: string | undefined, to: string | undefined, today: Day): DayRange {
  const [first, last = today] = [readDay("--from", from), readDay("--to", to)];
  if (first === undefined) throw new UsageError("say from which day on: --from YYYY-MM-DD");
  if (first > today) throw new UsageError(`--from ${first} lies ahead; today is ${today}, in UTC`);
  if (first > last) throw new UsageError(`--from ${first} is later than --to ${last}`);
  if (last <= today) return { from: first, to: last, notices: [] };
  const message = "lies ahead; days are asked for up to today";
  return { from: first, to: today, notices: [{ file: "command line", field: "--to", message, found: last }] };
}

/** All days from the first to the last. */
export function listDays(from: Day, to: Day): Day[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
}
