/** Merging what a source says into a record: gaps are filled, owners' words replace, what is noteworthy is remembered. */
import { isDeepStrictEqual } from "node:util";
import { compareText } from "../compare-text.ts";
import { type Links, type PaperRecord, RecordSchema } from "../content/record.ts";
import { agreesWith } from "../dates.ts";
import { toSegment } from "../papers/id.ts";
import { findWithdrawer } from "../papers/withdrawer.ts";
import { findAbstractLinks } from "./abstract-links.ts";
import { type Facts, SOURCES } from "./facts.ts";
import { tellChanges, uniteHistories } from "./history.ts";
import { normalizeTitle } from "./own-id.ts";
import { FIELD_OWNERS, LINK_OWNERS, mayReplace } from "./ownership.ts";

/** A new record. */
export function startRecord(id: string, facts: Facts): PaperRecord {
  const { place: _place, withdrawn, sources, ...rest } = facts;
  return completeLinks({
    authors: [],
    categories: [],
    keywords: [],
    links: {},
    history: [],
    ...rest,
    featured: sortDays(facts.featured),
    previousIds: listFormer(id, facts.previousIds),
    id,
    ...(withdrawn !== undefined && withdrawn !== false && { withdrawn }),
    sources,
  });
}

/** Code and project page that only the abstract names; any source that knows them says it better. */
function completeLinks(record: PaperRecord): PaperRecord {
  const { abstract, links } = record;
  const isComplete = links.code !== undefined && links.project !== undefined;
  if (abstract === undefined || isComplete) return record;
  return { ...record, links: { ...findAbstractLinks(abstract), ...links } };
}

function sortDays(days: readonly string[] = []): string[] {
  return [...new Set(days)].sort(compareText);
}

/** Those of earlier ids that had another address. */
export function listFormer(id: string, previousIds: readonly string[] = []): string[] {
  return previousIds.filter((previous) => toSegment(previous) !== toSegment(id));
}

/**
 * A record with what a source says of it; the very one that was given when nothing changed.
 * @param today a reading of this day that says nothing new is not noted as one, so that importing the same thing
 *   twice changes nothing
 */
export function mergeFacts(record: PaperRecord, facts: Facts, today: string): PaperRecord {
  const merged: PaperRecord = completeLinks({
    ...record,
    ...mergeFields(record, facts),
    ...mergePublication(record, facts),
    links: mergeLinks(record, facts),
    featured: sortDays([...record.featured, ...(facts.featured ?? [])]),
    keywords: uniteTexts(record.keywords, facts.keywords ?? []),
    previousIds: listFormer(record.id, uniteTexts(record.previousIds, facts.previousIds ?? [])),
    history: uniteHistories(record.history, facts.history ?? []),
  });
  mergeWithdrawal(merged, record, facts);
  mergeAuthorCount(merged, facts);
  mergeNames(merged, record, facts);
  const sources = mergeSources(record, facts);
  const isReadToday = facts.sources.every(({ retrieved }) => retrieved === today);
  const isSameReading = isReadToday || isDeepStrictEqual(sources, record.sources);
  if (isSameReading && isDeepStrictEqual(merged, record)) return record;
  return { ...merged, sources, history: uniteHistories(merged.history, tellChanges(record, merged, facts)) };
}

/** The facts that replace what the record has, or fill a gap in it. */
function mergeFields(record: PaperRecord, facts: Facts): Partial<PaperRecord> {
  const fields = Object.keys(FIELD_OWNERS) as (keyof typeof FIELD_OWNERS)[];
  const taken = fields.filter((field) => {
    if (isEmpty(facts[field])) return false;
    if (field === "published" && !isEmpty(record[field])) return isBetterDate(facts, record);
    return isEmpty(record[field]) || mayReplace(FIELD_OWNERS[field], facts, record);
  });
  const note = record.note ?? facts.note;
  return { ...Object.fromEntries(taken.map((field) => [field, facts[field]])), ...(note !== undefined && { note }) };
}

/**
 * Whether a date of publication replaces the one that is there: from anyone where it says more of the same, from nobody
 * where it says less, and by who owns the fact where it says otherwise.
 */
function isBetterDate(facts: Facts, record: PaperRecord): boolean {
  const [said = "", known = ""] = [facts.published, record.published];
  if (said.length < known.length) return false;
  return agreesWith(said, known) || mayReplace(FIELD_OWNERS.published, facts, record);
}

