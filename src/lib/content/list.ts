/** A file that is a list of things of one kind, in YAML or JSON Lines. */
import { z } from "zod";
import type { Problem } from "../errors.ts";
import { checkValue, type LocateLine } from "./issues.ts";
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

/** Something read, as far as it could be, and what is wrong with it. */
export type Parsed<Value> = { value?: Value; problems: Problem[] };

/** Where an item of a list stands. */
export type ItemPlace = { file: string; line: number };

/** Everything of a list that can be compared with other things: sound items, and what is left of others. */
export function listItems<Data>({ file, lines, faulty }: List<Data>): { place: ItemPlace; data: Partly<Data> }[] {
  return [...(lines as { line: number; data: Partly<Data> }[]), ...faulty]
    .sort((a, b) => a.line - b.line)
    .map(({ line, data }) => ({ place: { file, line }, data }));
}

/** Ids of all items, also of those that have faults. */
export function listItemIds(list: List<{ id: string }>): Set<string> {
  return new Set(listItems(list).flatMap(({ data }) => data.id ?? []));
}

/** Whether nothing of a list could be read, so that what it holds is not known. */
export function isLost({ file, lines, faulty }: List<unknown>, problems: readonly Problem[]): boolean {
  return lines.length === 0 && faulty.length === 0 && problems.some((problem) => problem.file === file);
}

/** Checks an item and puts it into its list, or what is left of it. Returns what is wrong with it. */
export function addItem<Schema extends z.ZodType>(
  { file, lines, faulty }: List<z.output<Schema>>,
  schema: Schema,
  value: unknown,
  line: number,
  locateLine: LocateLine = () => line,
): Problem[] {
  const { data, problems } = checkValue(schema, value, file, locateLine);
  if (problems.length === 0) lines.push({ line, data: data as z.output<Schema> });
  else faulty.push({ line, data: salvageValue(schema, value) });
  return problems;
}

/** Reads a YAML list; every fault is told, good items are kept. An empty file is an empty list. */
export function parseYamlList<Schema extends z.ZodType>(
  text: string,
  file: string,
  schema: Schema,
): Parsed<List<z.output<Schema>>> {
  const { data, locateLine, problems } = parseYamlSource(text, file);
  if (problems.length > 0) return { problems };
  const value: List<z.output<Schema>> = { file, lines: [], faulty: [] };
  const whole = checkValue(z.array(z.unknown()), data ?? [], file, locateLine);
  if (whole.data === undefined) return { problems: whole.problems };
  for (const [index, item] of whole.data.entries()) {
    const line = locateLine([index]) ?? 1;
    const faults = addItem(value, schema, item, line, (path) => locateLine([index, ...path]));
    const id: unknown = Reflect.get(Object(item), "id");
    const name = typeof id === "string" ? id : `[${index}]`;
    problems.push(
      ...faults.map((fault) => ({ ...fault, field: fault.field === undefined ? name : `${name}.${fault.field}` })),
    );
  }
  return { value, problems };
}
