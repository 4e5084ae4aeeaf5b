/** Digests between files: each has its paper, and topics of the vocabulary. */
import { basename } from "node:path";
import type { Problem } from "../errors.ts";
import { toSegment } from "../papers/id.ts";
import { checkResults } from "./check-results.ts";
import { checkSiteLinks, type LinkTargets } from "./check-site-links.ts";
import type { DigestData } from "./digest.ts";
import { type Document, placeField } from "./document.ts";
import { type List, listItems } from "./list.ts";
import { suggestNearest } from "./nearest.ts";
import type { PaperRecord } from "./record.ts";
import type { Partly } from "./salvage.ts";

/**
 * Problems of digests with what they refer to.
 * @param targets what there is
 */
export function checkDigests(
  digests: Document<Partly<DigestData>>[],
  targets: LinkTargets & {
    /** By segments that papers have or had, those that they have. */
    segments: ReadonlyMap<string, string>;
  },
): (Problem | undefined)[] {
  const { segments: names, tagIds } = targets;
  const taken = new Set(digests.map(({ file }) => basename(file, ".md")));
  return digests.flatMap((digest) => [
    checkName(digest.file, names, taken),
    ...checkDigestAlone(digest, tagIds),
    ...checkSiteLinks(digest, digest.body, targets),
  ]);
}

/** What papers are called in file names and addresses, by that and by what they were called under earlier ids. */
export function listSegments(paperIds: Set<string>, records: List<PaperRecord>[]): Map<string, string> {
  const former = records.flatMap(listItems).flatMap(({ data: { id = "", previousIds = [] } }) => {
    const known = id === "" ? [] : previousIds.filter((previous) => previous !== undefined);
    return known.map((previous) => [toSegment(previous), toSegment(id)] as const);
  });
  return new Map([...former, ...[...paperIds].map((id) => [toSegment(id), toSegment(id)] as const)]);
}

/**
 * @param names what digests of papers are called, by that and by what they were called under earlier ids
 * @param taken what digests are called: none can be renamed so
 */
function checkName(file: string, names: ReadonlyMap<string, string>, taken: Set<string>): Problem | undefined {
  const segment = basename(file, ".md");
  if (names.get(segment) === segment) return undefined;
  const place = { file, line: 1, found: segment };
  // In capitals, with a version, with "copy" or the like behind it: it is the paper's id all the same.
  const name = segment.toLowerCase();
  const isId = (id: string): boolean => name.startsWith(id) && /^(v\d+)?([^a-z0-9].*)?$/.test(name.slice(id.length));
  const meant = names.get(segment) ?? names.get([...names.keys()].find(isId) ?? "");
  if (meant !== undefined && taken.has(meant)) {
    const allowed = `one for each paper; ${meant}.md is there already`;
    return { ...place, message: "two digests claim one paper", allowed, mend: "keep one of the files" };
  }
  const free = new Set(names.values()).difference(taken);
  const otherwise = "add the paper's record first, or mend the name";
  const cure = suggestNearest(meant ?? segment, free, "rename the file", otherwise);
  return { ...place, message: "no record has this file's id, so its paper is unknown", ...cure };
}

/** Problems of a digest that no other paper or digest can make or mend: those of its topics, its results and its headline. */
export function checkDigestAlone(
  digest: Document<Partly<DigestData>>,
  tagIds: Pick<ReadonlySet<string>, "has" | "keys"> | undefined,
): Problem[] {
  return [...checkTopics(digest, tagIds), ...checkResults(digest)];
}

/** Problems of a digest's topics. */
function checkTopics(
  digest: Document<Partly<DigestData>>,
  tagIds: Pick<ReadonlySet<string>, "has" | "keys"> | undefined,
): Problem[] {
  const { tags = [] } = digest.data;
  return tags.flatMap((tag, index): Problem[] => {
    if (tag === undefined) return [];
    const place = { ...placeField(digest, ["tags", index]), found: tag };
    if (tags.indexOf(tag) < index) {
      return [{ ...place, message: "this topic is given twice", mend: "take one of them out" }];
    }
    if (tagIds?.has(tag) ?? true) return [];
    const otherwise = "choose one from tags.yaml, or add it there";
    const cure = suggestNearest(tag, tagIds?.keys() ?? [], "write the nearest known topic", otherwise);
    return [{ ...place, message: "this topic is not in the vocabulary", ...cure }];
  });
}
