/** When a paper was withdrawn. */
import type { PaperRecord } from "../content/record.ts";
import { formatDay } from "../dates.ts";

/**
 * The day as far as it is known: `on 6 April 2026, with version 3` where a later version says so, otherwise the day on
 * which the change was seen; undefined where neither is known.
 */
export function describeWithdrawalDay({
  version = 1,
  updated,
  history,
}: Pick<PaperRecord, "version" | "updated" | "history">): string | undefined {
  if (version > 1 && updated !== undefined) return `on ${formatDay(updated)}, with version ${version}`;
  const seen = history.findLast(({ field, to }) => field === "withdrawn" && to !== undefined);
  return seen && `seen on ${formatDay(seen.date)}`;
}
