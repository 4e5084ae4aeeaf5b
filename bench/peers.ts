/** Other site generators: where they are found, and how they build a copy of the archive. */
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { Failure } from "#lib/failure.ts";
import { HALF_OF_MEMORY } from "#tools/build.ts";
import { PROJECT_FOLDER } from "#tools/folders.ts";
import type { CorpusFile } from "./corpus.ts";
import { watchMemory } from "./memory.ts";

/** Another generator that is present. */
export interface Peer {
  /** Its name. */
  name: "Hugo" | "Eleventy";
  /** Its version, such as `0.111.3`. */
  version: string;
  /** Its program with the arguments that build a folder. */
  program: string;
  /** Arguments before those of a build. */
  args: string[];
  /** Name that the system knows its process by. */
  processName: RegExp;
  /** Where papers and data go in its folder. */
  folders: { [Kind in "papers" | "data"]: string };
}

/** What one build from nothing cost. */
export interface BuilderRun {
  /** Seconds by the clock, from its start to its end; the limit where it was broken off. */
  seconds: number;
  /** Most memory it held, in bytes; undefined where the system does not tell. */
  peakMemory: number | undefined;
  /** Whether it was broken off before its end. */
  isUnfinished: boolean;
  /** Folder with the site. */
  site: string;
}

const TEMPLATES = join(import.meta.dirname, "peers");
/** Folder below a peer's own that it writes to. */
const OUTPUT = "out";
const run = promisify(execFile);

/** Hugo, when it is on the PATH. */
export async function findHugo(): Promise<Peer | undefined> {
  try {
    const { stdout } = await run("hugo", ["version"]);
    const version = /\bv(\d+(?:\.\d+)+)/.exec(stdout)?.[1] ?? "of an unknown version";
    const folders = { papers: "content/papers", data: "data" };
    return { name: "Hugo", version, program: "hugo", args: ["--quiet"], processName: /^hugo$/, folders };
  } catch {
    return undefined;
  }
}

/** Eleventy, when it is installed in the project or in `folder`. */
export function findEleventy(folder: string = process.env["ELEVENTY"] || PROJECT_FOLDER): Peer | undefined {
  const require = createRequire(join(resolve(folder), "package.json"));
  try {
    const root = findPackage(dirname(require.resolve("@11ty/eleventy")));
    const { version, bin } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      version: string;
      bin: { eleventy: string };
    };
    // As much memory as our own builds may have: with Node's usual 4 GB it ends at ten thousand papers.
    const args = [HALF_OF_MEMORY, join(root, bin.eleventy), "--quiet"];
    const folders = { papers: "papers", data: "_data" };
    const processName = /^(node|MainThread)/;
    return { name: "Eleventy", version, program: process.execPath, args, processName, folders };
  } catch {
    return undefined;
  }
}

function findPackage(folder: string): string {
  return existsSync(join(folder, "package.json")) ? folder : findPackage(dirname(folder));
}

/** Writes a peer's templates and the archive as it likes it. @param folder is made, and holds nothing else */
export function preparePeer({ name, folders }: Peer, files: Iterable<CorpusFile>, folder: string): void {
  cpSync(join(TEMPLATES, name.toLowerCase()), folder, { recursive: true });
  for (const { path, text } of files) {
    const [kind = "", file = ""] = path.split("/");
    const own = join(folder, folders[kind as keyof Peer["folders"]]);
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, file), text);
  }
}

/**
 * Builds from nothing. Throws a `Failure` with what it said when it fails.
 * @param limit seconds after which it is broken off; undefined lets it take its time
 */
export async function runPeer(peer: Peer, folder: string, limit: number | undefined): Promise<BuilderRun> {
  const site = join(folder, OUTPUT);
  rmSync(site, { recursive: true, force: true, maxRetries: 10 });
  const watch = watchMemory(peer.processName);
  const start = performance.now();
  const [option, cwd] = peer.name === "Hugo" ? ["--destination", folder] : ["--output", folder];
  const timeout = (limit ?? 0) * 1000;
  const toRun = (isUnfinished: boolean): BuilderRun => {
    const seconds = isUnfinished && limit !== undefined ? limit : (performance.now() - start) / 1000;
    return { seconds, peakMemory: watch.end(), isUnfinished, site };
  };
  try {
    await run(peer.program, [...peer.args, `${option}=${OUTPUT}`], {
      cwd,
      timeout,
      killSignal: "SIGKILL",
      maxBuffer: 2 ** 26,
    });
  } catch (error) {
    if (Reflect.get(Object(error), "killed") === true) return toRun(true);
    const said = Reflect.get(Object(error), "stderr") || String(error);
    throw new Failure(`${peer.name} could not build its copy of the archive: ${said}`);
  }
  return toRun(false);
}
