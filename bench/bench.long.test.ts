/** The measurements that work in one folder, and so one after another. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { CACHE_FOLDER } from "#tools/folders.ts";
import type { Standing } from "./comparison.ts";
import type { BuildPhases } from "./phases.ts";

const FOLDER = join(CACHE_FOLDER, "bench");

/** Starts the bench as npm does; `ended` gives exit code, stdout and stderr. */
function startBench(...args: string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, "bench.ts"), ...args]);
  const printed = { out: "", errors: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    printed.errors += text;
  });
  const ended = new Promise<{ code: number | null; out: string; errors: string }>((resolve) => {
    child.once("close", (code) => resolve({ code, ...printed }));
  });
  return { child, ended };
}

test("As JSON there is one object with all figures and nothing else, and no folder is left.", async () => {
  const { code, out, errors } = await startBench("build", "--papers", "30", "--json").ended;
  assert.equal(code, 0, errors);
  const { clean, ...others } = JSON.parse(out) as { clean: { [figure: string]: number } };
  assert.deepEqual(others, {});
  const { removed, indexPeakMB = 1, ...figures } = clean;
  assert.deepEqual(Object.keys(figures), [
    "seconds",
    "totalSeconds",
    "peakMB",
    "pages",
    "rendered",
    "written",
    "bytes",
    "indexSeconds",
    "indexBytes",
  ]);
  assert.equal(removed, 0);
  for (const [figure, value] of Object.entries({ ...figures, indexPeakMB }))
    assert.ok(value > 0, `${figure} is ${value}`);
  assert.ok((clean["pages"] ?? 0) > 30);
  // Each is rounded to a hundredth.
  assert.ok((clean["totalSeconds"] ?? 0) > (clean["seconds"] ?? 0) + (clean["indexSeconds"] ?? 0) - 0.02);
  assert.equal(existsSync(FOLDER), false);
});

test("With a day more there are three builds: the second renders nothing, the third less than the first.", async () => {
  const { code, out, errors } = await startBench("build", "--papers", "60", "--add", "5", "--late", "2", "--json")
    .ended;
  assert.equal(code, 0, errors);
  const { clean, unchanged, day, ...others } = JSON.parse(out) as BuildPhases;
  assert.deepEqual(others, {});
  assert.deepEqual([unchanged?.rendered, unchanged?.written, unchanged?.removed], [0, 0, 0]);
  assert.equal(unchanged?.pages, clean.pages);
  assert.ok(day !== undefined && day.rendered >= 5 && day.rendered < clean.rendered, `${day?.rendered} are rendered`);
  assert.ok(day.pages >= clean.pages + 5);
});

test("Ctrl-C ends the bench and leaves no folder.", {
  skip: process.platform === "win32" && "no signals",
}, async () => {
  const { child, ended } = startBench("build", "--papers", "2000");
  while (!existsSync(join(FOLDER, "content", "tags.yaml")) && child.exitCode === null) await sleep(20);
  await sleep(1_000);
  child.kill("SIGINT");
  const { code, errors } = await ended;
  assert.equal(code, 130, errors);
  assert.equal(existsSync(FOLDER), false);
});

test("Whoever is present makes nearly the same pages of the same archive, and who is not is named.", async () => {
  const { code, out, errors } = await startBench("compare", "--papers", "30", "--runs", "1", "--json").ended;
  assert.equal(code, 0, errors);
  const { standings, missing } = JSON.parse(out) as { standings: Standing[]; missing: string[] };
  assert.equal(standings[0]?.name, "Offprint");
  assert.equal(standings.length + missing.length, 3);
  const own = standings[0]?.pages ?? 0;
  for (const { name, runs, ratio, pages, bytes } of standings) {
    assert.equal(runs.length, 1);
    assert.ok(ratio > 0 && bytes > 0);
    // Of so few papers the pages of which there is one each weigh more than they do in a real archive.
    assert.ok(pages > own * 0.75 && pages <= own, `${name} has ${pages} pages, we have ${own}`);
  }
});
