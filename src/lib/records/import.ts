/** Bringing what importers read into a content folder: matched, merged, checked, then written at once. */
import { isDeepStrictEqual } from "node:util";
import { nameContentFile } from "../content/content-files.ts";
import { stampFile } from "../content/file-stamp.ts";
import { checkValue } from "../content/issues.ts";
import { listDayAddresses } from "../content/live-addresses.ts";
import { type PaperRecord, RecordSchema } from "../content/record.ts";
import { describeValue, type Problem } from "../errors.ts";
import { PAPER_ID_FORMS, parsePaperId } from "../papers/id.ts";
import { type Archive, listChangedFiles, putRecord } from "./archive.ts";
import { type Days, describeDaysFile, putDay } from "./days.ts";
import type { Facts, Harvest } from "./facts.ts";
import { type ImportHoldings, openHoldings } from "./holdings.ts";
import { type ChangeOptions, withContentLock } from "./lock.ts";
import { listChangedFields, mergeFacts, startRecord } from "./merge.ts";
import { findPageFault, findRedirected } from "./record-pages.ts";
import { findTakenOut } from "./redirects.ts";
import { type FileText, writeFilesAtomic } from "./write-file.ts";

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

/** Papers that are spoken of, each as it was before; undefined where it was not there. */
type Before = Map<string, PaperRecord | undefined>;

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

  #open(): ImportHoldings {
    this.#holdings = openHoldings(this.#folder, this.#holdings);
    return this.#holdings;
  }

  #merge(harvests: Iterable<Harvest>): void {
    const { today, isDryRun = false } = this.#options;
    const holdings = this.#open();
    // A step that breaks off leaves memory ahead of the folder.
    this.#holdings = undefined;
    const before: Before = new Map();
    const dates = takeHarvests(holdings, harvests, { before, told: this.#told, today });
    markChanged(holdings.archive, before);
    const files = listFiles(holdings.archive, holdings.days, dates.length > 0);
    const paths = isDryRun ? Array.from(files, ({ path }) => path) : writeFilesAtomic(files);
    if (!isDryRun) for (const path of paths) holdings.stamps.set(path, stampFile(path));
    this.#told.files.push(...paths.map(nameContentFile));
    this.#told.days.push(...dates);
    for (const [id, record] of before) this.#before.getOrInsert(id, record);
    this.#holdings = holdings;
  }
}

/** What an import has to tell beside its papers; days and files as often as they changed. */
type Told = Pick<ImportReport, "refused" | "notices" | "days" | "files">;

/** One step of an import. */
interface MergeStep {
  before: Before;
  told: Told;
  today: string;
}

function tellHarvest({ refused, notices }: Harvest, told: Told): void {
  told.refused.push(...refused);
  told.notices.push(...notices);
}

/** @returns the dates that changed in the list of days */
function takeHarvests(holdings: ImportHoldings, harvests: Iterable<Harvest>, step: MergeStep): string[] {
  const { told } = step;
  const all = [...harvests];
  for (const harvest of all) tellHarvest(harvest, told);
  // An entry without an id may be of a paper that comes with it, wherever that stands.
  const entries = all.flatMap(({ facts }) => facts);
  entries.sort((a, b) => Number(a.id === undefined) - Number(b.id === undefined));
  const lost = new Set<Facts>();
  for (const facts of entries) {
    const notices = passOver(holdings, facts);
    const refused = notices.length > 0 ? [] : takeFacts(holdings, facts, step);
    told.notices.push(...notices);
    told.refused.push(...refused);
    if (notices.length + refused.length > 0) lost.add(facts);
  }
  return all.flatMap((harvest) => {
    const own = harvest.facts.filter((facts) => lost.has(facts));
    return takeDays(holdings, harvest, own, told.refused);
  });
}

/** Has those months written whose papers differ: two entries that contradict each other may have changed one there and back. */
function markChanged({ changed, records, homes }: Archive, before: Before): void {
  changed.clear();
  for (const [id, old] of before) {
    const home = homes.get(id);
    if (home !== undefined && !isDeepStrictEqual(old, records.get(id))) changed.add(home);
  }
}

/** A paper that was taken out is not brought back by the next import that has it. */
function passOver({ archive, redirects }: ImportHoldings, { id, place }: Facts): Problem[] {
  const redirect = id === undefined || archive.records.has(id) ? undefined : findTakenOut(redirects, id);
  if (redirect === undefined) return [];
  const mend = `to bring it back, delete the line of ${redirect.from} in redirects.jsonl first`;
  return [{ ...place, message: `${id} was taken out on ${redirect.date}, and stays out`, mend }];
}

/** Merges one entry; returns why it cannot come in. */
function takeFacts(holdings: ImportHoldings, facts: Facts, { before, today }: MergeStep): Problem[] {
  const { archive } = holdings;
  if (facts.id !== undefined && parsePaperId(facts.id) === undefined) {
    return refuse(facts, "its id is not one that a paper may have", { allowed: PAPER_ID_FORMS }, facts.id);
  }
  const { ids } = archive.index.find(facts);
  if (ids.length > 1 && facts.id === undefined) {
    return refuse(facts, "several papers have this title", { allowed: `its id; known are ${ids.join(", ")}` });
  }
  const id = ids.length === 1 ? ids[0] : facts.id;
  if (id === undefined) {
    const allowed = "a paper that is known, or an id";
    return refuse(facts, "no record matches this entry, and it has no id of its own", { allowed });
  }
  const known = archive.records.get(id);
  const record = known === undefined ? startRecord(id, facts) : mergeFacts(known, facts, today);
  const problems = record === known ? [] : [...checkRecord(record, facts), ...checkPages(holdings, record, facts)];
  if (problems.length > 0) return problems;
  if (!before.has(id)) before.set(id, known);
  if (record !== known) putRecord(archive, record);
  return [];
}

/** What in a record is against its schema, told at the entry that brought it. */
function checkRecord(record: PaperRecord, { place }: Facts): Problem[] {
  const { problems } = checkValue(RecordSchema, record, place.file, () => place.line);
  return problems.map((problem) => ({ ...problem, field: `${place.field} ${problem.field ?? ""}`.trim() }));
}

/** Whether a page of the record would have the address of another paper, or one that redirects stand in the way of. */
function checkPages(holdings: ImportHoldings, record: PaperRecord, facts: Facts): Problem[] {
  const rival = holdings.archive.index.findRival(record);
  if (rival !== undefined) {
    const allowed = `an id that is not like that of ${rival}`;
    const isOwn = holdings.archive.index.findRival({ ...record, previousIds: [] }) !== undefined;
    const [whose, found] = isOwn ? ["its", record.id] : ["an earlier id's", record.previousIds.join(", ")];
    return refuse(facts, `${whose} address is that of another paper`, { allowed }, found);
  }
  const fault = findPageFault(holdings, record);
  if (fault === undefined) return [];
  return refuse(facts, fault.message, { mend: `change the line of ${fault.address} in redirects.jsonl first` });
}

function refuse({ place, title }: Facts, message: string, cure: Partial<Problem>, found = title): Problem[] {
  return [{ ...place, message, found: describeValue(found), ...cure }];
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

/** The files that an import changes; months before days, which count what they hold. */
function* listFiles(archive: Archive, days: Days, hasNewDays: boolean): Generator<FileText> {
  yield* listChangedFiles(archive);
  if (hasNewDays) yield describeDaysFile(archive.folder, days);
}
