/** What keeps a text from being YAML: one sentence for each fault, on its own line and with its own cure. */
import { isMap, isScalar, parseDocument, type YAMLParseError } from "yaml";
import type { Problem } from "../errors.ts";

/** A field or an item at the top of a text, and how many lines stand above it. */
interface Part {
  above: number;
  source: string;
}

/** What is wrong in a part, and how many lines below its beginning. */
interface YamlFault {
  below: number;
  message: string;
  mend: string;
  /** What the parser says, where that says more than we do. */
  says?: string;
  /** Where a thing that stands twice stands first, from the same line. */
  first?: number;
}

/**
 * Every fault of a text that is not YAML. At its first fault a parser loses its way, and what it says of the rest follows
 * from that; so each field or item at the top is parsed by itself, and told with its first fault.
 * @param firstLine line of the file on which the text begins
 */
export function listYamlFaults(text: string, file: string, firstLine: number): Problem[] {
  const lines = text.split("\n");
  const tell = (parts: readonly Part[]): Problem[] => {
    const keys = new Map<string, number>();
    return parts.flatMap(({ above, source }) =>
      judgePart(source, above, keys).map(({ below, first, says, message, mend }) => ({
        file,
        line: firstLine + above + below,
        message,
        found: `${says === undefined ? "" : `${says}: `}${JSON.stringify((lines[above + below] ?? "").trimEnd().slice(0, 60))}`,
        ...(first !== undefined && { allowed: `each once; it stands first in line ${firstLine + above + first}` }),
        mend,
      })),
    );
  };
  const faults = tell(splitParts(lines));
  return faults.length > 0 ? faults : tell([{ above: 0, source: text }]);
}

/** A text cut before each field at its top, or before each item where it is a list. */
function splitParts(lines: readonly string[]): Part[] {
  const isList = /^- /.test(lines.find((line) => /^[^#\s]/.test(line)) ?? "");
  const begin = isList ? /^-( |$)/ : /^(?!-( |$)|---)[^\s#]/;
  const starts = lines.flatMap((line, index) => (index === 0 || begin.test(line) ? [index] : []));
  return starts.map((above, index) => ({ above, source: lines.slice(above, starts[index + 1]).join("\n") }));
}

/** The faults of a part: keys that stand twice, also beside other parts, and the first of the others. */
function judgePart(source: string, above: number, keys: Map<string, number>): YamlFault[] {
  const { contents, errors } = parseDocument(source, { prettyErrors: false });
  const lineAt = (offset: number): number => source.slice(0, offset).split("\n").length - 1;
  const faults = errors.flatMap(({ code, pos: [start, end] }) => {
    if (code !== "DUPLICATE_KEY") return [];
    const before = Math.max(0, source.slice(0, start).lastIndexOf(source.slice(start, end)));
    return [{ ...DOUBLE, below: lineAt(start), first: lineAt(before) }];
  });
  const others = errors.filter(({ code }) => code !== "DUPLICATE_KEY").sort((a, b) => a.pos[0] - b.pos[0]);
  const first = others.find(({ code }) => code === "TAB_AS_INDENT") ?? others[0];
  if (first !== undefined) return [...faults, describeFault(first, source, lineAt(first.pos[0]))];
  if (isScalar(contents) && contents.value !== null) return [describeLoose(source.split("\n"), 0)];
  const name = isMap(contents) ? contents.items[0]?.key : undefined;
  if (name === undefined) return faults;
  const known = keys.get(String(name));
  keys.set(String(name), known ?? above);
  return known === undefined ? faults : [{ ...DOUBLE, below: 0, first: known - above }, ...faults];
}

const DOUBLE = { message: "this field stands twice", mend: "keep one of the lines" };
const TAB = {
  message: "a tab stands where only blanks may",
  mend: "replace the tabs at the beginning of lines by blanks",
};
const INDENT = {
  message: "this line does not begin where the others of its kind do",
  mend: "indent it by as many blanks as they are",
};

/** What the parser says, and what is wrong then, in the line that it names, with its cure. */
const FAULTS: [says: RegExp, message: string, mend: string][] = [
  [/^(All \w+ items must start|Sequence item without|A block sequence may not)/, INDENT.message, INDENT.mend],
  [
    /^Invalid escape sequence/,
    "a backslash in double quotes begins an escape that there is not",
    "write \\\\ for a backslash",
  ],
  [
    /^Unexpected \S+ at node end/,
    "text stands behind the end of the value",
    'put the whole value in double quotes; within them write \\" for a quotation mark',
  ],
  [
    /^Unexpected block-seq-ind/,
    "a list begins on the line of its field",
    "give each item a line of its own, or write [one, two]",
  ],
  [
    /^Unexpected flow-\w+-end/,
    "a bracket is closed that was not opened",
    "take it out, or put the value in double quotes",
  ],
];
const OTHER = {
  message: "this is not YAML that can be read",
  mend: 'values that hold ": ", or begin with one of [ { > | * & ! % @ ` or a quotation mark, stand in double quotes',
};

function describeFault({ message: says, pos }: YAMLParseError, source: string, below: number): YamlFault {
  const lines = source.split("\n");
  if (/^ *\t/.test(lines[below] ?? "")) return { below, ...TAB };
  const [, quote] = /^Missing closing (.)quote/.exec(says) ?? [];
  if (quote !== undefined) {
    const opens = new RegExp(`(^|[\\s[{,])${quote}[^${quote}]*$`);
    const line = lines.findIndex((text) => opens.test(text));
    return {
      below: Math.max(0, line),
      message: "a quotation mark is opened and not closed",
      mend: `end the value with ${quote}`,
    };
  }
  const [, flow, closing] = /^Flow (sequence|map) .* end with a (.)/.exec(says) ?? [];
  if (closing !== undefined) {
    const line = lines.slice(0, below + 1).findLastIndex((text) => text.includes(closing === "}" ? "{" : "["));
    const mend = `end the ${flow === "map" ? "fields" : "list"} with ${closing}`;
    return { below: Math.max(0, line), message: "a bracket is opened and not closed", mend };
  }
  const [rest = "", next = ""] = source.slice(pos[0]).split("\n");
  const isLoose = says.startsWith("Unexpected scalar") && lines[below]?.trimStart() === rest;
  if (isLoose || /^(Implicit (map )?keys need|Missing directives-end)/.test(says)) return describeLoose(lines, below);
  if (says.startsWith("Source contains multiple documents")) {
    const line = lines.slice(0, below + 1).findLastIndex((text) => /^(---|\.\.\.)/.test(text));
    return { below: line, message: "a second document begins here", mend: "take this line out" };
  }
  // A field that is indented below a value looks like a part of it.
  if (says.startsWith("Nested mappings") && !/: |:$/.test(rest) && /^\s+\S.*:/.test(next)) {
    return { below: below + 1, ...INDENT };
  }
  const [, message, mend] = FAULTS.find(([pattern]) => pattern.test(says)) ?? [];
  return message === undefined || mend === undefined ? { below, ...OTHER, says } : { below, message, mend };
}

/** A line that is neither a field nor a part of one. */
function describeLoose(lines: readonly string[], below: number): YamlFault {
  const [, name, value] = /^\s*(?:- )*([\w-]+):(\S.*)$/.exec(lines[below] ?? "") ?? [];
  if (name === undefined) {
    return {
      below,
      message: "this line belongs to no field",
      mend: "indent it below its field, or begin it with a name and a colon",
    };
  }
  return {
    below,
    message: "a blank is missing after the colon",
    mend: `write: ${name}: ${value?.slice(0, 30)}${(value?.length ?? 0) > 30 ? "…" : ""}`,
  };
}
