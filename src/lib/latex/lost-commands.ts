/** TeX that a program damaged on its way: without backslashes, without dollar signs, glued to what stands before it. */
import { splitRuns } from "./runs.ts";
import { setScript } from "./scripts.ts";

/** Where a program has lost the backslash of a command. */
const LOST_BACKSLASH = /(?<![\\\p{L}])(?=(?:emph|text(?:bf|it|rm|sc|sf|tt|sub|sup))\{)/gu;
/** Names of signs in braces that no words have: `{sim}11%`, `7{times}`, `5.15{\deg}`. */
const LOST_SIGN =
  /(?<![\\\p{L}_^}])\{\\?(sim|times|pm|approx|leq|geq|rightarrow|cdot|infty)\}|(?<=\d)\{\\?(circ|deg|degree)\}/gu;
const SIGN_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sim: "∼",
    times: "×",
    circ: "°",
    deg: "°",
    degree: "°",
    pm: "±",
    approx: "≈",
    leq: "≤",
    geq: "≥",
    rightarrow: "→",
    cdot: "·",
    infty: "∞",
  }),
);
/** `7times faster`: nothing else is written so. */
const LOST_TIMES = /(?<=\d)times\b/g;
/** `360^{circ}`, `90^\circ`. */
const LOST_DEGREE = /(?<=\d)\^(?:\{\\?(?:circ|deg)\}|\\circ(?![A-Za-z]))/g;
/** A script without mathematics around it: digits, or an ordinal's letters. */
const LOST_SCRIPT = /(?<=[\p{L}\d)])\^\{(-?\d{1,4}|st|nd|rd|th|\+|-)\}/gu;
/** An amount whose dollar sign went and left its backslash. */
const LOST_DOLLAR = /(?<=^|[\s(])\\(?=\d+(?:[.,]\d+)*\s?(?:[kKMB]\b|thousand\b|million\b|billion\b|per\b|USD\b))/g;
/** What a link said, glued to its address: `https://a.example{this URL}`. */
const GLUED_LABEL = /(?<![^\s(])(https?:\/\/[^\s{}<>"\\]{4,500})\{([^{}]{1,100})\}/gi;
/** A label that says no more than that there is a link. */
const BARE_LABEL = /^(?:(?:this|the|our)? ?(?:https? )?(?:URL|link|page|website|repository|here)|https?:\/\/\S+)$/i;

/** Characters as TeX knows them by their numbers: `\char"00E9`, `\mathchar`-`, `^^e9`. */
const NUMBER = String.raw`(?:"([\dA-Fa-f]{2,5})|(\d{2,5})|[\`'](\\?[!-~]))`;
const NUMBERED = [
  new RegExp(String.raw`\{\\(?:char|mathchar)\s?${NUMBER}\s?\}`, "g"),
  new RegExp(String.raw`\\symbol\{${NUMBER}\}`, "g"),
  // A space ends the number, and goes.
  new RegExp(String.raw`\\(?:char|mathchar)\s?${NUMBER}\s?`, "g"),
  /\^\^([\da-f]{2})/g,
];

/** The text with what is sure of that set right; mathematics is not looked into. */
export function readLostCommands(text: string): string {
  return splitRuns(text)
    .map(({ kind, source }) => {
      if (kind === "text") return repair(source);
      return kind === "inline" ? `$${source}$` : `$$${source}$$`;
    })
    .join("");
}

function repair(text: string): string {
  const repaired = text
    .replace(LOST_BACKSLASH, "\\")
    .replace(LOST_DEGREE, "°")
    .replace(LOST_SIGN, (_, name?: string, degree?: string) => SIGN_NAMES.get(name ?? degree ?? "") ?? "")
    .replace(LOST_TIMES, "×")
    .replace(LOST_SCRIPT, (_, script: string) => setScript(script, "^"))
    .replace(LOST_DOLLAR, "\\$")
    .replace(GLUED_LABEL, (_, address: string, label: string) =>
      BARE_LABEL.test(label.trim()) ? address : `${label.trim()} (${address})`,
    );
  return /\^\^|\\(?:char|symbol|mathchar)/.test(repaired)
    ? NUMBERED.reduce((part, form) => part.replace(form, readNumbered), repaired)
    : repaired;
}

function readNumbered(whole: string, hexadecimal: string | undefined, ...others: unknown[]): string {
  const [decimal, sign] = others.length > 3 ? (others as (string | undefined)[]) : [];
  if (sign !== undefined) return sign.slice(-1);
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
  const isLetter = (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code < 0xd800);
  return isLetter ? String.fromCodePoint(code) : whole;
}
