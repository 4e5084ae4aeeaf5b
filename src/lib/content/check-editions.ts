/** Editions between files: each bears its date, and its papers exist and stand once. */
import { basename } from "node:path";
import type { Problem } from "../errors.ts";
import { checkIntroduction } from "./check-introductions.ts";
import { checkSiteLinks, type LinkTargets } from "./check-site-links.ts";
import { type Document, placeField } from "./document.ts";
import type { EditionData } from "./edition.ts";
import { checkDouble, type FirstSeen, type FoundValue } from "./first-seen.ts";
import { blankComments } from "./masked-introduction.ts";
import { suggestNearest } from "./nearest.ts";
import type { Partly } from "./salvage.ts";

/** An edition, as far as it could be read. */
type Edition = Document<Partly<EditionData>>;

/** Problems of editions, with each other and with the records. */
export function checkEditions(editions: Edition[], targets: LinkTargets): Problem[] {
  const { paperIds } = targets;
  const dates: FirstSeen = new Map();
  const problems = editions.flatMap((edition) => [
    ...checkDate(edition, dates),
    checkLead(edition, paperIds),
    ...checkPapers(edition, paperIds),
    ...checkIntroduction(edition, paperIds),
    ...checkSiteLinks(edition, blankComments(edition.body), targets),
  ]);
  return problems.filter((problem) => problem !== undefined);
}

function checkDate(edition: Edition, dates: FirstSeen): (Problem | undefined)[] {
  const { file, data } = edition;
  if (data.date === undefined) return [];
  const place = { ...placeField(edition, ["date"]), found: data.date };
  const double = checkDouble(dates, data.date, file, { ...place, message: "there is an edition of this day already" });
  const allowed = basename(file, ".mdx");
  if (allowed === data.date) return [double];
  const mend = `rename the file to ${data.date}.mdx, or mend the date`;
  return [double, { ...place, message: "file name and date differ", allowed, mend }];
}

function checkLead(edition: Edition, paperIds: ReadonlySet<string>): Problem | undefined {
  const { lead, papers } = edition.data;
  if (lead === undefined || papers === undefined || papers.includes(lead)) return undefined;
  return {
    ...placeField(edition, ["lead"]),
    message: "the lead is not one of the edition's papers",
    found: lead,
    // A name that has no record is no cure for another.
    ...suggestNearest(lead, new Set(papers).intersection(paperIds), "write", "add it to papers"),
  };
}

/** The papers of an edition have records; those of its groups belong to the edition, and each to one group. */
function checkPapers(edition: Edition, paperIds: ReadonlySet<string>): (Problem | undefined)[] {
  const { papers, groups = [] } = edition.data;
  const grouped: FirstSeen = new Map();
  const own = papers && new Set(papers);
  const likely = own?.intersection(paperIds) ?? [];
  const inGroups = groups.flatMap((group, index) =>
    checkIds(edition, group?.papers, ["groups", index, "papers"], grouped, (place) =>
      checkKnown(place, own, likely, "this paper is not one of the edition's papers"),
    ),
  );
  const inPapers = checkIds(edition, papers, ["papers"], new Map(), (place) =>
    checkKnown(place, paperIds, paperIds, "this paper is not among the records"),
  );
  return [...inPapers, ...inGroups];
}

/** Problems of the ids in a list at a path, which stand once in all lists that are told of in `seen`. */
function checkIds(
  edition: Edition,
  ids: (string | undefined)[] = [],
  path: PropertyKey[],
  seen: FirstSeen,
  check: (place: FoundValue) => Problem | undefined,
): (Problem | undefined)[] {
  return ids.flatMap((found, index) => {
    if (found === undefined) return [];
    const place = { ...placeField(edition, [...path, index]), found };
    return [check(place), checkDouble(seen, found, place.field, { ...place, message: "this paper is named twice" })];
  });
}

/**
 * A problem for an id that is not among those allowed.
 * @param allowed undefined when it is not known what is
 * @param likely ids that may have been meant
 */
function checkKnown(
  place: FoundValue,
  allowed: ReadonlySet<unknown> | undefined,
  likely: Iterable<string>,
  message: string,
): Problem | undefined {
  if (allowed?.has(place.found) ?? true) return undefined;
  return { ...place, message, ...suggestNearest(place.found, likely, "write", "add the paper, or take the line out") };
}
