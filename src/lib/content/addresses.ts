/** `content/addresses.txt`: every permalink that was ever published, one a line. The build appends to it. */
import { escapeAddress, explainAddress } from "../address.ts";
import type { Problem } from "../errors.ts";
import { checkValue } from "./issues.ts";
import type { List } from "./list.ts";
import { AddressSchema } from "./redirect.ts";

/** What stands in each line of the list; "" in a blank one. */
export function splitAddresses(text: string): string[] {
  return text.split("\n").map((line) => line.trim());
}

/**
 * Reads the list; blank lines are passed over, faulty ones told. Names that some system cannot hold were once published
 * as they are; they count as what they are escaped to now.
 */
export function parseAddresses(text: string, file: string): { value: List<string>; problems: Problem[] } {
  const value: List<string> = { file, lines: [], faulty: [] };
  const problems: Problem[] = [];
  for (const [index, address] of splitAddresses(text).entries()) {
    if (address === "") continue;
    const line = index + 1;
    const isPossible = explainAddress(address) === undefined;
    const data = isPossible ? address : escapeAddress(address);
    if (isPossible || explainAddress(data) === undefined) value.lines.push({ line, data });
    else problems.push(...checkValue(AddressSchema, address, file, () => line).problems);
  }
  return { value, problems };
}
