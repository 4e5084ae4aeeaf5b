/** YAML with the line of every value, so that problems can name it. */
import { type Document, isAlias, isCollection, isMap, isNode, isSeq, LineCounter, parseDocument, visit } from "yaml";
import { describeValue, type Problem } from "../errors.ts";
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
  const marks = listMarks(document);
  if (marks.length === 0) return { data: document.toJS() as unknown, locateLine, problems: [] };
  const lines = text.split("\n");
  const marked = marks.map((offset) => lineCounter.linePos(offset).line);
  return refuse(
    marked.map((line) => ({ file, line: lineOffset + line, ...MARK, found: describeValue(lines[line - 1]) })),
  );
}

const MARK = {
  message: "what begins here is more than text for YAML, and would not come out as it is written",
  mend: "put what begins with one of * & ! ? [ { in double quotes",
};

/** Offsets of aliases, anchors, tags, and of lists or fields that stand for a name. */
function listMarks(document: Document): number[] {
  const offsets: number[] = [];
  visit(document, {
    Node(key, node) {
      const isMarked = isAlias(node) || node.anchor !== undefined || node.tag !== undefined;
      if (isMarked || (key === "key" && isCollection(node))) offsets.push(node.range?.[0] ?? 0);
    },
  });
  return offsets;
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
