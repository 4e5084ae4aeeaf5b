/** `content/addresses.txt`: the build appends every permalink that it has published for the first time. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAddresses } from "../../lib/content/addresses.ts";
import { CONTENT_FILES } from "../../lib/content/read.ts";
import { isDay } from "../../lib/dates.ts";
import { compareText } from "../../lib/errors.ts";
import { writeFileAtomic } from "../../lib/records/write-file.ts";

/** Folders of a site whose own folders are permalinks; weeks and months of editions are views, not permalinks. */
const PERMALINKS: { folder: string; isPermalink: (name: string) => boolean }[] = [
  { folder: "papers", isPermalink: () => true },
  { folder: "editions", isPermalink: isDay },
  { folder: "tags", isPermalink: () => true },
  { folder: "authors", isPermalink: () => true },
  { folder: "organizations", isPermalink: () => true },
];

/**
 * Appends what is new to the list of a content folder; a list that has everything is not touched.
 * @param siteFolder the published site
 * @returns how many addresses were new
 */
export function recordAddresses(contentDir: string, siteFolder: string): number {
  const path = join(contentDir, CONTENT_FILES.addresses.path);
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const known = new Set(parseAddresses(text, path).value.lines.map(({ data }) => data));
  const fresh = listPermalinks(siteFolder)
    .filter((address) => !known.has(address))
    .sort(compareText);
  if (fresh.length === 0) return 0;
  const start = text === "" || text.endsWith("\n") ? text : `${text}\n`;
  writeFileAtomic(path, `${start}${fresh.map((address) => `${address}\n`).join("")}`);
  return fresh.length;
}

/** The permalinks of a site. */
function listPermalinks(siteFolder: string): string[] {
  return PERMALINKS.flatMap(({ folder, isPermalink }) => {
    const path = join(siteFolder, folder);
    if (!existsSync(path)) return [];
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && isPermalink(entry.name))
      .map(({ name }) => `/${folder}/${name}/`);
  });
}
