/** Bringing one entry of a source into the archive in memory: which record it is about, under which id, and whether it may. */
import { existsSync } from "node:fs";
import { compareText } from "../compare-text.ts";
import { nameContentFile } from "../content/content-files.ts";
import { checkValue } from "../content/issues.ts";
import { type PaperRecord, RecordSchema } from "../content/record.ts";
import { describeValue, type Problem } from "../errors.ts";
import { isOwnId, normalizeId, PAPER_ID_FORMS, parsePaperId, rankId } from "../papers/id.ts";
import { putRecord } from "./archive.ts";
import type { Facts } from "./facts.ts";
import type { ImportHoldings } from "./holdings.ts";
import { mergeFacts, startRecord } from "./merge.ts";
import { locateMovedDigest, type Move, moveRecord } from "./moves.ts";
import { giveNewId } from "./new-id.ts";
import { makeOwnId, normalizeTitle, readFirstAuthor } from "./own-id.ts";
import { findPageFault } from "./record-pages.ts";
import { findTakenOut } from "./redirects.ts";

/** Papers that are spoken of, each as it was before; undefined where it was not there. */
export type Before = Map<string, PaperRecord | undefined>;

/** One step of an import. */
export interface MergeStep {
  /** What it spoke of; added to. */
  before: Before;
  /** Papers that got a better id; added to. */
  moves: Move[];
  /** What a curator should know of; added to. */
  notices: Problem[];
  /** The day of the import. */
  today: string;
}

/**
 * Entries in an order that makes the same records of them wherever each stands: those with the best ids first, since one
 * without may be of a paper that comes with it; those without any by what they say.
 */
export function orderEntries(entries: readonly Facts[]): Facts[] {
  const keyed = entries.map((facts) => {
    const { id } = facts;
    // One that is no id is refused wherever it stands.
    const rank = id !== undefined && parsePaperId(id) === undefined ? 0 : rankId(id);
    return { facts, rank, key: id === undefined ? writeKey(facts) : "" };
  });
  return keyed.sort((a, b) => a.rank - b.rank || compareText(a.key, b.key)).map(({ facts }) => facts);
}

/** What tells entries without an id apart: those that say most of who and when come first among those of one title. */
function writeKey({ place: _place, ...facts }: Facts): string {
  const author = readFirstAuthor(facts.authors);
  const parts = [
    author === undefined ? "1" : "0",
    normalizeTitle(facts.title),
    author ?? "",
    facts.published ?? "9999",
  ];
  return [...parts, JSON.stringify(facts)].join("\n");
}

/** The id under which an entry would come in; undefined when it has none and none can be made. */
function findWantedId(facts: Facts): string | undefined {
  return facts.id === undefined ? makeOwnId(facts) : normalizeId(facts.id);
}

/** A paper that was taken out is not brought back by the next import that has it. */
export function passOver({ archive, redirects }: ImportHoldings, facts: Facts): Problem[] {
  const id = findWantedId(facts);
  if (redirects.size === 0 || id === undefined || archive.index.findById(id) !== undefined) return [];
  const redirect = findTakenOut(redirects, id);
  // An id of ours may be that of a double, whose other is still there.
  if (redirect === undefined || (isOwnId(id) && archive.index.find(facts).ids.length > 0)) return [];
  const mend = `to bring it back, delete the line of ${redirect.from} in redirects.jsonl first`;
  return [{ ...facts.place, message: `${id} was taken out on ${redirect.date}, and stays out`, mend }];
}

/** Merges one entry; returns why it cannot come in. */
export function takeFacts(holdings: ImportHoldings, facts: Facts, step: MergeStep): Problem[] {
  if (facts.id !== undefined && parsePaperId(facts.id) === undefined) {
    return refuse(facts, "its id is not one that a paper may have", { allowed: PAPER_ID_FORMS }, facts.id);
  }
  const { archive } = holdings;
  const wanted = findWantedId(facts);
  const kept = wanted === undefined ? undefined : archive.index.findById(wanted);
  const ids = kept === undefined ? archive.index.find(facts).ids : [kept];
  if (ids.length > 1 && facts.id === undefined) {
    return refuse(facts, "several papers have this title", { allowed: `its id; known are ${ids.join(", ")}` });
  }
  const id = ids.length === 1 ? ids[0] : wanted;
  if (id === undefined) return refuseNameless(facts);
  const known = archive.records.get(id);
  return known === undefined ? startPaper(holdings, id, facts, step) : mergePaper(holdings, known, facts, step);
}

