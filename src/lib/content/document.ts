/** A file that is one thing, a digest or an edition: fields between two lines of hyphens, then prose. */
import type { z } from "zod";
import type { Problem } from "../errors.ts";
import { splitFrontMatter } from "./front-matter.ts";
import { checkValue, type LocateLine } from "./issues.ts";
import { parseYamlSource } from "./yaml-source.ts";

/** What a file holds that is one thing: a digest or an edition. */
export interface Document<Data> {
  /** The file, as problems name it. */
  file: string;
  /** Front matter, checked. */
  data: Data;
  /** Prose under the front matter. */
  body: string;
  /** Line of the file on which the prose begins. */
  bodyLine: number;
  /** Line of a field. */
  locateLine: LocateLine;
}

/** A fault of the prose, with its line in it, counted from 1. */
export type BodyProblem = Omit<Problem, "file" | "field"> & { line: number };

/**
 * Reads a document. The prose is checked even when the fields have faults, so that all are told at once.
 * @param checkBody finds the faults of the prose
 * @returns no value when there is any fault in the fields
 */
export function parseDocument<Schema extends z.ZodType>(
  text: string,
  file: string,
  schema: Schema,
  checkBody: (body: string) => BodyProblem[],
): { value?: Document<z.output<Schema>>; problems: Problem[] } {
  const parts = splitFrontMatter(text, file);
  if ("message" in parts) return { problems: [parts] };
  const { body, bodyOffset } = parts;
  const bodyProblems = checkBody(body).map(
    ({ line, ...rest }): Problem => ({ file, line: bodyOffset + line, field: "body", ...rest }),
  );
  const source = parseYamlSource(parts.yaml, file, parts.yamlOffset);
  if (source.problems.length > 0) return { problems: [...source.problems, ...bodyProblems] };
  const checked = checkValue(schema, source.data ?? {}, file, source.locateLine);
  if (checked.problems.length > 0) return { problems: [...checked.problems, ...bodyProblems] };
  const data = checked.data as z.output<Schema>;
  return {
    value: { file, data, body, bodyLine: bodyOffset + 1, locateLine: source.locateLine },
    problems: bodyProblems,
  };
}
