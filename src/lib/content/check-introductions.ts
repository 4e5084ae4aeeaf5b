/**
 * Introductions of editions: they use the components that their page hands them, link to papers that exist, and hold
 * nothing that runs or loads: no expressions, no HTML but a drawing, no address that readers may not follow.
 */
import { defineMdastPlugin, type MdastPluginDefinition, mdxToJs } from "satteri";
import type { Problem } from "../errors.ts";
import { isSafeLink } from "../markdown.ts";
import type { Document } from "./document.ts";
import type { EditionData } from "./edition.ts";
import { suggestNearest } from "./nearest.ts";
import type { Partly } from "./salvage.ts";

/** Components an introduction may use: a link to a paper, and a frame with a caption for a drawing. */
const COMPONENTS = ["Paper", "Plan"];
/** Elements of a drawing: SVG's shapes and texts, nothing that links, loads or runs. */
const DRAWING = new Set(
  "svg g path circle ellipse rect line polyline polygon text tspan title desc defs marker clipPath".split(" "),
);
/** Attributes that a policy against anything inline or foreign would stop in the browser. */
const FORBIDDEN_ATTRIBUTE = /^(on|style$|href$|xlink:|src$)/i;

/** A JSX element of the introduction's tree, as Sätteri hands it over. */
interface Element {
  name: string | null;
  attributes: readonly { type: string; name?: string; value?: unknown }[];
}

/** What was found, and the text that it stands at. */
type Finding = Omit<Problem, "file" | "line" | "field"> & { at: string };

/** Problems of an introduction, but those that keep it from being parsed: its parser tells them. */
export function checkIntroduction(edition: Document<Partly<EditionData>>, paperIds: Set<string>): Problem[] {
  const findings = findAll(edition.body, paperIds);
  let reached = 0;
  return findings.map(({ at, ...finding }) => {
    // The parser tells no places, but hands over its nodes in the order of the text.
    const place = Math.max(reached, edition.body.indexOf(at, reached));
    reached = place;
    const line = edition.bodyLine + edition.body.slice(0, place).split("\n").length - 1;
    return { file: edition.file, line, field: "body", ...finding };
  });
}

/** Where the whole cannot be parsed, its paragraphs are, each by itself, so that one fault hides no other. */
function findAll(body: string, paperIds: Set<string>): Finding[] {
  const paragraphs = body.split(/\n[ \t]*\n/);
  return findIn(body, paperIds) ?? paragraphs.flatMap((paragraph) => findIn(paragraph, paperIds) ?? []);
}

/** What is found in a text; undefined when it cannot be parsed. */
function findIn(text: string, paperIds: Set<string>): Finding[] | undefined {
  const findings: Finding[] = [];
  try {
    mdxToJs(text, { mdastPlugins: [collectFindings(findings, paperIds)] });
    return findings;
  } catch {
    return undefined;
  }
}

function collectFindings(findings: Finding[], paperIds: Set<string>): MdastPluginDefinition {
  const checkElement = (element: Element) => {
    findings.push(...checkName(element), ...checkAttributes(element), ...checkPaper(element, paperIds));
  };
  const checkExpression = ({ value }: { value: string }) => {
    if (/^\s*\/\*.*\*\/\s*$/s.test(value)) return;
    findings.push({
      at: value,
      message: "an introduction computes nothing",
      found: `{${value}}`,
      mend: "take the braces out, or write { as &#123;",
    });
  };
  const checkLink = ({ url }: { url: string }) => {
    if (isSafeLink(url) || url.startsWith("#")) return;
    findings.push({
      at: url,
      message: "this link is not one that readers may follow",
      found: url,
      allowed: "http, https and mailto; papers by <Paper id>",
    });
  };
  return defineMdastPlugin({
    name: "offprint-introduction",
    mdxJsxFlowElement: checkElement,
    mdxJsxTextElement: checkElement,
    mdxFlowExpression: checkExpression,
    mdxTextExpression: checkExpression,
    link: checkLink,
    definition: checkLink,
    image({ url }) {
      findings.push({
        at: url,
        message: "an introduction loads no images",
        found: url,
        allowed: "an SVG inside <Plan>",
      });
    },
  });
}

function checkName({ name }: Element): Finding[] {
  if (name === null || COMPONENTS.includes(name) || DRAWING.has(name)) return [];
  const isComponent = /^[A-Z]/.test(name);
  return [
    {
      at: `<${name}`,
      message: isComponent ? "an edition has no such component" : "an introduction holds no HTML but a drawing",
      found: `<${name}>`,
      ...suggestNearest(name, COMPONENTS, "write", `use one of ${COMPONENTS.join(", ")}, or Markdown`),
    },
  ];
}

function checkAttributes({ name, attributes }: Element): Finding[] {
  return attributes
    .filter(({ name: key, value }) => key === undefined || typeof value === "object" || FORBIDDEN_ATTRIBUTE.test(key))
    .map(({ name: key = "…" }) => ({
      at: key,
      message: "this attribute is not allowed in an introduction",
      found: `${key} of <${name}>`,
      allowed: "plain text in quotation marks; no style, no address, nothing that runs",
    }));
}

function checkPaper({ name, attributes }: Element, paperIds: Set<string>): Finding[] {
  if (name !== "Paper") return [];
  const id = attributes.find((attribute) => attribute.name === "id")?.value;
  if (typeof id !== "string")
    return [{ at: "<Paper", message: "a link to a paper needs its id", allowed: '<Paper id="…">' }];
  if (paperIds.has(id)) return [];
  return [
    {
      at: id,
      message: "this paper is not among the records",
      found: id,
      ...suggestNearest(id, paperIds, "write", "add the paper, or take the link out"),
    },
  ];
}
