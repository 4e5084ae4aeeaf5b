/** A paper's change from one id to another, as it reads in its record. */
import type { Change, Links, PaperRecord } from "../content/record.ts";
import { isArxivId } from "../papers/id.ts";
import { listFormer } from "./merge.ts";

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
