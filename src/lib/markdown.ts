/** Prose in Markdown (CommonMark, through Sätteri) as HTML that is safe to put on a page. */
import { defineMdastPlugin, markdownToHtml } from "satteri";
import type { Problem } from "./errors.ts";

/** Schemes a link in prose may have. Anything else loses its address. */
const ALLOWED_LINK = /^(https?:\/\/|mailto:|#|\/(?!\/))/i;

/** Raw HTML is shown as text; links with another scheme than http, https or mailto lose it. */
const keepSafe = defineMdastPlugin({
  name: "offprint-safe",
  html(node, context) {
    context.replaceNode(node, { type: "text", value: node.value });
  },
  image(node, context) {
    context.replaceNode(node, { type: "text", value: node.alt ?? "" });
  },
  link(node, context) {
    if (!ALLOWED_LINK.test(node.url)) context.setProperty(node, "url", "#");
  },
});

/** Markdown as HTML. Raw HTML in it comes out as text, images as their description. */
export function renderMarkdown(markdown: string): string {
  return markdownToHtml(markdown, { mdastPlugins: [keepSafe] }).html.trim();
}

/** What the prose of a digest may not hold, with the line inside the prose (from 1). */
export function listMarkupProblems(markdown: string): (Omit<Problem, "file"> & { line: number })[] {
  return markdown.split("\n").flatMap((text, index) => {
    const line = index + 1;
    const found = [];
    const tag = /<\/?[a-z][^>]*>/i.exec(text.replace(/<(https?:|mailto:)[^>]*>/g, ""));
    if (tag !== null) {
      found.push({
        line,
        message: "the prose of a digest holds no HTML",
        found: tag[0],
        allowed: "Markdown: paragraphs, emphasis, links",
        mend: "take the tag out, or write its < as \\<",
      });
    }
    for (const [, address = ""] of text.matchAll(/\]\(\s*<?([^)\s>]*)/g)) {
      if (ALLOWED_LINK.test(address)) continue;
      found.push({
        line,
        message: "this link is not one that readers may follow",
        found: address,
        allowed: "http, https and mailto",
      });
    }
    return found;
  });
}
