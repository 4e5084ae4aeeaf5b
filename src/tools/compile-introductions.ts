/** Introductions of editions as Astro compiles them: each is judged first, by the tree that is compiled. */
import { fileURLToPath } from "node:url";
import { satteri } from "@astrojs/markdown-satteri";
import { defineMdastPlugin, type MdastNode } from "satteri";
import { nameContentFile } from "../lib/content/content-files.ts";
import { splitFrontMatter } from "../lib/content/document.ts";
import { INTRODUCTION_FEATURES, judgeIntroduction } from "../lib/content/introduction.ts";
import { type MaskedIntroduction, maskIntroduction } from "../lib/content/masked-introduction.ts";
import { ContentError } from "../lib/errors.ts";
import { splitMasked } from "../lib/prose-marks.ts";

/** What was masked of the files that were handed to Astro, by path. */
const masked = new Map<string, MaskedIntroduction>();

/** Stops what has faults, whoever reads the content and whatever was checked before. */
const judge = defineMdastPlugin({
  name: "offprint-introduction",
  options: { position: true },
  before(root, { source, fileURL }) {
    const path = fileURL === undefined ? "" : fileURLToPath(fileURL);
    const file = path === "" ? "an introduction" : nameContentFile(path);
    const { toWritten } = masked.get(path) ?? maskIntroduction("");
    const problems = judgeIntroduction(root, source).map(toWritten);
    if (problems.length > 0) throw new ContentError(problems.map((problem) => ({ file, field: "body", ...problem })));
  },
});

/** Puts the element <Mark> in the place of each formula and link; the page hands the HTML of all to its introduction. */
const showMarks = defineMdastPlugin({
  name: "offprint-marks",
  text(node, context) {
    const parts = splitMasked(node.value);
    if (parts.every((part) => typeof part === "string")) return;
    context.replaceNode(
      node,
      parts.map((part): MdastNode => (typeof part === "string" ? { type: "text", value: part } : makeMark(part))),
    );
  },
});

function makeMark(place: number): MdastNode {
  const value = { type: "mdxJsxAttributeValueExpression", value: `props.marks?.[${place}]` } as const;
  return {
    type: "mdxJsxTextElement",
    name: "Mark",
    attributes: [{ type: "mdxJsxAttribute", name: "html", value }],
    children: [],
  };
}

/** What Astro compiles MDX with. */
export const introductionProcessor = satteri({ features: INTRODUCTION_FEATURES, mdastPlugins: [judge, showMarks] });

/**
 * A Vite plugin that hands introductions to Astro with front matter that is empty: Astro has another reader of YAML, which
 * may refuse what `check` passes, and would load the file that is named as `layout`. Formulas and links are masked.
 */
export const emptyFrontMatter = {
  name: "offprint-front-matter",
  transform: {
    order: "pre" as const,
    filter: { id: /\.mdx$/ },
    handler(text: string, path: string): string {
      const parts = splitFrontMatter(text, nameContentFile(path));
      if ("message" in parts) throw new ContentError([parts]);
      const introduction = maskIntroduction(parts.body);
      masked.set(path, introduction);
      return `---${"\n".repeat(parts.bodyOffset - 1)}---\n${introduction.text}`;
    },
  },
};
