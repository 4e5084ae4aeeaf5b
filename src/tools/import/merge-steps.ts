/** An import in steps: each harvest is merged and written as it comes, and one report tells of all. */
import type { Harvest } from "#lib/records/facts.ts";
import { type ImportOptions, type ImportReport, importHarvests } from "#lib/records/import.ts";

/** A report of nothing. */
export function makeReport(): ImportReport {
  return { added: [], changed: [], unchanged: [], refused: [], notices: [], days: [], records: [], files: [] };
}

/**
 * Merges harvests as they come and writes after each, so that what breaks off loses at most the last.
 * Throws what `importHarvests` throws; steps before are written then.
 */
export async function importSteps(
  folder: string,
  steps: AsyncIterable<Harvest | Harvest[]>,
  options: ImportOptions,
): Promise<ImportReport> {
  const sum = makeReport();
  for await (const step of steps) {
    const harvests = [step].flat();
    if (harvests.some(({ facts, days }) => facts.length + days.length > 0)) {
      joinReports(sum, importHarvests(folder, harvests, options));
    } else {
      sum.refused.push(...harvests.flatMap(({ refused }) => refused));
      sum.notices.push(...harvests.flatMap(({ notices }) => notices));
    }
  }
  return sum;
}

/** Adds a later report to an earlier one. A paper is told of once: as new, else as changed, else as unchanged. */
export function joinReports(sum: ImportReport, next: ImportReport): void {
  const added = new Set([...sum.added, ...next.added]);
  const fields = new Map<string, Set<string>>();
  for (const change of [...sum.changed, ...next.changed]) {
    if (added.has(change.id)) continue;
    fields.set(change.id, (fields.get(change.id) ?? new Set()).union(new Set(change.fields)));
  }
  const told = (id: string) => added.has(id) || fields.has(id);
  const records = new Map([...sum.records, ...next.records].map((record) => [record.id, record]));
  sum.added = [...added];
  sum.changed = [...fields].map(([id, names]) => ({ id, fields: [...names] }));
  sum.unchanged = [...new Set([...sum.unchanged, ...next.unchanged])].filter((id) => !told(id));
  sum.refused.push(...next.refused);
  sum.notices.push(...next.notices);
  sum.days = [...new Set([...sum.days, ...next.days])];
  sum.records = [...records.values()];
  sum.files = [...new Set([...sum.files, ...next.files])];
}
