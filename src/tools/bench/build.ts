/** `build`: what does a build cost for an archive of so many papers? */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { countNoun } from "#lib/errors.ts";
import { lockOutput } from "../build/lock.ts";
import { type BuildSettings, locateWorkFolder, readSettings } from "../build/settings.ts";
import { build } from "../build.ts";
import { type Command, type ExitCode, print, printError, readArgs, UsageError } from "../commands/command.ts";
import { CACHE_FOLDER } from "../folders.ts";
import { writeCorpus } from "./corpus-files.ts";
import { describeLoad, describeMachine, formatFigures, toFigures } from "./figures.ts";

/** Ids hold five digits a month; beyond this the busiest month would run out of them. */
const MOST_PAPERS = 1_000_000;

const HELP = `npm run bench -- build --papers N [--json]

Invents an archive of N papers (the same for the same N), builds it once from nothing with the project's own build,
and says what that cost. Everything lies in .cache/bench meanwhile and is removed at the end.

  --papers N  how many papers, 1 to ${MOST_PAPERS.toLocaleString("en-GB")}
  --json      print {"clean": {…}} and nothing else

  seconds       all but the index               rendered      pages rendered by this build
  totalSeconds  everything                      written, removed  files written and removed
  peakMB        most memory, the index aside    bytes         size of the site, index included
  pages         HTML pages                      indexSeconds, indexBytes  the search index by itself`;

/** Builds an invented archive and reports what it cost. */
export const measureBuild: Command = {
  name: "build",
  summary: "build an invented archive of any size; seconds, memory, bytes",
  help: HELP,
  async run(args): Promise<ExitCode> {
    const { values } = readArgs({ args, options: { papers: { type: "string" }, json: { type: "boolean" } } });
    const papers = readPaperCount(values.papers);
    const isJson = values.json === true;
    const warning = describeLoad();
    if (warning !== undefined) printError(warning);
    if (!isJson) printError(`Inventing and building ${countNoun(papers, "paper")} …\n`);
    const clean = toFigures(await buildCorpus(papers));
    print(isJson ? JSON.stringify({ clean }) : `${formatFigures(clean, papers)}\n\n${describeMachine()}`);
    return 0;
  },
};

/** Reads a number of papers; throws a `UsageError` for what is none. */
export function readPaperCount(text: string | undefined): number {
  if (text === undefined) throw new UsageError("say how many papers, such as --papers 1000");
  const papers = Number(text);
  if (!/^\d+$/.test(text) || papers < 1 || papers > MOST_PAPERS) {
    throw new UsageError(`--papers is "${text}"; write a whole number from 1 to ${MOST_PAPERS}`);
  }
  return papers;
}

/** Writes the archive, builds it, and removes both, also when the build fails or Ctrl-C ends it. */
async function buildCorpus(papers: number) {
  const folder = join(CACHE_FOLDER, "bench");
  const settings: BuildSettings = {
    ...readSettings({}),
    contentDir: join(folder, "content"),
    outDir: join(folder, "site"),
  };
  const release = lockOutput(folder);
  // A failed build's log lies in the work folder and is named in the message: it stays until the next run.
  const workFolder = locateWorkFolder(settings);
  const removeAll = () => {
    for (const path of [folder, workFolder]) rmSync(path, { recursive: true, force: true, maxRetries: 10 });
  };
  const stopListening = removeWhenStopped(removeAll);
  try {
    removeAll();
    writeCorpus(papers, settings.contentDir);
    const report = await build(settings);
    removeAll();
    return report;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  } finally {
    stopListening();
    release();
  }
}

/** Removes when a signal ends this process, after the processes it started. Returns what ends the watch. */
export function removeWhenStopped(removeAll: () => void): () => void {
  const stop = () => {
    process.once("exit", () => {
      // The HTML process was told to end a moment ago; what it still writes must not outlive the folder.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
      removeAll();
    });
    process.exit(130);
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  return () => {
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
  };
}
