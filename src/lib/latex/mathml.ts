/** Mathematics in TeX as MathML, by temml. */
import { parseXml, type XmlElement } from "@rgrove/parse-xml";
import temml from "temml";
import type { Formula } from "./runs.ts";

/** Longest formula that is read, in characters; a longer one is no formula of an abstract. */
const LONGEST_SOURCE = 2000;
/** Longest markup that is taken over, in characters: macros can make much of little. */
const LONGEST_MARKUP = 40_000;
/** Commands that authors use and temml does not know, in terms of those it knows. */
const MACROS = {
  "\\mbox": "\\text{#1}",
  "\\mathbbm": "\\mathbb{#1}",
  "\\mathds": "\\mathbb{#1}",
  "\\ensuremath": "#1",
  "\\xspace": "",
  // The upper one comes first in LaTeX, and last in temml.
  "\\prescript": "\\pres@cript{_{#2}^{#1}}{}{#3}",
};

const known = new Map<string, XmlElement | undefined>();

/**
 * The formula as a tree; undefined when temml cannot read it. Nothing in it is trusted: links, pictures, classes and
 * styles of a source's own are refused. Sizes are bounded, and so is what macros may come to.
 */
export function readMathml(formula: Pick<Formula, "kind" | "source">): XmlElement | undefined {
  return known.getOrInsertComputed(`${formula.kind} ${formula.source}`, () => parseFormula(formula));
}

function parseFormula({ kind, source }: Pick<Formula, "kind" | "source">): XmlElement | undefined {
  if (source.length > LONGEST_SOURCE) return undefined;
  try {
    const markup = temml.renderToString(source, {
      displayMode: kind === "display",
      throwOnError: true,
      trust: false,
      // em and pt
      maxSize: [4, 40],
      maxExpand: 100,
      // Parts that may stand on lines of their own, as TeX breaks a formula: behind relations and operators.
      wrap: "tex",
      macros: { ...MACROS },
    });
    return markup.length > LONGEST_MARKUP ? undefined : (parseXml(markup).root ?? undefined);
  } catch {
    // A ParseError for what it does not know, a RangeError for what is nested too deep: shown as its source, both.
    return undefined;
  }
}
