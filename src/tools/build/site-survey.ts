/**
 * What stands in an output folder, found out without listing the folders again that have not changed: the system notes
 * the time at which a folder gained or lost a name. A site has a folder for each page, and listing one costs as much as
 * many looks at its time.
 */
import { lstatSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { findEntry, findSiteFile, type SiteFile } from "./site-files.ts";

/** What stands in an output folder. */
export interface SiteSurvey {
  /** Files by their path there, with forward slashes. */
  files: Map<string, SiteFile>;
  /** Folders by their path there, "." for the folder itself, with the time at which each last gained or lost a name, milliseconds. */
  folders: Map<string, number>;
}

/**
 * Surveys a folder.
 * @param known what was found earlier, of whose files only the names are looked at; undefined when all is to be listed
 */
export function surveySite(folder: string, known: SiteSurvey = { files: new Map(), folders: new Map() }): SiteSurvey {
  const survey: SiteSurvey = { files: new Map(), folders: new Map() };
  const inner = Map.groupBy(known.folders.keys(), (path) => (path === "." ? "" : dirname(path)));
  surveyFolder(folder, ".", { times: known.folders, inner }, survey);
  for (const path of known.files.keys()) {
    // What lies behind a link that has taken a folder's place is not the site's.
    if (!survey.folders.has(dirname(path)) || survey.files.has(path)) continue;
    const file = findSiteFile(join(folder, path));
    if (file !== undefined && file.size >= 0) survey.files.set(path, file);
  }
  return survey;
}

/** How what stands in an output folder differs from what was found earlier. */
export type SiteChanges = ReturnType<typeof compareSurveys>;

/** A survey as changes of what was found earlier; undefined is what is gone. */
export function compareSurveys(survey: SiteSurvey, known: SiteSurvey) {
  return {
    /** Files by their path there. */
    files: compareMaps(known.files, survey.files, (a, b) => a.size === b.size && a.mtimeMs === b.mtimeMs),
    /** Times of folders by their path there, milliseconds. */
    folders: compareMaps(known.folders, survey.folders, (a, b) => a === b),
  };
}

/** The survey that `compareSurveys` was given. */
export function applyChanges(known: SiteSurvey, { files, folders }: SiteChanges): SiteSurvey {
  return { files: changeMap(known.files, files), folders: changeMap(known.folders, folders) };
}

function compareMaps<Value>(
  before: ReadonlyMap<string, Value>,
  now: ReadonlyMap<string, Value>,
  isSame: (a: Value, b: Value) => boolean,
): [string, Value | undefined][] {
  const changes: [string, Value | undefined][] = [];
  for (const [name, value] of now) {
    const known = before.get(name);
    if (known === undefined || !isSame(known, value)) changes.push([name, value]);
  }
  for (const name of before.keys()) if (!now.has(name)) changes.push([name, undefined]);
  return changes;
}

function changeMap<Value>(
  before: ReadonlyMap<string, Value>,
  changes: readonly [string, Value | undefined][],
): Map<string, Value> {
  const now = new Map(before);
  for (const [name, value] of changes) {
    if (value === undefined) now.delete(name);
    else now.set(name, value);
  }
  return now;
}

/**
 * Times of all folders of a site that a build has brought up to date.
 * @param files the files as they stand now
 * @param before the survey that the build began with: folders in which nothing came, changed or went have its times
 * @param known what that survey was told of; undefined when it listed everything
 */
export function timeFolders(
  folder: string,
  files: ReadonlyMap<string, SiteFile>,
  before: SiteSurvey,
  known: SiteSurvey | undefined,
): Map<string, number> {
  const times = new Map(before.folders);
  for (const path of listFolders(listTouched(files, before.files, known?.files ?? before.files))) {
    const time = timeFolder(folder, path);
    if (time === undefined) times.delete(path);
    else times.set(path, time);
  }
  return times;
}

/** Files that came, changed or went, be it before the survey or since. */
function listTouched(
  files: ReadonlyMap<string, SiteFile>,
  before: ReadonlyMap<string, SiteFile>,
  known: ReadonlyMap<string, unknown>,
): string[] {
  const touched: string[] = [];
  for (const [file, { mtimeMs }] of files) {
    if (before.get(file)?.mtimeMs !== mtimeMs || !known.has(file)) touched.push(file);
  }
  for (const earlier of [before, known]) for (const file of earlier.keys()) if (!files.has(file)) touched.push(file);
  return touched;
}

/** The folders of files and all that these lie in, "." for the outermost. */
function listFolders(files: Iterable<string>): Set<string> {
  const folders = new Set(["."]);
  for (const file of files) {
    for (let path = dirname(file); !folders.has(path); path = dirname(path)) folders.add(path);
  }
  return folders;
}

/**
 * Adds a folder and those in it, and what stands there unless its time says that the names are known. Empty ones have a
 * time like any other: something may be put into them later.
 * @param known times of known folders, and these by the one that they lie in
 */
function surveyFolder(
  folder: string,
  path: string,
  known: { times: ReadonlyMap<string, number>; inner: ReadonlyMap<string, string[]> },
  survey: SiteSurvey,
): void {
  const time = timeFolder(folder, path);
  if (time === undefined) return;
  survey.folders.set(path, time);
  if (time === known.times.get(path)) {
    for (const own of known.inner.get(path) ?? []) surveyFolder(folder, own, known, survey);
    return;
  }
  for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
    const own = path === "." ? entry.name : `${path}/${entry.name}`;
    const file = entry.isDirectory() ? undefined : findSiteFile(join(folder, own));
    if (entry.isDirectory()) surveyFolder(folder, own, known, survey);
    else if (file !== undefined) survey.files.set(own, file);
  }
}

function timeFolder(folder: string, path: string): number | undefined {
  // The output folder itself may be a link to it.
  const entry = findEntry(join(folder, path), path === "." ? statSync : lstatSync);
  return entry?.isDirectory() ? entry.mtimeMs : undefined;
}
