/**
 * An invented archive of any size, file by file: what `npm run bench -- build` builds.
 * Decided by seed, number of papers and vocabulary alone. Holds one month at a time, so that a hundred thousand papers fit.
 */
import type { DaySummary } from "#lib/content/day.ts";
import type { Tag } from "#lib/content/tag.ts";
import type { Day } from "#lib/dates.ts";
import { serializeRecords } from "#lib/records/serialize.ts";
import { countDays, FEATURED_SHARE, type MonthPlan, planMonths } from "./calendar.ts";
import { inventDigest } from "./digest.ts";
import { inventEdition } from "./edition.ts";
import { type InventedPaper, inventPaper, type Slot } from "./paper.ts";
import { createRandom } from "./random.ts";
import { createWorld, type World } from "./world.ts";

/** One paper in so many has a digest; one featured day in so many has an edition that a person introduced. */
const DIGEST_EVERY = 10;
const EDITION_EVERY = 10;
/** arXiv numbers a month's papers in the order they come in; some numbers are other people's. */
const NUMBER_STEP = 3;

/** What decides an archive. */
export interface CorpusOptions {
  /** How many papers, at least 1. */
  papers: number;
  /** Another seed is another archive; the same seed the same bytes. */
  seed: number;
  /** The vocabulary, at least one topic. */
  tags: Tag[];
}

/** A file of a content folder. */
export interface CorpusFile {
  /** Path below the content folder, with forward slashes. */
  path: string;
  /** What it holds. */
  text: string;
}

/** All files of the archive but tags.yaml, oldest month first, days.jsonl last. Throws a RangeError for no papers or no tags. */
export function* generateCorpus({ papers, seed, tags }: CorpusOptions): Generator<CorpusFile> {
  if (papers < 1 || tags.length === 0) throw new RangeError("an archive needs a paper and a topic");
  const world = createWorld(seed, papers, tags);
  const months = planMonths(papers);
  const editionDays = months.flatMap((month) => month.editionDays);
  const introduced = new Set(editionDays.filter((_, index) => (editionDays.length - 1 - index) % EDITION_EVERY === 0));
  const featured = new Map<Day, string[]>();
  for (const month of months) {
    const made = listSlots(world, month, editionDays).map((slot) => inventPaper(world, slot));
    if (made.length === 0) continue;
    yield { path: `papers/${month.month}.jsonl`, text: serializeRecords(made.map(({ record }) => record)) };
    yield* generateDigests(world, made);
    for (const { record } of made) for (const day of record.featured) append(featured, day, record.id);
    for (const date of month.editionDays) {
      const ids = featured.get(date);
      if (ids === undefined || !introduced.has(date)) continue;
      yield { path: `editions/${date}.mdx`, text: inventEdition(world, date, ids) };
    }
  }
  yield { path: "days.jsonl", text: summarizeDays(world, featured) };
}

/** The papers of a month: ids and days ascend together. */
function listSlots(world: World, { month, firstPaper, papers }: MonthPlan, editionDays: Day[]): Slot[] {
  const upcoming = editionDays.filter((day) => day >= month);
  return Array.from({ length: papers }, (_, index) => {
    const number = firstPaper + index;
    const random = createRandom(`${world.seed}/slot/${number}`);
    const day = 1 + Math.floor(((index + random.next()) / papers) * countDays(month));
    const published = `${month}-${String(day).padStart(2, "0")}`;
    const serial = 1 + index * NUMBER_STEP + random.integer(0, NUMBER_STEP - 1);
    const id = `${month.slice(2, 4)}${month.slice(5, 7)}.${String(serial).padStart(5, "0")}`;
    const next = upcoming.findIndex((candidate) => candidate >= published);
    const isFeatured = next !== -1 && random.chance(FEATURED_SHARE);
    // One paper in a hundred is shown again some editions later.
    const again = isFeatured && random.chance(0.01) ? upcoming.slice(next + 10, next + 11) : [];
    return { number, id, published, featured: isFeatured ? [...upcoming.slice(next, next + 1), ...again] : [] };
  });
}

function* generateDigests(world: World, papers: InventedPaper[]): Generator<CorpusFile> {
  for (const paper of papers) {
    if (paper.number % DIGEST_EVERY !== 0) continue;
    yield { path: `digests/${paper.record.id}.md`, text: inventDigest(world, paper) };
  }
}

/** What each day says of itself: most are complete, one in ten is not, and nothing was listed at Christmas. */
function summarizeDays(world: World, featured: Map<Day, string[]>): string {
  const days = [...featured].map(([date, ids]): DaySummary => {
    const random = createRandom(`${world.seed}/day/${date}`);
    const refused = random.chance(0.07) ? random.integer(1, 3) : 0;
    const listed = ids.length + refused;
    return { date, source: "an invented listing", listed, taken: ids.length, refused, cut: random.chance(0.03) };
  });
  for (const year of new Set([...featured.keys()].map((day) => day.slice(0, 4)))) {
    const date = `${year}-12-25`;
    if (featured.has(date) || year === "2026") continue;
    days.push({ date, source: "an invented listing", listed: 0, taken: 0, refused: 0, cut: false });
  }
  return days
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .map((day) => `${JSON.stringify(day)}\n`)
    .join("");
}

function append(lists: Map<Day, string[]>, day: Day, id: string): void {
  const list = lists.get(day);
  if (list === undefined) lists.set(day, [id]);
  else list.push(id);
}
