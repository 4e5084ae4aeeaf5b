/** Each kind of content file as checked data: text in, data and problems out. Reads no files. */
import { mdxToJs } from "satteri";
import { z } from "zod";
import type { Problem } from "../errors.ts";
import { listMarkupProblems } from "../markdown.ts";
import { DaySummarySchema } from "./day.ts";
import { BODY_WORDS, countWords, type DigestData, DigestSchema } from "./digest.ts";
import { type EditionData, EditionSchema } from "./edition.ts";
import { splitFrontMatter } from "./front-matter.ts";
import { checkValue, type LocateLine } from "./issues.ts";
import { parseJsonLines } from "./json-lines.ts";
import { OrganizationSchema } from "./organization.ts";
import { RecordSchema } from "./record.ts";
import { TagSchema } from "./tag.ts";
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

/** What a list file holds: its items with the line of each. */
export interface List<Data> {
  /** The file, as problems name it. */
  file: string;
  /** Its items, checked. */
  lines: { line: number; data: Data }[];
}

/** Something read, as far as it could be, and what is wrong with it. */
export type Parsed<Value> = { value?: Value; problems: Problem[] };

/** A month of records. */
export function parseRecords(text: string, file: string): Parsed<List<z.output<typeof RecordSchema>>> {
  const { lines, problems } = parseJsonLines(text, file, RecordSchema);
  return { value: { file, lines }, problems };
}

/** The list of days. */
export function parseDays(text: string, file: string): Parsed<List<z.output<typeof DaySummarySchema>>> {
  const { lines, problems } = parseJsonLines(text, file, DaySummarySchema);
  return { value: { file, lines }, problems };
}

/** The vocabulary of topics. */
export function parseTags(text: string, file: string): Parsed<List<z.output<typeof TagSchema>>> {
  return parseYamlList(text, file, TagSchema);
}

/** The overrides of organisations. */
export function parseOrganizations(text: string, file: string): Parsed<List<z.output<typeof OrganizationSchema>>> {
  return parseYamlList(text, file, OrganizationSchema);
}

/** A digest: its front matter, and prose of the right length in plain Markdown. */
export function parseDigest(text: string, file: string): Parsed<Document<DigestData>> {
  const { value, problems } = parseDocument(text, file, DigestSchema);
  if (value === undefined) return { problems };
  const words = countWords(value.body);
  if (words < BODY_WORDS.min || words > BODY_WORDS.max) {
    problems.push({
      file,
      line: value.bodyLine,
      field: "body",
      message: "the prose is too short or too long",
      found: `${words} words`,
      allowed: `${BODY_WORDS.min} to ${BODY_WORDS.max} words`,
    });
  }
  problems.push(
    ...listMarkupProblems(value.body).map(({ line, ...rest }) => ({
      file,
      line: value.bodyLine + line - 1,
      field: "body",
      ...rest,
    })),
  );
  return { value, problems };
}

/** An edition: its front matter, and an introduction in MDX that imports nothing. */
export function parseEdition(text: string, file: string): Parsed<Document<EditionData>> {
  const { value, problems } = parseDocument(text, file, EditionSchema);
  if (value === undefined) return { problems };
  for (const [index, line] of value.body.split("\n").entries()) {
    if (!/^(import|export)\s/.test(line)) continue;
    problems.push({
      file,
      line: value.bodyLine + index,
      field: "body",
      message: "an edition imports and exports nothing",
      found: line.slice(0, 60),
      allowed: "the components that the page hands to every edition",
      mend: "remove the line",
    });
  }
  try {
    mdxToJs(value.body);
  } catch (error) {
    problems.push(describeMdxError(error, value));
  }
  return { value, problems };
}

/** The parser's message with its place in the file; it speaks of lines of the body. */
function describeMdxError(error: unknown, document: Document<EditionData>): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const [, line, rest] = /^(\d+):\d+: (.*)$/s.exec(message) ?? [undefined, "1", message];
  return {
    file: document.file,
    line: document.bodyLine + Number(line) - 1,
    field: "body",
    message: "the introduction is not MDX that can be read",
    found: (rest ?? "").replace(/ \([a-z:-]+\)$/, ""),
    mend: "write < as &lt; and { as &#123; where they are meant as text",
  };
}

function parseDocument<Schema extends z.ZodType>(
  text: string,
  file: string,
  schema: Schema,
): Parsed<Document<z.output<Schema>>> {
  const parts = splitFrontMatter(text, file);
  if ("message" in parts) return { problems: [parts] };
  const source = parseYamlSource(parts.yaml, file, parts.yamlOffset);
  if (source.problems.length > 0) return { problems: source.problems };
  const checked = checkValue(schema, source.data ?? {}, file, source.locateLine);
  if (checked.problems.length > 0) return { problems: checked.problems };
  const { body, bodyOffset } = parts;
  const value = {
    file,
    data: checked.data as z.output<Schema>,
    body,
    bodyLine: bodyOffset + 1,
    locateLine: source.locateLine,
  };
  return { value, problems: [] };
}

function parseYamlList<Schema extends z.ZodType>(
  text: string,
  file: string,
  schema: Schema,
): Parsed<List<z.output<Schema>>> {
  const source = parseYamlSource(text, file);
  if (source.problems.length > 0) return { problems: source.problems };
  if (source.data === null || source.data === undefined) return { value: { file, lines: [] }, problems: [] };
  const whole = checkValue(z.array(z.unknown()), source.data, file, source.locateLine);
  if (whole.problems.length > 0) return { problems: whole.problems };
  const items = whole.data ?? [];
  const problems: Problem[] = [];
  const lines: { line: number; data: z.output<Schema> }[] = [];
  for (const [index, item] of items.entries()) {
    const checked = checkValue(schema, item, file, (path) => source.locateLine([index, ...path]));
    problems.push(...checked.problems.map((problem) => ({ ...problem, field: `[${index}].${problem.field ?? ""}` })));
    if (checked.problems.length === 0) {
      lines.push({ line: source.locateLine([index]) ?? 1, data: checked.data as z.output<Schema> });
    }
  }
  return { value: { file, lines }, problems };
}
