/** An invented archive as files on the disk. */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { nameContentFile } from "#lib/content/content-files.ts";
import { parseTags } from "#lib/content/parse.ts";
import type { Tag } from "#lib/content/tag.ts";
import { ContentError } from "#lib/errors.ts";
import { PROJECT_FOLDER } from "#tools/folders.ts";
import { type CorpusFile, generateCorpus } from "./corpus.ts";
import { type AddedDay, generateDay } from "./day.ts";

/** Pinned, so that today's figures can be compared with last year's. */
const SEED = 20260309;

const TAGS_FILE = join(PROJECT_FOLDER, "content", "tags.yaml");

/** Writes all files of an archive, with the project's own vocabulary. Throws a `ContentError` when that is broken. */
export function writeCorpus(papers: number, contentDir: string): void {
  writeFiles(inventFiles(papers), contentDir);
  cpSync(TAGS_FILE, join(contentDir, "tags.yaml"));
}

/** The files of the archive of so many papers that all commands measure with. Throws a `ContentError` when the vocabulary is broken. */
export function inventFiles(papers: number): Iterable<CorpusFile> {
  return generateCorpus({ papers, seed: SEED, tags: readVocabulary() });
}

/** Adds a day to an archive of so many papers that `writeCorpus` wrote. */
export function writeDay(papers: number, day: AddedDay, contentDir: string): void {
  const read = (path: string): string => {
    const file = join(contentDir, path);
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  };
  writeFiles(generateDay({ papers, seed: SEED, tags: readVocabulary() }, day, read), contentDir);
}

function readVocabulary(): Tag[] {
  const { value, problems } = parseTags(readFileSync(TAGS_FILE, "utf8"), nameContentFile(TAGS_FILE));
  if (value === undefined || problems.length > 0) throw new ContentError(problems);
  return value.lines.map(({ data }) => data);
}

function writeFiles(files: Iterable<CorpusFile>, contentDir: string): void {
  for (const { path, text } of files) {
    const file = join(contentDir, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
