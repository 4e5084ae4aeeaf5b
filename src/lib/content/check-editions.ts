/** Editions between files: each bears its date, and its papers exist and stand once. */
import { basename } from "node:path";
import type { Problem } from "../errors.ts";
import { checkIntroduction } from "./check-introductions.ts";
import type { Document } from "./document.ts";
import type { EditionData } from "./edition.ts";
import { checkDouble, type FirstSeen } from "./first-seen.ts";
import { suggestNearest } from "./nearest.ts";
import type { Partly } from "./salvage.ts";

/** An edition, as far as it could be read. */
type Edition = Document<Partly<EditionData>>;

/** Problems of editions, with each other and with the records. */
export function checkEditions(editions: Edition[], paperIds: Set<string>): Problem[] {
  const dates: FirstSeen = new Map();
  return editions.flatMap((edition) => [
    ...checkDate(edition, dates),
    ...checkLead(edition, paperIds),
    ...checkPapers(edition, paperIds),
    ...checkGroups(edition, paperIds),
    ...checkIntroduction(edition, paperIds),
  ]);
}

function checkDate({ file, data, locateLine }: Edition, dates: FirstSeen): Problem[] {
  if (data.date === undefined) return [];
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

function checkLead({ file, data: { lead, papers }, locateLine }: Edition, paperIds: Set<string>): Problem[] {
  if (lead === undefined || papers === undefined || papers.includes(lead)) return [];
  return [
    {
      file,
      line: locateLine(["lead"]) ?? 1,
      field: "lead",
      message: "the lead is not one of the edition's papers",
      found: lead,
      ...suggestNearest(lead, keepKnown(papers, paperIds), "write", "add it to papers"),
    },
  ];
}

/** The papers of an edition have records and stand once. */
function checkPapers({ file, data, locateLine }: Edition, paperIds: Set<string>): Problem[] {
  const listed: FirstSeen = new Map();
  return (data.papers ?? []).flatMap((id, index) => {
    if (id === undefined) return [];
    const place = { file, line: locateLine(["papers", index]) ?? 1, field: `papers[${index}]`, found: id };
    return [
      ...checkKnown(place, paperIds, paperIds, "this paper is not among the records"),
      ...checkDouble(listed, id, place.field, { ...place, message: "this paper is named twice" }),
    ];
  });
}

/** The papers of an edition's groups belong to the edition, and each to one group. */
function checkGroups({ file, data: { papers, groups = [] }, locateLine }: Edition, paperIds: Set<string>): Problem[] {
  const grouped: FirstSeen = new Map();
  const own = papers && new Set(papers);
  const likely = keepKnown(papers ?? [], paperIds);
  return groups.flatMap((group, groupIndex) =>
    (group?.papers ?? []).flatMap((id, index) => {
      if (id === undefined) return [];
      const line = locateLine(["groups", groupIndex, "papers", index]) ?? 1;
      const place = { file, line, field: `groups[${groupIndex}].papers[${index}]`, found: id };
      return [
        ...checkKnown(place, own, likely, "this paper is not one of the edition's papers"),
        ...checkDouble(grouped, id, place.field, { ...place, message: "this paper is named twice" }),
      ];
    }),
  );
}

/** The papers of a list that have records: a name that has none is no cure for another. */
function keepKnown(papers: (string | undefined)[], paperIds: Set<string>): string[] {
  return papers.filter((id): id is string => id !== undefined && paperIds.has(id));
}

/**
 * A problem for an id that is not among those allowed.
 * @param allowed undefined when it is not known what is
 * @param likely ids that may have been meant
 */
function checkKnown(
  place: Omit<Problem, "message"> & { found: string },
  allowed: Set<string | undefined> | Set<string> | undefined,
  likely: Iterable<string>,
  message: string,
): Problem[] {
  if (allowed === undefined || (allowed as Set<string | undefined>).has(place.found)) return [];
  return [
    { ...place, message, ...suggestNearest(place.found, likely, "write", "add the paper, or take the line out") },
  ];
}
