/** Which day the site counts from: never the clock, always the content. */
import type { Day } from "#lib/dates.ts";
import { loadLibrary } from "./library.ts";

/** The day of the latest edition, otherwise the newest day of a paper; `1970-01-01` for a site without any. */
export async function findLatestDay(): Promise<Day> {
  const { editions, papers } = await loadLibrary();
  const newest = papers.find(({ order }) => order !== "");
  return editions[0]?.date ?? newest?.order ?? "1970-01-01";
}
