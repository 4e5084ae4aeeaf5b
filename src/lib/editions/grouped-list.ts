/** An edition's papers under the groups that its curator made. */
import type { EntryList } from "../papers/shelf.ts";
import type { Edition } from "./edition.ts";

/** A group of an edition, as its own page gets it. */
export interface PaperGroup {
  /** Its name, a few words. */
  title: string;
  /** Ids of its papers, in order. */
  ids: string[];
}

/** A group of an edition with its papers by their ids. */
export function nameGroup({ title, papers }: Edition["groups"][number]): PaperGroup {
  return { title, ids: papers.map(({ facts }) => facts.id) };
}

/** Where papers stand that are in no group. */
const REST = "Also listed";

/** The list in parts: a group each in its own order, what is in none last. A list that nobody grouped stays one. */
export function splitByGroups<Entry extends { id: string }>(
  list: EntryList<Entry>,
  groups: readonly PaperGroup[],
): EntryList<Entry>[] {
  if (groups.length === 0) return [list];
  const byId = new Map(list.items.map((item) => [item.entry.id, item]));
  const grouped = new Set(groups.flatMap(({ ids }) => ids));
  const rest = { title: REST, ids: [...byId.keys()].filter((id) => !grouped.has(id)) };
  return [...groups, rest]
    .map(({ title, ids }) => ({ title, items: ids.flatMap((id) => byId.get(id) ?? []) }))
    .filter(({ items }) => items.length > 0);
}
