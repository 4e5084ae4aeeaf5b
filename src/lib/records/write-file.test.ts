import assert from "node:assert/strict";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { writeFileAtomic } from "./write-file.ts";

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

test("A write that fails throws, and leaves neither a temporary file nor a change.", () => {
  const folder = join(root, "fail");
  mkdirSync(join(folder, "target", "full"), { recursive: true });
  assert.throws(() => writeFileAtomic(join(folder, "target"), "x"), { syscall: "rename" });
  assert.deepEqual(readdirSync(folder), ["target"]);
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
