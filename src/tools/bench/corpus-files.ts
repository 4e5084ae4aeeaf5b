/** An invented archive as files on the disk. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseTags } from "#lib/content/parse.ts";
import { nameFile } from "#lib/content/read.ts";
import { ContentError } from "#lib/errors.ts";
import { PROJECT_FOLDER } from "../folders.ts";
import { generateCorpus } from "./corpus.ts";

/** Pinned, so that today's figures can be compared with last year's. */
const SEED = 20260309;

/** Writes all files of an archive, with the project's own vocabulary. Throws a `ContentError` when that is broken. */
export function writeCorpus(papers: number, contentDir: string): void {
  const tagsFile = join(PROJECT_FOLDER, "content", "tags.yaml");
  const { value, problems } = parseTags(readFileSync(tagsFile, "utf8"), nameFile(tagsFile));
  if (value === undefined || problems.length > 0) throw new ContentError(problems);
  const tags = value.lines.map(({ data }) => data);
  for (const { path, text } of generateCorpus({ papers, seed: SEED, tags })) {
    const file = join(contentDir, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  cpSync(tagsFile, join(contentDir, "tags.yaml"));
}
