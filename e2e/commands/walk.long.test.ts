/** A site of more than 2,000 papers through all that may change: after each step it is what a clean build makes. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { CACHE_FOLDER } from "#tools/folders.ts";
import {
  addPaper,
  changePaper,
  editDigest,
  findNewestMonth,
  giveId,
  listDigests,
  takeOut,
  writeEdition,
} from "../scenes/archive-changes.ts";
import { type IncrementalScene, makeIncrementalScene, type Rebuilt } from "../scenes/incremental-scene.ts";
import { type BuildingProject, copyProject, replaceText } from "../scenes/project-copy.ts";

/** So many that older ones fill a closed bundle of the search index, and that all years but the last share a model of likeness. */
const PAPERS = 2_200;

mkdirSync(CACHE_FOLDER, { recursive: true });
const root = mkdtempSync(join(CACHE_FOLDER, "walk-test-"));
let project: BuildingProject;
let scene: IncrementalScene;

before(async () => {
  project = await copyProject(join(root, "project"), ["feed"]);
  scene = await makeIncrementalScene(root, PAPERS, project);
});

after(() => rmSync(root, { recursive: true, force: true }));

/** A step of the walk: its change, and what is to be seen of it in the site. */
function walk(name: string, step: (tell: (rebuilt: Rebuilt) => void) => Promise<void>): void {
  test(name, async (context) => {
    await step(({ rendered, pages, changed, index }) =>
      context.diagnostic(
        `${rendered} of ${pages} pages rendered, ${changed.length} files changed, ${index.indexed} papers indexed`,
      ),
    );
  });
}

/** Fails unless few pages were rendered, and none that came out as it was. */
function assertFew({ rendered, pages, changed }: Rebuilt): void {
  assert.ok(rendered > 0 && rendered < pages / 4, `${rendered} of ${pages} pages rendered`);
  assert.ok(rendered <= changed.length, `${rendered} pages rendered, ${changed.length} files changed`);
}

/** Fails unless all was made anew, as everything may look different. */
function assertAll({ rendered, pages }: Rebuilt): void {
  assert.ok(rendered >= pages, `${rendered} of ${pages} pages rendered`);
}

/** Fails unless the bundle of older papers was used again. */
function assertBundleKept({ index }: Rebuilt): void {
  assert.ok(index.indexed < PAPERS / 4, `${index.indexed} of ${index.pages} indexed`);
}

