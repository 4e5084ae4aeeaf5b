/**
 * What an introduction of an edition may hold: prose, links to papers, framed drawings, comments. It is MDX, which could
 * also run code and put any HTML on a page; so its tree is judged by a list of what is allowed, the tree that is compiled.
 */
import { type Features, type MdastNode, mdxToMdast } from "satteri";
import {
  applyRules,
  isSafeLink,
  judgeProse,
  PLAIN_PROSE,
  type ProseFault,
  type ProseProblem,
  type ProseRules,
  readWords,
  refuseLink,
} from "../prose.ts";
import { hasMarks } from "../prose-marks.ts";
import {
  type ClaimId,
  checkAttributes,
  checkName,
  isElement,
  type JsxElement,
  REFUSE_IN_DRAWING,
  readAttribute,
} from "./introduction-elements.ts";
import { suggestNearest } from "./nearest.ts";

/** How introductions are parsed, to be judged and to be compiled. */
export const INTRODUCTION_FEATURES: Features = { gfm: true, smartPunctuation: true, frontmatter: false };

/** Ids that the page around an introduction has; its headings and drawings may not have them too. */
export const PAGE_IDS: readonly string[] = [
  ...["main", "quick", "keys", "print-notes", "theme-auto", "theme-light", "theme-dark"],
  ...[
    "edition-head",
    "keys-head",
    "months-head",
    "papers-head",
    "rest-head",
    "slip-head",
    "topics-head",
    "trending-head",
  ],
];

/** The tree of an introduction. @throws what its parser says of a text that is not MDX */
export function parseIntroduction(body: string): MdastNode {
  return mdxToMdast(body, { features: INTRODUCTION_FEATURES });
}

/**
 * What an introduction holds that it may not.
 * @param root its tree, with positions
 * @param source the text it was parsed from
 * @param isWhole whether what stands around a part of it is in the tree too
 */
export function judgeIntroduction(root: MdastNode, source: string, isWhole = true): ProseProblem[] {
  const claimId = makeIds();
  const judgeElement = (element: JsxElement, around: readonly MdastNode[]) => {
    const isInDrawing = around.some(isSvg);
    return checkName(element, isInDrawing, isInDrawing || !isWhole) ?? checkAttributes(element, claimId);
  };
  const rules: ProseRules = {
    ...PROSE_RULES,
    heading: (node) => (node.depth === 2 || node.depth === 3 ? claimId(toAnchor(node), true) : REFUSE_LEVEL),
    mdxJsxFlowElement: judgeElement,
    mdxJsxTextElement: judgeElement,
  };
  return judgeProse(
    root,
    source,
    (node, around) => judgeMarks(node, around) ?? judgePlace(node, around) ?? applyRules(rules, node, around),
  );
}

/** Links to papers that are not among those given. */
export function judgePaperLinks(root: MdastNode, source: string, paperIds: ReadonlySet<string>): ProseProblem[] {
  return judgeProse(root, source, (node) => {
    const id = isPaper(node) ? readAttribute(node, "id") : undefined;
    if (typeof id !== "string" || id === "" || paperIds.has(id)) return undefined;
    const cure = suggestNearest(id, paperIds, "write", "add the paper, or take the link out");
    return { at: id, message: "this paper is not among the records", found: id, ...cure };
  });
}

const REFUSE_MARK: ProseFault = {
  message: "formulas and links to our pages are not made here",
  allowed: "them in paragraphs, lists and tables, outside of links",
  mend: "write it in words, or a dollar sign that is money as \\$",
};
const REFUSE_LEVEL: ProseFault = {
  message: "headings of an introduction are of the second or third level",
  mend: "begin it with ## or ###",
};
const REFUSE_IN_LINK: ProseFault = {
  message: "a link holds only words and drawings without a frame",
  mend: "put it outside the link",
};
const REFUSE_IN_PLAN: ProseFault = { message: "a <Plan> stands within another", mend: "put it below the other" };
const REFUSE_IN_HEADING: ProseFault = { message: "a heading holds no comment", mend: "put it below the heading" };
const refuseFootnote = () => ({ message: "an introduction has no footnotes", mend: "say it in the text" });
const refuseImage = ({ url }: { url?: string | undefined }): ProseFault => ({
  message: "an introduction loads no images",
  ...(url === undefined ? {} : { found: url }),
  allowed: "an SVG inside <Plan>",
  mend: "take it out, or draw it",
});
const REFUSE_ALIGNED: ProseFault = {
  message: "the columns of a table are not aligned here",
  mend: "take the colons out of its second line",
};
const REFUSE_BOX: ProseFault = {
  message: "an introduction has no boxes to tick",
  mend: "take the square brackets out",
};
const judgeLink = ({ url }: { url: string }) =>
  isSafeLink(url) || url.startsWith("#") ? undefined : refuseLink(url, "http, https and mailto; papers by <Paper id>");

