/** Whether anything in a content folder has changed, told without reading a file of it. */
import { CONTENT_FILES, listContentFiles } from "#lib/content/content-files.ts";
import { fingerprintData } from "#lib/content/data-fingerprint.ts";
import { stampFile } from "#lib/content/file-stamp.ts";

/**
 * A fingerprint of the names and stamps of all files that people and importers write; the list of addresses, which a
 * build itself appends to, is stamped by itself.
 */
export function stampContent(folder: string): { content: string; addresses: string } {
  const kinds = (Object.keys(CONTENT_FILES) as (keyof typeof CONTENT_FILES)[]).filter((kind) => kind !== "addresses");
  const paths = kinds.flatMap((kind) => listContentFiles(folder, kind));
  return {
    content: fingerprintData(paths.flatMap((path) => [path, stampFile(path)])),
    addresses: listContentFiles(folder, "addresses").map(stampFile).join(),
  };
}
