/** Records between files: one of each paper, in the file of its month. */
import { basename } from "node:path";
import { findMainForm } from "../address.ts";
import type { Problem } from "../errors.ts";
import { monthOfId, toSegment } from "../papers/id.ts";
import { checkDouble, type FirstSeen } from "./first-seen.ts";
import { type List, listItems } from "./list.ts";
import type { PaperRecord } from "./record.ts";
import type { Partly } from "./salvage.ts";

/** Problems between the records of all month files. */
export function checkRecords(files: List<PaperRecord>[]): Problem[] {
  const ids: FirstSeen = new Map();
  const segments: FirstSeen = new Map();
  const problems = files.flatMap((list) => [
    ...checkFileName(list.file),
    ...listItems(list).flatMap(({ line, data }) => [
      ...(data.id === undefined ? [] : checkId(data.id, list.file, line, ids, segments)),
      ...(data.id === undefined ? [] : checkMonth(data.id, list.file, line)),
      ...checkOrder(data, list.file, line),
    ]),
  ]);
  return [...problems, ...checkPlaces(files, segments)];
}

/** What can be told only when the address of every paper is known. */
function checkPlaces(files: List<PaperRecord>[], segments: FirstSeen): Problem[] {
  const former: FirstSeen = new Map();
  return files.flatMap((list) =>
    listItems(list).flatMap(({ line, data: { id, previousIds = [] } }) => [
      ...(id === undefined ? [] : checkForm(id, list.file, line, segments)),
      ...previousIds.flatMap((previous) =>
        previous === undefined ? [] : checkFormer(previous, list.file, line, segments, former),
      ),
    ]),
  );
}

/** A paper's page can have other forms beside it, files that no other paper's folder may stand in the way of. */
function checkForm(id: string, file: string, line: number, segments: FirstSeen): Problem[] {
  const main = segments.get(findMainForm(toSegment(id)) ?? "");
  if (main === undefined) return [];
  return [{ ...describeShared(id, file, line), allowed: `the other stands in ${main}` }];
}

function checkFormer(id: string, file: string, line: number, segments: FirstSeen, former: FirstSeen): Problem[] {
  const segment = toSegment(id);
  const place = `${file}:${line}`;
  const first = former.getOrInsert(segment, place);
  const others = [segments.get(findMainForm(segment) ?? ""), first].filter((other) => other !== place);
  const other = segments.get(segment) ?? others.find((place) => place !== undefined);
  if (other === undefined) return [];
  return [
    {
      file,
      line,
      field: "previousIds",
      message: "this earlier id has the address of another id",
      found: id,
      allowed: `each once; it stands first in ${other}`,
      mend: "take it out; where a change of id was broken off, run npm run digest -- rename again",
    },
  ];
}

function checkFileName(file: string): Problem[] {
  if (/^(\d{4}-(0[1-9]|1[0-2])|undated)\.jsonl$/.test(basename(file))) return [];
  return [
    {
      file,
      message: "this file is not named after a month",
      found: basename(file),
      allowed: "YYYY-MM.jsonl, or undated.jsonl",
      mend: "rename it, or move its lines to the files of their months",
    },
  ];
}

/** A problem for an id that a record of another line has. */
export function checkDoubleRecord(ids: FirstSeen, id: string, place: { file: string; line: number }): Problem[] {
  return checkDouble(ids, id, `${place.file}:${place.line}`, {
    ...place,
    field: "id",
    message: "this paper has a record already",
    found: id,
    mend: "keep one of the lines",
  });
}

function checkId(id: string, file: string, line: number, ids: FirstSeen, segments: FirstSeen): Problem[] {
  const double = checkDoubleRecord(ids, id, { file, line });
  if (double.length > 0) return double;
  return checkDouble(segments, toSegment(id), `${file}:${line}`, describeShared(id, file, line));
}

function describeShared(id: string, file: string, line: number): Problem {
  return {
    file,
    line,
    field: "id",
    message: "two ids would share one address",
    found: id,
    mend: "give the later paper another id",
  };
}

function checkMonth(id: string, file: string, line: number): Problem[] {
  const month = monthOfId(id);
  if (month === undefined || basename(file) === `${month}.jsonl`) return [];
  return [
    {
      file,
      line,
      field: "id",
      message: "this record stands in the file of another month",
      found: id,
      allowed: `papers/${month}.jsonl`,
      mend: "move the line there",
    },
  ];
}

function checkOrder({ featured = [] }: Partly<PaperRecord>, file: string, line: number): Problem[] {
  if (featured.includes(undefined)) return [];
  const sorted = [...new Set(featured)].sort();
  if (sorted.join() === featured.join()) return [];
  return [
    {
      file,
      line,
      field: "featured",
      message: "these days are not in order, or one stands twice",
      found: featured.join(", "),
      allowed: sorted.join(", "),
    },
  ];
}
