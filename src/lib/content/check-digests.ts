/** Digests between files: each has its paper, and topics of the vocabulary. */
import { basename } from "node:path";
import type { Problem } from "../errors.ts";
import { toSegment } from "../papers/id.ts";
import type { DigestData } from "./digest.ts";
import type { Document } from "./document.ts";
import { suggestNearest } from "./nearest.ts";
import type { Partly } from "./salvage.ts";

/**
 * Problems of digests with what they refer to.
 * @param tagIds the vocabulary; undefined when it could not be read, so that nothing is unknown
 */
export function checkDigests(
  digests: Document<Partly<DigestData>>[],
  paperIds: Set<string>,
  tagIds: Set<string> | undefined,
): Problem[] {
  const segments = new Set([...paperIds].map(toSegment));
  return digests.flatMap((digest) => [...checkName(digest.file, segments), ...checkDigestTopics(digest, tagIds)]);
}

function checkName(file: string, segments: Set<string>): Problem[] {
  const segment = basename(file, ".md");
  if (segments.has(segment)) return [];
  return [
    {
      file,
      line: 1,
      message: "no record has this file's id, so its paper is unknown",
      found: segment,
      ...suggestNearest(segment, segments, "rename the file", "add the paper's record first"),
    },
  ];
}

/** Problems of a digest's topics, see `checkDigests`. */
export function checkDigestTopics(
  { file, data: { tags = [] }, locateLine }: Document<Partly<DigestData>>,
  tagIds: Set<string> | undefined,
): Problem[] {
  return tags.flatMap((tag, index): Problem[] => {
    if (tag === undefined) return [];
    const place = { file, line: locateLine(["tags", index]) ?? 1, field: `tags[${index}]`, found: tag };
    if (tags.indexOf(tag) < index) {
      return [{ ...place, message: "this topic is given twice", mend: "take one of them out" }];
    }
    if (tagIds?.has(tag) ?? true) return [];
    return [
      {
        ...place,
        message: "this topic is not in the vocabulary",
        ...suggestNearest(
          tag,
          tagIds ?? [],
          "write the nearest known topic",
          "choose one from tags.yaml, or add it there",
        ),
      },
    ];
  });
}
