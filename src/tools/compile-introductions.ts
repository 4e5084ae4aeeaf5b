/** Introductions of editions as Astro compiles them: each is judged first, by the tree that is compiled. */
import { fileURLToPath } from "node:url";
import { satteri } from "@astrojs/markdown-satteri";
import { defineMdastPlugin } from "satteri";
import { nameContentFile } from "../lib/content/content-files.ts";
import { INTRODUCTION_FEATURES, judgeIntroduction } from "../lib/content/introduction.ts";
import { ContentError } from "../lib/errors.ts";

/**
 * Stops what has faults, whoever reads the content and whatever was checked before. Front matter is no part of what is
 * compiled: Astro would load the file that it names as `layout`.
 */
const judge = defineMdastPlugin({
  name: "offprint-introduction",
  options: { position: true },
  before(root, { source, fileURL, data }) {
    const file = fileURL === undefined ? "an introduction" : nameContentFile(fileURLToPath(fileURL));
    const problems = judgeIntroduction(root, source);
    if (problems.length > 0) throw new ContentError(problems.map((problem) => ({ file, field: "body", ...problem })));
    Object.assign(data, { astro: { ...(data["astro"] as object | undefined), frontmatter: {} } });
  },
});

/** What Astro compiles MDX with. */
export const introductionProcessor = satteri({ features: INTRODUCTION_FEATURES, mdastPlugins: [judge] });
