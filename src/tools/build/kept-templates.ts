/** Templates that an earlier build of the same code had compiled: what they hold is known, and damage is noticed. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readStored, writeStored } from "../../data/content/stored-file.ts";
import { fingerprintData } from "../../lib/content/data-fingerprint.ts";
import type { Day } from "../../lib/dates.ts";
import { listSiteFiles } from "./site-files.ts";
import { makeWorkFolder } from "./work-folder.ts";

/** Introductions of editions by day, as fingerprints: they are compiled like templates. */
export type Introductions = ReadonlyMap<Day, string>;

/** What is noted of templates. */
interface TemplatesNote {
  /** A fingerprint of their files and the names of these. */
  files: string;
  /** The introductions among them. */
  introductions: [day: Day, fingerprint: string][];
}

const NOTE = "note.json";

/** Makes the folder for templates that are to be compiled; what it held is gone. */
export function clearTemplates(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  makeWorkFolder(folder);
}

/** Notes that the templates of a folder are whole. */
export function noteTemplates(folder: string, introductions: Introductions): void {
  const note: TemplatesNote = { files: fingerprintFiles(folder), introductions: [...introductions] };
  writeStored(join(folder, NOTE), note);
}

/** The introductions that kept templates hold; undefined when there are no templates, or they are not as they were. */
export function findTemplates(folder: string): Introductions | undefined {
  const note = readStored<TemplatesNote>(join(folder, NOTE));
  return note?.files === fingerprintFiles(folder) ? new Map(note.introductions) : undefined;
}

function fingerprintFiles(folder: string): string {
  const paths = [...listSiteFiles(folder).keys()].filter((path) => path !== NOTE).sort();
  return fingerprintData(paths.map((path) => [path, fingerprintData(readFileSync(join(folder, path)))]));
}
