/** Taking a paper out: its record goes, its address goes on working as a redirect, and nothing that people wrote is lost unasked. */
import { existsSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { listContentFiles, locateDigest, nameContentFile } from "../content/content-files.ts";
import { parseEdition } from "../content/parse.ts";
import { parseSource } from "../content/source-text.ts";
import { ContentError, type Problem } from "../errors.ts";
import { dropRecord, findNamedRecord, listChangedFiles, openArchive, refuseUnknown } from "./archive.ts";
import { type ChangeOptions, withContentLock } from "./lock.ts";
import { describeRedirects } from "./redirects.ts";
import { writeFilesAtomic } from "./write-file.ts";

/** How a paper is taken out. */
export interface RemoveOptions extends ChangeOptions {
  /** What readers of its address are told, as a sentence. */
  reason: string;
  /** Whether its digest goes too; without it a paper that has one stays. */
  withDigest: boolean;
}

/**
 * Takes a paper out of a content folder. Returns the files that changed, as problems name them.
 * Throws a `ContentError` when there is no such paper, an edition names it, or it has a digest that is to stay;
 * nothing has changed then. A run that was broken off is completed by running it again.
 */
export function removePaper(folder: string, id: string, options: RemoveOptions): string[] {
  return withContentLock(folder, "a removal", () => remove(folder, id, options), options);
}

function remove(folder: string, written: string, options: RemoveOptions): string[] {
  const archive = openArchive(folder);
  const id = findNamedRecord(archive, written);
  const record = archive.records.get(id);
  if (record === undefined) throw new ContentError([refuseUnknown(archive, id)]);
  const digest = locateDigest(folder, id);
  const hasDigest = existsSync(digest);
  const problems = [...listMentions(folder, id), ...(hasDigest && !options.withDigest ? [describeDigest(digest)] : [])];
  if (problems.length > 0) throw new ContentError(problems);
  const rest = { date: options.today, reason: options.reason };
  const redirects = describeRedirects(folder, [id, ...record.previousIds], rest);
  dropRecord(archive, id);
  const months = [...listChangedFiles(archive)];
  const files = [redirects.path, ...(hasDigest ? [digest] : []), ...months.map(({ path }) => path)].map(
    nameContentFile,
  );
  if (options.isDryRun) return files;
  // The redirect first: whenever this is broken off, the paper still has a record and can be taken out again.
  writeFilesAtomic([redirects]);
  if (hasDigest) rmSync(digest);
  writeFilesAtomic(months);
  return files;
}

/** Where editions name the paper: people decide what becomes of the place. */
function listMentions(folder: string, id: string): Problem[] {
  return listContentFiles(folder, "editions").flatMap((path): Problem[] => {
    const {
      source: { text },
      outcome: { value },
    } = parseSource(path, parseEdition);
    const isNamed = value?.data.papers.includes(id) ?? text.includes(id);
    const line = text.split("\n").findIndex((line) => line.includes(id)) + 1;
    if (!isNamed && line === 0) return [];
    return [
      {
        file: nameContentFile(path),
        line: Math.max(line, 1),
        message: "this edition names the paper",
        found: id,
        mend: `take it out of ${basename(path)} first`,
      },
    ];
  });
}

function describeDigest(path: string): Problem {
  return {
    file: nameContentFile(path),
    message: "the paper has a digest, which somebody wrote",
    mend: "add --with-digest to delete it too; git keeps it",
  };
}
