/** What goes wrong with the search index, in words for people. */
import { countNoun } from "../lib/counts.ts";
import { explainFileError, Failure } from "../lib/failure.ts";

/** How many faults a message names before it only counts them. */
const NAMED_FAULTS = 10;

/** One error for all faults, each as `path  what is wrong`. */
export function makeFaultError(faults: readonly string[]): Failure {
  const rest = faults.length - NAMED_FAULTS;
  return new Failure(
    [
      `${countNoun(faults.length, "fault")} in the pages given to the search index`,
      ...faults.slice(0, NAMED_FAULTS),
      ...(rest > 0 ? [`and ${rest.toLocaleString("en-GB")} more`] : []),
    ].join("\n"),
  );
}

/** Any error as a failure that says what could not be done. */
export function toIndexError(error: unknown): Failure {
  const cause = explainFileError(error, "The search index could not be made", "The last site stands.");
  if (cause instanceof Failure) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new Failure(`The search index could not be made: ${reason.replace(/\.$/, "")}.`);
}
