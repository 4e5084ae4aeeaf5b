/** `day`: shows what is known of a day's listings, and sets it. */
import { type DaySummary, judgeDay } from "#lib/content/day.ts";
import { countNoun } from "#lib/counts.ts";
import { isDay, toDay } from "#lib/dates.ts";
import { type DayChange, setDay, showDay } from "#lib/records/set-day.ts";
import { findContentFolder } from "../folders.ts";
import { type Command, FLAG, print, printChange, readArgs, TEXT, UsageError, WRITE_FLAGS } from "./command.ts";

const HELP = `npm run digest -- day DATE [options]

Shows what is known of the listings of a day (YYYY-MM-DD) in the content folder (CONTENT_DIR, otherwise content/): how
many papers they named, how many came in, and so whether the day's page calls its list complete. Imports keep the best
reading of a day, the one with most papers taken; with an option a line is set to whatever you say.

  --source NAME  the listing, where the day has none yet or several
  --listed N     how many papers it named
  --taken N      how many of them came in
  --refused N    how many could not be read
  --cut          the source stopped before the end of the day
  --whole        it did not
  --dry-run      say which file would change, and write nothing
  --json         print {date, featured, listings}, or {day, files} where something is set

Exit code: 0 done, 1 it cannot be done (nothing has changed), 2 called wrongly.`;

const COUNTS = ["listed", "taken", "refused"] as const;

/** Shows a day, or sets its line. */
export const day: Command = {
  name: "day",
  summary: "show or set what is known of a day's listing",
  help: HELP,
  run(args) {
    const options = { source: TEXT, listed: TEXT, taken: TEXT, refused: TEXT, cut: FLAG, whole: FLAG, ...WRITE_FLAGS };
    const { values, positionals } = readArgs(args, options);
    const [date, ...rest] = positionals;
    if (date === undefined || rest.length > 0 || !isDay(date))
      throw new UsageError("give one day that exists, YYYY-MM-DD");
    if (values.cut && values.whole) throw new UsageError("a listing is cut or whole, not both");
    const source = values.source?.trim();
    if (source === "") throw new UsageError("--source: give the listing's name");
    const change: DayChange = {
      ...(source !== undefined && { source }),
      ...Object.fromEntries(COUNTS.flatMap((name) => readCount(name, values[name]))),
      ...((values.cut || values.whole) && { cut: values.cut }),
    };
    const folder = findContentFolder();
    if (Object.keys(change).length === 0) {
      const known = showDay(folder, date);
      print(values.json ? JSON.stringify({ date, ...known }, undefined, 2) : describeDay(date, known));
      return 0;
    }
    const done = setDay(folder, date, change, { today: toDay(new Date()), isDryRun: values["dry-run"] });
    printChange(describeListing(done.day), done, values);
    return 0;
  },
};

function readCount(name: string, text: string | undefined): [string, number][] {
  if (text === undefined) return [];
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--${name} ${text}: give a whole number, 0 or more`);
  return [[name, Number(text)]];
}

function describeDay(date: string, { listings, featured }: ReturnType<typeof showDay>): string {
  const lines = listings.length === 0 ? [`${date}: no listing of this day is known`] : listings.map(describeListing);
  return [...lines, `${countNoun(featured, "record")} in the archive with this day`].join("\n");
}

function describeListing(known: DaySummary): string {
  const { date, source, listed, taken, refused, cut } = known;
  const counts = `${taken} of ${listed} taken, ${refused} refused`;
  return `${date}, ${source}: ${counts}${cut ? ", cut before the end of the day" : ""}; ${judgeDay(known)}`;
}
