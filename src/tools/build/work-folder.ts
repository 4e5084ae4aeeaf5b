/** The folder a build works in. What it holds can be made again, so nothing that stands there is ever believed. */
import { lstatSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { readErrorCode } from "../../lib/failure.ts";
import { PROJECT_FOLDER } from "../folders.ts";

/** What builds keep for later ones. */
export type KeptPlace = ReturnType<typeof locateKept>;

/** Where a build keeps what later ones by the same code may believe; what was kept by other code is removed, or all. */
export function locateKept(workFolder: string, code: string, isClean: boolean) {
  const all = makeWorkFolder(join(workFolder, "kept"));
  for (const name of readdirSync(all)) {
    if (name !== code || isClean) rmSync(join(all, name), { recursive: true, force: true });
  }
  const folder = makeWorkFolder(join(all, code));
  return {
    /** Fingerprint of the code and the settings it was made with. */
    code,
    /** What the last build published. */
    manifest: join(folder, "manifest"),
    /** What was read of the content. */
    store: join(folder, "content"),
    /** What was found of related papers. */
    related: makeWorkFolder(join(folder, "related")),
    /** The templates that Astro has compiled. */
    templates: join(folder, "templates"),
    /** What is known of the bundles of the search index. */
    index: join(folder, "index"),
    /** Assets that the last build left in the site, by whatever code. */
    assets: join(workFolder, "assets.json"),
  };
}

/** The folders below the work folder that no build leaves to the next. */
export function locateMade(workFolder: string) {
  return {
    /** What pages get. */
    plan: join(workFolder, "plan"),
    /** The site as Astro writes it. */
    site: join(workFolder, "site"),
    /** What makes way for the site, until the new one stands. */
    aside: join(workFolder, "aside"),
    /** The cache of Astro; see astro.config.mjs. */
    cache: join(workFolder, "cache"),
  };
}

/** Makes a folder in the cache; files, and links that lead nowhere, are removed where it or the folders above it have to be. */
export function makeWorkFolder(path: string): string {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    if (!["EEXIST", "ENOTDIR", "ENOENT"].includes(readErrorCode(error) ?? "")) throw error;
    rmSync(findStanding(path), { force: true });
    mkdirSync(path, { recursive: true });
  }
  return path;
}

/** The nearest of a path and those above it where something stands. */
export function findStanding(path: string): string {
  try {
    lstatSync(path);
    return path;
  } catch {
    return findStanding(dirname(path));
  }
}

/**
 * Clears what earlier builds left in a work folder. Astro believes its cache unread: a byte that a disk lost, or a page
 * that a killed build had half written, would come back on the site.
 */
export function clearWorkFolder(workFolder: string): void {
  for (const path of Object.values(locateMade(workFolder))) rmSync(path, { recursive: true, force: true });
}

/** Clears away what would bar the way of the files that Astro makes anew in each build, in the project's `.astro/`. */
export function clearAstroFolder(folder: string = join(PROJECT_FOLDER, ".astro")): void {
  makeWorkFolder(folder);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const isNamedAsFile = extname(entry.name) !== "";
    if (entry.isDirectory() === isNamedAsFile) rmSync(join(folder, entry.name), { recursive: true });
  }
}
