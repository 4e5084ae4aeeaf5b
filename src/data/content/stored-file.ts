/** Files that the gateway keeps between builds. What they hold can be made again, and damage is noticed. */
import { createHash, hash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * What tells whether a file is still the same without reading it: its size, its place on the disk, and the times of its
 * last change and of the last change to its entry, which no program can set back. "" when there is none.
 */
export function stampFile(path: string): string {
  const entry = statSync(path, { bigint: true, throwIfNoEntry: false });
  return entry === undefined ? "" : [entry.size, entry.ino, entry.mtimeNs, entry.ctimeNs].join(".");
}

/** Reads what `writeStored` wrote; undefined when it is not there or not whole. */
export function readStored<Value>(path: string): Value | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const text = readFileSync(path, "utf8");
    const end = text.indexOf("\n");
    const body = text.slice(end + 1);
    return text.slice(0, end) === checksum(body) ? (JSON.parse(body) as Value) : undefined;
  } catch {
    return undefined;
  }
}

/** Writes plain data behind a checksum; a file is never seen half written. */
export function writeStored(path: string, value: object): void {
  const body = JSON.stringify(value);
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.new`;
  writeFileSync(temporary, `${checksum(body)}\n${body}`);
  renameSync(temporary, path);
}

/** A fingerprint of texts, 27 signs. */
export function fingerprintTexts(texts: Iterable<string>): string {
  const digest = createHash("sha1");
  for (const text of texts) digest.update(text).update("\0");
  return digest.digest("base64url");
}

function checksum(text: string): string {
  return hash("sha1", text, "base64url");
}
