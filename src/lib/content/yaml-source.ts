/** YAML with the line of every value, so that problems can name it. */
import { isMap, isNode, isSeq, LineCounter, type Node, type Pair, parseDocument } from "yaml";
import type { Problem } from "../errors.ts";
import type { LocateLine } from "./issues.ts";
import { listYamlFaults } from "./yaml-faults.ts";

/** A YAML text as plain data, with the way back to its lines. */
export interface YamlSource {
  /** The data; undefined when the text cannot be parsed. */
  data: unknown;
  /** Line of a path, counted from 1 in the whole file; of its nearest parent when the path itself is missing. */
  locateLine: LocateLine;
  /** What keeps the text from being YAML. */
  problems: Problem[];
}

/**
 * Parses YAML 1.2 text. Doubled keys are an error. A bare date stays text.
 * @param file for the problems
 * @param lineOffset lines that stand above the text in its file
 */
export function parseYamlSource(text: string, file: string, lineOffset = 0): YamlSource {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number): number => Math.max(1, counter.linePos(offset).line) + lineOffset;
  if (document.errors.length > 0) {
    return { data: undefined, locateLine: () => undefined, problems: listYamlFaults(text, file, lineOffset + 1) };
  }
  const locateLine: LocateLine = (path) => {
    const offset = findOffset(document.contents, path);
    return offset === undefined ? lineOffset + 1 : lineAt(offset);
  };
  try {
    return { data: document.toJS() as unknown, locateLine, problems: [] };
  } catch (error) {
    // Aliases that lead nowhere, or to so much that nothing good can be meant, are found only here.
    const found = error instanceof Error ? error.message : String(error);
    const problem: Problem = {
      file,
      line: lineOffset + 1,
      message: "this is not YAML that can be read",
      found,
      mend: "values that begin with * or & stand in double quotes",
    };
    return { data: undefined, locateLine: () => undefined, problems: [problem] };
  }
}

/** Offset of the key or item at a path, or of the deepest parent that exists. */
function findOffset(root: unknown, path: PropertyKey[]): number | undefined {
  let node: unknown = root;
  let offset = isNode(root) ? (root as Node).range?.[0] : undefined;
  for (const part of path) {
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find((item) => String(item.key) === String(part));
      if (pair === undefined) return offset;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof part === "number") {
      node = node.items[part];
      if (isNode(node)) offset = node.range?.[0] ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}
