/** A day in `content/days.jsonl`: what an importer learnt of a date, so that the page can say whether its list is complete. */
import { z } from "zod";
import { CountSchema, DaySchema, TextSchema } from "./fields.ts";

/** What is known of one date's listing. */
export const DaySummarySchema = z.strictObject({
  date: DaySchema.describe("The day."),
  source: TextSchema.describe("Which listing."),
  listed: CountSchema.describe("Papers the listing named."),
  taken: CountSchema.describe("Papers that came in."),
  refused: CountSchema.describe("Papers that could not be read."),
  cut: z.boolean({ error: "true or false" }).describe("Whether the source stopped before the end of the day."),
});

/** One day, checked. */
export type DaySummary = z.infer<typeof DaySummarySchema>;

/** What a day's list is: all there, not all there, or nothing was listed. */
export type Completeness = "complete" | "partial" | "empty";

/** Complete = all taken and not cut; empty = nothing listed; partial = otherwise. */
export function judgeDay(day: DaySummary): Completeness {
  if (day.listed === 0) return "empty";
  return day.taken === day.listed && !day.cut ? "complete" : "partial";
}
