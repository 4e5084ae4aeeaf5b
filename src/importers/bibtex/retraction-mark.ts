/** What a BibTeX entry says of a retraction or a withdrawal: a mark on its title, a note. */
import type { Withdrawal } from "#lib/content/withdrawal.ts";
import { findWithdrawer } from "#lib/papers/withdrawer.ts";
import { readWithdrawal } from "../withdrawal-statement.ts";
import type { BibtexEntry } from "./parse.ts";
import { readVenue } from "./publication.ts";
import { readTexText } from "./tex.ts";

/** Fields in which people and databases note it. */
const NOTES = ["note", "pubstate", "addendum", "annote", "annotation", "comment"];

/**
 * What the entry says of a withdrawal; undefined when it says nothing of it. What appeared is retracted by nobody but its
 * publisher; who withdrew it, a mark does not say.
 * @param mark the mark that stood on the title
 */
export function readEntryWithdrawal(
  fields: BibtexEntry["fields"],
  mark: "retracted" | "withdrawn" | undefined,
): Withdrawal | undefined {
  const notes = NOTES.map((field) => readTexText(fields[field] ?? "")).filter((note) => note !== "");
  const abstract = readTexText(fields["abstract"] ?? "");
  const said = notes.map((note) => readWithdrawal(note, undefined)).find((note) => note !== undefined);
  const withdrawal = said ?? readWithdrawal(undefined, abstract) ?? (mark === undefined ? undefined : true);
  if (withdrawal === undefined) return undefined;
  const isRetracted = mark === "retracted" || (said !== undefined && notes.some((note) => /\bretracted\b/i.test(note)));
  if (!isRetracted || findWithdrawer(withdrawal) !== undefined || readVenue(fields) === undefined) return withdrawal;
  return { by: "publisher", ...(withdrawal === true ? {} : withdrawal) };
}
