/** The vocabulary in itself: every topic and name once, wider topics that exist, no circles. */
import type { Problem } from "../errors.ts";
import { checkDouble, type FirstSeen, type FoundValue } from "./first-seen.ts";
import { type ItemPlace, isLost, type List, listItemIds, listItems } from "./list.ts";
import { suggestNearest } from "./nearest.ts";
import type { Content } from "./read.ts";
import type { Partly } from "./salvage.ts";
import type { Tag } from "./tag.ts";

/** Ids of all topics, also of those whose entry has a fault; undefined when the vocabulary could not be read at all. */
export function listTagIds({ tags, problems }: Pick<Content, "tags" | "problems">): Set<string> | undefined {
  return isLost(tags, problems) ? undefined : listItemIds(tags);
}

/** Problems between the topics. */
export function checkTags(tags: List<Tag>): (Problem | undefined)[] {
  const items = listItems(tags);
  const ids: FirstSeen = new Map();
  const names: FirstSeen = new Map();
  const known = listItemIds(tags);
  const parents = new Map(items.map(({ data }) => [data.id, data.parent]));
  return items.flatMap(({ place, data }) => {
    const { id, parent } = data;
    const own = { ...place, field: `${id}.id`, message: "this topic stands twice", found: id ?? "" };
    return [
      checkDouble(ids, id, `line ${place.line}`, { ...own, mend: "take one of them out" }),
      ...checkNames(data, place, names),
      id && parent && checkParent(id, { ...place, field: `${id}.parent`, found: parent }, known, parents),
    ].map((problem) => problem || undefined);
  });
}

/** A name assigns a topic, so it can belong to one only. */
function checkNames({ id, label, aliases = [] }: Partly<Tag>, place: ItemPlace, names: FirstSeen) {
  const own = new Set([label, ...aliases].flatMap((text) => (text === undefined ? [] : [text.toLowerCase()])));
  return [...own].map((name) =>
    checkDouble(names, name, `line ${place.line}`, {
      ...place,
      field: `${id ?? label}.${name === label?.toLowerCase() ? "label" : "aliases"}`,
      message: "another topic has this name",
      found: name,
      mend: "keep it with one of them",
    }),
  );
}

function checkParent(
  id: string,
  parent: FoundValue,
  known: Set<string>,
  parents: Map<string | undefined, string | undefined>,
): Problem | undefined {
  if (!known.has(parent.found)) {
    const cure = suggestNearest(parent.found, known, "write", "add the wider topic first");
    return { ...parent, message: "the wider topic is not in the vocabulary", ...cure };
  }
  if (!isAncestorOfItself(id, parents)) return undefined;
  const mend = "take one of the parents in the circle out";
  return { ...parent, message: "a topic cannot lie within itself", mend };
}

/** Whether following parents from a topic comes back to it. */
function isAncestorOfItself(id: string, parents: Map<string | undefined, string | undefined>): boolean {
  const passed = new Set<string>();
  for (let at = parents.get(id); at !== undefined && !passed.has(at); at = parents.get(at)) {
    if (at === id) return true;
    passed.add(at);
  }
  return false;
}
