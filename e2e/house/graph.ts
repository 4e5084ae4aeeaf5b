/** Which file imports which. */
import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import { PROJECT_FOLDER } from "#tools/folders.ts";
import { type CodeFile, stripComments } from "./sources.ts";
import { type ImportLine, listExportedNames, listImports } from "./syntax.ts";

/** An import with the file it leads to. */
export interface Edge extends ImportLine {
  /** Path of the file, from the project's folder; undefined for packages. */
  target?: string;
}

/** Imports by the path of the file that has them. */
export type ImportGraph = Map<string, Edge[]>;

/**
 * Reads the imports of all files.
 * @param aliases the `imports` of package.json
 */
export function makeGraph(files: CodeFile[], aliases: { [alias: string]: string }): ImportGraph {
  return new Map(
    files.map((file) => [
      file.path,
      listImports(file).map((line) => {
        const target = resolveImport(file.path, line.specifier, aliases);
        return target === undefined ? line : { ...line, target };
      }),
    ]),
  );
}

/** Path of the file that an import names; undefined for a package. Throws when an alias is not in package.json. */
export function resolveImport(
  from: string,
  specifier: string,
  aliases: { [alias: string]: string },
): string | undefined {
  const bare = specifier.replace(/\?.*$/, "");
  if (bare.startsWith(".")) return posix.join(posix.dirname(from), bare);
  if (!bare.startsWith("#")) return undefined;
  for (const [alias, place] of Object.entries(aliases)) {
    const head = alias.replace(/\*$/, "");
    if (bare === alias || (alias.endsWith("*") && bare.startsWith(head))) {
      return posix.normalize(place.replace("*", bare.slice(head.length)));
    }
  }
  throw new Error(`${from} imports ${specifier}; package.json has no such alias`);
}

/** Circles of imports, types among them, each as the paths round it; every circle once. */
export function findCycles(graph: ImportGraph): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string): void => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path]);
    if (start >= 0 || done.has(path)) return;
    trail.push(path);
    for (const { target } of graph.get(path) ?? []) if (target !== undefined) visit(target);
    trail.pop();
    done.add(path);
  };
  for (const path of graph.keys()) visit(path);
  return cycles;
}

/** The shortest way of loading imports from a file to a module of Node's; undefined when there is none. */
export function findWayToNode(graph: ImportGraph, start: string): string[] | undefined {
  const ways = [[start]];
  const seen = new Set([start]);
  for (const way of ways) {
    for (const { specifier, target, isType } of graph.get(way.at(-1) ?? "") ?? []) {
      if (isType) continue;
      if (specifier.startsWith("node:")) return [...way, specifier];
      if (target === undefined || seen.has(target)) continue;
      seen.add(target);
      ways.push([...way, target]);
    }
  }
  return undefined;
}

/**
 * Files that none of the starts leads to: by imports, or by the name of a file that is run in a process or worker.
 * @param starts paths of files that are there by themselves
 */
export function findUnreached(graph: ImportGraph, files: CodeFile[], starts: string[]): string[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const reached = new Set(starts);
  for (const path of reached) {
    for (const { target } of graph.get(path) ?? []) if (target !== undefined) reached.add(target);
    for (const [, name] of texts.get(path)?.matchAll(/["/]([a-z-]+-(?:process|worker)\.ts)"/g) ?? []) {
      for (const other of texts.keys()) if (other.endsWith(`/${name}`)) reached.add(other);
    }
  }
  return files.map(({ path }) => path).filter((path) => !reached.has(path));
}

/** A name that is exported, with who names it. */
export interface ExportUse {
  /** Path of its file. */
  path: string;
  /** The name. */
  name: string;
  /** How often its own file names it besides the declaration. */
  own: number;
  /** Paths of the files that import its file and name it. */
  users: string[];
}

/** Who uses what a file exports by name; what it exports as its default, other programs ask for. */
export function listExportUses(graph: ImportGraph, files: CodeFile[], file: CodeFile): ExportUse[] {
  const users = files.filter(({ path }) => graph.get(path)?.some(({ target }) => target === file.path));
  const code = stripComments(file);
  const isDefault = (name: string) => new RegExp(`^export default .*\\b${name}\\b`, "m").test(file.text);
  const names = listExportedNames(file).filter((name) => !isDefault(name));
  return names.map((name) => {
    const mention = new RegExp(`(?<![\\w$])${RegExp.escape(name)}(?![\\w$])`, "g");
    return {
      path: file.path,
      name,
      own: (code.match(mention) ?? []).length - 1,
      users: users.filter(({ text }) => text.search(mention) >= 0).map(({ path }) => path),
    };
  });
}

/** Whether a file of the project exists. */
export function hasFile(path: string): boolean {
  return existsSync(join(PROJECT_FOLDER, path));
}
