/** What the last build published, so that the next one can tell what is still as it should be. */
import { readFileSync } from "node:fs";
import { replaceFile } from "../../data/content/stored-file.ts";
import { sealText, unsealText } from "../../lib/records/sealed-text.ts";

/** A file as it was published. */
export interface PublishedFile {
  /** Key of the page, see `PlannedPage`; "" for a file that is none. */
  key: string;
  /** Bytes. */
  size: number;
  /** Time of its last change, milliseconds. */
  mtimeMs: number;
}

/** All that a build published. */
export interface Manifest {
  /** Stamp of the content, taken before it was read. */
  content: string;
  /** Stamp of the list of addresses, after the build had appended to it. */
  addresses: string;
  /** Papers in the content. */
  papers: number;
  /** Digests that have lost their stamps, see `Holdings`. */
  unstamped: string[];
  /** Files by their path below the output folder, with forward slashes. */
  files: Map<string, PublishedFile>;
  /** Folders of the output folder with their times, see `SiteSurvey`. */
  folders: Map<string, number>;
}

/** Reads a manifest; undefined when there is none, or it is not whole. */
export function readManifest(path: string): Manifest | undefined {
  try {
    const body = unsealText(readFileSync(path, "utf8"));
    return body === undefined ? undefined : parseManifest(body);
  } catch {
    return undefined;
  }
}

function parseManifest(body: string): Manifest {
  const [first = "", ...lines] = body.split("\n");
  const head = JSON.parse(first) as Omit<Manifest, "files" | "folders">;
  const files = new Map<string, PublishedFile>();
  const folders = new Map<string, number>();
  for (const line of lines) {
    const [file = "", key = "", size, mtimeMs] = line.split("\t");
    if (file.endsWith("/")) folders.set(file.slice(0, -1), Number(key));
    else if (file !== "") files.set(file, { key, size: Number(size), mtimeMs: Number(mtimeMs) });
  }
  return { ...head, files, folders };
}

/** Writes a manifest behind a checksum; it is never seen half written. */
export function writeManifest(path: string, { files, folders, ...head }: Manifest): void {
  const lines = [...files].map(([file, { key, size, mtimeMs }]) => `${file}\t${key}\t${size}\t${mtimeMs}\n`);
  const folderLines = [...folders].map(([folder, time]) => `${folder}/\t${time}\n`);
  replaceFile(path, sealText(`${JSON.stringify(head)}\n${lines.join("")}${folderLines.join("")}`));
}
