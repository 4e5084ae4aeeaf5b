/** Harvests that no file was read for. */
import { countNoun } from "#lib/counts.ts";
import type { Harvest } from "#lib/records/facts.ts";

/** A harvest that holds this and nothing else. */
export function completeHarvest(parts: Partial<Harvest>): Harvest {
  return { facts: [], refused: [], notices: [], days: [], ...parts };
}

/** That days were not asked for because their source is away; nothing when there are none. */
export function tellUnasked(source: string, days: number): Harvest {
  const message = `${countNoun(days, "more day")} not asked for`;
  return completeHarvest({ notices: days === 0 ? [] : [{ file: source, message }] });
}
