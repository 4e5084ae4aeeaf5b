/** A site of more than 2,000 papers whose builds are interrupted and whose cache is damaged: the next build is right. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { CACHE_FOLDER } from "#tools/folders.ts";
import { editDigest, listDigests } from "../scenes/archive-changes.ts";
import { type IncrementalScene, makeIncrementalScene, type Rebuilt } from "../scenes/incremental-scene.ts";
import { DAMAGES, listKept } from "../scenes/kept-files.ts";
import { type KillMoment, killBuild } from "../scenes/killed-build.ts";
import { type BuildingProject, copyProject } from "../scenes/project-copy.ts";
import { assertSameSite, type SiteSummary } from "../scenes/site-summary.ts";

/** So many that older ones fill a closed bundle of the search index, and that all years but the last share a model of likeness. */
const PAPERS = 2_200;

mkdirSync(CACHE_FOLDER, { recursive: true });
const root = mkdtempSync(join(CACHE_FOLDER, "recovery-test-"));
let project: BuildingProject;
let scene: IncrementalScene;

/** Two states of the newest digest, and the sites that clean builds make of them. */
let states: [State, State];
let state = 0;

interface State {
  sentence: string;
  site: SiteSummary;
}

before(async () => {
  project = await copyProject(join(root, "project"), []);
  scene = await makeIncrementalScene(root, PAPERS, project);
  const make = async (sentence: string): Promise<State> => {
    editDigest(scene, listDigests(scene).at(-1) ?? "", sentence);
    return { sentence, site: await scene.buildClean() };
  };
  states = [await make("Ships are counted by the tide."), await make("Tides are counted by the ship.")];
  turn();
  await assertTurned("at first");
});

after(() => rmSync(root, { recursive: true, force: true }));

/** Gives the newest digest its other sentence. */
function turn(): void {
  state = 1 - state;
  editDigest(scene, listDigests(scene).at(-1) ?? "", states[state]?.sentence ?? "");
}

/** Builds, and fails unless that gives the site of the state. */
async function assertTurned(why: string): Promise<Rebuilt> {
  const rebuilt = await scene.rebuild();
  assertSameSite(rebuilt.site, states[state]?.site as SiteSummary, why);
  return rebuilt;
}

/** Moments of a build that changes few pages, in their order. */
const MOMENTS: { [name: string]: KillMoment } = {
  "before a month is kept": { match: "^renameSync .*/kept/.*papers", at: 1 },
  "before related papers are kept": { match: "^renameSync .*/kept/.*/related/", at: 1 },
  "while what pages get is written": { match: "^openSync .*/plan/", at: 2 },
  "before the first page is published": { match: "^renameSync .*/site/.* .*/dist/", at: 1 },
  "when some pages are published": { match: "^renameSync .*/site/.* .*/dist/", at: 5 },
  "while a bundle is made": { match: "^\\w+ .*/site/pagefind/papers-", at: 3 },
  "before the first part of the index takes its place": { match: "^renameSync .*/pagefind/", at: 1 },
  "when some parts of the index have taken theirs": { match: "^renameSync .*/pagefind/", at: 2 },
  "before it is kept what the index is made of": { match: "^renameSync .*/kept/.*/index/", at: 1 },
  "before the index names its new parts": { match: "^renameSync .*bundles\\.json$", at: 1 },
  "before the manifest is written": { match: "^writeFileSync .*/kept/.*manifest", at: 1 },
  "before the manifest takes its place": { match: "^renameSync .*/kept/.*manifest", at: 1 },
};

for (const [name, moment] of Object.entries(MOMENTS)) {
  test(`A build is killed ${name}.`, async () => {
    turn();
    await killBuild(project, scene.settings, moment);
    await assertTurned(name);
  });
}

test("A build that renders many pages is killed while it does, and what it was to show is taken back.", async () => {
  const [oldest = ""] = listDigests(scene);
  const before = scene.read(`digests/${oldest}.md`);
  editDigest(scene, oldest, "Old ships are counted too.");
  const papers = join(scene.workFolder, "site", "papers");
  await killBuild(project, scene.settings, { when: () => existsSync(papers) && readdirSync(papers).length > 50 });
  await assertDone(oldest, before);
});

test("A build that changes many pages is killed while it publishes them, and what they show is taken back.", async () => {
  const [oldest = ""] = listDigests(scene);
  const before = scene.read(`digests/${oldest}.md`);
  editDigest(scene, oldest, "Old ships are counted too.");
  await killBuild(project, scene.settings, { match: "^renameSync .*/site/.* .*/dist/", at: 200 });
  await assertDone(oldest, before);
});

/** Gives a digest its text of before, and fails unless the next build makes the site of before. */
async function assertDone(id: string, text: string): Promise<void> {
  scene.write(`digests/${id}.md`, text);
  await assertTurned("");
}

test("Of what builds keep one kind after the other is damaged or gone.", async (context) => {
  const kinds = [...listKept(scene.workFolder).keys()];
  assert.ok(kinds.length > 5, kinds.join());
  for (const [index, kind] of kinds.entries()) {
    for (const name of ["changed", index % 2 === 0 ? "cut short" : "gone"]) {
      const paths = listKept(scene.workFolder).get(kind) ?? [];
      // One among many is harder to notice than all.
      for (const path of name === "changed" ? paths.slice(-1) : paths) DAMAGES[name]?.(path);
      turn();
      const { rendered, pages } = await assertTurned(`${kind} ${name}`);
      context.diagnostic(`${kind} ${name}: ${rendered} of ${pages} pages rendered`);
      if (kind !== "manifest") assert.ok(rendered < pages / 4, `${kind} ${name}: ${rendered} of ${pages} rendered`);
    }
  }
});

for (const [name, damage] of Object.entries(DAMAGES)) {
  test(`All that builds keep is ${name}.`, async () => {
    for (const path of [...listKept(scene.workFolder).values()].flat()) damage(path);
    turn();
    await assertTurned(name);
  });
}

test("The whole cache is gone, then the whole site.", async () => {
  rmSync(scene.workFolder, { recursive: true });
  await assertTurned("");
  rmSync(scene.outDir, { recursive: true });
  await assertTurned("");
});
