import assert from "node:assert/strict";
import fs, {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, mock, test } from "node:test";
import { Failure } from "../failure.ts";
import { nameTemporary, removeLeftovers } from "./temporary.ts";
import { writeFileAtomic, writeFilesAtomic } from "./write-file.ts";

const root = mkdtempSync(join(tmpdir(), "offprint-write-"));
after(() => rmSync(root, { recursive: true }));

test("Text and bytes are written, folders made, and nothing else is left.", () => {
  const folder = join(root, "new", "deep");
  writeFileAtomic(join(folder, "a.txt"), "Ärger 🚢\n");
  writeFileAtomic(join(folder, "b.bin"), new Uint8Array([0, 255, 10]));
  assert.equal(readFileSync(join(folder, "a.txt"), "utf8"), "Ärger 🚢\n");
  assert.deepEqual([...readFileSync(join(folder, "b.bin"))], [0, 255, 10]);
  assert.deepEqual(readdirSync(folder), ["a.txt", "b.bin"]);
});

test("A longer file is replaced whole, also by nothing, and by much.", () => {
  const path = join(root, "replace.txt");
  const long = "ship ".repeat(500_000);
  writeFileAtomic(path, long);
  assert.equal(readFileSync(path, "utf8"), long);
  writeFileAtomic(path, "short");
  assert.equal(readFileSync(path, "utf8"), "short");
  writeFileAtomic(path, "");
  assert.equal(readFileSync(path, "utf8"), "");
});

test("The file is exchanged, not written into, so that who reads the old one reads it to its end.", () => {
  const path = join(root, "exchange.txt");
  writeFileSync(path, "old");
  const before = statSync(path).ino;
  writeFileAtomic(path, "new");
  assert.notEqual(statSync(path).ino, before);
});

test("Whatever the disk refuses, and whenever: one sentence names file and cure, no file is half, and nothing is left.", () => {
  const calls = ["writeFileSync", "renameSync", "mkdirSync"] as const;
  const words = {
    ENOSPC: /the disk is full/,
    EROFS: /read-only/,
    EACCES: /no right/,
    EMFILE: /too many files are open/,
  };
  for (const call of calls) {
    for (const [code, reason] of Object.entries(words)) {
      for (let turn = 1; turn <= 3; turn += 1) {
        const folder = join(root, `refuse-${call}-${code}-${turn}`);
        const files = ["a.txt", "b.txt", "c.txt"].map((name) => ({ path: join(folder, name), content: `new ${name}` }));
        mkdirSync(folder);
        for (const { path } of files) writeFileSync(path, "old");
        const error = refuseCall(call, turn, code, () => writeFilesAtomic(files));
        const place = `${call} ${code} ${turn}`;
        assert.ok(error instanceof Failure, place);
        assert.match(error.message, reason, place);
        assert.match(error.message, /^\S+[abc]\.txt could not be written: [^\n]+ run this again\.$/, place);
        const texts = files.map(({ path }) => readFileSync(path, "utf8"));
        for (const [index, text] of texts.entries()) assert.match(text, /^(old|new [abc]\.txt)$/, `${place} ${index}`);
        if (call !== "renameSync") assert.deepEqual(texts, ["old", "old", "old"], place);
        assert.deepEqual(readdirSync(folder).sort(), ["a.txt", "b.txt", "c.txt"], place);
      }
    }
  }
});

/** Runs with one call to the file system refused, the one of this number of all of its name; returns what was thrown. */
function refuseCall(call: keyof typeof fs, turn: number, code: string, run: () => void): unknown {
  let count = 0;
  const original = fs[call] as (...args: unknown[]) => unknown;
  const spy = mock.method(fs, call as "openSync", (...args: unknown[]) => {
    count += 1;
    if (count !== turn) return original(...args);
    // The disk may take a part.
    if (call === "writeFileSync") original(args[0], "ne", args[2]);
    throw Object.assign(new Error(`${code}: refused`), { code, syscall: call });
  });
  syncBuiltinESMExports();
  try {
    run();
    return undefined;
  } catch (error) {
    return error;
  } finally {
    spy.mock.restore();
    syncBuiltinESMExports();
  }
}

test("A folder in the place of a file, and a file in the place of a folder, are named with the cure.", () => {
  const folder = join(root, "fail");
  mkdirSync(join(folder, "target", "full"), { recursive: true });
  assert.throws(() => writeFileAtomic(join(folder, "target"), "x"), /a folder stands where the file has to be/);
  writeFileSync(join(folder, "file"), "");
  assert.throws(() => writeFileAtomic(join(folder, "file", "x"), "x"), /a file stands where a folder has to be/);
  assert.deepEqual(readdirSync(folder), ["file", "target"]);
});

test("What killed runs left is removed; what a running process writes, or another machine, stays for a day.", () => {
  const folder = join(root, "left");
  mkdirSync(folder);
  const own = nameTemporary(folder);
  // No process has the highest number there can be.
  const orphan = own.replace(`-${process.pid}-`, `-${2 ** 31 - 1}-`);
  const foreign = orphan.replace(/offprint-[0-9a-f]{8}/, "offprint-00000000");
  const old = foreign.replace(/[0-9a-f]{8}\.tmp$/, "00000000.tmp");
  const mine = join(folder, ".offprint-notes.tmp");
  for (const path of [own, orphan, foreign, old, mine]) writeFileSync(path, "half");
  utimesSync(old, new Date("2001-01-01"), new Date("2001-01-01"));
  removeLeftovers(folder, new Date().toISOString());
  removeLeftovers(join(root, "nowhere"), new Date().toISOString());
  assert.deepEqual(readdirSync(folder).sort(), [own, foreign, mine].map((path) => basename(path)).sort());
});

test("A file keeps its permissions, and a link stays a link.", { skip: process.platform === "win32" }, () => {
  const path = join(root, "mode.txt");
  writeFileSync(path, "old");
  chmodSync(path, 0o600);
  const link = join(root, "link.txt");
  symlinkSync(path, link);
  writeFileAtomic(link, "new");
  assert.equal(readFileSync(path, "utf8"), "new");
  assert.equal(statSync(path).mode & 0o777, 0o600);
  assert.equal(lstatSync(link).isSymbolicLink(), true);
});
