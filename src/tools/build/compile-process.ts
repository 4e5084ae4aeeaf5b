/**
 * The process that has Astro compile the templates, see html.ts. It is one of its own so that its memory can be measured
 * and an error of Astro's reaches us as data. Settings come in the environment.
 */
import { build } from "astro";
import { tellParent } from "./child-process.ts";
import { answerHtml } from "./html-answer.ts";
import { waitToCompile } from "./lock.ts";
import { clearAstroFolder } from "./work-folder.ts";

/** @returns seconds of waiting for another build */
async function compileTemplates(): Promise<number> {
  const start = performance.now();
  await waitToCompile((line) => tellParent({ line }));
  const waited = (performance.now() - start) / 1000;
  clearAstroFolder();
  await build({ logLevel: "warn" });
  return waited;
}

await answerHtml(compileTemplates);
