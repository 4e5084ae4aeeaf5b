import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { stampFile } from "#lib/content/file-stamp.ts";
import { readStored, replaceFile, writeStored } from "./stored-file.ts";

const folder = mkdtempSync(join(tmpdir(), "offprint-stored-"));
after(() => rmSync(folder, { recursive: true }));

test("What was written is read again; what is not there, or has lost a byte, is not.", () => {
  const path = join(folder, "deep", "value.json");
  writeStored(path, { tide: ["low", "high"] });
  assert.deepEqual(readStored(path), { tide: ["low", "high"] });
  assert.equal(readStored(join(folder, "nothing")), undefined);
  const text = readFileSync(path, "utf8");
  for (const damaged of ["", text.slice(0, -1), text.replace("low", "law"), `x${text}`, text.replace("\n", "")]) {
    writeFileSync(path, damaged);
    assert.equal(readStored(path), undefined, JSON.stringify(damaged));
  }
});

test("Whatever stands in its way, a file that can be made again is written.", () => {
  const path = join(folder, "way", "file");
  mkdirSync(join(path, "deep"), { recursive: true });
  replaceFile(path, "one");
  assert.equal(readFileSync(path, "utf8"), "one");
  rmSync(join(folder, "way"), { recursive: true });
  writeFileSync(join(folder, "way"), "a file for its folder");
  replaceFile(path, "two");
  assert.equal(readFileSync(path, "utf8"), "two");
});

test("A stamp changes with every change of the file, also when its size and time are set back.", () => {
  const path = join(folder, "stamped");
  assert.equal(stampFile(path), "");
  writeFileSync(path, "one");
  const time = new Date("2026-03-09");
  utimesSync(path, time, time);
  const first = stampFile(path);
  assert.equal(stampFile(path), first);
  writeFileSync(path, "two");
  utimesSync(path, time, time);
  assert.notEqual(stampFile(path), first);
});
