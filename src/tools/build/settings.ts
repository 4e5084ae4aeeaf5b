/** What a build is told by the environment, made exact or refused. */
import { join, resolve } from "node:path";
import type { PaperPages } from "../../data/library.ts";
import { normalizeBasePath } from "../../lib/base-path.ts";
import { Failure } from "../../lib/failure.ts";
import { hashText } from "../../lib/records/sealed-text.ts";
import { CACHE_FOLDER } from "../folders.ts";

/** What to build, to where, and under which address it will be read. */
export type BuildSettings = ReturnType<typeof readSettings>;

/** The environment variables that are read; empty counts as absent. */
export type BuildEnvironment = Partial<
  Readonly<{ [Name in "CONTENT_DIR" | "OUT_DIR" | "SITE_URL" | "BASE_PATH" | "PAPER_PAGES"]: string | undefined }>
>;

/** Reads the settings of a build; folders are relative to the working folder. Throws a `Failure` naming every bad value. */
export function readSettings(environment: BuildEnvironment) {
  const siteUrl = environment.SITE_URL || "https://offprint.example";
  const basePath = environment.BASE_PATH || "/";
  const paperPages = environment.PAPER_PAGES || "all";
  const faults = [...findSiteFaults(siteUrl), ...findBaseFaults(basePath), ...findPagesFaults(paperPages)];
  if (faults.length > 0) throw new Failure(faults.join("\n"));
  return {
    /** Folder of the content, absolute. */
    contentDir: resolve(environment.CONTENT_DIR || "content"),
    /** Folder the finished site is published to, absolute. */
    outDir: resolve(environment.OUT_DIR || "dist"),
    /** Origin of the site such as `https://offprint.example`, without a path or slash at its end. */
    siteUrl: new URL(siteUrl).origin,
    /** Path of the site below its origin, with a slash at both ends. */
    basePath: normalizeBasePath(basePath),
    /** Which papers have a page of their own. */
    paperPages: paperPages as PaperPages,
  };
}

function findSiteFaults(siteUrl: string): string[] {
  const url = URL.parse(siteUrl);
  if (url === null || !["http:", "https:"].includes(url.protocol)) {
    return [`SITE_URL is "${siteUrl}"; write an address with its scheme, such as https://offprint.example.`];
  }
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "") {
    return [
      `SITE_URL is "${siteUrl}"; write only ${url.origin} there, and the path${url.pathname === "/" ? "" : ` ${url.pathname}`} in BASE_PATH.`,
    ];
  }
  return [];
}

function findPagesFaults(paperPages: string): string[] {
  const isKnown = paperPages === "all" || paperPages === "digests";
  return isKnown ? [] : [`PAPER_PAGES is "${paperPages}"; write all, or digests.`];
}

function findBaseFaults(basePath: string): string[] {
  const isPlain = basePath.split("/").every((part) => /^[\w.~-]*$/.test(part) && part !== "." && part !== "..");
  return isPlain
    ? []
    : [`BASE_PATH is "${basePath}"; write a path of letters, digits and . _ ~ - between slashes, such as /digest/.`];
}

/** The folder a build works in before it publishes: one for each combination of settings, kept from build to build. */
export function locateWorkFolder(settings: BuildSettings): string {
  const { contentDir, outDir, siteUrl, basePath } = settings;
  return join(CACHE_FOLDER, "build", hashText(JSON.stringify([contentDir, outDir, siteUrl, basePath]), 12));
}
