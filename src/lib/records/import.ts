/** Bringing what importers read into a content folder: matched, merged, checked, then written at once. */
import { isDeepStrictEqual } from "node:util";
import { nameContentFile } from "../content/content-files.ts";
import { stampFile } from "../content/file-stamp.ts";
import { listDayAddresses } from "../content/live-addresses.ts";
import type { PaperRecord } from "../content/record.ts";
import type { Problem } from "../errors.ts";
import { type Archive, listChangedFiles } from "./archive.ts";
import { describeDaysFile, putDay } from "./days.ts";
import type { Facts, Harvest } from "./facts.ts";
import { type ImportHoldings, openHoldings } from "./holdings.ts";
import { type ChangeOptions, withContentLock } from "./lock.ts";
import { listChangedFields } from "./merge.ts";
import { type Move, resumeMoves, writeMoves } from "./moves.ts";
import { findRedirected } from "./record-pages.ts";
import { type Before, type MergeStep, orderEntries, passOver, takeFacts } from "./take-facts.ts";
import type { FileText } from "./write-file.ts";

/** What an import did, in all its steps together. */
export interface ImportReport {
  /** Ids of papers that are new, in the order in which they came. */
  added: string[];
  /** Papers that were known, with the fields that changed. */
  changed: { id: string; fields: string[] }[];
  /** Ids of papers of which nothing new was said. */
  unchanged: string[];
  /** Entries that did not come in, each with the reason. */
  refused: Problem[];
  /** What a curator should know of though nothing was refused. */
  notices: Problem[];
  /** Dates whose line in the list of days is new or has changed. */
  days: string[];
  /** The records of all these papers as they are now, in the order in which they were first spoken of. */
  records: PaperRecord[];
  /** Files that were written, or would be in a dry run, as problems name them. */
  files: string[];
}

/** Merges harvests into the records and days of a content folder, at once; see `ContentImport`. */
export function importHarvests(folder: string, harvests: Iterable<Harvest>, options: ChangeOptions): ImportReport {
  const content = new ContentImport(folder, options);
  content.take(harvests);
  return content.report();
}

/**
 * An import into a content folder, in as many steps as there are. What stands there is read once and kept in memory, and
 * read anew only when somebody else has written to it since: between two steps the folder is free for others.
 */
export class ContentImport {
  readonly #folder: string;
  readonly #options: ChangeOptions;
  #holdings: ImportHoldings | undefined;
  readonly #before: Before = new Map();
  readonly #told: Told = { refused: [], notices: [], days: [], files: [] };

  /** Nothing is read or written yet. */
  constructor(folder: string, options: ChangeOptions) {
    this.#folder = folder;
    this.#options = options;
  }

  /** The records as they stand. Throws a `ContentError` when some cannot be read. */
  get archive(): Archive {
    return this.#open().archive;
  }

