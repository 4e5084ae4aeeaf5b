/** Bringing what importers read into a content folder: matched, merged, checked, then written at once. */
import { checkValue } from "../content/issues.ts";
import { nameFile } from "../content/read.ts";
import { type Record, RecordSchema } from "../content/record.ts";
import { describeValue, type Problem } from "../errors.ts";
import { PAPER_ID_FORMS, parsePaperId } from "../papers/id.ts";
import { type Archive, openArchive, putRecord, saveArchive } from "./archive.ts";
import { type Days, openDays, putDay, saveDays } from "./days.ts";
import type { Facts, Harvest } from "./facts.ts";
import { makeRecord, mergeFacts } from "./merge.ts";

/** What an import did. */
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
  records: Record[];
  /** Files that were written, or would be in a dry run, as problems name them. */
  files: string[];
}

/** How an import goes. */
export interface ImportOptions {
  /** Today in UTC, YYYY-MM-DD. */
  today: string;
  /** Whether nothing is to be written. */
  isDryRun?: boolean;
  /** Told after each harvest of how many entries have been merged. */
  onProgress?: (entries: number) => void;
}

/** What becomes of a paper in one run: entries of several files may speak of it. */
type Outcome = { isNew: boolean; fields: Set<string> };

/**
 * Merges harvests into the records and days of a content folder, and writes what changed.
 * Throws a `ContentError` when the folder holds records or days that cannot be read; nothing is written then.
 */
export function importHarvests(folder: string, harvests: Iterable<Harvest>, options: ImportOptions): ImportReport {
  const archive = openArchive(folder);
  const days = openDays(folder);
  const outcomes = new Map<string, Outcome>();
  const report: ImportReport = {
    added: [],
    changed: [],
    unchanged: [],
    refused: [],
    notices: [],
    days: [],
    records: [],
    files: [],
  };
  let entries = 0;
  for (const harvest of harvests) {
    report.refused.push(...harvest.refused);
    report.notices.push(...harvest.notices);
    const refused = harvest.facts.filter((facts) => {
      const problems = takeFacts(archive, facts, outcomes, options.today);
      report.refused.push(...problems);
      return problems.length > 0;
    });
    report.days.push(...takeDays(days, harvest, refused));
    entries += harvest.facts.length;
    options.onProgress?.(entries);
  }
  for (const [id, { isNew, fields }] of outcomes) {
    if (isNew) report.added.push(id);
    else if (fields.size > 0) report.changed.push({ id, fields: [...fields] });
    else report.unchanged.push(id);
    const record = archive.records.get(id);
    if (record !== undefined) report.records.push(record);
  }
  report.files = save(archive, days, report.days.length > 0, options.isDryRun ?? false);
  return report;
}

/** Merges one entry; returns why it cannot come in. */
function takeFacts(archive: Archive, facts: Facts, outcomes: Map<string, Outcome>, today: string): Problem[] {
  if (facts.id !== undefined && parsePaperId(facts.id) === undefined) {
    return [refuse(facts, "its id is not one that a paper may have", PAPER_ID_FORMS, facts.id)];
  }
  const match = archive.index.find(facts);
  if (match !== undefined && "candidates" in match && facts.id === undefined) {
    return [refuse(facts, "several papers have this title", `its id; known are ${match.candidates.join(", ")}`)];
  }
  const id = match !== undefined && "id" in match ? match.id : facts.id;
  if (id === undefined) {
    return [
      refuse(facts, "no record matches this entry, and it has no id of its own", "a paper that is known, or an id"),
    ];
  }
  const known = archive.records.get(id);
  const { record, changes } =
    known === undefined ? { record: makeRecord(id, facts), changes: [] } : mergeFacts(known, facts, today);
  if (record === known) {
    noteOutcome(outcomes, id, false, []);
    return [];
  }
  const problems = checkRecord(record, facts);
  if (problems.length > 0) return problems;
  putRecord(archive, record);
  noteOutcome(outcomes, id, known === undefined, changes);
  return [];
}

function noteOutcome(outcomes: Map<string, Outcome>, id: string, isNew: boolean, changes: string[]): void {
  const outcome = outcomes.get(id) ?? { isNew, fields: new Set() };
  for (const field of changes) outcome.fields.add(field);
  outcomes.set(id, outcome);
}

/** What in a record is against its schema, told at the entry that brought it. */
function checkRecord(record: Record, { place }: Facts): Problem[] {
  const { problems } = checkValue(RecordSchema, record, place.file, () => place.line);
  return problems.map((problem) => ({ ...problem, field: `${place.entry} ${problem.field ?? ""}`.trim() }));
}

function refuse({ place, title }: Facts, message: string, allowed: string, found = title): Problem {
  return {
    file: place.file,
    ...(place.line !== undefined && { line: place.line }),
    field: place.entry,
    message,
    found: describeValue(found),
    allowed,
  };
}

/**
 * Notes the days of a harvest. Returns the dates that changed.
 * @param refused facts that no record took: they are not counted as taken
 */
function takeDays(days: Days, harvest: Harvest, refused: Facts[]): string[] {
  return harvest.days.flatMap((day) => {
    const lost = refused.filter(({ featured = [] }) => featured.includes(day.date)).length;
    return putDay(days, { ...day, taken: day.taken - lost, refused: day.refused + lost }) ? [day.date] : [];
  });
}

function save(archive: Archive, days: Days, hasNewDays: boolean, isDryRun: boolean): string[] {
  const paths = saveArchive(archive, isDryRun);
  if (hasNewDays) paths.push(saveDays(archive.folder, days, isDryRun));
  return paths.map(nameFile);
}
