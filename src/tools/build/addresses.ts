/** `content/addresses.txt`: the build appends every permalink that it has published for the first time. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareText } from "../../lib/compare-text.ts";
import { splitAddresses } from "../../lib/content/addresses.ts";
import { CONTENT_FILES } from "../../lib/content/content-files.ts";
import { isDay } from "../../lib/dates.ts";
import { writeFileAtomic } from "../../lib/records/write-file.ts";

/** Folders of a site whose own folders are permalinks; weeks and months of editions are views, not permalinks. */
const PERMALINKS: ReadonlyMap<string, (name: string) => boolean> = new Map([
  ["papers", () => true],
  ["editions", isDay],
  ["tags", () => true],
  ["authors", () => true],
  ["organizations", () => true],
]);

/**
 * Appends what is new to the list of a content folder; a list that has everything is not touched.
 * @param files those of the published site, with forward slashes
 * @returns how many addresses were new
 */
export function recordAddresses(contentDir: string, files: Iterable<string>): number {
  const path = join(contentDir, CONTENT_FILES.addresses.path);
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const known = new Set(splitAddresses(text));
  const fresh = [...listPermalinks(files).difference(known)].sort(compareText);
  if (fresh.length === 0) return 0;
  const start = text === "" || text.endsWith("\n") ? text : `${text}\n`;
  writeFileAtomic(path, `${start}${fresh.map((address) => `${address}\n`).join("")}`);
  return fresh.length;
}

/** The permalinks of a site. */
function listPermalinks(files: Iterable<string>): Set<string> {
  const permalinks = new Set<string>();
  for (const file of files) {
    const [folder = "", name, rest] = file.split("/", 3);
    if (name !== undefined && rest !== undefined && PERMALINKS.get(folder)?.(name)) {
      permalinks.add(`/${folder}/${name}/`);
    }
  }
  return permalinks;
}
