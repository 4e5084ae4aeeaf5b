/** A file that is a list of things of one kind, in YAML or JSON Lines. */
import { z } from "zod";
import type { Problem } from "../errors.ts";
import { checkValue } from "./issues.ts";
import { type Partly, salvageValue } from "./salvage.ts";
import { parseYamlSource } from "./yaml-source.ts";

/** What a list file holds: its items with the line of each. */
export interface List<Data> {
  /** The file, as problems name it. */
  file: string;
  /** Its items, checked. */
  lines: { line: number; data: Data }[];
  /** What could be read of items that have faults, so that these do not hide others and their ids are known. */
  faulty: { line: number; data: Partly<Data> }[];
}

/** Everything of a list that can be compared with other things: sound items, and what is left of others. */
export function listItems<Data>({ lines, faulty }: List<Data>): { line: number; data: Partly<Data> }[] {
  return [...(lines as { line: number; data: Partly<Data> }[]), ...faulty].sort((a, b) => a.line - b.line);
}

/** Whether nothing of a list could be read, so that what it holds is not known. */
export function isLost({ file, lines, faulty }: List<unknown>, problems: readonly Problem[]): boolean {
  return lines.length === 0 && faulty.length === 0 && problems.some((problem) => problem.file === file);
}

/** Reads a YAML list; every fault is told, good items are kept. An empty file is an empty list. */
export function parseYamlList<Schema extends z.ZodType>(
  text: string,
  file: string,
  schema: Schema,
): { value?: List<z.output<Schema>>; problems: Problem[] } {
  const source = parseYamlSource(text, file);
  if (source.problems.length > 0) return { problems: source.problems };
  const list: List<z.output<Schema>> = { file, lines: [], faulty: [] };
  if (source.data === null || source.data === undefined) return { value: list, problems: [] };
  const whole = checkValue(z.array(z.unknown()), source.data, file, source.locateLine);
  if (whole.data === undefined) return { problems: whole.problems };
  const problems: Problem[] = [];
  for (const [index, item] of whole.data.entries()) {
    const checked = checkValue(schema, item, file, (path) => source.locateLine([index, ...path]));
    const line = source.locateLine([index]) ?? 1;
    if (checked.problems.length === 0) {
      list.lines.push({ line, data: checked.data as z.output<Schema> });
      continue;
    }
    list.faulty.push({ line, data: salvageValue(schema, item) });
    const id: unknown = Reflect.get(Object(item), "id");
    const name = typeof id === "string" ? id : `[${index}]`;
    problems.push(
      ...checked.problems.map((problem) => ({
        ...problem,
        field: problem.field === undefined ? name : `${name}.${problem.field}`,
      })),
    );
  }
  return { value: list, problems };
}
