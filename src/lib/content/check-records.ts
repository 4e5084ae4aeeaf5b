/** Records between files: one of each paper, in the file of its month. */
import { basename } from "node:path";
import { findMainForm } from "../address.ts";
import type { Problem } from "../errors.ts";
import { foldId, monthOfId, toSegment } from "../papers/id.ts";
import { checkDouble, type FirstSeen, type FoundValue } from "./first-seen.ts";
import { type ItemPlace, type List, listItems } from "./list.ts";
import type { PaperRecord } from "./record.ts";

/** Problems between the records of all month files. */
export function checkRecords(files: List<PaperRecord>[]): (Problem | undefined)[] {
  const ids: FirstSeen = new Map();
  const segments: FirstSeen = new Map();
  const former: FirstSeen = new Map();
  const own = files.flatMap((list) => [
    checkFileName(list.file),
    ...listItems(list).flatMap(({ place, data: { id: found, featured } }) => {
      const id = { ...place, field: "id", found: found ?? "" };
      const order = checkOrder(featured, place);
      return found === undefined ? [order] : [checkId(id, ids, segments), checkMonth(id), order];
    }),
  ]);
  // What can be told only when the address of every paper is known.
  const between = files
    .flatMap(listItems)
    .flatMap(({ place, data: { id, previousIds = [] } }) => [
      id === undefined ? undefined : checkForm({ ...place, field: "id", found: id }, segments),
      ...previousIds.map((previous) =>
        previous === undefined ? undefined : checkFormer(previous, place, segments, former),
      ),
    ]);
  return [...own, ...between];
}

/** A paper's page can have other forms beside it, files that no other paper's folder may stand in the way of. */
function checkForm(id: FoundValue, segments: FirstSeen): Problem | undefined {
  const main = segments.get(findMainForm(toSegment(id.found)) ?? "");
  return main === undefined ? undefined : { ...id, ...SHARED, allowed: `the other stands in ${main}` };
}

function checkFormer(id: string, at: ItemPlace, segments: FirstSeen, former: FirstSeen): Problem | undefined {
  const segment = toSegment(id);
  const place = `${at.file}:${at.line}`;
  const first = former.getOrInsert(segment, place);
  const others = [segments.get(findMainForm(segment) ?? ""), first].filter((other) => other !== place);
  const other = segments.get(segment) ?? others.find((place) => place !== undefined);
  if (other === undefined) return undefined;
  return {
    ...at,
    field: "previousIds",
    message: "this earlier id has the address of another id",
    found: id,
    allowed: `each once; it stands first in ${other}`,
    mend: "take it out; where a change of id was broken off, run npm run digest -- rename again",
  };
}

function checkFileName(file: string): Problem | undefined {
  if (/^(\d{4}(-(0[1-9]|1[0-2]))?|undated)\.jsonl$/.test(basename(file))) return undefined;
  return {
    file,
    message: "this file is not named after a month or a year",
    found: basename(file),
    allowed: "YYYY-MM.jsonl, YYYY.jsonl, or undated.jsonl",
    mend: "rename it, or move its lines to the files of their months",
  };
}

/** A problem for an id that a record of another line has. */
export function checkDoubleRecord(ids: FirstSeen, id: FoundValue): Problem | undefined {
  const message = "this paper has a record already";
  return checkDouble(ids, foldId(id.found), `${id.file}:${id.line}`, { ...id, message, mend: "keep one of the lines" });
}

function checkId(id: FoundValue, ids: FirstSeen, segments: FirstSeen): Problem | undefined {
  const place = `${id.file}:${id.line}`;
  return checkDoubleRecord(ids, id) ?? checkDouble(segments, toSegment(id.found), place, { ...id, ...SHARED });
}

const SHARED = { message: "two ids would share one address", mend: "give the later paper another id" };

function checkMonth(id: FoundValue): Problem | undefined {
  const month = monthOfId(id.found);
  if (month === undefined || basename(id.file) === `${month}.jsonl`) return undefined;
  return {
    ...id,
    message: "this record stands in the file of another month",
    allowed: `papers/${month}.jsonl`,
    mend: "move the line there",
  };
}

function checkOrder(featured: (string | undefined)[] = [], place: ItemPlace): Problem | undefined {
  if (featured.includes(undefined)) return undefined;
  const sorted = [...new Set(featured)].sort();
  if (sorted.join() === featured.join()) return undefined;
  return {
    ...place,
    field: "featured",
    message: "these days are not in order, or one stands twice",
    found: featured.join(", "),
    allowed: sorted.join(", "),
  };
}
