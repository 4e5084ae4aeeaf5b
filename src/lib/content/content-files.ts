/** Where files of content lie, and what else lies there. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { compareText } from "../compare-text.ts";
import type { Problem } from "../errors.ts";
import { toSegment } from "../papers/id.ts";
import { EDITIONS } from "./folders.ts";
import { findNearest } from "./nearest.ts";

/** Kinds of content, with where their files lie below the content folder. */
export const CONTENT_FILES = {
  records: { folder: "papers", extension: ".jsonl" },
  digests: { folder: "digests", extension: ".md" },
  editions: { folder: EDITIONS, extension: ".mdx" },
  days: { path: "days.jsonl" },
  tags: { path: "tags.yaml" },
  organizations: { path: "organizations.yaml" },
  people: { path: "people.yaml" },
  redirects: { path: "redirects.jsonl" },
  addresses: { path: "addresses.txt" },
} as const;

/** Where the project's own vocabulary lies: a folder without one takes it, so that an imported archive has topics. */
const SUPPLIED = "content";

/** Hidden files, and what editors and systems leave beside those one works on. */
const PASSED_OVER = /^\.|~$|^#.*#$|\.(bak|orig|swp|tmp)$|^(Thumbs\.db|desktop\.ini)$/i;

/** Paths of all files of one kind, sorted; hidden files are passed over. */
export function listContentFiles(folder: string, kind: keyof typeof CONTENT_FILES): string[] {
  const place = CONTENT_FILES[kind];
  if ("path" in place) {
    const folders = [folder, ...(kind === "tags" ? [resolve(SUPPLIED)] : [])];
    // A link that leads to nothing is there too; reading it says what is wrong.
    const home = folders.find((candidate) => listNames(candidate).includes(place.path));
    return home === undefined ? [] : [join(home, place.path)];
  }
  return listNames(join(folder, place.folder))
    .filter((name) => name.endsWith(place.extension))
    .map((name) => join(folder, place.folder, name));
}

/** Whether a folder is there, itself or by a link. */
export function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** Where the digest of a paper stands, or would. */
export function locateDigest(folder: string, id: string): string {
  return join(folder, CONTENT_FILES.digests.folder, `${toSegment(id)}${CONTENT_FILES.digests.extension}`);
}

/** Names in a folder, sorted, without those that are passed over; none when there is no such folder. */
function listNames(directory: string): string[] {
  if (!isFolder(directory)) return [];
  return readdirSync(directory)
    .filter((name) => !PASSED_OVER.test(name))
    .sort(compareText);
}

/** Files and folders that stand among the content but are not read: in the wrong place, or under a name that ends otherwise. */
export function findStrayFiles(folder: string): Problem[] {
  const names = listNames(folder);
  const places = Object.values(CONTENT_FILES);
  const within = places.flatMap((place) =>
    "folder" in place && names.includes(place.folder) ? findStraysWithin(join(folder, place.folder), place) : [],
  );
  const known = places.map((place) => ("folder" in place ? place.folder : place.path));
  const others = names.filter((name) => !known.some((place) => place === name));
  const misspelt = others.flatMap((name): Problem[] => {
    const nearest = known.find((place) => place.startsWith(`${name}.`)) ?? findNearest(name, known);
    if (nearest === undefined) {
      const path = join(folder, name);
      return [path, ...listNames(path).map((own) => join(path, own))].flatMap((own) => findMisplaced(own) ?? []);
    }
    const file = nameContentFile(join(folder, name));
    const mend = `call it ${nearest}, or move it elsewhere`;
    return [{ file, message: "this is not read, because of its name", allowed: known.join(", "), mend }];
  });
  return [...misspelt, ...within];
}

/** A problem for what is called as files of a folder of content are. */
function findMisplaced(path: string): Problem | undefined {
  const place = Object.values(CONTENT_FILES).find((place) => "extension" in place && path.endsWith(place.extension));
  // Much may be written in Markdown, but a digest is called after its paper.
  const isOther = path.endsWith(".md") && !/^(\d{4}\.\d{4,5}|\w+--)/.test(basename(path));
  if (place === undefined || !("folder" in place) || isOther) return undefined;
  const mend = `move it to ${place.folder}/, or elsewhere`;
  return { file: nameContentFile(path), message: "this is not read where it stands", mend };
}

function findStraysWithin(directory: string, { folder, extension }: { folder: string; extension: string }): Problem[] {
  if (!isFolder(directory)) {
    return [{ file: nameContentFile(directory), message: "this has to be a folder", mend: "move it elsewhere" }];
  }
  const strays = listNames(directory).filter((name) => !name.endsWith(extension));
  return strays.map((name) => ({
    file: nameContentFile(join(directory, name)),
    ...(isFolder(join(directory, name))
      ? {
          message: "nothing in this folder is read",
          allowed: `files ending with ${extension}, in ${folder}/ itself`,
          mend: "move its files up, or the folder elsewhere",
        }
      : {
          message: "this file is not read, because of how its name ends",
          allowed: `names in ${folder}/ end with ${extension}`,
          mend: "rename it, or move it elsewhere",
        }),
  }));
}

/** How problems name a file: from the folder the command was given in, with forward slashes. */
export function nameContentFile(path: string): string {
  const name = relative(process.cwd(), path).replaceAll("\\", "/");
  return name.startsWith("..") ? path : name;
}
