/** The days in themselves: each once for each listing. */
import type { Problem } from "../errors.ts";
import type { DaySummary } from "./day.ts";
import { checkDouble, type FirstSeen } from "./first-seen.ts";
import type { List } from "./parse.ts";

/** Problems between the days, and counts that cannot be. */
export function checkDays({ file, lines }: List<DaySummary>): Problem[] {
  const seen: FirstSeen = new Map();
  return lines.flatMap(({ line, data }) => {
    const problems = checkDouble(seen, `${data.date} ${data.source}`, `line ${line}`, {
      file,
      line,
      field: "date",
      message: "this day and source stand twice",
      found: `${data.date}, ${data.source}`,
      mend: "keep one of the lines",
    });
    if (data.taken + data.refused <= data.listed) return problems;
    return [
      ...problems,
      {
        file,
        line,
        field: "taken",
        message: "more papers were taken and refused than were listed",
        found: `${data.taken} taken, ${data.refused} refused, ${data.listed} listed`,
        allowed: `at most ${data.listed} together`,
      },
    ];
  });
}
