/** Files as Pagefind packs them; lib/search/pagefind-core.ts unpacks them for readers. */
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzipSync, gzip } from "node:zlib";
import { TaskPool } from "../lib/task-pool.ts";

/** What Pagefind's files begin with once they are unpacked. */
const SIGNATURE = Buffer.from("pagefind_dcd");

/** Unpacks a file. */
export function unpackFile(bytes: Uint8Array): Buffer {
  return gunzipSync(bytes).subarray(SIGNATURE.length);
}

/** Reads a file, unpacked. */
export function readPacked(path: string): Buffer {
  return unpackFile(readFileSync(path));
}

/** How hard to pack: at 9 the chunks of an index take 0.4 % fewer bytes and more than twice the time. */
const LEVEL = 7;

/** Packs a file, while other things are done. */
export function packFile(bytes: Buffer): Promise<Buffer> {
  return promisify(gzip)(Buffer.concat([SIGNATURE, bytes]), { level: LEVEL });
}

/** How many files are packed at once, so that what waits does not fill the memory. */
const MOST_AT_ONCE = 32;

/** Packs and writes files, several at once. */
export class PackedWriter {
  readonly #work = new TaskPool(MOST_AT_ONCE);

  /** Begins with a file as soon as there is room for it. Throws what went wrong with another. */
  write(path: string, bytes: Buffer): Promise<void> {
    return this.#work.add(async () => writeFile(path, await packFile(bytes)));
  }

  /** Waits until no file is being written. Throws what went wrong with any of them. */
  finish(): Promise<void> {
    return this.#work.finish();
  }
}
