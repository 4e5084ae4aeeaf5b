/** How the faults of one entry are told. */
import type { Problem } from "#lib/errors.ts";

/** The faults of one entry, one or more, as one problem: the first in full, the others by name. */
export function joinProblems(problems: Problem[]): Problem {
  const [first, ...others] = problems as [Problem, ...Problem[]];
  const also = others.map(({ field = "", message, found = "nothing", allowed }) =>
    allowed === undefined ? `${field} (${message})` : `${field} (${allowed} expected, ${found} found)`,
  );
  return also.length === 0 ? first : { ...first, message: `${first.message}; so with ${also.join(", ")}` };
}
