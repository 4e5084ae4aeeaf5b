/** What goes wrong with the search index, in words for people. */
import { countNoun } from "../lib/counts.ts";

/** Thrown when the index cannot be made; its message is for people, and there is no stack trace. */
export class SearchIndexError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "SearchIndexError";
    delete this.stack;
  }
}

/** How many faults a message names before it only counts them. */
const NAMED_FAULTS = 10;

/** One error for all faults, each as `path  what is wrong`. */
export function makeFaultError(faults: readonly string[]): SearchIndexError {
  const rest = faults.length - NAMED_FAULTS;
  return new SearchIndexError(
    [
      `${countNoun(faults.length, "fault")} in the pages given to the search index`,
      ...faults.slice(0, NAMED_FAULTS),
      ...(rest > 0 ? [`and ${rest.toLocaleString("en-GB")} more`] : []),
    ].join("\n"),
  );
}

/** Any error as one of these. */
export function toIndexError(error: unknown): SearchIndexError {
  if (error instanceof SearchIndexError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new SearchIndexError(`The search index could not be made: ${reason.replace(/\.$/, "")}.`);
}
