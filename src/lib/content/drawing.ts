/** Drawings in introductions: SVG's shapes and texts with their looks, and nothing that links, loads or runs. */
import type { ProseFault } from "../prose.ts";

const listWords = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Elements of a drawing. */
export const DRAWING_ELEMENTS = listWords(
  "svg g path circle ellipse rect line polyline polygon text tspan title desc defs marker clipPath",
);

/** Attributes that hold words for readers: any text. */
const WORDS = listWords("aria-label");

/** Attributes that place, size and paint. */
const LOOKS = listWords(
  `viewBox width height preserveAspectRatio role aria-hidden aria-labelledby aria-describedby id class xmlns transform
  d points pathLength x y x1 y1 x2 y2 dx dy cx cy r rx ry rotate refX refY orient markerWidth markerHeight markerUnits
  fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit
  stroke-dasharray stroke-dashoffset opacity color visibility display paint-order vector-effect shape-rendering
  marker-start marker-mid marker-end clip-path clip-rule clipPathUnits font-family font-size font-style font-weight
  text-anchor text-decoration textLength lengthAdjust dominant-baseline alignment-baseline baseline-shift
  letter-spacing word-spacing`,
);

/** Numbers, names and colours, also by a function, and references within the drawing: nothing that could be fetched. */
const PLAIN_VALUE =
  /^([\w\s.,%+#-]|(rgba?|hsla?|matrix|translate[XY]?|scale[XY]?|rotate|skew[XY])\([\w\s.,%+/-]*\)|url\(#[\w.-]+\))*$/;

/** What an attribute's value may be, as a pattern and in words. */
interface ValueForm {
  pattern: RegExp;
  allowed: string;
}

const ANY_LOOK: ValueForm = { pattern: PLAIN_VALUE, allowed: "numbers, names, colours, url(#id)" };

/** Attributes that take only certain values. */
const VALUE_FORMS: { [attribute: string]: ValueForm } = {
  // Any other could bring a look of the page's own.
  class: { pattern: /^sheets$/, allowed: "sheets, the colour of the paper" },
  // Rows of papers have ids that begin with a digit, or hold two hyphens.
  id: { pattern: /^[a-z]\w*([.-]\w+)*$/i, allowed: "a letter, then letters, digits, single hyphens and dots" },
  xmlns: { pattern: /^http:\/\/www\.w3\.org\/2000\/svg$/, allowed: "http://www.w3.org/2000/svg" },
};

/** Whether a drawing may have an attribute. */
export function isDrawingAttribute(name: string): boolean {
  return WORDS.has(name) || LOOKS.has(name);
}

/** What is wrong with the value of an attribute that a drawing may have. */
export function checkDrawingValue(name: string, value: string): ProseFault[] {
  const { pattern, allowed } = VALUE_FORMS[name] ?? ANY_LOOK;
  if (WORDS.has(name) || pattern.test(value)) return [];
  return [
    {
      at: name,
      message: "this value is not allowed in a drawing",
      found: `${name}="${value}"`,
      allowed,
      mend: "write another one, or take the attribute out",
    },
  ];
}
