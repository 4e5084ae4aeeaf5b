/** Running text as TeX reads it, turned into plain text; mathematics stays as its source. */
import { readAccent } from "./accents.ts";
import { readAddress, unescapeAddress } from "./addresses.ts";
import { LONGEST_GROUP, readBraces } from "./braces.ts";
import { ACCENTS, LETTERS, SIGNS, SWITCHES } from "./commands.ts";
import { readFace } from "./faces.ts";
import { readDash, readQuote, readTie } from "./punctuation.ts";
import type { Replacement } from "./replacement.ts";
import { readFormula } from "./runs.ts";

/** Characters that stand for themselves; an address may begin with h or w, where no letter stands before it. */
const PLAIN = /(?:[^\\{}$~\-`'hwHW]|(?<=[\p{L}\p{N}])[hwHW])+/uy;
const COMMAND = /\\(?:([A-Za-z]+)\*?|([\s\S]))/y;
/** What may stand in braces that only keep words together; sets, code and JSON have other signs. */
const WORDS = /^(?=.*\p{L})[\p{L}\p{M}\p{N} .'’:&+*/–-]*$/su;
/** Before braces that are part of a formula without dollar signs. */
const FORMULA = /(?:[_^]|\b(?:math[a-z]+|frac|sqrt|hat|bar|tilde|operatorname))$/;
/** Deeper braces are left as they are. */
const DEEPEST = 20;

/** How text is read. */
export interface TextMode {
  /** Whether it is a name: then nothing in it is mathematics, and braces only hold words together. */
  isName: boolean;
  /** How many braces and commands it stands in. */
  depth?: number;
}

/** One reading of a text on one line. What it makes may be TeX again, so it is read until nothing changes. */
export function readTextMode(source: string, mode: TextMode): string {
  if ((mode.depth ?? 0) > DEEPEST) return source;
  let result = "";
  for (let index = 0; index < source.length; ) {
    const { text, length, hidesSpace } = readPlain(source, index) ?? readSpecial(source, index, mode);
    result = (hidesSpace ? result.trimEnd() : result) + text;
    index += length;
  }
  return result;
}

function readPlain(source: string, index: number): Replacement | undefined {
  PLAIN.lastIndex = index;
  const plain = PLAIN.exec(source)?.[0];
  return plain === undefined ? undefined : { text: plain.replace(/\s+/gu, " "), length: plain.length };
}

function readSpecial(source: string, index: number, mode: TextMode): Replacement {
  const sign = source.charAt(index);
  const made =
    sign === "\\"
      ? readCommand(source, index, mode)
      : sign === "{"
        ? readGroup(source, index, mode)
        : sign === "$"
          ? readDollars(source, index, mode)
          : (readLink(source, index) ?? readTie(source, index) ?? readDash(source, index) ?? readQuote(source, index));
  return made ?? { text: sign, length: 1 };
}

function readLink(source: string, index: number): Replacement | undefined {
  const address = readAddress(source, index);
  return address === undefined ? undefined : { text: unescapeAddress(address), length: address.length };
}

function readDollars(source: string, index: number, mode: TextMode): Replacement {
  const formula = mode.isName ? undefined : readFormula(source, index);
  // An angle bracket of a token, `$<$eos$>$`, is no relation.
  if (formula !== undefined && /^[<>]$/.test(formula.source)) {
    const around = source.charAt(index - 1) + source.charAt(formula.end);
    if (/^\S?[\p{L}/]|[\p{L}/]$/u.test(around)) return { text: formula.source, length: formula.end - index };
  }
  const end = formula?.end ?? index + (source.startsWith("$$", index) ? 2 : 1);
  return { text: source.slice(index, end), length: end - index };
}

/** Braces go where they only hold words together, or a change of face: `{BERT}`, `56{,}340`, `{\em so}`. */
function readGroup(source: string, index: number, mode: TextMode): Replacement | undefined {
  const inner = readBraces(source, index);
  if (inner === undefined) return undefined;
  const length = inner.length + 2;
  const text = readTextMode(inner, goDeeper(mode));
  const isWhole = length === source.length && /\p{L}/u.test(inner);
  const hasSwitch = SWITCHES.has(/^\s*\\([A-Za-z]+)/.exec(inner)?.[1] ?? "");
  const isBare = isWhole || hasSwitch || mode.isName || inner === "," || WORDS.test(text.replace(/\$[^$]*\$/g, "x"));
  const isSign = text.length === 1 && /^\\[A-Za-z]+\s?$/.test(inner);
  const isPart = FORMULA.test(source.slice(Math.max(0, index - 20), index));
  return { text: (isBare || isSign) && !isPart ? text.trim() : `{${text}}`, length };
}

function goDeeper(mode: TextMode): TextMode {
  return { ...mode, depth: (mode.depth ?? 0) + 1 };
}

function readCommand(source: string, index: number, mode: TextMode): Replacement | undefined {
  COMMAND.lastIndex = index;
  const match = COMMAND.exec(source);
  if (match === null) return undefined;
  const [token, word, sign] = match;
  const name = word ?? sign ?? "";
  const after = index + token.length;
  return (
    readFence(source, index, name, mode) ??
    readAccent(source, index, name, mode.isName) ??
    readSign(source, token, name, after) ??
    readFace(source, name, index, after, (argument) => readTextMode(argument, goDeeper(mode))) ??
    keepCommand(source, index, name, after)
  );
}

/** A command that is a letter or a sign, or only changes how what follows is set. */
function readSign(source: string, token: string, name: string, after: number): Replacement | undefined {
  const behind = source.slice(after, after + 2);
  const isWord = /^[A-Za-z]/.test(name);
  // A line break of TeX's own; without space behind it, it is a backslash that some program doubled.
  if (name === "\\") return { text: /^\s|^$/.test(behind) ? " " : token, length: token.length };
  if (name === "$") return { text: token, length: token.length };
  if (SWITCHES.has(name)) return { text: "", length: token.length + (/^\s/.test(behind) ? 1 : 0) };
  const isLetter = LETTERS.has(name);
  const text = LETTERS.get(name) ?? SIGNS.get(name);
  if (text === undefined) return undefined;
  const end = isWord && behind === "{}" ? 2 : isLetter && /^\s\p{L}/u.test(behind) ? 1 : 0;
  return { text, length: token.length + end };
}

/** `\(…\)` as `$…$` and `\[…\]` as `$$…$$`, where the result is read as mathematics again. */
function readFence(source: string, index: number, name: string, mode: TextMode): Replacement | undefined {
  if (name !== "(" && name !== "[") return undefined;
  const [closing, dollars] = name === "(" ? ["\\)", "$"] : ["\\]", "$$"];
  const length = source.slice(index, index + LONGEST_GROUP).indexOf(closing);
  const end = index + length;
  if (length === -1 || mode.isName) return { text: `\\${name}`, length: 2 };
  const math = `${dollars}${source.slice(index + 2, end).trim()}${dollars}`;
  const isMath = readFormula(math + source.charAt(end + 2), 0)?.end === math.length;
  return isMath ? { text: math, length: length + 2 } : { text: `\\${name}`, length: 2 };
}

/**
 * A command that nothing is known of stays, with its arguments, as its source. What stands behind an accent is still
 * read: it may come to be a letter.
 */
function keepCommand(source: string, index: number, name: string, after: number): Replacement {
  let end = after;
  if (ACCENTS.has(name)) return { text: source.slice(index, end), length: end - index };
  for (let inner = readBraces(source, end); inner !== undefined; inner = readBraces(source, end)) {
    end += inner.length + 2;
  }
  return { text: source.slice(index, end), length: end - index };
}
