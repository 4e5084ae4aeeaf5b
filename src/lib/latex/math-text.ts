/** Mathematics as readable characters in a row, where titles and descriptions can hold no markup. */
import { XmlElement, type XmlNode, XmlText } from "@rgrove/parse-xml";
import { LOWERED, RAISED } from "./scripts.ts";

/** Marks that stand above a letter, with the character that combines with it. */
const MARKS: { [mark: string]: string } = {
  "^": "\u0302",
  ˆ: "\u0302",
  "~": "\u0303",
  "˜": "\u0303",
  "¯": "\u0304",
  "‾": "\u0304",
  "→": "\u20d7",
  "˙": "\u0307",
  "¨": "\u0308",
};
/** Letters and digits of a face of their own; the plain ones are easier to read, to find and to copy. */
const STYLED = /[\u{1d400}-\u{1d7ff}]|[ℬℰℱℋℐℒℳℛℯℊℴ]/gu;
/** What can only be seen, and what says nothing in a row. */
const SILENT = /[\u2061-\u2064\u200b]|\ufe00|\ufe01/g;

/** The formula in a row of characters; undefined where that would not be understood, as with matrices. */
export function readAsText(element: XmlElement): string | undefined {
  const text = readNode(element);
  return text
    ?.replace(STYLED, (letter) => letter.normalize("NFKC"))
    .replace(SILENT, "")
    .replace(/\s+/gu, " ")
    .normalize("NFC")
    .trim();
}

function readNode(node: XmlNode): string | undefined {
  if (node instanceof XmlText) return node.text;
  if (!(node instanceof XmlElement)) return undefined;
  const { name, attributes, children } = node;
  switch (name) {
    case "math":
    case "mrow":
    case "mstyle":
    case "mpadded":
      return readRow(children);
    case "mi":
    case "mn":
    case "mo":
    case "mtext":
      return children.every((child) => child instanceof XmlText) ? node.text : undefined;
    case "mspace":
      // Names of functions stand apart by a sixth of an em: `n log n`.
      return /^(?:0?\.1[67]|0?\.[2-9]|[1-9])\d*(?:em|ex)$/.test(attributes["width"] ?? "") ? " " : "";
    case "msup":
      return readScripts(children, [RAISED, "^"]);
    case "msub":
      return readScripts(children, [LOWERED, "_"]);
    case "msubsup":
      return readScripts(children, [LOWERED, "_"], [RAISED, "^"]);
    case "mmultiscripts":
      return readScriptsAround(children);
    case "mphantom":
    case "none":
      return "";
    case "mfrac":
      return readFraction(children);
    case "msqrt":
      return readRoot(children);
    case "mover":
      return readMark(children);
    default:
      return undefined;
  }
}

function readRow(children: XmlElement["children"]): string | undefined {
  const parts = children.map(readNode);
  return parts.includes(undefined) ? undefined : parts.join("");
}

type Script = [characters: { [character: string]: string }, sign: string];

function readScripts(children: XmlElement["children"], ...scripts: Script[]): string | undefined {
  const [base, ...parts] = children.map(readNode);
  if (base === undefined) return undefined;
  let text = base;
  for (const [index, [characters, sign]] of scripts.entries()) {
    const part = parts[index]?.replace(STYLED, (letter) => letter.normalize("NFKC"));
    if (part === undefined) return undefined;
    const all = [...part];
    const isShort = all.every((character) => characters[character] !== undefined);
    text += isShort ? all.map((character) => characters[character]).join("") : wrap(sign, part);
  }
  return text;
}

/** A base with what stands at its right, then at its left: two scripts on each side, or none. */
function readScriptsAround(children: XmlElement["children"]): string | undefined {
  const middle = children.findIndex((child) => child instanceof XmlElement && child.name === "mprescripts");
  const [base, ...right] = children.slice(0, middle);
  const left = children.slice(middle + 1);
  if (base === undefined || left.length !== 2 || ![0, 2].includes(right.length)) return undefined;
  const before = readScripts([new XmlText(""), ...left], [LOWERED, "_"], [RAISED, "^"]);
  const after = right.length === 0 ? readNode(base) : readScripts([base, ...right], [LOWERED, "_"], [RAISED, "^"]);
  return before === undefined || after === undefined ? undefined : before + after;
}

function readRoot(children: XmlElement["children"]): string | undefined {
  const inner = readRow(children);
  return inner === undefined ? undefined : wrap("√", inner);
}

function readFraction(children: XmlElement["children"]): string | undefined {
  const [above, below] = children.map(readNode);
  return above === undefined || below === undefined ? undefined : `${wrap("", above)}/${wrap("", below)}`;
}

function readMark(children: XmlElement["children"]): string | undefined {
  const [base, above] = children.map(readNode);
  const mark = MARKS[above ?? ""];
  return base === undefined || mark === undefined || [...base].length !== 1 ? undefined : base.normalize("NFKC") + mark;
}

/** A sign with what it governs, in brackets where that is more than one letter or number. */
function wrap(sign: string, text: string): string {
  return /^(?:[\p{L}\p{M}]+|\p{N}[\p{N}.]*|.)$/u.test(text) ? sign + text : `${sign}(${text})`;
}
