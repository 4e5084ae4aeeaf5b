/** Prose in Markdown (CommonMark, through Sätteri) as HTML that is safe to put on a page. */
import { defineMdastPlugin, type Features, type MdastNode, markdownToHtml, markdownToMdast } from "satteri";
import { listMarkFaults } from "./mark-faults.ts";
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
} from "./prose.ts";
import { type LinkNames, listSiteLinks, maskMarks, restoreMarks } from "./prose-marks.ts";

/** CommonMark alone: tables would bring inline styles, footnotes ids and headings that clash with the page's own. */
const FEATURES: Features = { gfm: false, frontmatter: false };

/** Raw HTML is shown as text, an image as its description; a link that is not safe leads nowhere. */
const keepSafe = defineMdastPlugin({
  name: "offprint-safe",
  html(node, context) {
    context.replaceNode(node, { type: "text", value: node.value });
  },
  image(node, context) {
    context.replaceNode(node, { type: "text", value: node.alt ?? "" });
  },
  imageReference(node, context) {
    context.replaceNode(node, { type: "text", value: node.alt ?? "" });
  },
  link(node, context) {
    if (!isSafeLink(node.url)) context.setProperty(node, "url", "#");
  },
  definition(node, context) {
    if (!isSafeLink(node.url)) context.setProperty(node, "url", "#");
  },
});

/**
 * Markdown as HTML. Raw HTML in it comes out as text, images as their description, mathematics as MathML, and
 * `[[2510.18821]]` and `[[tag:self-play]]` as links to pages of the site.
 * @param names what links say that have no words of their own
 */
export function renderMarkdown(markdown: string, names: LinkNames = {}): string {
  const { text, marks } = maskMarks(markdown);
  const { html } = markdownToHtml(text, { features: FEATURES, mdastPlugins: [keepSafe] });
  return restoreMarks(html.trim(), marks, names);
}

/** What the prose of a digest may hold. */
const ALLOWED = "Markdown: paragraphs, emphasis, links, lists, quotations";

const refuseImage = ({ alt }: { alt?: string | null | undefined }): ProseFault => ({
  message: "the prose of a digest holds no images",
  found: `![${alt ?? ""}]`,
  allowed: ALLOWED,
  mend: "take it out",
});
const judgeLink = ({ url }: { url: string }) =>
  isSafeLink(url) ? undefined : refuseLink(url, "http, https and mailto");
const REFUSE_LINK_IN_LINK: ProseFault = {
  message: "a link to a page of ours stands within another link",
  mend: "put it outside of the other",
};
const refuseNested = (node: MdastNode) => (listSiteLinks(readWords(node)).length > 0 ? REFUSE_LINK_IN_LINK : undefined);

const DIGEST_RULES: ProseRules = {
  ...PLAIN_PROSE,
  link: (node) => refuseNested(node) ?? judgeLink(node),
  linkReference: refuseNested,
  definition: judgeLink,
  image: refuseImage,
  imageReference: refuseImage,
  heading: ({ depth }) => ({
    message: "the prose of a digest holds no headings",
    found: "#".repeat(depth),
    allowed: ALLOWED,
    mend: "take it out; the page has headings of its own",
  }),
  html: ({ value }, around) => {
    // An opening tag and its closing one are one fault.
    if (isClosing(value) && hasOpening(around.at(-1))) return undefined;
    return {
      message: "the prose of a digest holds no HTML",
      found: value.split("\n")[0] ?? "",
      allowed: ALLOWED,
      mend: "take the tag out, or write its < as \\<",
    };
  },
};

function isClosing(tag: string): boolean {
  return tag.startsWith("</");
}

const withOpening = new WeakMap<MdastNode, boolean>();

/** Whether an opening tag stands in a node itself; each node is looked through once. */
function hasOpening(node: MdastNode | undefined): boolean {
  if (node === undefined || !("children" in node)) return false;
  return withOpening.getOrInsertComputed(node, () =>
    node.children.some((child) => child.type === "html" && !isClosing(child.value)),
  );
}

/** What the prose of a digest may not hold. */
export function listMarkupProblems(markdown: string): ProseProblem[] {
  const root = markdownToMdast(markdown, { features: FEATURES });
  const problems = judgeProse(root, markdown, (node, around) => applyRules(DIGEST_RULES, node, around));
  return [...problems, ...listMarkFaults(markdown)].sort((a, b) => a.line - b.line);
}
