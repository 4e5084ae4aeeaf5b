/** What can only be wrong between files: doubles, names of things that do not exist, numbers that no source has. */
import { basename } from "node:path";
import type { Problem } from "../errors.ts";
import { checkAddresses } from "./check-addresses.ts";
import { checkDigests, listSegments } from "./check-digests.ts";
import { checkEditions } from "./check-editions.ts";
import { checkDays, checkOrganizations, checkPeople } from "./check-lists.ts";
import { checkRecords } from "./check-records.ts";
import { checkTags, listTagIds } from "./check-tags.ts";
import { type HeldDigest, holdDigests } from "./held-digest.ts";
import { isLost, listItemIds } from "./list.ts";
import type { Content } from "./read.ts";

/**
 * Every problem of the content: those found while reading, those between files, and those of digests with their sources.
 * @param held the digests, held against their sources
 */
export function checkContent(content: Content, held: Pick<HeldDigest, "verdict">[] = holdDigests(content)): Problem[] {
  const paperIds = new Set(content.records.flatMap((list) => [...listItemIds(list)]));
  const editions = [...content.editions, ...content.faulty.editions];
  const digests = [...content.digests, ...content.faulty.digests];
  // Of a month that cannot be read, whatever is named may be a paper.
  if (content.records.some((list) => isLost(list, content.problems))) {
    for (const { data } of editions) for (const id of data.papers ?? []) if (id !== undefined) paperIds.add(id);
    for (const { file } of digests) paperIds.add(basename(file, ".md"));
  }
  const targets = { paperIds, segments: listSegments(paperIds, content.records), tagIds: listTagIds(content) };
  const between = [
    ...checkRecords(content.records),
    ...checkDigests(digests, targets),
    ...checkEditions(editions, targets),
    ...checkTags(content.tags),
    ...checkOrganizations(content.organizations),
    ...checkPeople(content.people),
    ...checkDays(content.days),
    ...checkAddresses(content),
    ...held.flatMap(({ verdict }) => verdict.problems),
  ];
  return [...content.problems, ...between.filter((problem) => problem !== undefined)];
}
