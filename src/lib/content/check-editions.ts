/** Editions between files: each bears its date, and its papers exist and stand once. */
import { basename } from "node:path";
import type { Problem } from "../errors.ts";
import { checkIntroduction } from "./check-introductions.ts";
import type { EditionData } from "./edition.ts";
import { checkDouble, type FirstSeen } from "./first-seen.ts";
import { suggestNearest } from "./nearest.ts";
import type { Document } from "./parse.ts";

/** Problems of editions, with each other and with the records. */
export function checkEditions(editions: Document<EditionData>[], paperIds: Set<string>): Problem[] {
  const dates: FirstSeen = new Map();
  return editions.flatMap((edition) => [
    ...checkDate(edition, dates),
    ...checkLead(edition),
    ...checkPapers(edition, paperIds),
    ...checkGroups(edition),
    ...checkIntroduction(edition, paperIds),
  ]);
}

function checkDate({ file, data, locateLine }: Document<EditionData>, dates: FirstSeen): Problem[] {
  const place = { file, line: locateLine(["date"]) ?? 1, field: "date", found: data.date };
  const problems = checkDouble(dates, data.date, file, {
    ...place,
    message: "there is an edition of this day already",
  });
  if (basename(file, ".mdx") === data.date) return problems;
  return [
    ...problems,
    {
      ...place,
      message: "file name and date differ",
      allowed: basename(file, ".mdx"),
      mend: `rename the file to ${data.date}.mdx, or mend the date`,
    },
  ];
}

function checkLead({ file, data, locateLine }: Document<EditionData>): Problem[] {
  if (data.papers.includes(data.lead)) return [];
  return [
    {
      file,
      line: locateLine(["lead"]) ?? 1,
      field: "lead",
      message: "the lead is not one of the edition's papers",
      found: data.lead,
      ...suggestNearest(data.lead, data.papers, "write", "add it to papers"),
    },
  ];
}

/** The papers of an edition have records and stand once. */
function checkPapers({ file, data, locateLine }: Document<EditionData>, paperIds: Set<string>): Problem[] {
  const listed: FirstSeen = new Map();
  return data.papers.flatMap((id, index) => {
    const place = { file, line: locateLine(["papers", index]) ?? 1, field: `papers[${index}]`, found: id };
    return [
      ...checkKnown(place, paperIds, "this paper is not among the records"),
      ...checkDouble(listed, id, place.field, { ...place, message: "this paper is named twice" }),
    ];
  });
}

/** The papers of an edition's groups belong to the edition, and each to one group. */
function checkGroups({ file, data, locateLine }: Document<EditionData>): Problem[] {
  const grouped: FirstSeen = new Map();
  const own = new Set(data.papers);
  return data.groups.flatMap((group, groupIndex) =>
    group.papers.flatMap((id, index) => {
      const line = locateLine(["groups", groupIndex, "papers", index]) ?? 1;
      const place = { file, line, field: `groups[${groupIndex}].papers[${index}]`, found: id };
      return [
        ...checkKnown(place, own, "this paper is not one of the edition's papers"),
        ...checkDouble(grouped, id, place.field, { ...place, message: "this paper is named twice" }),
      ];
    }),
  );
}

function checkKnown(
  place: Omit<Problem, "message"> & { found: string },
  known: Set<string>,
  message: string,
): Problem[] {
  if (known.has(place.found)) return [];
  return [{ ...place, message, ...suggestNearest(place.found, known, "write", "add the paper, or take the line out") }];
}
