/**
 * Days of Hugging Face's Daily Papers to import, as many as are asked for: what `npm run bench -- import` imports.
 * Days that are there come first as they are; then they are told again and again with new ids on new days.
 */
import type { Tag } from "#lib/content/tag.ts";
import { type Day, toDate, toDay } from "#lib/dates.ts";
import type { CorpusFile } from "./corpus.ts";
import { type InventedPaper, inventPaper } from "./paper.ts";
import { createRandom } from "./random.ts";
import { createWorld } from "./world.ts";

/** About as many days, and papers a day, as the real ones that figures are compared with. */
const INVENTED_DAYS = 45;
const PAPERS_A_DAY = 20;
const FIRST_INVENTED_DAY = "2026-01-05";
/** arXiv has never numbered so many papers in a month: no id from here on is anybody's. */
const FIRST_SERIAL = 90_001;
const WEEKDAYS = [1, 2, 3, 4, 5];

/** The id of a paper, in JSON and in the text of a Python dict. */
const ID = /((["'])id\2: *(["']))\d{4}\.\d{4,5}(?=\3)/g;
/** The days of a paper and of its list. */
const DAY = /((["'])(?:submittedOnDailyAt|publishedAt|date)\2: *["'])\d{4}-\d{2}-\d{2}/g;

/** How many papers a day's file names. */
export function countFeedEntries({ text }: CorpusFile): number {
  return text.match(ID)?.length ?? 0;
}

/**
 * Files with so many entries at least, in order of day; their paths are names such as `2026-07-06.json`.
 * @param days what is told again, at least one day with a paper; named in the same way, in order of day
 */
export function* repeatDays(days: CorpusFile[], entries: number): Generator<CorpusFile> {
  let made = 0;
  let last = days.at(-1)?.path.slice(0, 10) ?? FIRST_INVENTED_DAY;
  const serials = new Map<string, number>();
  for (let round = 0; made < entries; round += 1) {
    const before = made;
    const renamed = new Map<string, string>();
    for (const file of days) {
      if (made >= entries) return;
      if (round > 0) last = nextWeekday(last);
      yield round === 0 ? file : retell(file, last, renamed, serials);
      made += countFeedEntries(file);
    }
    if (made === before) throw new RangeError("there is no paper to tell again");
  }
}

/** A day as another: a paper that stands on two days of a round has one new id on both. */
function retell(
  { text }: CorpusFile,
  day: Day,
  renamed: Map<string, string>,
  serials: Map<string, number>,
): CorpusFile {
  const month = `${day.slice(2, 4)}${day.slice(5, 7)}`;
  const rename = (id: string) => {
    const serial = serials.get(month) ?? FIRST_SERIAL;
    serials.set(month, serial + 1);
    const fresh = `${month}.${serial}`;
    renamed.set(id, fresh);
    return fresh;
  };
  const moved = text
    .replace(ID, (found, before: string) => {
      const id = found.slice(before.length);
      return before + (renamed.get(id) ?? rename(id));
    })
    .replace(DAY, (_, before: string) => before + day);
  return { path: `${day}.json`, text: moved };
}

function nextWeekday(day: Day): Day {
  const date = toDate(day);
  do date.setUTCDate(date.getUTCDate() + 1);
  while (!WEEKDAYS.includes(date.getUTCDay()));
  return toDay(date);
}

/**
 * Invented days, for machines that have no real ones: the same for the same seed and vocabulary.
 * @param tags the vocabulary, at least one topic
 */
export function inventDays(seed: number, tags: Tag[]): CorpusFile[] {
  const world = createWorld(seed, INVENTED_DAYS * PAPERS_A_DAY, tags);
  const files: CorpusFile[] = [];
  for (let day = FIRST_INVENTED_DAY; files.length < INVENTED_DAYS; day = nextWeekday(day)) {
    const entries = Array.from({ length: PAPERS_A_DAY }, (_, index) => {
      const number = files.length * PAPERS_A_DAY + index;
      const id = `${day.slice(2, 4)}${day.slice(5, 7)}.${String(number + 1).padStart(5, "0")}`;
      return writeEntry(inventPaper(world, { number, id, published: day, featured: [day] }), day, seed);
    });
    files.push({ path: `${day}.json`, text: JSON.stringify(entries) });
  }
  return files;
}

/** A paper as an entry of `/api/daily_papers`, with lines that are broken hard and with what an import passes over. */
function writeEntry({ record, number }: InventedPaper, day: Day, seed: number): object {
  const random = createRandom(`${seed}/answer/${number}`);
  const makeKey = () =>
    random
      .integer(2 ** 24, 2 ** 25 - 1)
      .toString(16)
      .padStart(24, "0");
  const { abstract = "", links } = record;
  const paper = {
    id: record.id,
    authors: record.authors.map((name) => ({ _id: makeKey(), name, hidden: false })),
    publishedAt: `${record.published}T12:00:00.000Z`,
    submittedOnDailyAt: `${day}T00:00:00.000Z`,
    title: record.title,
    summary: abstract.replace(/(.{60,78}) /g, "$1\n"),
    upvotes: record.upvotes ?? 0,
    discussionId: makeKey(),
    ai_summary: abstract.slice(0, 200),
    ai_keywords: record.keywords,
    githubRepo: links.code,
    githubStars: record.stars,
    projectPage: links.project,
    organization: record.organization && { name: record.organization.id, fullname: record.organization.name },
  };
  const { title, summary } = paper;
  return { paper, publishedAt: `${day}T02:00:00.000Z`, title, summary, numComments: record.comments ?? 0 };
}
