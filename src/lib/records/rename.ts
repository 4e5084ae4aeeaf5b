/** Giving a paper another id: record, digest and what names it follow, and the old address goes on working. */
import { existsSync } from "node:fs";
import { locateDigest, nameContentFile } from "../content/content-files.ts";
import { ContentError, type Problem } from "../errors.ts";
import { findPaperId } from "../papers/find-id.ts";
import { PAPER_ID_FORMS, parsePaperId, toSegment } from "../papers/id.ts";
import { addresses } from "../routes.ts";
import { type Archive, findNamedRecord, listChangedFiles, openArchive, refuseUnknown } from "./archive.ts";
import { type ChangeOptions, withContentLock } from "./lock.ts";
import { listFormer } from "./merge.ts";
import { hasMoved, leaveId, moveRecord, writeMoves } from "./moves.ts";
import { giveNewId } from "./new-id.ts";
import { findRedirected } from "./record-pages.ts";
import { openRedirects } from "./redirects.ts";

/**
 * Gives a paper another id. Returns the files that changed, as problems name them.
 * Throws a `ContentError` when there is no such paper, the new id is none or is taken, or a digest stands in the way;
 * nothing has changed then. A run that was broken off is completed by running it again.
 */
export function renamePaper(folder: string, from: string, to: string, options: ChangeOptions): string[] {
  return withContentLock(folder, "a change of id", () => rename(folder, from, to, options), options);
}

function rename(folder: string, written: string, wanted: string, { today, isDryRun }: ChangeOptions): string[] {
  const archive = openArchive(folder);
  const [from, to] = [findNamedRecord(archive, written), findPaperId(wanted) ?? wanted];
  const record = archive.records.get(from);
  const renamed = archive.records.get(to);
  // Where the address stays, as with another case of an ACL id, only the history tells.
  const wasBrokenOff = renamed !== undefined && (renamed.previousIds.includes(from) || hasMoved(renamed, from));
  const digests = [from, to].map((id) => locateDigest(folder, id));
  const problems = checkIds(archive, from, to, wasBrokenOff, digests);
  if (problems.length > 0) throw new ContentError(problems);
  const move =
    record === undefined || wasBrokenOff
      ? leaveId(archive, from, to)
      : moveRecord(archive, giveNewId(record, to, { date: today, source: "the curator" }), from);
  const { lists, followers } = writeMoves(archive, [move], (old) => listChangedFiles(archive, old), isDryRun);
  return [...lists, ...followers].map(nameContentFile);
}

function checkIds(archive: Archive, from: string, to: string, wasBrokenOff: boolean, digests: string[]): Problem[] {
  const file = nameContentFile(archive.folder);
  if (parsePaperId(to) === undefined) {
    return [{ file, message: "the new id is not one that a paper may have", found: to, allowed: PAPER_ID_FORMS }];
  }
  if (from === to) return [{ file, message: "the new id is the old one", found: to }];
  if (wasBrokenOff) return [];
  const record = archive.records.get(from);
  if (record === undefined) return [refuseUnknown(archive, from)];
  const previousIds = listFormer(to, [...record.previousIds, from]);
  const taken = archive.index.findRival({ id: to, previousIds }, from);
  const redirected = findRedirected(openRedirects(archive.folder), [addresses.paper(to)]);
  const [, digest = ""] = digests;
  const problems: Problem[] = [];
  if (taken !== undefined) {
    const mend = "remove one of the two";
    problems.push({ file, message: "another paper has the new id, or its address", found: taken, mend });
  }
  if (redirected !== undefined) {
    problems.push({
      file,
      message: "a redirect leads elsewhere from the address of the new id",
      found: redirected,
      mend: "take its line out of redirects.jsonl first",
    });
  }
  if (existsSync(digest) && toSegment(from) !== toSegment(to)) {
    problems.push({
      file: nameContentFile(digest),
      message: "there is a digest under the new id already",
      mend: "bring the two together by hand",
    });
  }
  return problems;
}
