/** Writing files so that at any instant each is either the old one or the new one. */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { nameContentFile } from "../content/content-files.ts";
import { explainFileError } from "../failure.ts";
import { nameTemporary } from "./temporary.ts";

/** A file to write. */
export interface FileText {
  /** Where it stands. */
  path: string;
  /** All it holds. */
  content: string | Uint8Array;
}

/** A file whose new content lies on the disk, but not yet in its place. */
type StagedFile = ReturnType<typeof stageFile>;

/**
 * Writes through a temporary file beside the target and renames it into place.
 * Folders that are missing are made; a file that is there keeps its permissions, a link to one stays a link. Throws a
 * `Failure` that names the file when the disk is full and the like; the file is then as it was, and nothing else is left.
 */
export function writeFileAtomic(path: string, content: string | Uint8Array): void {
  writeFilesAtomic([{ path, content }]);
}

/**
 * Writes several files in the same way, and returns their paths. None is put in its place before all lie on the disk,
 * so a disk that is too small for one changes none.
 */
export function writeFilesAtomic(files: Iterable<FileText>): string[] {
  const staged: StagedFile[] = [];
  const done = new Set<StagedFile>();
  try {
    for (const file of files) staged.push(explain(file.path, () => stageFile(file)));
    for (const file of staged) {
      explain(file.path, () => renameSync(file.temporary, file.target));
      done.add(file);
    }
  } catch (error) {
    for (const file of staged) if (!done.has(file)) rmSync(file.temporary, { force: true });
    throw error;
  } finally {
    // What has been put in its place is to stay there when the machine stops.
    for (const folder of new Set([...done].map(({ target }) => dirname(target)))) syncFolder(folder);
  }
  return staged.map(({ path }) => path);
}

function explain<Result>(path: string, write: () => Result): Result {
  try {
    return write();
  } catch (error) {
    throw explainFileError(error, `${nameContentFile(path)} could not be written`, "It is as it was before.");
  }
}

/** Brings the content to the disk under a temporary name; what cannot be brought there whole is removed. */
function stageFile({ path, content }: FileText) {
  const made = mkdirSync(dirname(path), { recursive: true });
  if (made !== undefined) syncFolder(dirname(made));
  const target = existsSync(path) ? realpathSync(path) : path;
  const mode = existsSync(path) ? statSync(path).mode & 0o777 : undefined;
  const temporary = nameTemporary(dirname(target));
  try {
    writeFileSync(temporary, content, { flag: "wx", mode, flush: true });
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return { path, target, temporary };
}

/** Has a file stand in another place as well, which is empty; it is copied where the disk knows no links or does not let us make them. */
export function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** Brings the names in a folder to the disk. Systems that cannot do that for folders do it by themselves. */
function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, "r");
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // The files are whole in any case; whether their names outlive a power cut is then not ours to say.
  }
}
