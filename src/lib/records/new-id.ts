/** A paper's change from one id to another, in its record and wherever else content names it. */
import { existsSync, readFileSync, renameSync } from "node:fs";
import { listContentFiles, locateDigest } from "../content/content-files.ts";
import { parseEdition } from "../content/parse.ts";
import type { Change, Links, PaperRecord } from "../content/record.ts";
import { isArxivId, monthOfId } from "../papers/id.ts";
import { type Archive, dropRecord, putRecord } from "./archive.ts";
import { listFormer } from "./merge.ts";
import { type FileText, writeFilesAtomic } from "./write-file.ts";

/** The record under another id. @param told who says so, and when */
export function giveNewId(record: PaperRecord, to: string, told: Pick<Change, "date" | "source">): PaperRecord {
  return {
    ...record,
    id: to,
    links: renameLinks(record.links, record.id, to),
    previousIds: listFormer(to, [...record.previousIds, record.id]),
    history: [...record.history, { ...told, field: "id", from: record.id, to }],
  };
}

/** Addresses at arXiv and Hugging Face hold the id; with an id of another registry they stay as they are. */
function renameLinks(links: Links, from: string, to: string): Links {
  if (!isArxivId(from) || !isArxivId(to)) return links;
  return Object.fromEntries(
    Object.entries(links).map(([name, link]) => [
      name,
      link?.endsWith(`/${from}`) ? link.slice(0, -from.length) + to : link,
    ]),
  );
}

/** Puts a record with a new id beside the one it had: into the month of that id when it has one, else where it was. */
export function putRenamed(archive: Archive, record: PaperRecord, from: string): void {
  const home = archive.homes.get(from);
  if (home !== undefined && monthOfId(record.id) === undefined) archive.homes.set(record.id, home);
  putRecord(archive, record);
}

/** A change of id that came with an import. */
export interface Move {
  /** The id before. */
  from: string;
  /** The id now. */
  to: string;
  /** Name of the file that the record stood in. */
  home: string | undefined;
}

/** Puts a record in the place of the one that has the id before. */
export function moveRecord(archive: Archive, record: PaperRecord, from: string): Move {
  const move = { from, to: record.id, home: archive.homes.get(from) };
  putRenamed(archive, record, from);
  dropRecord(archive, from);
  return move;
}

/** The digest and the editions that name a paper by the id before, as they are called and as they will be. */
export function listFollowers(folder: string, { from, to }: Pick<Move, "from" | "to">) {
  const [oldDigest, newDigest] = [locateDigest(folder, from), locateDigest(folder, to)];
  const digests = existsSync(oldDigest) && oldDigest !== newDigest ? [oldDigest, newDigest] : [];
  return { digests, editions: rewriteEditions(folder, from, to) };
}

/** Lets digest and editions follow a record that has moved. Returns the paths of the files that changed. */
export function followMove(folder: string, move: Move, isDryRun: boolean): string[] {
  const { digests, editions } = listFollowers(folder, move);
  const [oldDigest, newDigest] = digests;
  if (!isDryRun) {
    if (oldDigest !== undefined && newDigest !== undefined) renameSync(oldDigest, newDigest);
    writeFilesAtomic(editions);
  }
  return [...digests, ...editions.map(({ path }) => path)];
}

/** The editions that name the paper, with its new id in their lists and in their links; prose is left alone. */
export function rewriteEditions(folder: string, from: string, to: string): FileText[] {
  return listContentFiles(folder, "editions").flatMap((path) => {
    const text = readFileSync(path, "utf8");
    if (!text.includes(from)) return [];
    const { value } = parseEdition(text, path);
    const bodyLine = value?.bodyLine ?? 1;
    const content = text
      .split("\n")
      .map((line, index) => (index + 1 < bodyLine ? replaceItem(line, from, to) : replaceLink(line, from, to)))
      .join("\n");
    return content === text ? [] : [{ path, content }];
  });
}

/** The id as a whole value of YAML, quoted or bare. A bare arXiv id would be a number, so it comes out quoted. */
function replaceItem(line: string, from: string, to: string): string {
  const item = new RegExp(`(?<![\\w./:-])(["']?)${RegExp.escape(from)}\\1(?![\\w./:-])`, "g");
  return line.replace(item, () => JSON.stringify(to));
}

function replaceLink(line: string, from: string, to: string): string {
  return line.replaceAll(`id="${from}"`, `id="${to}"`).replaceAll(`id='${from}'`, `id='${to}'`);
}
