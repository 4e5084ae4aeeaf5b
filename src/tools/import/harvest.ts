/** Harvests that no file was read for. */
import type { Harvest } from "#lib/records/facts.ts";

/** A harvest that holds this and nothing else. */
export function makeHarvest(parts: Partial<Harvest>): Harvest {
  return { facts: [], refused: [], notices: [], days: [], ...parts };
}
