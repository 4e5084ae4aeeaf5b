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

/** `["results", 0, "claim"]` becomes `results[0].claim`. */
export function formatPath(path: PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === "number" ? `${text}[${part}]` : text === "" ? String(part) : `${text}.${String(part)}`,
    "",
  );
}

/** The value at a path, undefined where there is none. */
function readPath(value: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (current, part) => (typeof current === "object" && current !== null ? Reflect.get(current, part) : undefined),
    value,
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
  const outcome = schema.safeParse(value);
  if (outcome.success) return { data: outcome.data, problems: [] };
  const { issues } = outcome.error;
  const meant = new Set(issues.flatMap((issue) => listMeantFields(issue, schema)));
  // A field under a mistyped name is one fault, not a missing one too.
  const told = issues.filter(({ path }) => readPath(value, path) !== undefined || !meant.has(formatPath(path)));
  return { problems: told.flatMap((issue) => describeIssue(issue, schema, value, file, locateLine)) };
}

/** The fields that unknown ones probably are. */
function listMeantFields(issue: Issue, schema: z.ZodType): string[] {
  if (issue.code !== "unrecognized_keys") return [];
  const known = listKnownKeys(schema, issue.path);
  return issue.keys.flatMap((key) => {
    const nearest = findNearest(key, known);
    return nearest === undefined ? [] : [formatPath([...issue.path, nearest])];
  });
}

/** One zod issue as problems: one for each unknown key, otherwise one. */
function describeIssue(
  issue: Issue,
  schema: z.ZodType,
  value: unknown,
  file: string,
  locateLine: LocateLine,
): Problem[] {
  if (issue.code === "unrecognized_keys") {
    const known = listKnownKeys(schema, issue.path);
    return issue.keys.map((key) => {
      const nearest = findNearest(key, known);
      return withLine(
        {
          file,
          field: formatPath([...issue.path, key]),
          message: "is not a field",
          allowed: known.join(", "),
          mend: nearest === undefined ? `remove "${key}"` : `write "${nearest}", or remove it`,
        },
        locateLine([...issue.path, key]),
      );
    });
  }
  const found = readPath(value, issue.path);
  const isMissing = found === undefined && issue.path.length > 0;
  return [
    withLine(
      {
        file,
        field: issue.path.length === 0 ? undefined : formatPath(issue.path),
        message: isMissing ? "is missing" : "is not what it should be",
        found: isMissing ? undefined : describeFound(found),
        allowed: describeAllowed(issue),
        mend: isMissing ? "add it" : describeCure(issue, found),
      },
      locateLine(issue.path),
    ),
  ];
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

/** The issue's own wording where the schema gives one, otherwise the type that was expected. */
function describeAllowed(issue: Issue): string {
  const isOwnWording = !/^(Invalid|Too |Unrecognized)/.test(issue.message);
  if (isOwnWording) return issue.message;
  if (issue.code === "invalid_type") {
    const names: { [type: string]: string } = { array: "a list", object: "fields with values", string: "text" };
    return names[issue.expected] ?? `a ${issue.expected}`;
  }
  return issue.message;
}

/** Keys that an object schema knows at a path; empty when the path leads to no object. */
function listKnownKeys(schema: z.ZodType, path: PropertyKey[]): string[] {
  let current: unknown = schema;
  const unwrap = (candidate: unknown): unknown => {
    const definition = Reflect.get(Object(candidate), "def") as { innerType?: unknown } | undefined;
    return definition?.innerType === undefined ? candidate : unwrap(definition.innerType);
  };
  for (const part of path) {
    current = unwrap(current);
    const { shape, element } = Object(current) as { shape?: { [key: string]: unknown }; element?: unknown };
    current = typeof part === "number" ? element : shape?.[String(part)];
  }
  const { shape } = Object(unwrap(current)) as { shape?: { [key: string]: unknown } };
  return Object.keys(shape ?? {});
}

/** Sets the line and leaves out what is undefined, so that problems stay plain to compare. */
function withLine(
  problem: { [Key in keyof Problem]: Problem[Key] | undefined } & { file: string; message: string },
  line: number | undefined,
): Problem {
  const entries = Object.entries({ ...problem, line }).filter(([, entry]) => entry !== undefined);
  return Object.fromEntries(entries) as unknown as Problem;
}
