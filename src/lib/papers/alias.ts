/** Names that mean the same person or organisation. */
import type { Person } from "../content/person.ts";
import { slugifyAuthor } from "./author.ts";
import { foldLatin } from "./latin.ts";
import type { OrganizationName, OrganizationNames } from "./paper.ts";

/** By slug of an alias, the slug of the person it means. */
export type PersonAliases = ReadonlyMap<string, string>;

/** People by the slugs of their aliases. */
export function indexPeople(people: readonly Person[]): PersonAliases {
  return new Map(
    people.flatMap(({ name, aliases }) => {
      const slug = slugifyAuthor(name);
      return aliases.map((alias) => [slugifyAuthor(alias), slug] as const).filter(([alias]) => alias !== slug);
    }),
  );
}

/** How a name of an organisation is compared: case, spacing and punctuation do not count. */
function foldName(name: string): string {
  return foldLatin(name).replace(/[^\p{L}\p{M}\p{N}+#]+/gu, "");
}

/**
 * By id of an organisation, the id that stands for it and all others that differ from it, or whose names do, by case,
 * spacing or punctuation only; those that stand for themselves are left out. Of such the one with most papers stands for
 * all, of equals the first by letters; one that a curator named goes before all.
 * @param organizations that of each paper
 * @param names what curators call organisations
 */
export function joinOrganizations(
  organizations: Iterable<OrganizationName | undefined>,
  names: OrganizationNames,
): Map<string, string> {
  const counts = new Map<string, number>();
  const parents = new Map<string, string>();
  const find = (key: string): string => {
    let root = key;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    if (root !== key) parents.set(key, root);
    return root;
  };
  const unite = (one: string, other: string): void => {
    const [first, second] = [find(one), find(other)];
    if (first !== second) parents.set(first, second);
  };
  const seen = new Set<string>();
  for (const organization of organizations) {
    if (organization === undefined) continue;
    const { id, name } = organization;
    counts.set(id, (counts.get(id) ?? 0) + 1);
    const key = `${id} ${name}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const [kind, text] of [
      ["id", id],
      ["name", name],
    ] as const) {
      const folded = foldName(text);
      if (folded !== "") unite(`own ${id}`, `${kind} ${folded}`);
    }
  }
  const chosen = new Set([...names.values()].map(({ id }) => id));
  const rank = (id: string): number => (chosen.has(id) ? Number.POSITIVE_INFINITY : (counts.get(id) ?? 0));
  const groups = Map.groupBy(counts.keys(), (id) => find(`own ${id}`));
  return new Map(
    [...groups.values()].flatMap((ids) => {
      const [main = "", ...others] = ids.sort((a, b) => rank(b) - rank(a) || (a < b ? -1 : 1));
      return others.map((id) => [id, main] as const);
    }),
  );
}
