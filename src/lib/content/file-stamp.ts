/** Whether files have changed, told without reading them. */
import { statSync } from "node:fs";

/**
 * What tells whether a file is still the same without reading it: its size, its place on the disk, and the times of its
 * last change and of the last change to its entry, which no program can set back. "" when there is none to read.
 */
export function stampFile(path: string): string {
  try {
    const { size, ino, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
    return [size, ino, mtimeNs, ctimeNs].join(".");
  } catch {
    return "";
  }
}
