/** Digests between files: each has its paper, and topics of the vocabulary. */
import { basename } from "node:path";
import type { Problem } from "../errors.ts";
import { toSegment } from "../papers/id.ts";
import { listSiteLinks } from "../prose-marks.ts";
import type { DigestData } from "./digest.ts";
import { type Document, placeField } from "./document.ts";
import { type List, listItems } from "./list.ts";
import { suggestNearest } from "./nearest.ts";
import type { PaperRecord } from "./record.ts";
import type { Partly } from "./salvage.ts";

/**
 * Problems of digests with what they refer to.
 * @param tagIds the vocabulary; undefined when it could not be read, so that nothing is unknown
 */
export function checkDigests(
  digests: Document<Partly<DigestData>>[],
  paperIds: Set<string>,
  records: List<PaperRecord>[],
  tagIds: Set<string> | undefined,
): (Problem | undefined)[] {
  const former = records.flatMap(listItems).flatMap(({ data: { id = "", previousIds = [] } }) => {
    const known = id === "" ? [] : previousIds.filter((previous) => previous !== undefined);
    return known.map((previous) => [toSegment(previous), toSegment(id)] as const);
  });
  const names = new Map([...former, ...[...paperIds].map((id) => [toSegment(id), toSegment(id)] as const)]);
  const taken = new Set(digests.map(({ file }) => basename(file, ".md")));
  return digests.flatMap((digest) => [
    checkName(digest.file, names, taken),
    ...checkDigestTopics(digest, tagIds),
    ...checkLinks(digest, names, paperIds, tagIds),
  ]);
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

/** Links of the prose to papers and topics that there are not. @param names segments of papers, also earlier ones */
function checkLinks(
  { file, body, bodyLine }: Document<Partly<DigestData>>,
  names: ReadonlyMap<string, string>,
  paperIds: Set<string>,
  tagIds: Set<string> | undefined,
): Problem[] {
  return listSiteLinks(body).flatMap(({ kind, id, line }): Problem[] => {
    const place = { file, line: bodyLine + line - 1, field: "body" };
    const found = `[[${kind === "tag" ? "tag:" : ""}${id}]]`;
    if (kind === "tag") {
      if (tagIds?.has(id) ?? true) return [];
      const cure = suggestNearest(id, tagIds ?? [], "write the nearest known topic", "choose one from tags.yaml");
      return [{ ...place, message: "this link leads to a topic that is not in the vocabulary", found, ...cure }];
    }
    if (names.has(toSegment(id))) return [];
    const otherwise = "write [[2510.18821]] with the id of a paper that is here, or \\[\\[ where brackets are meant";
    const cure = suggestNearest(id, paperIds, "write the nearest known id", otherwise);
    return [{ ...place, message: "this link leads to a paper that has no record", found, ...cure }];
  });
}

/** Problems of a digest's topics, see `checkDigests`. */
export function checkDigestTopics(
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