/** Braces hold exactly one comment: within it nothing ends it. */
const COMMENT = /^\s*\/\*(?:(?!\*\/)[\s\S])*\*\/\s*$/;

const judgeExpression = ({ value }: { value: string }, around: readonly MdastNode[]): ProseFault | undefined => {
  // Astro would make the comment a part of the heading's address.
  if (COMMENT.test(value)) return around.some(({ type }) => type === "heading") ? REFUSE_IN_HEADING : undefined;
  return {
    message: "an introduction computes nothing",
    found: `{${value}}`,
    allowed: "one comment, {/* … */}",
    mend: "take the braces out, or write { as &#123;",
  };
};

const PROSE_RULES: ProseRules = {
  ...PLAIN_PROSE,
  delete: () => undefined,
  tableRow: () => undefined,
  tableCell: () => undefined,
  table: ({ align }) => (align?.some((side) => side !== null) ? REFUSE_ALIGNED : undefined),
  listItem: ({ checked }) => (typeof checked === "boolean" ? REFUSE_BOX : undefined),
  link: judgeLink,
  definition: judgeLink,
  image: refuseImage,
  imageReference: () => refuseImage({}),
  footnoteReference: refuseFootnote,
  footnoteDefinition: refuseFootnote,
  mdxFlowExpression: judgeExpression,
  mdxTextExpression: judgeExpression,
  mdxjsEsm: () => ({
    message: "an edition imports and exports nothing",
    allowed: "the components that the page hands to every edition",
    mend: "remove the line; where it is prose, begin it with another word",
  }),
};

/** What may stand within a drawing. */
const IN_DRAWING = new Set<string>(
  "paragraph text mdxJsxFlowElement mdxJsxTextElement mdxFlowExpression mdxTextExpression".split(" "),
);

/** What may stand within a link: that, but for components, and words in their emphasis. */
const IN_LINK = new Set([...IN_DRAWING, "emphasis", "strong", "delete", "inlineCode", "break"]);

const isSvg = (node: MdastNode) => isElement(node) && node.name === "svg";
const isPaper = (node: MdastNode): node is JsxElement => isElement(node) && node.name === "Paper";
const isPlan = (node: MdastNode) => isElement(node) && node.name === "Plan";
const isLink = (node: MdastNode) => node.type === "link" || node.type === "linkReference" || isPaper(node);

/** Formulas and links are made of the words of paragraphs, lists and tables: nowhere else. */
function judgeMarks(node: MdastNode, around: readonly MdastNode[]): ProseFault | undefined {
  if (node.type === "text") {
    if (!hasMarks(node.value)) return undefined;
    return around.some((outer) => isSvg(outer) || isLink(outer) || outer.type === "heading") ? REFUSE_MARK : undefined;
  }
  const own = isElement(node) ? node.attributes : { ...node, children: [], position: undefined };
  const isComment = node.type === "mdxFlowExpression" || node.type === "mdxTextExpression";
  return !isComment && hasMarks(JSON.stringify(own)) ? REFUSE_MARK : undefined;
}

/** What is wrong with a node because of what it stands in. */
function judgePlace(node: MdastNode, around: readonly MdastNode[]): ProseFault | undefined {
  if (around.some(isSvg) && !IN_DRAWING.has(node.type)) return REFUSE_IN_DRAWING;
  if (around.some(isLink) && (isPaper(node) || isPlan(node) || !IN_LINK.has(node.type))) return REFUSE_IN_LINK;
  return isPlan(node) && around.some(isPlan) ? REFUSE_IN_PLAN : undefined;
}

function makeIds(): ClaimId {
  const taken = new Set(PAGE_IDS);
  const headings = new Set<string>();
  return (id, isHeading) => {
    const isDouble = taken.has(id) || (!isHeading && headings.has(id));
    (isHeading ? headings : taken).add(id);
    const mend = isHeading ? "word the heading otherwise" : "write another id";
    return isDouble ? { message: "the page has this address already", found: id, mend } : undefined;
  };
}

/** The id that Astro gives to a heading, but for the number behind a double. */
function toAnchor(heading: MdastNode): string {
  return readWords(heading)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, "")
    .replaceAll(" ", "-");
}
