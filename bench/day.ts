/**
 * A day that is added to an invented archive, as one comes in: papers of the last days and a few that are older, all
 * featured for the first time on the day after the newest. Decided by the archive's options and the papers added alone.
 */
import type { DaySummary } from "#lib/content/day.ts";
import { parseDays, parseRecords } from "#lib/content/parse.ts";
import type { PaperRecord } from "#lib/content/record.ts";
import { type Day, type Month, monthOf, toDate, toDay } from "#lib/dates.ts";
import { nameRecordFile, serializeRecords } from "#lib/records/serialize.ts";
import { planMonths } from "./calendar.ts";
import type { CorpusFile, CorpusOptions } from "./corpus.ts";
import { inventDigest } from "./digest.ts";
import { type InventedPaper, inventPaper, type Slot } from "./paper.ts";
import { createRandom, type Random } from "./random.ts";
import { createWorld } from "./world.ts";

/** One added paper in so many has a digest, as in the archive. */
const DIGEST_EVERY = 10;
/** A new paper is published at most so many days before it is featured. */
const MOST_DAYS_BEFORE = 3;
const DAYS_FILE = "days.jsonl";

/** What is added to an archive. */
export interface AddedDay {
  /** How many papers, at least 1. */
  add: number;
  /** How many of them were published in older months than the newest, at most all of them. */
  late: number;
}

/** Reads a file of the archive by its path below the content folder; "" for one that it does not have. */
export type ReadCorpusFile = (path: string) => string;

/**
 * The files of an archive that a day changes or adds, whole. Authors are drawn from the archive's own, so that some are
 * known from before. Throws a RangeError when papers are to be late and the archive has no older month.
 */
export function* generateDay(
  { papers, seed, tags }: CorpusOptions,
  { add, late }: AddedDay,
  read: ReadCorpusFile,
): Generator<CorpusFile> {
  const world = createWorld(seed, papers, tags);
  const date = nextWeekday(findNewestDay(papers, read));
  const months = new Map<Month, PaperRecord[]>();
  const open = (month: Month): PaperRecord[] => {
    const records = months.get(month) ?? readMonth(month, read);
    months.set(month, records);
    return records;
  };
  const random = createRandom(`${seed}/added/${date}`);
  const olderDays = Array.from({ length: late }, () => drawOlderDay(papers, date, open, random));
  const recentDays = Array.from({ length: add - late }, () => goBack(date, random)).sort();
  const made = [...olderDays, ...recentDays].map((published, index): InventedPaper => {
    const id = findFreeId(open(monthOf(published)), published, index < late);
    const slot: Slot = { number: papers + index, id, published, featured: [date] };
    const paper = inventPaper(world, slot);
    open(monthOf(published)).push(paper.record);
    return paper;
  });
  for (const [month, records] of months) {
    if (records.length > 0) yield { path: nameMonthFile(month), text: serializeRecords(records) };
  }
  for (const paper of made.filter((_, index) => index % DIGEST_EVERY === 0)) {
    yield { path: `digests/${paper.record.id}.md`, text: inventDigest(world, paper) };
  }
  const day: DaySummary = { date, source: "an invented listing", listed: add, taken: add, refused: 0, cut: false };
  yield { path: DAYS_FILE, text: `${read(DAYS_FILE)}${JSON.stringify(day)}\n` };
}

function findNewestDay(papers: number, read: ReadCorpusFile): Day {
  const days = (parseDays(read(DAYS_FILE), DAYS_FILE).value?.lines ?? []).map(({ data }) => data.date).sort();
  const newest = days.at(-1) ?? planMonths(papers).at(-1)?.editionDays.at(-1);
  if (newest === undefined) throw new RangeError("the archive has no day");
  return newest;
}

/** The next day on which a listing appears. */
function nextWeekday(day: Day): Day {
  const date = toDate(day);
  do date.setUTCDate(date.getUTCDate() + 1);
  while ([0, 6].includes(date.getUTCDay()));
  return toDay(date);
}

/** The day itself or one of the last before it. */
function goBack(day: Day, random: Random): Day {
  const date = toDate(day);
  date.setUTCDate(date.getUTCDate() - random.integer(0, MOST_DAYS_BEFORE));
  return toDay(date);
}

/** The day on which some paper of the archive was published; months before those of the new papers, large ones more often. */
function drawOlderDay(papers: number, date: Day, open: (month: Month) => PaperRecord[], random: Random): Day {
  const recent = toDate(date);
  recent.setUTCDate(recent.getUTCDate() - MOST_DAYS_BEFORE);
  const older = planMonths(papers).filter(({ month, papers: own }) => own > 0 && month < monthOf(toDay(recent)));
  if (older.length === 0) throw new RangeError("the archive has no older month");
  const place = random.integer(0, older.reduce((sum, own) => sum + own.papers, 0) - 1);
  const first = older[0]?.firstPaper ?? 0;
  const found = older.findLast(({ firstPaper }) => firstPaper - first <= place);
  const { published } = random.pick(open(found?.month ?? ""));
  return published ?? `${found?.month}-01`;
}

/**
 * A number that no paper of the month has: the first one free behind a paper of that day, or, for a new paper, the one
 * behind the last, since numbers follow the order in which papers come in.
 */
function findFreeId(records: readonly PaperRecord[], published: Day, isLate: boolean): string {
  const taken = new Set(records.map(({ id }) => Number(id.slice(5))));
  const before = records.filter((record) => !isLate || (record.published ?? "") <= published);
  let serial = 1 + Math.max(0, ...before.map(({ id }) => Number(id.slice(5))));
  while (taken.has(serial)) serial += 1;
  return `${published.slice(2, 4)}${published.slice(5, 7)}.${String(serial).padStart(5, "0")}`;
}

function readMonth(month: Month, read: ReadCorpusFile): PaperRecord[] {
  const path = nameMonthFile(month);
  return (parseRecords(read(path), path).value?.lines ?? []).map(({ data }) => data);
}

function nameMonthFile(month: Month): string {
  return `papers/${nameRecordFile({ id: "", published: `${month}-01` })}`;
}
