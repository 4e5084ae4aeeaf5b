/** Elements in introductions: components, and drawings, each with the attributes that it may have. */
import type { MdastNode } from "satteri";
import type { ProseFault } from "../prose.ts";
import { checkDrawingValue, DRAWING_ELEMENTS, isDrawingAttribute } from "./drawing.ts";
import { suggestNearest } from "./nearest.ts";

/** Components, with their attributes: a link to a paper, and a frame with a caption for a drawing. */
const COMPONENTS: { [name: string]: readonly string[] } = { Paper: ["id"], Plan: ["caption"] };

/** An element as MDX writes it. */
export type JsxElement = Extract<MdastNode, { type: "mdxJsxFlowElement" | "mdxJsxTextElement" }>;

/** Takes an id for a heading or a drawing; tells where the page, a drawing or, for a drawing, a heading has it already. */
export type ClaimId = (id: string, isHeading: boolean) => ProseFault[];

/** For what stands within a drawing and may not. */
export const REFUSE_IN_DRAWING: readonly ProseFault[] = [
  { message: "a drawing holds only shapes and texts", mend: "put it outside the <svg>" },
];

/** What is wrong with an element as a whole; undefined when its attributes are to be looked at. */
export function checkName(
  element: JsxElement,
  isInDrawing: boolean,
  mayBePart: boolean,
): readonly ProseFault[] | undefined {
  const name = element.name ?? "";
  const found = `<${name}>`;
  if (DRAWING_ELEMENTS.has(name)) {
    if (name === "svg" || mayBePart) return undefined;
    return [{ message: "this part of a drawing stands outside of one", found, mend: "put it into an <svg>" }];
  }
  if (!Object.hasOwn(COMPONENTS, name)) return refuseName(name);
  if (isInDrawing) return REFUSE_IN_DRAWING.map((fault) => ({ ...fault, found }));
  if (name !== "Paper" || readAttribute(element, "id") !== undefined) return undefined;
  return [{ message: "a link to a paper needs its id", found, allowed: '<Paper id="…">', mend: "add the id" }];
}

/** What is wrong with the attributes of an element that may stand where it does. */
export function checkAttributes({ name, attributes }: JsxElement, claimId: ClaimId): ProseFault[] {
  const known = COMPONENTS[name ?? ""];
  return attributes.flatMap((attribute): ProseFault[] => {
    const isNamed = attribute.type === "mdxJsxAttribute";
    const key = isNamed ? attribute.name : `{${attribute.value}}`;
    const isAllowed = isNamed && (known?.includes(key) ?? isDrawingAttribute(key));
    const { value } = attribute;
    if (!isAllowed || typeof value !== "string") return refuseAttribute(key, `<${name}>`, known);
    if (known !== undefined) return [];
    const faults = checkDrawingValue(key, value);
    return key === "id" && faults.length === 0 ? claimId(value, false) : faults;
  });
}

function refuseName(name: string): ProseFault[] {
  const names = Object.keys(COMPONENTS);
  const isComponent = /^[A-Z]/.test(name);
  return [
    {
      message: isComponent ? "an edition has no such component" : "an introduction holds no HTML but a drawing",
      found: `<${name}>`,
      ...suggestNearest(name, names, "write", `use one of ${names.join(", ")}, or Markdown`),
    },
  ];
}

function refuseAttribute(key: string, tag: string, known: readonly string[] | undefined): ProseFault[] {
  const allowed = known === undefined ? "place, size and colour of a drawing" : known.join(", ");
  return [
    {
      at: key,
      message: "this attribute is not allowed in an introduction",
      found: `${key} of ${tag}`,
      allowed: `${allowed}, as plain text in quotation marks`,
      mend: "take it out, or write its value in quotation marks",
    },
  ];
}

/** Whether a node is an element that MDX writes as one. */
export function isElement(node: MdastNode): node is JsxElement {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

/** The value of an attribute; undefined when it is not there. */
export function readAttribute({ attributes }: JsxElement, name: string): unknown {
  return attributes.find((attribute) => attribute.type === "mdxJsxAttribute" && attribute.name === name)?.value;
}
