import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { PackedWriter, packFile, readPacked, unpackFile } from "./packed.ts";

const root = mkdtempSync(join(tmpdir(), "offprint-packed-"));
after(() => rmSync(root, { recursive: true }));

test("what is packed is unpacked as it was, and always has the same bytes", async () => {
  const bytes = Buffer.from("Tides and harbours. ".repeat(500));
  assert.deepEqual(unpackFile(await packFile(bytes)), bytes);
  assert.deepEqual(await packFile(bytes), await packFile(bytes));
});

test("all files are there at the end, each with its own bytes", async () => {
  const files = new PackedWriter();
  for (let number = 0; number < 200; number += 1) {
    await files.write(join(root, String(number)), Buffer.from(`${number} `.repeat(1000)));
  }
  await files.finish();
  assert.equal(readdirSync(root).length, 200);
  for (let number = 0; number < 200; number += 1) {
    assert.equal(readPacked(join(root, String(number))).toString(), `${number} `.repeat(1000));
  }
});

test("a file that cannot be written is told, at the latest at the end", async () => {
  const files = new PackedWriter();
  const writeAll = async (): Promise<void> => {
    await files.write(join(root, "nowhere", "file"), Buffer.from("text"));
    for (let number = 0; number < 100; number += 1) await files.write(join(root, "other"), Buffer.from("text"));
    await files.finish();
  };
  await assert.rejects(writeAll(), { code: "ENOENT" });
  await assert.rejects(files.finish(), { code: "ENOENT" });
});
