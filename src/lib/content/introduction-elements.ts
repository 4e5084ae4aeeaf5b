/** Elements in introductions: components, and drawings, of SVG's shapes and texts with their looks; nothing that links, loads or runs. */
import type { MdastNode } from "satteri";
import { isVisible } from "../latex/characters.ts";
import { EMPTY, type ProseFault, readWords } from "../prose.ts";
import { suggestNearest } from "./nearest.ts";

/** Components, with their attributes: a link to a paper, and a frame with a caption for a drawing. */
const COMPONENTS: { [name: string]: readonly string[] } = { Paper: ["id"], Plan: ["caption"] };

/** An element as MDX writes it. */
export type JsxElement = Extract<MdastNode, { type: "mdxJsxFlowElement" | "mdxJsxTextElement" }>;

/** Takes an id for a heading or a drawing; tells where the page, a drawing or, for a drawing, a heading has it already. */
export type ClaimId = (id: string, isHeading: boolean) => ProseFault | undefined;

/** For what stands within a drawing and may not. */
export const REFUSE_IN_DRAWING: ProseFault = {
  message: "a drawing holds only shapes and texts",
  mend: "put it outside the <svg>",
};

const listWords = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Elements of a drawing. */
const DRAWING_ELEMENTS = listWords(
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

const ANY_LOOK = { pattern: PLAIN_VALUE, allowed: "numbers, names, colours, url(#id)" };

/** Attributes that take only certain values. */
const VALUE_FORMS: { [attribute: string]: typeof ANY_LOOK } = {
  // Any other could bring a look of the page's own.
  class: { pattern: /^sheets$/, allowed: "sheets, the colour of the paper" },
  // Rows of papers have ids that begin with a digit, or hold two hyphens.
  id: { pattern: /^[a-z]\w*([.-]\w+)*$/i, allowed: "a letter, then letters, digits, single hyphens and dots" },
  xmlns: { pattern: /^http:\/\/www\.w3\.org\/2000\/svg$/, allowed: "http://www.w3.org/2000/svg" },
};

/** What is wrong with an element as a whole; undefined when its attributes are to be looked at. */
export function checkName(element: JsxElement, isInDrawing: boolean, mayBePart: boolean): ProseFault | undefined {
  const name = element.name ?? "";
  const found = `<${name}>`;
  if (DRAWING_ELEMENTS.has(name)) {
    if (name === "svg" || mayBePart) return undefined;
    return { message: "this part of a drawing stands outside of one", found, mend: "put it into an <svg>" };
  }
  if (!Object.hasOwn(COMPONENTS, name)) return refuseName(name);
  if (isInDrawing) return { ...REFUSE_IN_DRAWING, found };
  if (name !== "Paper") return undefined;
  if (readAttribute(element, "id")) return isVisible(readWords(element)) ? undefined : EMPTY;
  return { message: "a link to a paper needs its id", found, allowed: '<Paper id="…">', mend: "add the id" };
}

/** What is wrong with the attributes of an element that may stand where it does. */
export function checkAttributes({ name, attributes }: JsxElement, claimId: ClaimId): (ProseFault | undefined)[] {
  const known = COMPONENTS[name ?? ""];
  const keys = new Set<string>();
  return attributes.map((attribute) => {
    const isNamed = attribute.type === "mdxJsxAttribute";
    const key = isNamed ? attribute.name : `{${attribute.value}}`;
    const found = `${key} of <${name}>`;
    if (keys.has(key)) return { at: key, message: "this attribute stands twice", found, mend: "keep one of them" };
    keys.add(key);
    const isAllowed = isNamed && (known?.includes(key) ?? (WORDS.has(key) || LOOKS.has(key)));
    const { value } = attribute;
    if (!isAllowed || typeof value !== "string") return refuseAttribute(key, found, known);
    if (known !== undefined) return undefined;
    return checkDrawingValue(key, value) ?? (key === "id" ? claimId(value, false) : undefined);
  });
}

function refuseName(name: string): ProseFault {
  const names = Object.keys(COMPONENTS);
  const isComponent = /^[A-Z]/.test(name);
  return {
    message: isComponent ? "an edition has no such component" : "an introduction holds no HTML but a drawing",
    found: `<${name}>`,
    ...suggestNearest(name, names, "write", `use one of ${names.join(", ")}, or Markdown`),
  };
}

function refuseAttribute(key: string, found: string, known: readonly string[] | undefined): ProseFault {
  const allowed = known === undefined ? "place, size and colour of a drawing" : known.join(", ");
  return {
    at: key,
    message: "this attribute is not allowed in an introduction",
    found,
    allowed: `${allowed}, as plain text in quotation marks`,
    mend: "take it out, or write its value in quotation marks",
  };
}

/** What is wrong with the value of an attribute that a drawing may have. */
function checkDrawingValue(name: string, value: string): ProseFault | undefined {
  const { pattern, allowed } = VALUE_FORMS[name] ?? ANY_LOOK;
  if (WORDS.has(name) || pattern.test(value)) return undefined;
  return {
    at: name,
    message: "this value is not allowed in a drawing",
    found: `${name}="${value}"`,
    allowed,
    mend: "write another one, or take the attribute out",
  };
}

/** Whether a node is an element that MDX writes as one. */
export function isElement(node: MdastNode): node is JsxElement {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

/** The value of an attribute; undefined when it is not there. */
export function readAttribute({ attributes }: JsxElement, name: string): unknown {
  return attributes.find((attribute) => attribute.type === "mdxJsxAttribute" && attribute.name === name)?.value;
}
