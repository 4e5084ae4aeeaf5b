/** What builds keep for later ones, to be damaged. */
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

/** What may become of a file. */
export const DAMAGES: { [name: string]: (path: string) => void } = {
  /** One bit in its middle is another. */
  changed: (path) => {
    const bytes = readFileSync(path);
    const middle = bytes.length >> 1;
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  },
  /** Its second half is lost. */
  "cut short": (path) => truncateSync(path, readFileSync(path).length >> 1),
  /** It is not there. */
  gone: (path) => rmSync(path),
};

/**
 * All files that builds in a work folder have kept, by kind: their name without months, numbers and fingerprints. The
 * modules that Astro compiles are one kind, whatever it calls them.
 */
export function listKept(workFolder: string): Map<string, string[]> {
  const folder = join(workFolder, "kept");
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Map.groupBy(paths, (path) =>
    relative(folder, path)
      .replace(/^[^/\\]*./, "")
      .replaceAll("\\", "/")
      .replace(/[^/]+\.mjs$/, "*.mjs")
      .replaceAll(/[0-9a-f]{12}|\d+(-\d+)?/g, "#"),
  );
}
