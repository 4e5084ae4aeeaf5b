/** What keeps a page from being rendered, told with the record that it shows. */
import { readFileSync } from "node:fs";
import { listContentFiles, nameContentFile } from "../../lib/content/content-files.ts";
import { parseRecords } from "../../lib/content/parse.ts";
import { toSegment } from "../../lib/papers/id.ts";
import { describeHtmlError } from "./html-error.ts";

/**
 * A page that a template throws on, and why: `content/papers/2025-10.jsonl:3  papers/2510.18821/index.html …` where it is
 * a paper's, so that one can look at what is odd there.
 * @param file the page's, below the site's folder
 */
export function describePageFault(contentDir: string, file: string, error: unknown): string {
  const [, segment] = /^papers\/([^/]+)\//.exec(file) ?? [];
  const place = segment === undefined ? undefined : locateRecord(contentDir, segment);
  return `${place === undefined ? "" : `${place}  `}${file} could not be rendered: ${describeHtmlError(error)}`;
}

/** File and line of the record that has this address; undefined when none has. */
function locateRecord(contentDir: string, segment: string): string | undefined {
  for (const path of listContentFiles(contentDir, "records")) {
    const file = nameContentFile(path);
    const lines = parseRecords(readFileSync(path, "utf8"), file).value?.lines ?? [];
    const found = lines.find(({ data }) => toSegment(data.id) === segment);
    if (found !== undefined) return `${file}:${found.line}`;
  }
  return undefined;
}