/** Neither an id nor what one could be made of. */
function refuseNameless(facts: Facts): Problem[] {
  return refuse(facts, "no record matches this entry, and it has no id of its own", {
    allowed: "a paper that is known, an id, or a first author and a year, of which one is made",
    mend: "add its doi, eprint or url, or its author and year",
  });
}

function startPaper(holdings: ImportHoldings, id: string, facts: Facts, { before, notices }: MergeStep): Problem[] {
  const record = startRecord(id, facts);
  const problems = [...checkRecord(record, facts), ...checkPages(holdings, record, record.id, facts)];
  if (problems.length > 0) return problems;
  if (facts.id === undefined) notices.push(...noteOwnId(id, facts));
  if (!before.has(id)) before.set(id, undefined);
  putRecord(holdings.archive, record);
  return [];
}

/** What an id of ours lacks, which is kept for ever: told before it is published. */
function noteOwnId(id: string, { place, authors = [], published }: Facts): Problem[] {
  const missing = [...(authors.length === 0 ? ["author"] : []), ...(published === undefined ? ["year"] : [])];
  if (missing.length === 0) return [];
  return [
    {
      ...place,
      message: `has neither an id nor ${missing.length > 1 ? "author and year" : `its ${missing[0]}`}, so the id that it gets does not say it`,
      found: id,
      mend: `add its doi, eprint or url, or its ${missing.join(" and ")}, and import again before it is published`,
    },
  ];
}

function mergePaper(holdings: ImportHoldings, known: PaperRecord, facts: Facts, step: MergeStep): Problem[] {
  const { archive } = holdings;
  const better = findBetterId(holdings, known, facts, step);
  const [source] = facts.sources;
  const told = { date: step.today, source: source?.name ?? "" };
  const base = better === undefined ? known : giveNewId(known, better, told);
  const record = mergeFacts(base, facts, step.today);
  if (record !== known) {
    const problems = [...checkRecord(record, facts), ...checkPages(holdings, record, known.id, facts)];
    if (problems.length > 0) return problems;
  }
  if (!step.before.has(known.id)) step.before.set(known.id, known);
  if (better !== undefined) {
    step.moves.push(moveRecord(archive, record, known.id));
    step.before.set(better, step.before.get(known.id));
    step.before.delete(known.id);
  } else if (record !== known) putRecord(archive, record);
  return [];
}

/** The id of a registry that turned up for a paper which had none; undefined where there is nothing to change. */
function findBetterId({ archive }: ImportHoldings, known: PaperRecord, facts: Facts, step: MergeStep) {
  if (!isOwnId(known.id) || facts.id === undefined || isOwnId(facts.id)) return undefined;
  const better = normalizeId(facts.id);
  const digest = locateMovedDigest(archive.folder, { from: known.id, to: better })?.after;
  if (digest === undefined || !existsSync(digest)) return better;
  step.notices.push({
    ...facts.place,
    message: `this is ${known.id}, which keeps that id, since there is a digest under ${better}, too`,
    found: nameContentFile(digest),
    mend: "bring the two digests together by hand, and call npm run digest -- rename",
  });
  return undefined;
}

/** What in a record is against its schema, told at the entry that brought it. */
function checkRecord(record: PaperRecord, { place }: Facts): Problem[] {
  const { problems } = checkValue(RecordSchema, record, place.file, () => place.line);
  return problems.map((problem) => ({ ...problem, field: `${place.field} ${problem.field ?? ""}`.trim() }));
}

/**
 * Whether a page of the record would have the address of another paper, or one that redirects stand in the way of.
 * @param owner the id under which the record is known up to now
 */
function checkPages(holdings: ImportHoldings, record: PaperRecord, owner: string, facts: Facts): Problem[] {
  const { index } = holdings.archive;
  const rival = index.findRival(record, owner);
  if (rival !== undefined) {
    const allowed = `an id that is not like that of ${rival}`;
    const isOwn = index.findRival({ ...record, previousIds: [] }, owner) !== undefined;
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
