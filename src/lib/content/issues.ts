/** Turns what zod finds into problems that name place, finding, what is allowed and the cure. */
import type { z } from "zod";
import { countNoun } from "../counts.ts";
import { describeValue, type Problem } from "../errors.ts";
import { findNearest } from "./nearest.ts";

/** Gives the line (from 1) of a path in the source text; undefined when it cannot be told. */
export type LocateLine = (path: PropertyKey[]) => number | undefined;

/** From these on a text, in characters, and a list are told by their length. */
const [LONG_TEXT, LONG_LIST] = [200, 20];

type Issue = z.core.$ZodIssue;

/** What is wrong at a path, and for a field that is unknown, the one that is probably meant. */
type Fault = Partial<Record<"found" | "allowed" | "mend" | "meant", string | undefined>> & {
  path: PropertyKey[];
  message: string;
};

/** `["results", 0, "claim"]` becomes `results[0].claim`. */
export function formatPath(path: PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === "number" ? `${text}[${part}]` : text === "" ? String(part) : `${text}.${String(part)}`,
    "",
  );
}

/**
 * Checks a value against a schema.
 * @param file where it stands, for the problems
 * @returns the checked data, or the problems, never both
 */
export function checkValue<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  file: string,
  locateLine: LocateLine,
): { data: z.output<Schema>; problems: [] } | { data?: never; problems: Problem[] } {
  const outcome = schema.safeParse(value, { error: describeAllowed, reportInput: true });
  if (outcome.success) return { data: outcome.data, problems: [] };
  const faults = outcome.error.issues.flatMap(describeIssue);
  const meant = new Set(faults.map((fault) => fault.meant));
  // A field under a mistyped name is one fault, not a missing one too.
  const told = faults.filter(({ path, message }) => message !== MISSING || !meant.has(formatPath(path)));
  const problems = told.map(({ path, meant: _meant, ...rest }) => {
    const field = path.length === 0 ? undefined : formatPath(path);
    const entries = Object.entries({ file, line: locateLine(path), field, ...rest });
    // Without what is undefined, so that problems stay plain to compare.
    return Object.fromEntries(entries.filter(([, entry]) => entry !== undefined)) as unknown as Problem;
  });
  return { problems };
}

/** What is told of a field that has to be there and is not. */
export const MISSING = "is missing";

/** One zod issue as faults: one for each unknown key, otherwise one. */
function describeIssue(issue: Issue): Fault[] {
  const { path, message: allowed, input: found } = issue;
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const nearest = findNearest(key, allowed.split(", "));
      const mend = nearest === undefined ? `remove "${key}"` : `write "${nearest}", or remove it`;
      const meant = nearest && formatPath([...path, nearest]);
      return { path: [...path, key], message: "is not a field", allowed, mend, meant };
    });
  }
  if (found === undefined && path.length > 0) return [{ path, message: MISSING, allowed, mend: "add it" }];
  const mend = describeCure(issue, found);
  return [{ path, message: "is not what it should be", found: describeFound(found), allowed, mend }];
}

/** A value as it was found; of a long one its length says more than its beginning. */
function describeFound(value: unknown): string {
  if (Array.isArray(value) && value.length > LONG_LIST) return countNoun(value.length, "item");
  if (typeof value !== "string" || value.length <= LONG_TEXT) return describeValue(value);
  return `${countNoun(value.length, "character")}, beginning ${JSON.stringify(value.slice(0, 30))}`;
}

/** YAML takes 2510.18821 for a number and true for a truth value; where text is wanted, quotes are missing. */
function describeCure(issue: Issue, found: unknown): string | undefined {
  const isBare = typeof found === "number" || typeof found === "boolean";
  const isTextWanted = issue.code === "invalid_type" && issue.expected === "string";
  return isBare && isTextWanted ? "if it is meant as text, put it in double quotes" : undefined;
}

const TYPES: { [type: string]: string } = { array: "a list", object: "fields with values", string: "text" };

/** What is allowed where the schema has no words of its own for it: its fields, its type. */
const describeAllowed: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === "unrecognized_keys") return Object.keys((issue.inst as z.ZodObject).shape).join(", ");
  return issue.code === "invalid_type" ? (TYPES[issue.expected] ?? `a ${issue.expected}`) : undefined;
};
