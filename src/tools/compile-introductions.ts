/** Introductions of editions as Astro compiles them: each is judged first, by the tree that is compiled. */
import { fileURLToPath } from "node:url";
import { satteri } from "@astrojs/markdown-satteri";
import { defineMdastPlugin } from "satteri";
import { nameContentFile } from "../lib/content/content-files.ts";
import { splitFrontMatter } from "../lib/content/document.ts";
import { INTRODUCTION_FEATURES, judgeIntroduction } from "../lib/content/introduction.ts";
import { ContentError } from "../lib/errors.ts";

/** Stops what has faults, whoever reads the content and whatever was checked before. */
const judge = defineMdastPlugin({
  name: "offprint-introduction",
  options: { position: true },
  before(root, { source, fileURL }) {
    const file = fileURL === undefined ? "an introduction" : nameContentFile(fileURLToPath(fileURL));
    const problems = judgeIntroduction(root, source);
    if (problems.length > 0) throw new ContentError(problems.map((problem) => ({ file, field: "body", ...problem })));
  },
});

/** What Astro compiles MDX with. */
export const introductionProcessor = satteri({ features: INTRODUCTION_FEATURES, mdastPlugins: [judge] });

/**
 * A Vite plugin that hands introductions to Astro with front matter that is empty: Astro has another reader of YAML, which
 * may refuse what `check` passes, and would load the file that is named as `layout`.
 */
export const emptyFrontMatter = {
  name: "offprint-front-matter",
  transform: {
    order: "pre" as const,
    filter: { id: /\.mdx$/ },
    handler(text: string, path: string): string {
      const parts = splitFrontMatter(text, nameContentFile(path));
      if ("message" in parts) throw new ContentError([parts]);
      return `---${"\n".repeat(parts.bodyOffset - 1)}---\n${parts.body}`;
    },
  },
};
