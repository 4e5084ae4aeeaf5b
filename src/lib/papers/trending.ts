/** Which papers people talk about now: a score that fades with the days since publication. */
import { compareText } from "../compare-text.ts";
import type { PaperRecord } from "../content/record.ts";
import { formatCount } from "../counts.ts";
import { agreesWith, type Day, daysBetween } from "../dates.ts";
import { orderOf } from "./paper.ts";

/** What the score needs of a record; counts that are missing count 0. */
export type TrendingInput = Pick<PaperRecord, "id" | "published" | "featured" | "upvotes" | "comments" | "stars">;

/** A paper's place among the trending ones. */
export interface Trending {
  /** Id of the paper. */
  id: string;
  /** The score; see `scoreAttention`. */
  score: number;
  /** Whole days from publication to the latest edition, 0 or more. */
  age: number;
}

/** What attention is made of. */
export type Attention = Pick<TrendingInput, "upvotes" | "comments" | "stars">;

/** What a paper's attention comes to at least to be ranked: below that its place says nothing. The trending page states it. */
export const LEAST_ATTENTION = 5;

/** `upvotes + 2 comments + log2(1 + stars)`; the trending page states the same formula. */
function sumAttention({ upvotes = 0, comments = 0, stars = 0 }: Attention): number {
  return upvotes + 2 * comments + Math.log2(1 + stars);
}

/** Attention by `(age + 7)^1.2`. @param age Days since publication, 0 or more. */
export function scoreAttention(record: Attention, age: number): number {
  return sumAttention(record) / (age + 7) ** 1.2;
}

/** A number of votes, comments or stars, with its noun: `1,204` `votes`. */
export interface AttentionCount {
  /** How many. */
  number: string;
  /** Of what. */
  noun: string;
}

/** What readers gave a paper, each as a number with its noun; what there is none of is left out. */
export function listCounts({ upvotes = 0, comments = 0, stars = 0 }: Attention): AttentionCount[] {
  return Object.entries({ vote: upvotes, comment: comments, star: stars })
    .filter(([, count]) => count > 0)
    .map(([noun, count]) => ({ number: formatCount(count), noun: count === 1 ? noun : `${noun}s` }));
}

/**
 * Papers by falling score, equal ones by id; those of little attention are left out.
 * The age counts from publication; where the day is not known, from the first day featured in its month or year, else from
 * the first day of that. Without any word of publication it counts from the first day featured, else from the first day
 * of the month in an arXiv id; a paper with none of these has no age and is left out. A day after `latest` makes the age 0.
 * @param latest Day of the latest edition, or of the newest paper; the clock is never asked. Without one nothing is ranked
 */
export function rankTrending(records: Iterable<TrendingInput>, latest: Day | undefined): Trending[] {
  if (latest === undefined) return [];
  const ranked: Trending[] = [];
  for (const record of records) {
    const day = findStart(record);
    if (day === "") continue;
    if (sumAttention(record) < LEAST_ATTENTION) continue;
    const age = Math.max(0, daysBetween(day, latest));
    ranked.push({ id: record.id, score: scoreAttention(record, age), age });
  }
  return ranked.sort((a, b) => b.score - a.score || compareText(a.id, b.id));
}

/** The day the age counts from; "" when there is none. */
function findStart(record: TrendingInput): Day | "" {
  const { published, featured } = record;
  const first = published === undefined ? featured[0] : featured.find((day) => agreesWith(day, published));
  return first ?? orderOf(record);
}
