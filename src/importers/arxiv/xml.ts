/** The XML of an answer as a tree. What could make a reader of XML expand, fetch or run is refused before it is parsed. */
import { parseXml, XmlElement, XmlError } from "@rgrove/parse-xml";
import type { Problem } from "#lib/errors.ts";

/** Most levels of elements in one another. arXiv's answers have four. */
const MOST_LEVELS = 32;
/** Most characters of a file; arXiv's answers have at most some millions. */
const MOST_ATOM_CHARACTERS = 128_000_000;

/** Why a text is not read, and where; without a line when the whole text is meant. */
export type XmlFault = Pick<Problem, "message" | "line" | "found">;

/** Control characters and their like, which no XML may hold; that one stands in an abstract is no reason to refuse a feed. */
const UNFIT = /(?![\t\n\u0085])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;
/** Comments and CDATA sections, in which all is text; declarations and instructions. */
const MARKUP = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|(<!doctype|<![a-z]|(?<!^)<\?|<\?(?!xml\s))/gi;
/** What is told of a fault that the parser finds, by how it calls it. */
const REFERENCES = [
  [/^Named entity/, "this entity is defined nowhere"],
  [/^(?:Invalid character|Character) reference/, "this reference names no character that XML allows"],
] as const;

/** The outermost element, its nodes with their places in the text; or why the text is refused. */
export function readXml(text: string): XmlElement | XmlFault {
  if (text.length > MOST_ATOM_CHARACTERS) return { message: "the file is larger than 128 million characters" };
  const declaration = findDeclaration(text);
  if (declaration !== undefined) return declaration;
  const message = `elements stand in one another more than ${MOST_LEVELS} levels deep`;
  try {
    const { root } = parseXml(text, { includeOffsets: true });
    const deep = root === null ? undefined : findDeep(root, 1);
    if (root !== null && deep === undefined) return root;
    return { message, line: countLines(text.slice(0, deep?.start)) };
  } catch (error) {
    if (error instanceof XmlError) return describeError(error, text);
    // The parser goes down level by level, and so deep its stack does not reach.
    if (error instanceof RangeError) return { message };
    throw error;
  }
}

/** The text with line breaks as XML has them, without what no XML may hold. */
export function cleanXml(source: string): string {
  return source
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .replace(UNFIT, "");
}

/** Lines of a text; of one that ends at some place, the line of that place. */
export function countLines(text: string): number {
  return text.split("\n").length;
}

function findDeclaration(text: string): XmlFault | undefined {
  const match = text.matchAll(MARKUP).find(([, declaration]) => declaration !== undefined);
  if (match === undefined) return undefined;
  const [start] = match;
  const message = start.startsWith("<?")
    ? "a processing instruction other than the XML declaration is not read"
    : /^<!doctype/i.test(start)
      ? "a DOCTYPE is not read, since it can define entities that grow without end"
      : "declarations are not read, entities least of all";
  const found = text.slice(match.index, match.index + 60);
  return { message, line: countLines(text.slice(0, match.index)), found };
}

/** The first element that stands too deep. */
function findDeep(element: XmlElement, level: number): XmlElement | undefined {
  if (level > MOST_LEVELS) return element;
  for (const child of element.children) {
    const deep = child instanceof XmlElement ? findDeep(child, level + 1) : undefined;
    if (deep !== undefined) return deep;
  }
  return undefined;
}

/** The parser counts whole characters, and its message has place and excerpt on lines of their own. */
function describeError({ message, pos, excerpt }: XmlError, text: string): XmlFault {
  const [reason = ""] = message.split(" (line ");
  const own = REFERENCES.find(([pattern]) => pattern.test(reason))?.[1];
  const line = countLines([...text].slice(0, pos).join(""));
  return { message: own ?? `this is not well-formed XML: ${reason}`, line, found: excerpt.trim() };
}
