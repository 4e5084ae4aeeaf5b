import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readTree } from "#scenes/process.ts";
import { createRandom } from "../../bench/random.ts";
import { makeBuildScene } from "../scenes/build-scene.ts";
import { withSmallDisk } from "../scenes/small-disk.ts";

const scene = await makeBuildScene("build-kill-long");

/** Builds over the old site, and fails unless that gives the new one. */
async function assertBuilds(environment: { [name: string]: string } = {}, why = ""): Promise<void> {
  scene.reset();
  const { code, output } = await scene.run({ environment });
  assert.equal(code, 0, `${why} ${output}`);
  scene.assertDone();
}

test("Twenty kills at random instants and nine while it writes, each followed by a build that ends as if undisturbed.", async (context) => {
  const random = createRandom("build-kill-long");
  const phases = new Map<string, number>();
  // What shows that pages are planned, that they are written, that they are published.
  const signs = [
    join(scene.workFolder, "plan"),
    join(scene.workFolder, "site", "index.html"),
    join(scene.outDir, "papers", "2510.00002"),
  ];
  for (let part = 0; part < 29; part += 1) {
    scene.reset();
    const sign = part < 20 ? undefined : signs[part % 3];
    const killAfter = ((part + random.next()) / 20) * scene.lasted;
    await scene.run(sign === undefined ? { killAfter } : { killWhen: () => existsSync(sign) });
    const phase = scene.judge();
    phases.set(phase, (phases.get(phase) ?? 0) + 1);
    const { code, output } = await scene.run();
    assert.equal(code, 0, output);
    scene.assertDone();
  }
  context.diagnostic([...phases].map(([phase, count]) => `${phase}: ${count}`).join(", "));
});

test("Whatever has become of the cache, the right site is built: deleted, random bytes, folders for files, files for folders.", async () => {
  const { workFolder } = scene;
  const files = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  const damages: { [name: string]: () => void } = {
    deleted: () => rmSync(workFolder, { recursive: true }),
    "random bytes": () => {
      for (const path of files(workFolder)) writeFileSync(path, randomBytes(200));
    },
    "a file for the work folder": () => {
      rmSync(workFolder, { recursive: true });
      writeFileSync(workFolder, "damaged");
    },
    "files for its folders": () => {
      for (const name of ["site", "cache", "plan", "kept"]) {
        rmSync(join(workFolder, name), { recursive: true, force: true });
        writeFileSync(join(workFolder, name), "damaged");
      }
    },
    "folders for its files": () => {
      for (const path of files(workFolder)) {
        rmSync(path);
        mkdirSync(join(path, "deep"), { recursive: true });
      }
    },
  };
  for (const [name, damage] of Object.entries(damages)) {
    damage();
    await assertBuilds({}, name);
  }
});

test("A changed word in what the last build has kept does not come onto the site.", async () => {
  await assertBuilds();
  const kept = readdirSync(join(scene.workFolder, "kept"), { recursive: true, withFileTypes: true });
  const paths = kept.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const told = paths.filter((path) => readFileSync(path, "utf8").includes("Harbour Two"));
  assert.ok(told.length > 0);
  for (const path of told) writeFileSync(path, readFileSync(path, "utf8").replaceAll("Harbour Two", "Harbour Six"));
  await assertBuilds();
});

test("Neither the clock nor the times of files change the site.", async () => {
  for (const year of [1971, 2099]) {
    for (const folder of [scene.contentDir, scene.workFolder]) {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        utimesSync(join(entry.parentPath, entry.name), new Date(year, 1), new Date(year, 1));
      }
    }
    const preload = `--import=${join(import.meta.dirname, "../scenes/wrong-clock.ts")}`;
    await assertBuilds({ NODE_OPTIONS: preload, WRONG_YEAR: String(year) }, `in ${year}`);
  }
});

test("Neither the locale nor the time zone changes the site.", async () => {
  await assertBuilds({ LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", TZ: "Pacific/Kiritimati" });
  await assertBuilds({ LANG: "C", LC_ALL: "C", TZ: "Etc/GMT+12" });
});

test("On a full disk, for the work or for the site, the last site stands and one sentence says why.", async (context) => {
  const expectRefusal = async (size: string) => {
    const { code, output } = await scene.run();
    assert.equal(code, 1, `${size}: ${output}`);
    assert.match(output, /the disk is full\./, size);
    assert.match(output, /Free some space/, size);
    assert.doesNotMatch(output, /^\s+at |^\s+\d+: |unforeseen/m, size);
  };
  let isMounted = true;
  for (const size of ["16k", "300k", "700k"]) {
    scene.reset();
    rmSync(scene.workFolder, { recursive: true, force: true });
    isMounted &&= await withSmallDisk(scene.workFolder, size, () => expectRefusal(size));
    scene.assertOld();
  }
  const beside = join(scene.folder, "small");
  isMounted &&= await withSmallDisk(beside, "1m", async (fill) => {
    const outDir = join(beside, "dist");
    cpSync(join(scene.folder, "kept"), outDir, { recursive: true });
    const release = fill(100_000);
    const { code, output } = await scene.run({ environment: { OUT_DIR: outDir } });
    assert.equal(code, 1, output);
    assert.match(
      output,
      /could not be (replaced|made): the disk is full\. The last site stands\. Free some space and run/,
    );
    assert.deepEqual(readTree(outDir), readTree(join(scene.folder, "kept")));
    assert.deepEqual(readdirSync(beside).sort(), [".filler", "dist"]);
    release();
  });
  if (!isMounted) context.skip("mounting a small disk is not permitted here");
  await assertBuilds();
});
