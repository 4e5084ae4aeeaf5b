/** Where tools find the project and keep their things. */
import { join, relative } from "node:path";

/** The project's folder, absolute: tools find their own files through it, wherever they are called from. */
export const PROJECT_FOLDER: string = join(import.meta.dirname, "..", "..");

/** Where tools keep what can be made again. It lies on the project's file system, so that renames into it work. */
export const CACHE_FOLDER: string = join(PROJECT_FOLDER, ".cache");

/** The content folder that commands work on: CONTENT_DIR, otherwise `content` in the working folder. */
export function findContentFolder(): string {
  return process.env["CONTENT_DIR"] || "content";
}

/** A file or folder as one would type it here: relative to the working folder where it lies below it. */
export function nameFolder(path: string): string {
  const name = relative(process.cwd(), path);
  return name === "" ? "." : name.startsWith("..") ? path : name;
}
