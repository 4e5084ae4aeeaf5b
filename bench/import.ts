/** `import`: what does it cost to import years of Daily Papers, and to import them again? */
import { fork } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { nameContentFile } from "#lib/content/content-files.ts";
import { parseTags } from "#lib/content/parse.ts";
import { countNoun } from "#lib/counts.ts";
import { ContentError } from "#lib/errors.ts";
import { Failure } from "#lib/failure.ts";
import type { ImportReport } from "#lib/records/import.ts";
import { lockOutput } from "#tools/build/lock.ts";
import { type Command, type ExitCode, FLAG, print, TEXT, UsageError } from "#tools/commands/command.ts";
import { CACHE_FOLDER, PROJECT_FOLDER } from "#tools/folders.ts";
import type { CorpusFile } from "./corpus.ts";
import { describeMachine, warnOfLoad } from "./figures.ts";
import { countFeedEntries, inventDays, repeatDays } from "./import-corpus.ts";
import { formatImportFigures, type ImportComparison, type ImportFigures, toImportFigures } from "./import-figures.ts";
import type { ImportMemory } from "./import-process.ts";
import { readOptions } from "./options.ts";
import { removeWhenStopped } from "./scratch.ts";

/** Pinned, so that today's figures can be compared with last year's. */
const SEED = 20260309;
const ENTRIES = 10_000;
/** Beyond this a month would run out of ids. */
const MOST_ENTRIES = 100_000;
const FOLDER = join(CACHE_FOLDER, "bench-import");

const HELP = `npm run bench -- import [--entries N] [--json]

Imports days of Daily Papers into an empty folder, then once more, when nothing is new, and says what each cost.
The days are the real ones in SHARED_DIR (otherwise ../shared), data/hf-daily, or invented ones where there are none;
they are repeated with new ids on new days. Everything lies in .cache/bench-import meanwhile and is removed at the end.

  --entries N  how many entries at least, 1 to ${MOST_ENTRIES.toLocaleString("en-GB")}; otherwise ${ENTRIES.toLocaleString("en-GB")}
  --json       print {"first": {…}, "second": {…}} and nothing else

  seconds   the whole process     added, changed, unchanged  papers
  peakMB    its most memory       refused, files             entries refused, files written

Exit code: 0 the imports went as they should, 1 something was refused or the second changed something, 2 called wrongly.`;

/** Imports the same days twice and reports what that cost. */
export const measureImport: Command = {
  name: "import",
  summary: "import 10,000 entries of Daily Papers, then again; seconds, memory",
  help: HELP,
  async run(args): Promise<ExitCode> {
    const values = readOptions(args, { entries: TEXT, json: FLAG });
    const wanted = readEntryCount(values.entries);
    warnOfLoad();
    const { days, origin } = findDays();
    const { figures, entries } = await importTwice(days, wanted);
    const table = `${formatImportFigures(figures, entries, origin)}\n\n${describeMachine()}`;
    print(values.json ? JSON.stringify(figures) : table);
    const { first, second } = figures;
    return first.refused + second.refused + second.added + second.changed + second.files === 0 ? 0 : 1;
  },
};

function readEntryCount(text: string | undefined): number {
  const entries = Number(text ?? ENTRIES);
  if (/^\d+$/.test(text ?? `${ENTRIES}`) && entries >= 1 && entries <= MOST_ENTRIES) return entries;
  throw new UsageError(`--entries is "${text}"; write a whole number from 1 to ${MOST_ENTRIES}`);
}

/** The days to repeat, and in words where they come from. Throws a `ContentError` when the vocabulary is broken. */
function findDays(): { days: CorpusFile[]; origin: string } {
  const folder = resolve(PROJECT_FOLDER, process.env["SHARED_DIR"] || "../shared", "data", "hf-daily");
  if (existsSync(folder)) {
    const names = readdirSync(folder).filter((name) => /^\d{4}-\d{2}-\d{2}\.json$/.test(name));
    const days = names.sort().map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
    return { days, origin: `${countNoun(days.length, "real day")}, repeated` };
  }
  const tagsFile = join(PROJECT_FOLDER, "content", "tags.yaml");
  const { value, problems } = parseTags(readFileSync(tagsFile, "utf8"), nameContentFile(tagsFile));
  if (value === undefined || problems.length > 0) throw new ContentError(problems);
  const tags = value.lines.map(({ data }) => data);
  const days = inventDays(SEED, tags);
  return { days, origin: `${countNoun(days.length, "invented day")}, repeated` };
}

/** Writes the files, imports them twice, and removes everything, also when an import fails or Ctrl-C ends it. */
async function importTwice(
  days: CorpusFile[],
  wanted: number,
): Promise<{ figures: ImportComparison; entries: number }> {
  const release = await lockOutput(FOLDER);
  const removeAll = () => rmSync(FOLDER, { recursive: true, force: true, maxRetries: 10 });
  const stopListening = removeWhenStopped(removeAll);
  try {
    removeAll();
    const entries = writeDays(days, wanted, join(FOLDER, "days"));
    const first = await runImport();
    const second = await runImport();
    return { figures: { first, second }, entries };
  } finally {
    removeAll();
    stopListening();
    release();
  }
}

/** Writes the days; returns how many entries they have. */
function writeDays(days: CorpusFile[], wanted: number, folder: string): number {
  mkdirSync(folder, { recursive: true });
  let entries = 0;
  for (const file of repeatDays(days, wanted)) {
    writeFileSync(join(folder, file.path), file.text);
    entries += countFeedEntries(file);
  }
  return entries;
}

/** Imports the days in a process of its own. Throws a `Failure` when it ends without a report. */
async function runImport(): Promise<ImportFigures> {
  const start = performance.now();
  const child = fork(join(import.meta.dirname, "import-process.ts"), [join(FOLDER, "days")], {
    env: { ...process.env, CONTENT_DIR: join(FOLDER, "content") },
    execArgv: [],
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const stop = () => child.kill();
  process.once("exit", stop);
  let printed = "";
  let memory: ImportMemory | undefined;
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  child.once("message", (message) => {
    memory = message as ImportMemory;
  });
  await new Promise((end, fail) => child.once("close", end).once("error", fail));
  process.off("exit", stop);
  const seconds = (performance.now() - start) / 1000;
  if (memory === undefined || printed === "") throw new Failure("The import ended without a report; why stands above.");
  return toImportFigures(JSON.parse(printed) as ImportReport, seconds, memory.peakMemory);
}
