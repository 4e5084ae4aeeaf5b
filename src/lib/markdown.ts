/** Prose in Markdown (CommonMark, through Sätteri) as HTML that is safe to put on a page. */
import { defineMdastPlugin, type Features, markdownToHtml } from "satteri";
import type { Problem } from "./errors.ts";

/** Something in prose that does not belong there. */
export type MarkupProblem = Omit<Problem, "file" | "field"> & { line: number };

/** Whether readers may follow an address from prose: http, https or mailto, and whole, so that it holds in a feed too. */
export function isSafeLink(url: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(url);
}

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

/** Markdown as HTML. Raw HTML in it comes out as text, images as their description. */
export function renderMarkdown(markdown: string): string {
  return markdownToHtml(markdown, { features: FEATURES, mdastPlugins: [keepSafe] }).html.trim();
}

/** What the prose of a digest may hold. */
const ALLOWED = "Markdown: paragraphs, emphasis, links, lists, quotations";

/** What the prose of a digest may not hold, with the line inside the prose (from 1). */
export function listMarkupProblems(markdown: string): MarkupProblem[] {
  const problems: MarkupProblem[] = [];
  let line = 1;
  let reached = 0;
  /** The parser tells no places, but hands over its nodes in the order of the text. */
  const locate = (source: string): number => {
    const place = source === "" ? -1 : markdown.indexOf(source, reached);
    if (place < 0) return line;
    reached = place + source.length;
    line = markdown.slice(0, place).split("\n").length;
    return line;
  };
  const checkLink = ({ url }: { url: string }) => {
    if (isSafeLink(url)) return;
    problems.push({
      line: locate(url),
      message: "this link is not one that readers may follow",
      found: url,
      allowed: "http, https and mailto",
      mend: "write the whole address with https://, or take the link out",
    });
  };
  const checkImage = ({ alt }: { alt?: string | null | undefined }) => {
    problems.push({
      line: locate(`![${alt ?? ""}`),
      message: "the prose of a digest holds no images",
      found: `![${alt ?? ""}]`,
      allowed: ALLOWED,
      mend: "take it out",
    });
  };
  const look = defineMdastPlugin({
    name: "offprint-look",
    html({ value }) {
      const [found = ""] = value.split("\n");
      const place = locate(found);
      // An opening tag and its closing one are one fault.
      if (found.startsWith("</") && problems.at(-1)?.line === place) return;
      problems.push({
        line: place,
        message: "the prose of a digest holds no HTML",
        found,
        allowed: ALLOWED,
        mend: "take the tag out, or write its < as \\<",
      });
    },
    heading({ depth }) {
      const found = "#".repeat(depth);
      problems.push({
        line: locate(found),
        message: "the prose of a digest holds no headings",
        found,
        allowed: ALLOWED,
        mend: "take it out; the page has headings of its own",
      });
    },
    image: checkImage,
    imageReference: checkImage,
    link: checkLink,
    definition: checkLink,
  });
  markdownToHtml(markdown, { features: FEATURES, mdastPlugins: [look] });
  return problems.sort((a, b) => a.line - b.line);
}
