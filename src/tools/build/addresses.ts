/** `content/addresses.txt`: the build appends every permalink that it has published for the first time. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareText } from "../../lib/compare-text.ts";
import { splitAddresses } from "../../lib/content/addresses.ts";
import { CONTENT_FILES } from "../../lib/content/content-files.ts";
import { writeFileAtomic } from "../../lib/records/write-file.ts";

/** The permalink that a file stands at; weeks and months of editions and pages of an index are views, not permalinks. */
const PERMALINK =
  /^(?:(?:papers|tags)\/[^/]+|(?:authors|organizations)\/(?!~[a-z0])[^/]+|editions\/\d{4}-\d{2}-\d{2})\//;

/**
 * Appends what is new to the list of a content folder; a list that has everything is not touched.
 * @param files those of the published site, with forward slashes
 * @returns how many addresses were new
 */
export function recordAddresses(contentDir: string, files: Iterable<string>): number {
  const path = join(contentDir, CONTENT_FILES.addresses.path);
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const permalinks = new Set<string>();
  for (const file of files) {
    const [address] = PERMALINK.exec(file) ?? [];
    if (address !== undefined) permalinks.add(`/${address}`);
  }
  const fresh = [...permalinks.difference(new Set(splitAddresses(text)))].sort(compareText);
  if (fresh.length === 0) return 0;
  const start = text === "" || text.endsWith("\n") ? text : `${text}\n`;
  writeFileAtomic(path, `${start}${fresh.map((address) => `${address}\n`).join("")}`);
  return fresh.length;
}
