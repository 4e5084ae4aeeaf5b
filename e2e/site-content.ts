/** The content that the sites of the browser tests were built from. */
import { join } from "node:path";
import { type Content, readContent } from "../src/lib/content/read.ts";
import type { PaperRecord } from "../src/lib/content/record.ts";
import { PROJECT_FOLDER } from "../src/tools/folders.ts";
import type { RunningSite } from "./sites.ts";

/** All content that a site was built from. */
export function readSiteContent(site: RunningSite): Content {
  return readContent(join(PROJECT_FOLDER, site.content));
}

/** All records of a content, in the order of its files. */
export function listRecords(content: Content): PaperRecord[] {
  return content.records.flatMap(({ lines }) => lines.map(({ data }) => data));
}
