/** Builds that fail at any of their steps: the last site stands byte for byte, its search included, and the next build is right. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { makeBuildScene } from "#scenes/build-scene.ts";
import { openSearchIndex } from "#scenes/opened-index.ts";
import { readTree } from "#scenes/process.ts";
import { copyProject, replaceText } from "#scenes/project-copy.ts";
import { withSmallDisk } from "#scenes/small-disk.ts";
import { readSettings } from "#tools/build/settings.ts";
import { PROJECT_FOLDER } from "#tools/folders.ts";

const scene = await makeBuildScene("build-failure");

/** Fails unless a build over the old site is refused in plain words, with all as it was; tells what it said. */
async function assertRefused(environment: { [name: string]: string }, why: string): Promise<string> {
  const before = readTree(scene.outDir);
  assert.ok(before.has("pagefind/bundles.json"));
  const { code, output } = await scene.run({ environment });
  assert.equal(code, 1, `${why}: ${output}`);
  assert.deepEqual(readTree(scene.outDir), before, why);
  assert.doesNotMatch(output, /^\s+at |unforeseen|\bE[A-Z]{4,}\b|errno/m, why);
  assert.match(output, /last site stands\.|as it was before\.|Nothing was changed\./i, why);
  assert.match(output, /and (run this|build) again/, why);
  return output;
}

/** Fails unless the next build makes the new site. */
async function assertBuilds(why: string): Promise<void> {
  const { code, output } = await scene.run();
  assert.equal(code, 0, `${why}: ${output}`);
  scene.assertDone();
}

const preload = `--import=${join(import.meta.dirname, "..", "scenes", "kill-at-call.ts")}`;

/** Steps of a build that may fail, as calls that do: the disk is full, may not be written, is read-only. */
const STEPS: { [step: string]: [match: string, at: number, code: string] } = {
  "a page is rendered": ["^writeFileSync .*/site/.*html", 3, "ENOSPC"],
  "a part of the index is begun": ["^mkdirSync .*/pagefind/papers-", 1, "ENOSPC"],
  "a part of the index is written": ["^writeFile .*/pagefind/", 3, "ENOSPC"],
  "the index is named": ["^writeFileSync .*bundles\\.json", 1, "ENOSPC"],
  "it is kept what the index is made of": ["^\\w+ .*/kept/.*/index/", 1, "EACCES"],
  "what makes way is kept": ["^(linkSync|renameSync) .*/aside/", 1, "EACCES"],
  "the first file takes its place": ["^renameSync .*/site/.* .*/dist/", 1, "EACCES"],
  "some files have taken theirs": ["^renameSync .*/site/.* .*/dist/", 6, "EPERM"],
  "the index takes its place": ["^renameSync .* .*/dist/pagefind/", 1, "EROFS"],
  "the index names its new parts": ["^renameSync .* .*/dist/pagefind/bundles", 1, "ENOSPC"],
  "what is gone is removed": ["^renameSync .*/dist/pagefind/papers-.*aside", 1, "EACCES"],
  "addresses are listed": ["^writeFileSync .*-test-\\w+/content/", 1, "EROFS"],
  "the manifest is written": ["^writeFileSync .*manifest", 1, "ENOSPC"],
};

for (const [step, [match, at, code]] of Object.entries(STEPS)) {
  test(`A build fails when ${step}.`, async () => {
    scene.reset();
    await assertRefused({ NODE_OPTIONS: preload, KILL_MATCH: match, KILL_AT: String(at), FAIL_WITH: code }, step);
    await assertBuilds(step);
  });
}

test("A title that shows nothing is named by file and line, and odd ones that show something are built.", async () => {
  scene.reset();
  const path = join(scene.contentDir, "papers", "2025-10.jsonl");
  const addresses = join(scene.contentDir, "addresses.txt");
  const [text, published] = [path, addresses].map((file) => readFileSync(file, "utf8")) as [string, string];
  const lines = text.trimEnd().split("\n");
  const paper = JSON.parse(lines.at(-1) ?? "");
  const write = (titles: string[]) => {
    const odd = titles.map((title, place) => JSON.stringify({ ...paper, id: `2510.1000${place}`, title }));
    writeFileSync(path, `${[...lines, ...odd].join("\n")}\n`);
  };
  try {
    write(["Fog", "$\\;$", "$\\phantom{x}$"]);
    const before = readTree(scene.outDir);
    const { code, output } = await scene.run();
    assert.equal(code, 1);
    for (const line of [2, 3]) {
      assert.ok(
        output.includes(`papers/2025-10.jsonl:${lines.length + line}  title: is not what it should be`),
        output,
      );
    }
    assert.deepEqual(readTree(scene.outDir), before);
    write(["?", "…", "$\\infty$", "\\;", "$$", "😀", "<b></b>", "$\\begin{matrix}x\\end{matrix}$"]);
    const { code: built, output: told } = await scene.run();
    assert.equal(built, 0, told);
    const kept = await openSearchIndex(scene.outDir);
    assert.equal((await kept.tables.readFacets()).size, lines.length + 8);
  } finally {
    writeFileSync(path, text);
    writeFileSync(addresses, published);
  }
  await assertBuilds("mended");
});

