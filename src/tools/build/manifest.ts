/** What the last build published, so that the next one can tell what is still as it should be. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { replaceFile } from "../../data/content/stored-file.ts";

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
  /** Files by their path below the output folder, with forward slashes. */
  files: Map<string, PublishedFile>;
}

/** Reads a manifest; undefined when there is none, or it is not whole. */
export function readManifest(path: string): Manifest | undefined {
  try {
    const text = readFileSync(path, "utf8");
    const end = text.indexOf("\n");
    const body = text.slice(end + 1);
    return text.slice(0, end) === checksum(body) ? parseManifest(body) : undefined;
  } catch {
    return undefined;
  }
}

function parseManifest(body: string): Manifest {
  const [head = "", ...lines] = body.split("\n");
  const { content, addresses, papers } = JSON.parse(head) as Omit<Manifest, "files">;
  const files = new Map<string, PublishedFile>();
  for (const line of lines) {
    const [file = "", key = "", size, mtimeMs] = line.split("\t");
    if (file !== "") files.set(file, { key, size: Number(size), mtimeMs: Number(mtimeMs) });
  }
  return { content, addresses, papers, files };
}

/** Writes a manifest behind a checksum; it is never seen half written. */
export function writeManifest(path: string, { files, ...head }: Manifest): void {
  const lines = [...files].map(([file, { key, size, mtimeMs }]) => `${file}\t${key}\t${size}\t${mtimeMs}\n`);
  const body = `${JSON.stringify(head)}\n${lines.join("")}`;
  replaceFile(path, `${checksum(body)}\n${body}`);
}

function checksum(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
