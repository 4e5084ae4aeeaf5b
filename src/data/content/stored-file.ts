/** Files that the gateway keeps between builds. What they hold can be made again, and damage is noticed. */
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { sealText, unsealText } from "../../lib/records/sealed-text.ts";

/** Reads what `writeStored` wrote; undefined when it is not there or not whole. */
export function readStored<Value>(path: string): Value | undefined {
  try {
    const body = unsealText(readFileSync(path, "utf8"));
    return body === undefined ? undefined : (JSON.parse(body) as Value);
  } catch {
    return undefined;
  }
}

/** Writes plain data behind a checksum; see `replaceFile`. */
export function writeStored(path: string, value: object): void {
  replaceFile(path, sealText(JSON.stringify(value)));
}

/** Writes a file that can be made again, never seen half written; whatever stands in its way there is cleared. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.new`;
  const write = (): void => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  };
  try {
    write();
  } catch (error) {
    if (!OBSTACLES.has(String(Reflect.get(Object(error), "code")))) throw error;
    for (const obstacle of [temporary, path]) rmSync(obstacle, { recursive: true, force: true });
    if (!lstatSync(dirname(path), { throwIfNoEntry: false })?.isDirectory()) rmSync(dirname(path), { force: true });
    write();
  }
}

/** What the system says when a file stands where a folder has to be, or a folder where a file has to be. */
const OBSTACLES = new Set(["EEXIST", "EISDIR", "ENOTDIR", "ENOTEMPTY"]);