test("Pages that a template throws on are named, with the record of a paper; the last site stands.", async () => {
  scene.reset();
  const project = await copyProject(join(scene.folder, "project"), []);
  const template = join(project.folder, "src/pages/papers/[id].astro");
  replaceText(
    template,
    "const { view } = Astro.props;",
    'const { view } = Astro.props;\nif (view.entry.title === "Harbour Two") throw new TypeError("fog");',
  );
  const before = readTree(scene.outDir);
  const settings = { ...readSettings({}), contentDir: scene.contentDir, outDir: scene.outDir };
  await assert.rejects(project.build(settings), (error: Error) => {
    assert.match(
      error.message,
      /papers\/2025-10\.jsonl:\d+ {2}papers\/2510\.00002\/index\.html could not be rendered: fog\nin src\/pages\/papers\/\[id\]\.astro/,
    );
    return true;
  });
  assert.deepEqual(readTree(scene.outDir), before);
  await assertBuilds("mended");
});

/** What may not be written, in ways that hold for everybody: each gives what ends it, or undefined where this machine does not let us. */
const BARS: { [bar: string]: (path: string) => (() => void) | undefined } = {
  immutable: (path) => {
    if (spawnSync("chattr", ["+i", path]).status !== 0) return undefined;
    return () => spawnSync("chattr", ["-i", path]);
  },
  "on a read-only disk": (path) => {
    if (spawnSync("mount", ["--bind", path, path]).status !== 0) return undefined;
    const { status } = spawnSync("mount", ["-o", "remount,bind,ro", path]);
    const end = () => spawnSync("umount", [path]);
    if (status === 0) return end;
    end();
    return undefined;
  },
};

for (const [bar, set] of Object.entries(BARS)) {
  for (const path of ["", "pagefind", "papers", "pagefind/bundles.json", "papers/2510.00001"]) {
    test(`Of the site ${path || "all"} is ${bar}.`, async (context) => {
      scene.reset();
      const end = set(join(scene.outDir, path));
      if (end === undefined) return context.skip("not permitted here");
      try {
        const output = await assertRefused({}, path);
        assert.ok(output.includes(join("dist", path)), `it is said where: ${output}`);
      } finally {
        end();
      }
      await assertBuilds(path);
    });
  }
}

test("Files stand for folders, and folders for files: the right site is built.", async () => {
  for (const [path, place] of [
    ["papers", (at: string) => writeFileSync(at, "a file")],
    ["pagefind", (at: string) => writeFileSync(at, "a file")],
    ["index.html", (at: string) => mkdirSync(join(at, "deep"), { recursive: true })],
    ["pagefind/bundles.json", (at: string) => mkdirSync(join(at, "deep"), { recursive: true })],
    ["papers/2510.00002", (at: string) => symlinkSync("nowhere", at)],
  ] as const) {
    scene.reset();
    rmSync(join(scene.outDir, path), { recursive: true, force: true });
    place(join(scene.outDir, path));
    await assertBuilds(path);
  }
});

test("A link to the site is followed, one that leads nowhere is refused.", async () => {
  scene.reset();
  const away = join(scene.folder, "away");
  renameSync(scene.outDir, away);
  symlinkSync(away, scene.outDir);
  await assertBuilds("a link");
  rmSync(away, { recursive: true });
  const { code, output } = await scene.run();
  assert.equal(code, 1);
  assert.match(
    output,
    /^OUT_DIR is .*dist, but .*dist is a link that leads nowhere; remove it, or make what it leads to\.\n$/,
  );
  rmSync(scene.outDir);
  await assertBuilds("no link");
});

test("A disk beside which the site stands fills up at any moment: the last site stands, search and all.", async (context) => {
  const beside = join(scene.folder, "small");
  let refused = 0;
  const isMounted = await withSmallDisk(beside, "8m", async (fill) => {
    const outDir = join(beside, "dist");
    for (const left of [4_000, 40_000, 100_000, 150_000, 200_000, 300_000]) {
      scene.reset();
      rmSync(outDir, { recursive: true, force: true });
      renameSync(scene.outDir, join(scene.folder, "moved"));
      spawnSync("cp", ["-a", join(scene.folder, "moved"), outDir]);
      rmSync(join(scene.folder, "moved"), { recursive: true });
      const release = fill(left);
      const before = readTree(outDir);
      const { code, output } = await scene.run({ environment: { OUT_DIR: outDir } });
      release();
      assert.deepEqual(readdirSync(beside), ["dist"], "nothing is left beside the site");
      if (code === 0) continue;
      refused += 1;
      assert.match(
        output,
        /the disk is full\. The last site stands\. Free some space and run this again\.\n$/,
        String(left),
      );
      assert.deepEqual(readTree(outDir), before, String(left));
      assert.equal((await scene.run({ environment: { OUT_DIR: outDir } })).code, 0, "afterwards");
    }
  });
  if (!isMounted) return context.skip("mounting a small disk is not permitted here");
  assert.ok(refused > 2, `${refused} refused`);
});

test("Ctrl-C at any moment ends a build without a stack, and the site is the old one or the new one.", async () => {
  for (const part of [0.1, 0.3, 0.5, 0.7, 0.9]) {
    scene.reset();
    const before = readTree(scene.outDir);
    const { CONTENT_DIR, OUT_DIR } = { CONTENT_DIR: scene.contentDir, OUT_DIR: scene.outDir };
    const child = spawn(process.execPath, [join(PROJECT_FOLDER, "src", "tools", "build.ts")], {
      cwd: PROJECT_FOLDER,
      env: { ...process.env, CONTENT_DIR, OUT_DIR },
      detached: true,
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
    const ended = new Promise((resolve) => child.once("close", resolve));
    await setTimeout(part * scene.lasted);
    if (child.exitCode === null) process.kill(-(child.pid ?? 0), "SIGINT");
    await ended;
    assert.doesNotMatch(output, /^\s+at |Error/m);
    await assertBuilds(`after Ctrl-C at ${part}`);
    assert.ok(before.size > 0);
  }
});
