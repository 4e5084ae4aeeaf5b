/** Papers that go from one id to another, in the archive and on the disk: record, digest and what names them together. */
import { existsSync, renameSync } from "node:fs";
import { locateDigest } from "../content/content-files.ts";
import type { PaperRecord } from "../content/record.ts";
import { areSameId, monthOfId } from "../papers/id.ts";
import { type Archive, listChangedFiles, putRecord } from "./archive.ts";
import { type IdChange, rewriteNames } from "./renamed-texts.ts";
import { type FileText, writeFilesAtomic } from "./write-file.ts";

/** A paper that has another id now. */
export interface Move extends IdChange {
  /** Name of the month file with the record under the id before; undefined where there is none any more. */
  home: string | undefined;
  /** That record, where it may stand beside the new one until all is written: two forms of one id may not. */
  record: PaperRecord | undefined;
}

/** Files that were written or moved, or would be in a dry run. */
export interface MovedFiles {
  /** Lists: month files, and what was written with them. */
  lists: string[];
  /** Digests under both names, and what names the papers. */
  followers: string[];
}

/** Puts a record in the place of the one that has the id before: into the month of its id when it has one, else where that stood. */
export function moveRecord(archive: Archive, record: PaperRecord, from: string): Move {
  const move = leaveId(archive, from, record.id);
  if (move.home !== undefined && monthOfId(record.id) === undefined) archive.homes.set(record.id, move.home);
  putRecord(archive, record);
  return move;
}

/**
 * Takes the record out that stands under the id before; that of the id now is put in afterwards, or is there. Its month
 * file is not marked as changed: `writeMoves` writes it last.
 */
export function leaveId({ records, homes }: Archive, from: string, to: string): Move {
  const move = { from, to, home: homes.get(from), record: areSameId(from, to) ? undefined : records.get(from) };
  records.delete(from);
  homes.delete(from);
  return move;
}

/** Takes up the moves that were broken off before all was written: such a paper stands under the id before as well. */
export function resumeMoves(archive: Archive): Move[] {
  return [...archive.records.values()].flatMap((record) => {
    const left = record.previousIds.filter((from) => archive.records.has(from) && hasMoved(record, from));
    const moves = left.map((from) => leaveId(archive, from, record.id));
    if (moves.length > 0) archive.index.add(record);
    return moves;
  });
}

/** Whether a record's history tells that it had an id; its list of earlier ids may be written by hand. */
export function hasMoved({ history }: PaperRecord, from: string): boolean {
  return history.some((change) => change.field === "id" && change.from === from);
}

/** Where the digest of a paper that moves stands, and where it is to stand; undefined where there is none or it stays. */
export function locateMovedDigest(folder: string, { from, to }: IdChange) {
  const [before, after] = [locateDigest(folder, from), locateDigest(folder, to)];
  return before !== after && existsSync(before) ? { before, after } : undefined;
}

/**
 * Writes lists, among them the month files that have changed, and has digests, editions and links follow the papers that moved.
 * The new records come first and the old ones go last: whenever this is broken off, the paper is there under both ids or
 * one, and `resumeMoves` or another call of the same rename goes on with it.
 * @param makeLists the lists; they are to have the records that it is given beside those of the archive
 */
export function writeMoves(
  archive: Archive,
  moves: readonly Move[],
  makeLists: (old: readonly Move[]) => Iterable<FileText>,
  isDryRun = false,
): MovedFiles {
  const write = isDryRun ? (files: Iterable<FileText>) => Array.from(files, ({ path }) => path) : writeFilesAtomic;
  const digests = moves
    .flatMap((move) => locateMovedDigest(archive.folder, move) ?? [])
    // What somebody has written under the new id meanwhile stays; the check tells of the other.
    .filter(({ after }) => !existsSync(after));
  const places = new Map(digests.map(({ before, after }) => [before, after]));
  const texts = rewriteNames(archive.folder, moves).map(({ path, ...text }) => ({
    path: places.get(path) ?? path,
    ...text,
  }));
  const lists = write(makeLists(moves));
  if (!isDryRun) for (const { before, after } of digests) renameSync(before, after);
  write(texts);
  archive.changed = new Set(moves.flatMap(({ home }) => home ?? []));
  lists.push(...write(listChangedFiles(archive)));
  const followers = [
    ...new Set([...texts.map(({ path }) => path), ...digests.flatMap(({ before, after }) => [before, after])]),
  ];
  return { lists: [...new Set(lists)], followers };
}
