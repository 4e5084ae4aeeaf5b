/** What an import did, and what the steps of one did together. */
import type { PaperRecord } from "../content/record.ts";
import type { Problem } from "../errors.ts";

/** What an import did. */
export interface ImportReport {
  /** Ids of papers that are new, in the order in which they came. */
  added: string[];
  /** Papers that were known, with the fields that changed. */
  changed: { id: string; fields: string[] }[];
  /** Ids of papers of which nothing new was said. */
  unchanged: string[];
  /** Entries that did not come in, each with the reason. */
  refused: Problem[];
  /** What a curator should know of though nothing was refused. */
  notices: Problem[];
  /** Dates whose line in the list of days is new or has changed. */
  days: string[];
  /** The records of all these papers as they are now, in the order in which they were first spoken of. */
  records: PaperRecord[];
  /** Files that were written, or would be in a dry run, as problems name them. */
  files: string[];
}

/** A report of nothing. */
export function makeReport(): ImportReport {
  return { added: [], changed: [], unchanged: [], refused: [], notices: [], days: [], records: [], files: [] };
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
