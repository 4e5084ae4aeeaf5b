/** Our processes render with what Astro compiled, by its insides: the pages must be those that Astro's own build makes. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { runHtmlProcess } from "#tools/build/html.ts";
import { locateWorkFolder, readSettings } from "#tools/build/settings.ts";
import { listSiteFiles } from "#tools/build/site-files.ts";
import { locateMade, makeWorkFolder } from "#tools/build/work-folder.ts";
import { build } from "#tools/build.ts";
import { CACHE_FOLDER, PROJECT_FOLDER } from "#tools/folders.ts";

mkdirSync(CACHE_FOLDER, { recursive: true });
const root = mkdtempSync(join(CACHE_FOLDER, "astro-agreement-"));
const settings = {
  ...readSettings({ CONTENT_DIR: join(PROJECT_FOLDER, "e2e", "content"), BASE_PATH: "/digest/" }),
  outDir: join(root, "ours"),
};
after(() => {
  for (const folder of [root, locateWorkFolder(settings)]) rmSync(folder, { recursive: true, force: true });
});

/** Writes what all pages get. The addresses in it take their base path from the environment, once. */
async function writePlan(): Promise<string> {
  process.env["BASE_PATH"] = settings.basePath;
  const { readHoldings } = await import("#data/content/content-store.ts");
  const { makeLibrary } = await import("#data/library.ts");
  const { makeRelatedLists } = await import("#data/related-lists.ts");
  const { writePageProps } = await import("#data/site/page-props.ts");
  const { planSite } = await import("#data/site/site-plan.ts");
  const library = makeLibrary(readHoldings(settings.contentDir), settings.paperPages);
  const folder = join(root, "plan");
  writePageProps(folder, planSite(library, makeRelatedLists(library)));
  return folder;
}

/** What to look at when pages differ. */
const LOOK_AT =
  "Astro's own build makes it otherwise than src/tools/build/render-process.ts: compare what its prerenderer hands to the " +
  "compiled app (astro/dist/core/build/default-prerenderer.js and generate.js) with openTemplates and keepTemplates in " +
  "src/tools/build/keep-templates.ts.";

test("Every page and every asset of the edge cases has the bytes that Astro's own build gives it", async () => {
  await build(settings);
  const workFolder = makeWorkFolder(join(root, "work"));
  const planFolder = await writePlan();
  // Without a folder for the templates Astro renders the pages itself.
  await runHtmlProcess("compile-process.ts", { settings, workFolder, templates: "", planFolder });
  const theirs = locateMade(workFolder).site;
  const [ours, others] = [settings.outDir, theirs].map((folder) =>
    [...listSiteFiles(folder).keys()].filter((path) => !path.startsWith("pagefind/")).sort(),
  );
  assert.ok((others?.length ?? 0) > 50 && others?.some((path) => path.endsWith(".css")));
  assert.deepEqual(ours, others, LOOK_AT);
  for (const path of others ?? []) {
    const [page = "", other = ""] = [settings.outDir, theirs].map((folder) =>
      readFileSync(join(folder, path), "latin1"),
    );
    const at = [...page].findIndex((sign, place) => sign !== other[place]);
    const place = at < 0 ? Math.min(page.length, other.length) : at;
    const around = [page, other].map((text) => text.slice(Math.max(0, place - 60), place + 60));
    assert.ok(page === other, `${path}: ${LOOK_AT}\nours:   ${around[0]}\ntheirs: ${around[1]}`);
  }
});
