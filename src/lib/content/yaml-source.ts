/** YAML with the line of every value, so that problems can name it. */
import { isMap, isNode, isSeq, LineCounter, parseDocument } from "yaml";
import type { Problem } from "../errors.ts";
import type { LocateLine } from "./issues.ts";
import { listYamlFaults } from "./yaml-faults.ts";

/** Lists and fields within others; the parser's time and memory grow much faster than these. */
const MOST_LEVELS = 64;
/** So many signs in a row that each begin a level. */
const ROW = new RegExp(`(?:[[{][ \\t]*|[?-][ \\t]+){${MOST_LEVELS}}`);

/** Whether a text goes deeper than anything that is meant. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(/[[\]{}]/g)) {
    depth = Math.max(0, depth + (sign === "[" || sign === "{" ? 1 : -1));
    if (depth > MOST_LEVELS) return true;
  }
  return ROW.test(text);
}

/**
 * Parses YAML 1.2 text. Doubled keys are an error. A bare date stays text.
 * @param file for the problems
 * @param lineOffset lines that stand above the text in its file
 * @returns its data, with the line of a path, counted from 1 in the whole file, or of its nearest parent when the path
 *   itself is missing; or what keeps the text from being YAML
 */
export function parseYamlSource(
  text: string,
  file: string,
  lineOffset = 0,
): { data: unknown; locateLine: LocateLine; problems: Problem[] } {
  const refuse = (problems: Problem[]) => ({ data: undefined, locateLine: () => undefined, problems });
  if (isDeep(text)) {
    const found = `lists or fields within others, more than ${MOST_LEVELS} levels deep`;
    const mend = "look for brackets or hyphens in a row";
    return refuse([{ file, line: lineOffset + 1, message: "this is not YAML that can be read", found, mend }]);
  }
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  if (document.errors.length > 0) return refuse(listYamlFaults(text, file, lineOffset + 1));
  const locateLine: LocateLine = (path) =>
    lineOffset + Math.max(1, lineCounter.linePos(findOffset(document.contents, path) ?? 0).line);
  try {
    return { data: document.toJS() as unknown, locateLine, problems: [] };
  } catch (error) {
    // Aliases that lead nowhere, or to so much that nothing good can be meant, are found only here.
    const message = "this is not YAML that can be read";
    const found = error instanceof Error ? error.message : String(error);
    const mend = "values that begin with * or & stand in double quotes";
    return refuse([{ file, line: lineOffset + 1, message, found, mend }]);
  }
}

/** Offset of the key or item at a path, or of the deepest parent that exists. */
function findOffset(root: unknown, path: PropertyKey[]): number | undefined {
  let node = root;
  let offset = isNode(root) ? root.range?.[0] : undefined;
  for (const part of path) {
    const pair = isMap(node) ? node.items.find(({ key }) => String(key) === String(part)) : undefined;
    const item = isSeq(node) && typeof part === "number" ? node.items[part] : undefined;
    const place = pair?.key ?? item;
    offset = (isNode(place) ? place.range?.[0] : undefined) ?? offset;
    node = pair?.value ?? item;
  }
  return offset;
}
