/** The days in themselves: each once for each listing. */
import type { Problem } from "../errors.ts";
import type { DaySummary } from "./day.ts";
import { checkDouble, type FirstSeen } from "./first-seen.ts";
import { type List, listItems } from "./list.ts";

/** Problems between the days, and counts that cannot be. */
export function checkDays(days: List<DaySummary>): Problem[] {
  const { file } = days;
  const seen: FirstSeen = new Map();
  return listItems(days).flatMap(({ line, data: { date, source, listed, taken, refused } }) => {
    const key = date === undefined || source === undefined ? undefined : `${date} ${source}`;
    const problems = checkDouble(seen, key, `line ${line}`, {
      file,
      line,
      field: "date",
      message: "this day and source stand twice",
      found: `${date}, ${source}`,
      mend: "keep one of the lines",
    });
    if (listed === undefined || taken === undefined || refused === undefined) return problems;
    if (taken + refused <= listed) return problems;
    return [
      ...problems,
      {
        file,
        line,
        field: "taken",
        message: "more papers were taken and refused than were listed",
        found: `${taken} taken, ${refused} refused, ${listed} listed`,
        allowed: `at most ${listed} together`,
      },
    ];
  });
}
