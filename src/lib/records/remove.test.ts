import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { makeContentFiles, makeContentFolder, makeRecord, writeFiles } from "#scenes/content-samples.ts";
import { makeFacts, makeHarvest } from "#scenes/record-samples.ts";
import { checkContent } from "../content/check.ts";
import { readContent } from "../content/read.ts";
import { ContentError } from "../errors.ts";
import { importHarvests } from "./import.ts";
import { removePaper } from "./remove.ts";

function makeFolder(changes: { [path: string]: string | undefined } = {}): string {
  const kept = `${JSON.stringify(makeRecord({ id: "2510.00003", title: "Kept" }))}\n`;
  return makeContentFolder({
    "papers/2025-10.jsonl": `${JSON.stringify(makeRecord({ previousIds: ["2509.00009"] }))}\n${kept}`,
    "editions/2026-03-09.mdx": undefined,
    "addresses.txt": "/papers/2510.00001/\n/papers/2509.00009/\n",
    ...changes,
  });
}

const OPTIONS = { today: "2026-11-22", reason: "Taken out.", withDigest: true, isDryRun: false };

test("The record goes, its digest if that is said, and every address it had leads to the archive.", () => {
  const folder = makeFolder();
  removePaper(folder, "2510.00001", OPTIONS);
  assert.doesNotMatch(readFileSync(join(folder, "papers/2025-10.jsonl"), "utf8"), /"id":"2510\.00001"/);
  assert.equal(existsSync(join(folder, "digests/2510.00001.md")), false);
  assert.equal(
    readFileSync(join(folder, "redirects.jsonl"), "utf8"),
    '{"from":"/papers/2510.00001/","to":"/archive/","date":"2026-11-22","reason":"Taken out."}\n' +
      '{"from":"/papers/2509.00009/","to":"/archive/","date":"2026-11-22","reason":"Taken out."}\n',
  );
  assert.deepEqual(checkContent(readContent(folder)), []);
});

test("A digest that is not given up, or an edition that names the paper, keeps it.", () => {
  const folder = makeFolder({ "editions/2026-03-09.mdx": makeContentFiles()["editions/2026-03-09.mdx"] });
  const before = readFileSync(join(folder, "papers/2025-10.jsonl"), "utf8");
  assert.throws(
    () => removePaper(folder, "2510.00001", { ...OPTIONS, withDigest: false }),
    (error) =>
      error instanceof ContentError &&
      /2510\.00001\.md {2}the paper has a digest, which somebody wrote/.test(error.message) &&
      /2026-03-09\.mdx:\d+ {2}this edition names the paper/.test(error.message),
  );
  assert.equal(readFileSync(join(folder, "papers/2025-10.jsonl"), "utf8"), before);
  assert.equal(existsSync(join(folder, "redirects.jsonl")), false);
  assert.throws(() => removePaper(folder, "2510.00002", OPTIONS), /no record has this id/);
});

test("A run that was broken off after the redirect is completed, and a dry run writes nothing.", () => {
  const folder = makeFolder();
  const files = removePaper(folder, "2510.00001", { ...OPTIONS, isDryRun: true });
  assert.equal(existsSync(join(folder, "redirects.jsonl")), false);
  const redirect = '{"from":"/papers/2510.00001/","to":"/archive/","date":"2026-11-20","reason":"Begun."}\n';
  writeFiles(folder, { "redirects.jsonl": redirect });
  assert.deepEqual(removePaper(folder, "2510.00001", OPTIONS), files);
  assert.match(
    readFileSync(join(folder, "redirects.jsonl"), "utf8"),
    /^\{.*Begun.*\}\n\{"from":"\/papers\/2509\.00009\/".*\}\n$/,
  );
});

test("An import does not bring back what was taken out, and says so.", () => {
  const folder = makeFolder();
  removePaper(folder, "2510.00001", OPTIONS);
  const day = { date: "2026-03-10", source: "Daily Papers", listed: 1, taken: 1, refused: 0, cut: false };
  const report = importHarvests(folder, [makeHarvest([makeFacts({ featured: [day.date] })], { days: [day] })], {
    today: "2026-11-23",
  });
  assert.deepEqual([report.added, report.refused], [[], []]);
  assert.match(report.notices[0]?.message ?? "", /was taken out on 2026-11-22, and stays out/);
  assert.match(readFileSync(join(folder, "days.jsonl"), "utf8"), /"2026-03-10".*"taken":0/);
});
