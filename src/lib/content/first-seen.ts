/** Things that may stand only once: a double is told with the place of the first. */
import type { Problem } from "../errors.ts";

/** Where a thing was first seen, to point at from its double. */
export type FirstSeen = Map<string, string>;

/** A value with its place: what problems of it have in common. */
export type FoundValue = Omit<Problem, "message"> & { found: string };

/** A problem for a key that was seen before; remembers it with its place otherwise. A key that is unknown is no double. */
export function checkDouble(
  seen: FirstSeen,
  key: string | undefined,
  place: string,
  problem: Problem,
): Problem | undefined {
  const first = key === undefined ? undefined : seen.get(key);
  if (first !== undefined) return { ...problem, allowed: `each once; it stands first in ${first}` };
  if (key !== undefined) seen.set(key, place);
  return undefined;
}