/** Two readings of one publication complete each other; of two publications one is kept whole. */
function mergePublication(record: PaperRecord, facts: Facts): Pick<PaperRecord, "publication"> {
  const [known, said] = [record.publication, facts.publication];
  if (known === undefined || said === undefined) return {};
  const isSame = (["type", "year"] as const).every(
    (field) => (known[field] ?? said[field]) === (said[field] ?? known[field]),
  );
  const isSameVenue =
    normalizeTitle(record.venue ?? facts.venue ?? "") === normalizeTitle(facts.venue ?? record.venue ?? "");
  const isBetter = mayReplace(FIELD_OWNERS.publication, facts, record);
  if (!isSame || !isSameVenue) return { publication: isBetter ? said : known };
  return { publication: isBetter ? { ...known, ...said } : { ...said, ...known } };
}

function mergeLinks(record: PaperRecord, facts: Facts): Links {
  const links = { ...record.links };
  for (const [name, owner] of Object.entries(LINK_OWNERS) as [keyof Links, (typeof LINK_OWNERS)[keyof Links]][]) {
    const link = facts.links?.[name];
    if (link !== undefined && (links[name] === undefined || mayReplace(owner, facts, record))) links[name] = link;
  }
  return links;
}

/**
 * A paper may be withdrawn, and come back with a new version. What a publisher retracted stays so, since arXiv knows
 * nothing of it; and who did it is not forgotten for a source that says less.
 */
function mergeWithdrawal(merged: PaperRecord, record: PaperRecord, { withdrawn, ...facts }: Facts): void {
  const isRetracted = findWithdrawer(record.withdrawn) === "publisher";
  const isNewRetraction = record.withdrawn === undefined && findWithdrawer(withdrawn || undefined) === "publisher";
  if (withdrawn === undefined || isRetracted) return;
  if (!isNewRetraction && !mayReplace(SOURCES.arxiv, facts, record)) return;
  if (withdrawn === false) delete merged.withdrawn;
  else if (withdrawn !== true || record.withdrawn === undefined) merged.withdrawn = withdrawn;
}

/** The number of authors is known only where their names are not. */
function mergeAuthorCount(merged: PaperRecord, facts: Facts): void {
  const count = merged.authorCount ?? facts.authorCount;
  const areAllNamed = merged.authors.length > 0 && (facts.authors !== undefined || merged.authorCount === undefined);
  if (areAllNamed) delete merged.authorCount;
  else if (count !== undefined) merged.authorCount = count;
}

/** What belongs to a list of names comes and goes with it; parts of a name are known whoever stated them. */
function mergeNames(merged: PaperRecord, record: PaperRecord, facts: Facts): void {
  const { authors } = merged;
  const giver = isDeepStrictEqual(authors, record.authors) ? record : facts;
  if (giver.moreAuthors === true && merged.authorCount === undefined) merged.moreAuthors = true;
  else delete merged.moreAuthors;
  const stated = [...(facts.nameParts ?? []), ...(record.nameParts ?? [])];
  const byName = new Map(stated.toReversed().map((parts) => [parts.name, parts]));
  const parts = [...new Set([...authors, ...(merged.publication?.editors ?? [])])].flatMap(
    (name) => byName.get(name) ?? [],
  );
  if (parts.length > 0) merged.nameParts = parts;
  else delete merged.nameParts;
}

/** Texts of both lists, those already there first; case does not count. */
function uniteTexts(known: string[], more: string[]): string[] {
  const seen = new Set(known.map((text) => text.toLowerCase()));
  return [...known, ...more.filter((text) => !seen.has(text.toLowerCase()) && seen.add(text.toLowerCase()))];
}

/** Each source with the last day it was read. */
function mergeSources(record: PaperRecord, facts: Facts): PaperRecord["sources"] {
  const days = new Map<string, string>();
  for (const { name, retrieved } of [...record.sources, ...facts.sources]) {
    if ((days.get(name) ?? "") < retrieved) days.set(name, retrieved);
  }
  return [...days].map(([name, retrieved]) => ({ name, retrieved }));
}

/** Names of the fields in which two states of a record differ, in the order of the schema. */
export function listChangedFields(before: PaperRecord, after: PaperRecord): string[] {
  const fields = Object.keys(RecordSchema.shape) as (keyof PaperRecord)[];
  return fields.filter((field) => !isDeepStrictEqual(before[field], after[field]));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}
