/** What can only be wrong between files: doubles, names of things that do not exist, files in the wrong place. */
import type { Problem } from "../errors.ts";
import { checkAddresses } from "./check-addresses.ts";
import { checkDays } from "./check-days.ts";
import { checkDigests } from "./check-digests.ts";
import { checkEditions } from "./check-editions.ts";
import { checkOrganizations } from "./check-organizations.ts";
import { checkRecords } from "./check-records.ts";
import { checkTags, listTagIds } from "./check-tags.ts";
import { listItems } from "./list.ts";
import type { Content } from "./read.ts";

/** Every problem of the content: those found while reading and those between files. */
export function checkContent(content: Content): Problem[] {
  const paperIds = new Set(
    content.records.flatMap((list) => listItems(list).flatMap(({ data }) => (data.id === undefined ? [] : [data.id]))),
  );
  return [
    ...content.problems,
    ...checkRecords(content.records),
    ...checkDigests([...content.digests, ...content.faulty.digests], paperIds, listTagIds(content)),
    ...checkEditions([...content.editions, ...content.faulty.editions], paperIds),
    ...checkTags(content.tags),
    ...checkOrganizations(content.organizations),
    ...checkDays(content.days),
    ...checkAddresses(content),
  ];
}
