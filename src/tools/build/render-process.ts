/**
 * The process that renders one batch of pages with the compiled templates, see html.ts. Several run at once, so that a
 * build uses all that the machine has; each reads what its own pages get and no more.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readPageProps } from "../../data/site/page-props.ts";
import { parseRecords } from "../../lib/content/parse.ts";
import { readLists } from "../../lib/content/read.ts";
import { Failure } from "../../lib/failure.ts";
import { toSegment } from "../../lib/papers/id.ts";
import { answerHtml } from "./html-answer.ts";
import { describeHtmlError } from "./html-error.ts";
import { openTemplates } from "./keep-templates.ts";
import { readSettings } from "./settings.ts";
import { locateMade } from "./work-folder.ts";

/** How many pages that cannot be rendered are named before it gives up. */
const MOST_FAULTS = 10;

/** Renders what PLAN_DIR holds with the templates of TEMPLATES_DIR; waits for nobody. */
async function renderBatch(): Promise<number> {
  const { TEMPLATES_DIR = "", PLAN_DIR = "", WORK_DIR = "" } = process.env;
  const { contentDir, siteUrl, basePath } = readSettings(process.env);
  const siteFolder = locateMade(WORK_DIR).site;
  const faults: string[] = [];
  const { routes, render } = await openTemplates(TEMPLATES_DIR);
  for (const route of routes) {
    for (const { file } of readPageProps(PLAN_DIR, route)) {
      const address = new URL(`${basePath}${nameAddress(file)}`, siteUrl);
      const bytes = await render(route, address).catch((error: unknown) => {
        faults.push(describePageFault(contentDir, file, error));
      });
      if (bytes === undefined && faults.length < MOST_FAULTS) continue;
      if (bytes === undefined) throw new Failure(faults.join("\n"));
      const path = join(siteFolder, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
    }
  }
  if (faults.length > 0) throw new Failure(faults.join("\n"));
  return 0;
}

/** The address of a page below the base path, by its file; Astro knows the page of what is not there as `404/`. */
function nameAddress(file: string): string {
  return file === "404.html" ? "404/" : file.replace(/(^|\/)index\.html$/, "$1");
}

/**
 * A page that a template throws on, and why: `content/papers/2025-10.jsonl:3  papers/2510.18821/index.html …` where it is
 * a paper's, so that one can look at what is odd there.
 * @param file the page's, below the site's folder
 */
function describePageFault(contentDir: string, file: string, error: unknown): string {
  const [, segment] = /^papers\/([^/]+)\//.exec(file) ?? [];
  const place = segment === undefined ? undefined : locateRecord(contentDir, segment);
  return `${place === undefined ? "" : `${place}  `}${file} could not be rendered: ${describeHtmlError(error)}`;
}

/** File and line of the record that has this address; undefined when none has. */
function locateRecord(contentDir: string, segment: string): string | undefined {
  for (const { file, lines } of readLists(contentDir, "records", parseRecords, [])) {
    const found = lines.find(({ data }) => toSegment(data.id) === segment);
    if (found !== undefined) return `${file}:${found.line}`;
  }
  return undefined;
}

await answerHtml(renderBatch);
