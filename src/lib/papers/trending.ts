/** Which papers people talk about now: a score that fades with the days since publication. */
import { compareText } from "../compare-text.ts";
import type { PaperRecord } from "../content/record.ts";
import { agreesWith, type Day, daysBetween } from "../dates.ts";
import { orderOf } from "./paper.ts";

/** What the score needs of a record; counts that are missing count 0. */
export type TrendingInput = Pick<PaperRecord, "id" | "published" | "featured" | "upvotes" | "comments" | "stars">;

/** A paper's place among the trending ones. */
export interface Trending {
  /** Id of the paper. */
  id: string;
  /** The score, more than 0; see `scoreAttention`. */
  score: number;
  /** Whole days from publication to the latest edition, 0 or more. */
  age: number;
}

/**
 * `(upvotes + 2 comments + log2(1 + stars)) / (age + 7)^1.2`; the trending page states the same formula.
 * @param age Days since publication, 0 or more.
 */
export function scoreAttention(record: Pick<TrendingInput, "upvotes" | "comments" | "stars">, age: number): number {
  const attention = (record.upvotes ?? 0) + 2 * (record.comments ?? 0) + Math.log2(1 + (record.stars ?? 0));
  return attention / (age + 7) ** 1.2;
}

/**
 * Papers by falling score, equal ones by id; those with score 0 are left out.
 * The age counts from publication; where the day is not known, from the first day featured in its month or year, else from
 * the first day of that. Without any word of publication it counts from the first day featured, else from the first day
 * of the month in an arXiv id; a paper with none of these has no age and is left out. A day after `latest` makes the age 0.
 * @param latest Day of the latest edition; the clock is never asked.
 */
export function rankTrending(records: Iterable<TrendingInput>, latest: Day): Trending[] {
  const ranked: Trending[] = [];
  for (const record of records) {
    const day = findStart(record);
    if (day === "") continue;
    const age = Math.max(0, daysBetween(day, latest));
    const score = scoreAttention(record, age);
    if (score > 0) ranked.push({ id: record.id, score, age });
  }
  return ranked.sort((a, b) => b.score - a.score || compareText(a.id, b.id));
}

/** The day the age counts from; "" when there is none. */
function findStart(record: TrendingInput): Day | "" {
  const { published, featured } = record;
  const first = published === undefined ? featured[0] : featured.find((day) => agreesWith(day, published));
  return first ?? orderOf(record);
}
