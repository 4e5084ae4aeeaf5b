/** Days, overrides of organisations and people in themselves: each stands once. */
import type { Problem } from "../errors.ts";
import { slugifyAuthor } from "../papers/author.ts";
import type { DaySummary } from "./day.ts";
import { checkDouble, type FirstSeen } from "./first-seen.ts";
import { type List, listItems } from "./list.ts";
import type { Organization } from "./organization.ts";
import type { Person } from "./person.ts";

/** Problems between the days, and counts that cannot be. */
export function checkDays(days: List<DaySummary>): (Problem | undefined)[] {
  const seen: FirstSeen = new Map();
  return listItems(days).flatMap(({ place, data: { date, source, listed, taken, refused } }) => {
    const key = date && source && `${date} ${source}`;
    const double = checkDouble(seen, key, `line ${place.line}`, {
      ...place,
      field: "date",
      message: "this day and source stand twice",
      found: `${date}, ${source}`,
      mend: "keep one of the lines",
    });
    if (listed === undefined || taken === undefined || refused === undefined) return [double];
    if (taken + refused <= listed) return [double];
    const tooMany = {
      ...place,
      field: "taken",
      message: "more papers were taken and refused than were listed",
      found: `${taken} taken, ${refused} refused, ${listed} listed`,
      allowed: `at most ${listed} together`,
    };
    return [double, tooMany];
  });
}

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

/** Problems between people: each name, however it is written, means one of them, once. */
export function checkPeople(people: List<Person>): (Problem | undefined)[] {
  const slugs: FirstSeen = new Map();
  return listItems(people).flatMap(({ place, data }) =>
    [data.name, ...(data.aliases ?? [])].map((name, index) =>
      checkDouble(slugs, name && slugifyAuthor(name), `line ${place.line}`, {
        ...place,
        field: `${data.name ?? "person"}.${index === 0 ? "name" : "aliases"}`,
        message: "this name stands twice, or differs from another by case and punctuation only",
        found: name ?? "",
        mend: "keep it in one place",
      }),
    ),
  );
}
