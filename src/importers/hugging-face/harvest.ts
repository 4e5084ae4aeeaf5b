/** Everything that a file from Hugging Face says, as an import takes it in. */
import { compareText } from "#lib/compare-text.ts";
import type { DaySummary } from "#lib/content/day.ts";
import { countNoun } from "#lib/counts.ts";
import { type Day, isDay } from "#lib/dates.ts";
import type { Problem } from "#lib/errors.ts";
import type { Facts, Harvest, SourceFile } from "#lib/records/facts.ts";
import { noteUnread } from "../unread.ts";
import { type DailyPapersPage, parseDailyPapers } from "./parse.ts";
import { readDailyPaperFacts } from "./to-facts.ts";

/** What records and days call the listing. */
const LISTING = "Daily Papers";
/** How many entries the API answers at once, unless asked for fewer: 50, and 100 at most. A full page may have a next. */
const PAGE_SIZES = [50, 100];

/**
 * Reads one file: what `/api/daily_papers` or `/api/papers/<id>` answered. Nothing is thrown; what cannot be read is
 * refused by name.
 *
 * The file's day is the one in its name, else its wrapper's, else the one that all its entries give. A paper is featured
 * on the day that its entry gives, else on the file's: so a list that was fetched without a date still puts each paper
 * on its own day. The file's day counts only its own entries; of any other day such a list shows a part, and says so.
 * @param isReadNow whether the answer was given on the day that the source says, as over the network; a file of a day is
 *   taken to have been read on that day
 */
export function harvestHuggingFace(source: SourceFile, isReadNow = false): Harvest {
  const answer = parseDailyPapers(source.file, source.text);
  const notices = [...answer.notices];
  const day = findDay(source.file, answer, notices);
  const context = {
    file: source.file,
    // A paper that was asked for by itself need never have been on a list.
    ...(answer.isList && day !== undefined && { listedOn: day }),
    retrieved: isReadNow ? source.retrieved : (day ?? source.retrieved),
  };
  const refused = [...answer.refused];
  const shown = new Map<string, Facts>();
  for (const entry of answer.entries) {
    const outcome = readDailyPaperFacts(entry, context, notices);
    if ("message" in outcome) {
      refused.push(outcome);
      continue;
    }
    // A day shows a paper once.
    const key = `${outcome.id} ${outcome.featured?.join()}`;
    const double = shown.get(key);
    if (double !== undefined) notices.push(describeDouble(outcome, double));
    else shown.set(key, outcome);
  }
  const facts = [...shown.values()];
  const days = answer.isList ? summarizeDays(answer, day, facts, refused.length) : [];
  noteDays(source.file, answer, day, days, notices);
  notices.push(...noteUnread(source.file, facts));
  return { facts, refused, notices, days };
}

/** The file's day. For papers that were asked for one by one only the file's name can tell it. */
function findDay(file: string, answer: DailyPapersPage, notices: Problem[]): Day | undefined {
  const named = readDay(file);
  const { date } = answer;
  if (named !== undefined && date !== undefined && named !== date) {
    const message = "differs from the day in the file's name, which is taken";
    notices.push({ file, field: "date", message, found: date, allowed: named });
  }
  const day = named ?? date;
  if (day !== undefined || !answer.isList) return day;
  const given = new Set(answer.entries.map(({ data }) => data.paper.submittedOnDailyAt));
  const [only] = given;
  return given.size === 1 ? (only ?? undefined) : undefined;
}

/** The day in a file's name, whatever stands around it; undefined when there is none, or several. */
function readDay(file: string): Day | undefined {
  const name = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
  const days = [...name.matchAll(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g)].map(([day]) => day).filter(isDay);
  return days.length === 1 ? days[0] : undefined;
}

function describeDouble({ id, place }: Facts, first: Facts): Problem {
  const message = `names ${id} again, as ${first.place.field} does, and is passed over`;
  return { ...place, message };
}

/** What the file shows of each day that its papers were featured on, and of its own day even when that had none. */
function summarizeDays(answer: DailyPapersPage, day: Day | undefined, facts: Facts[], refused: number): DaySummary[] {
  const taken = new Map<Day, number>();
  for (const date of facts.flatMap(({ featured = [] }) => featured)) taken.set(date, (taken.get(date) ?? 0) + 1);
  const own = day === undefined ? 0 : (taken.get(day) ?? 0);
  const missing = Math.max(0, (answer.announced ?? 0) - answer.held);
  const summaries = [...taken]
    .filter(([date]) => date !== day)
    .map(
      ([date, count]): DaySummary => ({ date, source: LISTING, listed: count, taken: count, refused: 0, cut: true }),
    );
  // A list that holds nothing but other days' papers does not mean that its own day was empty.
  const isOwnKnown = day !== undefined && (own + refused + missing > 0 || answer.held === 0);
  if (isOwnKnown) {
    const listed = own + refused + missing;
    const cut = missing > 0 || PAGE_SIZES.includes(answer.held);
    summaries.push({ date: day, source: LISTING, listed, taken: own, refused, cut });
  }
  return summaries.sort((a, b) => compareText(a.date, b.date));
}

/** Says what is doubtful about the days of a list. */
function noteDays(
  file: string,
  answer: DailyPapersPage,
  day: Day | undefined,
  days: DaySummary[],
  notices: Problem[],
): void {
  const others = days.filter(({ date }) => date !== day);
  const papers = others.reduce((sum, { taken }) => sum + taken, 0);
  if (papers > 0) {
    const dates = others.length < 4 ? others.map(({ date }) => date).join(", ") : `${others.length} other days`;
    const own = day === undefined ? "has no day of its own" : `is of ${day}`;
    const message = `${own} but shows ${countNoun(papers, "paper")} of ${dates}, which are now partly known`;
    notices.push({ file, message, mend: "fetch each of these days by itself" });
  }
  if (answer.announced !== undefined && answer.announced !== answer.held) {
    const found = countNoun(answer.held, "entry", "entries");
    notices.push({
      file,
      field: "count",
      message: "is not how many entries there are",
      found,
      allowed: `${answer.announced}`,
    });
  }
  if (answer.isList && days.length === 0) {
    const message = "shows no day: it has none in its name, nor have its entries";
    notices.push({ file, message, mend: "name the file after its day, such as 2026-07-06.json" });
  }
}
