/** The overrides of organisations in themselves: every id and alias once. */
import type { Problem } from "../errors.ts";
import { checkDouble, type FirstSeen } from "./first-seen.ts";
import { type List, listItems } from "./list.ts";
import type { Organization } from "./organization.ts";

/** Problems between the overrides. */
export function checkOrganizations(organizations: List<Organization>): (Problem | undefined)[] {
  const ids: FirstSeen = new Map();
  return listItems(organizations).flatMap(({ place, data }) =>
    [data.id, ...(data.aliases ?? [])].map((id, index) =>
      checkDouble(ids, id, `line ${place.line}`, {
        ...place,
        field: `${data.id ?? data.name}.${index === 0 ? "id" : "aliases"}`,
        message: "this organisation stands twice",
        found: id ?? "",
        mend: "keep it in one place",
      }),
    ),
  );
}
