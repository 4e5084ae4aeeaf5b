/** Files as Pagefind packs them; lib/search/pagefind-core.ts unpacks them for readers. */
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";

/** What Pagefind's files begin with once they are unpacked. */
const SIGNATURE = Buffer.from("pagefind_dcd");

/** Reads a file. */
export function readPacked(path: string): Buffer {
  return gunzipSync(readFileSync(path)).subarray(SIGNATURE.length);
}

/** Writes a file. */
export function writePacked(path: string, bytes: Buffer): void {
  writeFileSync(path, gzipSync(Buffer.concat([SIGNATURE, bytes]), { level: 9 }));
}
