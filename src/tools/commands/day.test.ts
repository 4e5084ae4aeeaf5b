import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { type CapturedRun, runCaptured } from "#scenes/captured-run.ts";
import { makeContentFiles, writeFiles } from "#scenes/content-samples.ts";
import { day } from "./day.ts";

const root = mkdtempSync(join(tmpdir(), "offprint-day-command-"));
after(() => rmSync(root, { recursive: true }));
writeFiles(join(root, "content"), makeContentFiles());

const run = (...args: string[]): Promise<CapturedRun> =>
  runCaptured(day, ["day", ...args], root, { CONTENT_DIR: "content" });
const readDays = () => readFileSync(join(root, "content/days.jsonl"), "utf8");

test("A day is shown with its listings, what they come to, and how many records bear it.", async () => {
  const { code, out } = await run("2026-03-09");
  assert.equal(code, 0);
  assert.match(
    out,
    /^2026-03-09, Daily: 1 of 1 taken, 0 refused; complete\n\d+ records? in the archive with this day\n$/,
  );
  const json = JSON.parse((await run("2026-03-09", "--json")).out);
  assert.deepEqual(json.listings, [
    { date: "2026-03-09", source: "Daily", listed: 1, taken: 1, refused: 0, cut: false },
  ]);
  assert.match((await run("2026-03-10")).out, /^2026-03-10: no listing of this day is known\n0 records in the archive/);
});

test("A day is set, also to less than was known; a dry run only tells.", async () => {
  const before = readDays();
  const told = "2026-03-09, Daily: 1 of 76 taken, 75 refused; partial\n";
  assert.deepEqual(await run("2026-03-09", "--listed", "76", "--refused", "75", "--dry-run"), {
    code: 0,
    out: `${told}would write  content/days.jsonl\n`,
    errors: "",
  });
  assert.equal(readDays(), before);
  assert.equal(
    (await run("2026-03-09", "--listed", "76", "--refused", "75")).out,
    `${told}written  content/days.jsonl\n`,
  );
  assert.match(readDays(), /"listed":76,"taken":1,"refused":75,"cut":false/);
  await run("2026-03-09", "--listed", "1", "--refused", "0", "--cut");
  assert.match(readDays(), /"listed":1,"taken":1,"refused":0,"cut":true/);
  await run("2026-03-09", "--whole");
  assert.equal(readDays(), before);
  assert.equal((await run("2026-03-09", "--whole")).out, "2026-03-09, Daily: 1 of 1 taken, 0 refused; complete\n");
});

test("A new listing needs its name and a count, and of several one must be named.", async () => {
  assert.match((await run("2026-03-10", "--listed", "3")).errors, /this day has no listing yet[\s\S]*--source/);
  assert.match((await run("2026-03-10", "--source", "Weekly", "--cut")).errors, /not known yet[\s\S]*--listed 38/);
  assert.equal((await run("2026-03-09", "--source", "Weekly", "--listed", "3")).code, 0);
  const several = await run("2026-03-09", "--cut");
  assert.equal(several.code, 1);
  assert.match(several.errors, /this day has several listings[\s\S]*found: +Daily, Weekly/);
});

test("Counts that cannot be are refused, and so are wrong calls.", async () => {
  const before = readDays();
  const { code, errors } = await run("2026-03-09", "--source", "Daily", "--taken", "9");
  assert.equal(code, 1);
  assert.match(errors, /more papers were taken and refused than were listed[\s\S]*9 taken, 0 refused, 1 listed/);
  const wrong = [
    [],
    ["2026-02-30"],
    ["2026-03-09", "x"],
    ["2026-03-09", "--listed", "-1"],
    ["2026-03-09", "--cut", "--whole"],
  ];
  for (const args of wrong) assert.equal((await run(...args)).code, 2, args.join(" "));
  assert.equal(readDays(), before);
});
