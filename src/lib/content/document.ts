/** A file that is one thing, a digest or an edition: fields between two lines of hyphens, then prose. */
import { z } from "zod";
import { countNoun, formatCount } from "../counts.ts";
import type { Problem } from "../errors.ts";
import { findDeepLine, type ProseProblem } from "../prose.ts";
import { describeBound, MOST_CHARACTERS } from "./bounds.ts";
import { checkValue, formatPath, type LocateLine, MISSING } from "./issues.ts";
import { type Partly, salvageValue } from "./salvage.ts";
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

/** A document of whose text nothing is known, or asked. */
export function sketchDocument<Data>(file: string, data: Data): Document<Data> {
  return { file, data, body: "", bodyLine: 1, locateLine: () => undefined };
}

/** A document as far as it could be read, and what is wrong with it. */
export interface ParsedDocument<Data> {
  /** The document; absent when there is any fault in its fields. */
  value?: Document<Data>;
  /** What is left of a document with faults in its fields, so that these do not hide others. */
  faulty?: Document<Partly<Data>>;
  /** Faults of the fields and of the prose. */
  problems: Problem[];
}

/** Where a field of a document stands, for problems of it; where it is missing, what it is missing in. */
export function placeField({ file, locateLine }: Pick<Document<unknown>, "file" | "locateLine">, path: PropertyKey[]) {
  return { file, line: locateLine(path) ?? 1, field: formatPath(path) };
}

/** For each of these signs the parser of introductions looks at the whole text, or goes a level deeper. Real prose has 400 in 20,000 characters. */
const MOST_QUOTES = 1000;

/** Why prose is not even parsed; undefined when it may be. */
function refuseBody(body: string): ProseProblem[] | undefined {
  if (body.length > MOST_CHARACTERS.body) {
    const found = countNoun(body.length, "character");
    return [{ line: 1, message: "the prose is too long", found, allowed: describeBound("body") }];
  }
  const quotes = body.match(/["'.{<[(]|--/g)?.length ?? 0;
  const deep = findDeepLine(body);
  if (deep !== undefined) return [deep];
  if (quotes <= MOST_QUOTES) return undefined;
  const message = `the prose has too many of the signs " ' . { < [ ( and --`;
  return [{ line: 1, message, found: formatCount(quotes), allowed: `at most ${formatCount(MOST_QUOTES)}` }];
}

/**
 * Reads a document. The prose is checked even when the fields have faults, so that all are told at once.
 * @param checkBody finds the faults of the prose
 */
export function parseDocument<Schema extends z.ZodType>(
  text: string,
  file: string,
  schema: Schema,
  checkBody: (body: string) => ProseProblem[],
): ParsedDocument<z.output<Schema>> {
  const parts = splitFrontMatter(text, file);
  if ("message" in parts) {
    return { faulty: sketchDocument(file, salvageValue(schema, {})), problems: [parts] };
  }
  const { body, bodyOffset } = parts;
  const bodyProblems = (refuseBody(body) ?? checkBody(body)).map(
    ({ line, ...rest }): Problem => ({ file, line: bodyOffset + line, field: "body", ...rest }),
  );
  const source = parseYamlSource(parts.yaml, file, 1);
  const rest = { file, body, bodyLine: bodyOffset + 1, locateLine: source.locateLine };
  const checked = source.problems.length > 0 ? source : checkValue(schema, source.data ?? {}, file, source.locateLine);
  if (checked.problems.length > 0) {
    const data = salvageValue(schema, source.data);
    const next = /^\s*(\w+):/.exec(body)?.[1];
    if (isFieldOf(schema, next) && checked.problems.some(({ message }) => message === MISSING)) {
      const early = { file, line: bodyOffset, message: "the front matter ends here, above more fields" };
      return {
        faulty: { ...rest, body: "", data },
        problems: [{ ...early, found: '"---"', mend: "take this line out" }],
      };
    }
    return { faulty: { ...rest, data }, problems: [...checked.problems, ...bodyProblems] };
  }
  return { value: { ...rest, data: checked.data as z.output<Schema> }, problems: bodyProblems };
}

function isFieldOf(schema: z.ZodType, name: string | undefined): boolean {
  return name !== undefined && schema instanceof z.ZodObject && Object.hasOwn(schema.shape, name);
}

/**
 * The YAML between a file's first line and the next one of hyphens, the prose below, and how many lines of the file stand
 * above that; or the one problem that keeps them from being told apart.
 */
export function splitFrontMatter(
  text: string,
  file: string,
): { yaml: string; body: string; bodyOffset: number } | Problem {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  if (lines[0]?.trimEnd() !== "---") {
    return {
      file,
      line: 1,
      message: "the file does not begin with front matter",
      found: JSON.stringify((lines[0] ?? "").slice(0, 60)),
      allowed: "a first line of three hyphens, then fields, then three hyphens again",
      mend: 'make the first line "---"',
    };
  }
  // Astro takes the first line that begins so for the end.
  const end = lines.findIndex((line, index) => index > 0 && line.startsWith("---"));
  const found = lines[end]?.trimEnd();
  if (found === "---") {
    return { yaml: lines.slice(1, end).join("\n"), body: lines.slice(end + 1).join("\n"), bodyOffset: end + 1 };
  }
  if (found === undefined) {
    return {
      file,
      line: 1,
      message: "the front matter has no end",
      allowed: "a line of three hyphens between the fields and the prose",
      mend: 'add a line "---" after the last field',
    };
  }
  return {
    file,
    line: end + 1,
    message: "the front matter does not end here",
    found: JSON.stringify(found.slice(0, 60)),
    allowed: "a line of three hyphens",
    mend: "make it three hyphens, or put the value in double quotes",
  };
}
