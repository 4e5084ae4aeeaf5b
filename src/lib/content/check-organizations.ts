/** The overrides of organisations in themselves: every id and alias once. */
import type { Problem } from "../errors.ts";
import { checkDouble, type FirstSeen } from "./first-seen.ts";
import type { Organization } from "./organization.ts";
import type { List } from "./parse.ts";

/** Problems between the overrides. */
export function checkOrganizations({ file, lines }: List<Organization>): Problem[] {
  const ids: FirstSeen = new Map();
  return lines.flatMap(({ line, data }) =>
    [data.id, ...data.aliases].flatMap((id, index) =>
      checkDouble(ids, id, `line ${line}`, {
        file,
        line,
        field: `${data.id}.${index === 0 ? "id" : "aliases"}`,
        message: "this organisation stands twice",
        found: id,
        mend: "keep it in one place",
      }),
    ),
  );
}
