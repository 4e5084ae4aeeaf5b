/** A paper's change from one id to another, as it reads in its record and in editions. */
import { readFileSync } from "node:fs";
import { listContentFiles } from "../content/content-files.ts";
import { parseEdition } from "../content/parse.ts";
import type { Change, Links, PaperRecord } from "../content/record.ts";
import { isArxivId } from "../papers/id.ts";
import { listFormer } from "./merge.ts";
import type { FileText } from "./write-file.ts";

/** A paper's ids. */
export interface IdChange {
  /** The id before. */
  from: string;
  /** The id now. */
  to: string;
}

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

/** The editions that name papers whose ids change, with the new ids in their lists and in their links; prose is left alone. */
export function rewriteEditions(folder: string, changes: readonly IdChange[]): FileText[] {
  if (changes.length === 0) return [];
  return listContentFiles(folder, "editions").flatMap((path) => {
    const text = readFileSync(path, "utf8");
    const named = changes.filter(({ from }) => text.includes(from));
    if (named.length === 0) return [];
    const { value } = parseEdition(text, path);
    const bodyLine = value?.bodyLine ?? 1;
    const content = text
      .split("\n")
      .map((line, index) => {
        const replace = index + 1 < bodyLine ? replaceItem : replaceLink;
        return named.reduce((changed, { from, to }) => replace(changed, from, to), line);
      })
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
