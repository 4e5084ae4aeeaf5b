/** An import in steps: each harvest is merged and written as it comes, and one report tells of all. */
import type { Harvest } from "#lib/records/facts.ts";
import type { ContentImport } from "#lib/records/import.ts";
import { type ImportReport, joinReports, makeReport } from "#lib/records/import-report.ts";

/**
 * Merges harvests as they come and writes after each, so that what breaks off loses at most the last.
 * Throws what an import throws; steps before are written then.
 */
export async function importSteps(
  content: ContentImport,
  steps: AsyncIterable<Harvest | Harvest[]>,
): Promise<ImportReport> {
  const sum = makeReport();
  for await (const step of steps) {
    const harvests = [step].flat();
    if (harvests.some(({ facts, days }) => facts.length + days.length > 0)) {
      joinReports(sum, content.take(harvests));
    } else {
      sum.refused.push(...harvests.flatMap(({ refused }) => refused));
      sum.notices.push(...harvests.flatMap(({ notices }) => notices));
    }
  }
  return sum;
}
