/** `content/addresses.txt`: every permalink that was ever published, one a line. The build appends to it. */
import type { Problem } from "../errors.ts";
import { checkValue } from "./issues.ts";
import type { List } from "./list.ts";
import { AddressSchema } from "./redirect.ts";

/** What stands in each line of the list; "" in a blank one. */
export function splitAddresses(text: string): string[] {
  return text.split("\n").map((line) => line.trim());
}

/** Reads the list; blank lines are passed over, faulty ones told. */
export function parseAddresses(text: string, file: string): { value: List<string>; problems: Problem[] } {
  const value: List<string> = { file, lines: [], faulty: [] };
  const problems: Problem[] = [];
  for (const [index, address] of splitAddresses(text).entries()) {
    if (address === "") continue;
    const line = index + 1;
    const checked = checkValue(AddressSchema, address, file, () => line);
    problems.push(...checked.problems);
    if (checked.data !== undefined) value.lines.push({ line, data: checked.data });
  }
  return { value, problems };
}
