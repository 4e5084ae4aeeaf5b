/** JSON Lines: one JSON object a line (https://jsonlines.org), each checked against a schema. */
import type { z } from "zod";
import { describeValue, type Problem } from "../errors.ts";
import { describeJsonFault, findDoubleName } from "./json-fault.ts";
import { addItem, type List, type Parsed } from "./list.ts";
import { salvageValue } from "./salvage.ts";

const ONE = "one JSON object on one line";

/** What to do about objects that stand over several lines, or in a list. */
export const SPREAD_CURE = "write each object on a line of its own, without a list around them";

/**
 * Reads all lines of a text; blank lines are passed over, every fault is reported, good lines are kept.
 * Of a line that is not JSON the id is kept, when it can be made out.
 */
export function parseJsonLines<Schema extends z.ZodType>(
  text: string,
  file: string,
  schema: Schema,
): Required<Parsed<List<z.output<Schema>>>> {
  const list: List<z.output<Schema>> = { file, lines: [], faulty: [] };
  const problems: Problem[] = [];
  for (const [index, source] of text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .entries()) {
    if (source.trim() === "") continue;
    const line = index + 1;
    let value: unknown;
    try {
      value = JSON.parse(source);
    } catch (error) {
      if (problems.length === 0 && isWholeJson(text)) {
        const found = describeValue(source.trim());
        return {
          value: list,
          problems: [{ file, line, message: "this is not JSON Lines", found, allowed: ONE, mend: SPREAD_CURE }],
        };
      }
      problems.push({
        file,
        line,
        message: "this line is not JSON that can be read",
        found: describeSyntaxError(error, source),
        allowed: ONE,
        mend: "mend the line by hand, or take it from the last commit and import again",
      });
      list.faulty.push({ line, data: salvageValue(schema, { id: findId(source) }) });
      continue;
    }
    // As we write lines, none has a name twice: those need not be looked at.
    const double = JSON.stringify(value) === source ? undefined : findDoubleName(source);
    if (double !== undefined) {
      problems.push({
        file,
        line,
        message: "a name stands twice in this line",
        found: double,
        allowed: "each once; otherwise only the last would count",
        mend: "take one of them out",
      });
    }
    problems.push(...addItem(list, schema, value, line));
  }
  return { value: list, problems };
}

/** Whether the text is one value over several lines, or a list: JSON, but not JSON Lines. */
export function isWholeJson(text: string): boolean {
  const whole = text.replace(/^\uFEFF/, "").trim();
  if (!/^\[|^\{\s*\n/.test(whole)) return false;
  try {
    JSON.parse(whole);
    return true;
  } catch {
    return false;
  }
}

/** The id in a line that has faults, when it can still be made out. */
function findId(source: string): string | undefined {
  return /"id"\s*:\s*"([^"\\]+)"/.exec(source)?.[1];
}

/** What the JSON parser disliked, with the text around the place when it is known. */
function describeSyntaxError(error: unknown, source: string): string {
  const { reason, position } = describeJsonFault(error, source);
  if (position === undefined) return reason;
  const around = source.slice(Math.max(0, position - 20), position + 20);
  return `${reason} in column ${position + 1}, near ${JSON.stringify(around)}`;
}