/** Pages of single months: of the archive, a topic, an author, an organisation. */
function listMonthPages(files: readonly string[]): string[] {
  return files.filter((file) => /^(archive|(tags|authors|organizations)\/[^/]+)\/\d{4}-\d{2}\//.test(file));
}

test("The fifty questions find something, and nothing is done when nothing has changed.", async () => {
  const answers = [...(scene.first.index?.answers ?? [])];
  assert.equal(answers.length, 50);
  assert.ok(answers.filter(([, hits]) => hits !== "[]").length > 40);
  assert.ok((scene.first.index?.papers.size ?? 0) === PAPERS);
  const { rendered, written, removed, changed } = await scene.rebuild();
  assert.deepEqual([rendered, written, removed, changed], [0, 0, 0, []]);
});

walk("A paper is added.", async (tell) => {
  const month = findNewestMonth(scene);
  const { id } = addPaper(scene);
  const rebuilt = await scene.compare();
  tell(rebuilt);
  assertFew(rebuilt);
  assertBundleKept(rebuilt);
  assert.ok(rebuilt.changed.includes(`papers/${id}/index.html`));
  const others = listMonthPages(rebuilt.changed).filter((file) => !file.includes(month.slice(7, 14)));
  assert.deepEqual(others, [], "pages of other months changed");
});

walk("A paper is changed.", async (tell) => {
  const month = scene.listMonths().at(-2) ?? "";
  const [paper] = scene.readPapers(month);
  changePaper(scene, month, paper?.id ?? "", { title: "Tides that turn", withdrawn: true, authors: ["Ada Quay"] });
  const rebuilt = await scene.compare();
  tell(rebuilt);
  assertFew(rebuilt);
});

walk("A paper that leads an edition is renamed.", async (tell) => {
  const id = /^lead: "(.*)"$/m.exec(scene.read("editions/2026-03-31.mdx"))?.[1] ?? "";
  giveId(scene, id, `${id.slice(0, 5)}09998`);
  const rebuilt = await scene.compare();
  tell(rebuilt);
  assertFew(rebuilt);
});

walk("A paper is removed.", async (tell) => {
  const month = scene.listMonths().at(-3) ?? "";
  const { id = "" } = scene.readPapers(month).find(({ featured }) => featured.length === 0) ?? {};
  takeOut(scene, id);
  const rebuilt = await scene.compare();
  tell(rebuilt);
  assertFew(rebuilt);
});

walk("An introduction, what is known of a day, and the reason of a redirect are rewritten.", async (tell) => {
  const files = ["editions/2025-05-30.mdx", "days.jsonl", "redirects.jsonl"].map((file) =>
    join(scene.contentDir, file),
  );
  const [introduction = "", days = "", redirects = ""] = files;
  replaceText(introduction, /$/, "\nOne more **tide**.\n");
  assert.deepEqual((await scene.rebuild()).changed, ["editions/2025-05-30/index.html"]);
  replaceText(days, /("date":"2025-06-16",.*"cut":)false/, "$1true");
  assert.ok((await scene.rebuild()).changed.includes("editions/2025-06-16/index.html"));
  replaceText(redirects, "It has sunk.", "It has drifted away.");
  const rebuilt = await scene.compare();
  tell(rebuilt);
  assert.equal(rebuilt.changed.length, 1);
});

walk("An old digest is edited, from which the likeness of all papers is learnt.", async (tell) => {
  editDigest(scene, listDigests(scene)[10] ?? "", "Ships are counted by the tide alone.");
  tell(await scene.compare());
});

walk("An edition is added, of a new paper and of an old one that no day had.", async (tell) => {
  const old = scene
    .listMonths()
    .slice(0, 60)
    .flatMap(scene.readPapers)
    .find(({ featured }) => featured.length === 0);
  writeEdition(scene, "2026-04-01", [scene.readPapers(findNewestMonth(scene))[0]?.id ?? "", old?.id ?? ""]);
  tell(await scene.compare());
});

walk("A topic is renamed.", async (tell) => {
  replaceText(join(scene.contentDir, "tags.yaml"), "label: Agents\n", "label: Doers\n");
  const rebuilt = await scene.compare();
  tell(rebuilt);
  assertAll(rebuilt);
});

walk("A template is changed, in what is searched.", async (tell) => {
  const path = join(project.folder, "src", "components", "paper", "Abstract.astro");
  replaceText(path, "{paragraphs.map(", "<p>Tidewater.</p>{paragraphs.map(");
  const rebuilt = await scene.compare();
  tell(rebuilt);
  assertAll(rebuilt);
});

walk("A style is changed.", async (tell) => {
  replaceText(join(project.folder, "src", "styles", "tokens.css"), /(--vermilion: light-dark\()#\w+/, "$1#a11f0d");
  const assets = readdirSync(join(scene.outDir, "_astro"));
  const rebuilt = await scene.compare();
  const left = readdirSync(join(scene.outDir, "_astro"));
  assert.deepEqual(
    assets.filter((name) => !left.includes(name)),
    [],
    "cached pages keep their styles",
  );
  assert.ok(left.length > assets.length, "new pages have theirs");
  tell(rebuilt);
  assertAll(rebuilt);
});

walk("A dependency is installed in another version, after its line in the lock file came.", async (tell) => {
  const packages = join(project.folder, "node_modules");
  const bump = (path: string): void =>
    replaceText(path, /("node_modules\/feed": \{\s*"version": )"6.0.0"/, '$1"6.0.1"');
  bump(join(project.folder, "package-lock.json"));
  assertAll(await scene.rebuild());
  bump(join(packages, ".package-lock.json"));
  replaceText(join(packages, "feed", "lib", "feed.js"), /encoding: "utf-8"/g, 'encoding: "UTF-8"');
  const rebuilt = await scene.compare();
  tell(rebuilt);
  assertAll(rebuilt);
  assert.deepEqual(rebuilt.changed, ["feeds/papers.xml"]);
});

walk("A number in the site's configuration is changed.", async (tell) => {
  replaceText(join(project.folder, "src", "site.ts"), "latestCount: 50", "latestCount: 20");
  const rebuilt = await scene.compare();
  tell(rebuilt);
  assertAll(rebuilt);
});

walk("The host is another.", async (tell) => {
  const rebuilt = await scene.compare({ siteUrl: "https://tides.example" });
  tell(rebuilt);
  assertAll(rebuilt);
});

walk("The site lies below another path.", async (tell) => {
  const rebuilt = await scene.compare({ basePath: "/tides/" });
  tell(rebuilt);
  assertAll(rebuilt);
});

walk("Only papers with a digest have pages, and one loses its digest.", async (tell) => {
  const rebuilt = await scene.compare({ paperPages: "digests" });
  tell(rebuilt);
  assertAll(rebuilt);
  rmSync(join(scene.contentDir, "digests", `${listDigests(scene).at(-2)}.md`));
  const again = await scene.compare({ paperPages: "digests" });
  tell(again);
  assertFew(again);
});