  /**
   * Merges harvests and writes what changed; nobody else may write there meanwhile (a dry run writes nothing and asks
   * nobody).
   * Throws a `ContentError` when the folder holds records or days that cannot be read, and a `Failure` when it is in use
   * by another run or cannot be written; nothing has changed then.
   */
  take(harvests: Iterable<Harvest>): void {
    withContentLock(this.#folder, "an import", () => this.#merge(harvests), this.#options);
  }

  /**
   * Takes each step as it comes, so that what breaks off loses at most the last; the folder is left alone where a step
   * has nothing for it. Throws what `take` throws; steps before are written then.
   */
  async takeSteps(steps: AsyncIterable<Harvest[]>): Promise<ImportReport> {
    for await (const step of steps) {
      if (step.some(({ facts, days }) => facts.length + days.length > 0)) this.take(step);
      else for (const harvest of step) tellHarvest(harvest, this.#told);
    }
    return this.report();
  }

  /** What all steps up to now came to. A paper is told of once, by what it was before the first that spoke of it. */
  report(): ImportReport {
    const { days, files, ...told } = this.#told;
    const papers: Pick<ImportReport, "added" | "changed" | "unchanged"> = { added: [], changed: [], unchanged: [] };
    const records: PaperRecord[] = [];
    for (const [id, old] of this.#before) {
      const record = this.#holdings?.archive.records.get(id);
      if (record === undefined) continue;
      records.push(record);
      const fields = old === undefined ? [] : listChangedFields(old, record);
      if (old === undefined) papers.added.push(id);
      else if (fields.length > 0) papers.changed.push({ id, fields });
      else papers.unchanged.push(id);
    }
    return { ...papers, ...told, days: [...new Set(days)], records, files: [...new Set(files)] };
  }

  /** A paper that an earlier step spoke of is told of by what it was before that. */
  #remember({ before, moves }: MergeStep): void {
    for (const { from, to } of moves) {
      if (!this.#before.has(from)) continue;
      this.#before.set(to, this.#before.get(from));
      this.#before.delete(from);
    }
    for (const [id, record] of before) this.#before.getOrInsert(id, record);
  }

  #open(): ImportHoldings {
    this.#holdings = openHoldings(this.#folder, this.#holdings);
    return this.#holdings;
  }

  #merge(harvests: Iterable<Harvest>): void {
    const { today, isDryRun = false } = this.#options;
    const holdings = this.#open();
    // A step that breaks off leaves memory ahead of the folder.
    this.#holdings = undefined;
    const step: MergeStep = {
      before: new Map(),
      moves: resumeMoves(holdings.archive),
      notices: this.#told.notices,
      today,
    };
    const dates = takeHarvests(holdings, harvests, step, this.#told);
    markChanged(holdings.archive, step);
    const makeLists = (old: readonly Move[]) => listFiles(holdings, old, dates.length > 0);
    const { lists, followers } = writeMoves(holdings.archive, step.moves, makeLists, isDryRun);
    if (!isDryRun) for (const path of lists) holdings.stamps.set(path, stampFile(path));
    this.#told.files.push(...[...lists, ...followers].map(nameContentFile));
    this.#told.days.push(...dates);
    this.#remember(step);
    this.#holdings = holdings;
  }
}

/** What an import has to tell beside its papers; days and files as often as they changed. */
type Told = Pick<ImportReport, "refused" | "notices" | "days" | "files">;

function tellHarvest({ refused, notices }: Harvest, told: Told): void {
  told.refused.push(...refused);
  told.notices.push(...notices);
}

/** @returns the dates that changed in the list of days */
function takeHarvests(holdings: ImportHoldings, harvests: Iterable<Harvest>, step: MergeStep, told: Told): string[] {
  const all = [...harvests];
  for (const harvest of all) tellHarvest(harvest, told);
  const lost = new Set<Facts>();
  for (const facts of orderEntries(all.flatMap((harvest) => harvest.facts))) {
    const passed = passOver(holdings, facts);
    const refused = passed.length > 0 ? [] : takeFacts(holdings, facts, step);
    told.notices.push(...passed);
    told.refused.push(...refused);
    if (passed.length + refused.length > 0) lost.add(facts);
  }
  return all.flatMap((harvest) => {
    const own = harvest.facts.filter((facts) => lost.has(facts));
    return takeDays(holdings, harvest, own, told.refused);
  });
}

/** Has those months written whose papers differ: two entries that contradict each other may have changed one there and back. */
function markChanged({ changed, records, homes }: Archive, { before }: MergeStep): void {
  changed.clear();
  for (const [id, old] of before) {
    const home = homes.get(id);
    if (home !== undefined && !isDeepStrictEqual(old, records.get(id))) changed.add(home);
  }
}

/**
 * Notes the days of a harvest. Returns the dates that changed.
 * @param lost facts that no record took: they are not counted as taken
 * @param refused is told why a day is not noted
 */
function takeDays({ days, redirects }: ImportHoldings, harvest: Harvest, lost: Facts[], refused: Problem[]): string[] {
  return harvest.days.flatMap((day) => {
    const { date, source } = day;
    const from = findRedirected(redirects, listDayAddresses([date]));
    if (from !== undefined) {
      refused.push({
        file: harvest.facts[0]?.place.file ?? source,
        field: date,
        message: `the page of ${date} would stand where a redirect leads elsewhere`,
        found: from,
        mend: "take its line out of redirects.jsonl first",
      });
      return [];
    }
    const count = lost.filter(({ featured = [] }) => featured.includes(date)).length;
    return putDay(days, { ...day, taken: day.taken - count, refused: day.refused + count }) ? [date] : [];
  });
}

/** The lists that an import changes; months before days, which count what they hold. */
function* listFiles({ archive, days }: ImportHoldings, old: readonly Move[], hasNewDays: boolean): Generator<FileText> {
  yield* listChangedFiles(archive, old);
  if (hasNewDays) yield describeDaysFile(archive.folder, days);
}
