import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, type TestContext, test } from "node:test";
import { takeLock } from "#lib/records/lock.ts";
import { CACHE_FOLDER, PROJECT_FOLDER } from "#tools/folders.ts";
import { inventDays } from "../../bench/import-corpus.ts";
import { createRandom } from "../../bench/random.ts";
import { type ImportPhase, type ImportScene, makeImportScene } from "../scenes/import-scene.ts";
import { isOwnTrace, runOwn } from "../scenes/process.ts";
import { findSharedData } from "../scenes/shared-data.ts";
import { withSmallDisk } from "../scenes/small-disk.ts";

mkdirSync(CACHE_FOLDER, { recursive: true });
const root = mkdtempSync(join(CACHE_FOLDER, "import-kill-long-test-"));
after(() => rmSync(root, { recursive: true }));

const { path: shared, skip } = findSharedData("data", "hf-daily");
const TAGS = [{ id: "planning", label: "Planning", description: "Thinking before acting.", aliases: [] }];

function makeFolder(name: string): string {
  mkdirSync(join(root, name));
  return join(root, name);
}

function makeSmallScene(name: string): Promise<ImportScene> {
  return makeImportScene(
    makeFolder(name),
    inventDays(7, TAGS).filter((_, index) => index % 4 === 0),
  );
}

/** How many kills hit which phase, for the report. */
function countPhases(context: TestContext, phases: ImportPhase[]): void {
  const counts = new Map<string, number>();
  for (const phase of phases) counts.set(phase, (counts.get(phase) ?? 0) + 1);
  context.diagnostic([...counts].map(([phase, count]) => `${phase}: ${count}`).join(", "));
}

/** Whether a temporary file of ours lies among the records. */
function isWriting({ content }: ImportScene): boolean {
  return readdirSync(join(content, "papers")).some(isOwnTrace);
}

test("The real days: a hundred kills at random instants and thirty while it writes; run again each ends as if undisturbed.", {
  skip,
}, async (context) => {
  const names = readdirSync(shared).filter((name) => name.endsWith(".json"));
  const days = names.sort().map((path) => ({ path, text: readFileSync(join(shared, path), "utf8") }));
  assert.equal(days.length, 45);
  const scene = await makeImportScene(makeFolder("real"), days);
  const random = createRandom("import-kill-long");
  const phases: ImportPhase[] = [];
  for (let part = 0; part < 130; part += 1) {
    scene.reset();
    const moment = random.next();
    const pause = Math.floor(moment * 12);
    let seen = 0;
    await scene.run(
      part < 100
        ? { killAfter: ((part + moment) / 100) * scene.lasted }
        : { killWhen: () => (seen > 0 || isWriting(scene)) && seen++ >= pause },
    );
    phases.push(scene.judge());
    const { code, output } = await scene.run();
    assert.equal(code, 0, output);
    scene.assertDone();
  }
  countPhases(context, phases);
});

test("An import that is killed at each single call to the file system leaves every file old or new.", async (context) => {
  const scene = await makeSmallScene("calls");
  const preload = `--import=${join(import.meta.dirname, "../scenes/kill-at-call.ts")}`;
  const report = join(root, "calls", "count");
  scene.reset();
  await scene.run({ environment: { NODE_OPTIONS: preload, COUNT_CALLS: report } });
  scene.assertDone();
  const calls = Number(readFileSync(report, "utf8"));
  assert.ok(calls > 20, `${calls} calls`);
  const phases: ImportPhase[] = [];
  for (let call = 1; call <= calls; call += 1) {
    scene.reset();
    const { code, output } = await scene.run({ environment: { NODE_OPTIONS: preload, KILL_AT: String(call) } });
    assert.equal(code, null, `call ${call} of ${calls}: ${output}`);
    phases.push(scene.judge());
    assert.equal((await scene.run()).code, 0);
    scene.assertDone();
  }
  countPhases(context, phases);
});

test("A second import at once waits for the first; when that takes too long it says who is at it, and writes nothing.", async () => {
  const scene = await makeSmallScene("two");
  scene.reset();
  const [first, second] = await Promise.all([scene.run(), scene.run()]);
  assert.deepEqual([first.code, second.code], [0, 0]);
  scene.assertDone();

  scene.reset();
  const lock = takeLock(join(scene.content, ".offprint-lock"), "an update");
  assert.ok("release" in lock);
  const { code, output } = await scene.run();
  assert.equal(code, 1);
  assert.match(output, new RegExp(`is in use by an update \\(process ${process.pid}, since .* UTC\\), so nothing was`));
  assert.doesNotMatch(output, /^\s+at /m);
  lock.release();
  assert.equal(scene.judge(), "before the lock");
});

test("On a full disk an import changes nothing and says so; with room again it does its work.", async (context) => {
  const scene = await makeSmallScene("disk");
  const isMounted = await withSmallDisk(scene.content, "2m", async (fill) => {
    for (const room of [0, 1, 8, 60, 200]) {
      scene.reset();
      const release = fill(room * 1024);
      const { code, output } = await scene.run();
      assert.equal(code, 1, output);
      assert.match(output, /could not be written: the disk is full\. .*Free some space and run this again\.\n$/);
      assert.equal(output.split("\n").length, 2, output);
      release();
      assert.equal(scene.judge(), "before the lock");
    }
    assert.equal((await scene.run()).code, 0);
    scene.assertDone();
  });
  if (!isMounted) context.skip("mounting a small disk is not permitted here");
});

test("A file may not grow beyond the limit of the shell: the import says so and changes nothing.", {
  skip: process.platform === "win32" ? "there is no such limit" : false,
}, async () => {
  const scene = await makeSmallScene("limit");
  scene.reset();
  const tool = join(PROJECT_FOLDER, "src", "tools", "digest.ts");
  const limit = Math.floor(statSync(join(scene.content, "days.jsonl")).size / 512) + 1;
  const call = `ulimit -f ${limit} && exec "$0" "$@"`;
  const { status, stderr } = spawnSync(
    "sh",
    ["-c", call, process.execPath, tool, "import", "hugging-face", join(root, "limit", "all")],
    { env: { ...process.env, CONTENT_DIR: scene.content }, encoding: "utf8" },
  );
  assert.equal(status, 1, stderr);
  assert.match(stderr, /2026-\d\d\.jsonl could not be written: it is larger than files may be here\./);
  assert.equal(scene.judge(), "before the lock");
});

test("NUL bytes or a cut last line in a month file: check tells them with the cure, and an import refuses to start.", async () => {
  const scene = await makeSmallScene("damage");
  const month = join(scene.content, "papers", "2026-01.jsonl");
  for (const damage of [
    (text: string) => text.slice(0, -300),
    (text: string) => `${text.slice(0, -300)}${"\0".repeat(300)}`,
    (text: string) => "\0".repeat(text.length),
  ]) {
    scene.reset();
    writeFileSync(month, damage(readFileSync(month, "utf8")));
    const damaged = readFileSync(month, "utf8");
    const { code, output } = await scene.run();
    assert.equal(code, 1);
    const told =
      /^\S+2026-01\.jsonl:\d+ {2}this line is not JSON .*\n(?: {4}.*\n)* {4}mend: {4}.* take it from the last commit/m;
    assert.match(output, told);
    const check = await runOwn("digest.ts", ["check"], { environment: { CONTENT_DIR: scene.content } });
    assert.equal(check.code, 1);
    assert.match(check.output, told);
    assert.equal(readFileSync(month, "utf8"), damaged);
  }
});
