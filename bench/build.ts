/** `build`: what does a build cost for an archive of so many papers: from nothing, with nothing changed, with one more day? */
import { countNoun } from "#lib/counts.ts";
import { build } from "#tools/build.ts";
import { type Command, type ExitCode, FLAG, print, printError, TEXT, UsageError } from "#tools/commands/command.ts";
import { writeCorpus, writeDay } from "./corpus-files.ts";
import type { AddedDay } from "./day.ts";
import { type BuildFigures, describeMachine, describeMoment, toFigures, warnOfLoad } from "./figures.ts";
import { writeMeasured } from "./figures-document.ts";
import { watchMemory } from "./memory.ts";
import { MOST_PAPERS, readOptions, readPaperCount, readWhole } from "./options.ts";
import { type BuildPhases, formatPhases, listPhaseRows, PHASE_COLUMNS } from "./phases.ts";
import { type Scratch, useScratch } from "./scratch.ts";

const HELP = `npm run bench -- build --papers N [--add A [--late L]] [--json] [--write]

Invents an archive of N papers (the same for the same N), builds it with the project's own build, and says what that
cost. With --add it is built again with nothing changed, and once more after a day of A papers has come in. Everything
lies in .cache/bench meanwhile and is removed at the end.

  --papers N  how many papers, 1 to ${MOST_PAPERS.toLocaleString("en-GB")}
  --add A     papers of the added day, featured for the first time on it
  --late L    so many of these were published in older months
  --json      print {"clean": {…}, "unchanged": {…}, "day": {…}} and nothing else; without --add only the first
  --write     write the figures into docs/measuring.md, too

  seconds       all but the index               rendered      pages rendered by this build
  totalSeconds  everything                      written, removed  files written and removed
  peakMB        most memory, the index aside    bytes         size of the site, index included
  pages         HTML pages                      indexSeconds, indexBytes  the search index by itself
  indexPeakMB   most memory of Pagefind, looked up ten times a second; only on Linux, and only when it ran`;

/** Builds an invented archive and reports what it cost. */
export const measureBuild: Command = {
  name: "build",
  summary: "build an invented archive of any size, and a day more; seconds, memory, bytes",
  help: HELP,
  async run(args): Promise<ExitCode> {
    const { papers, added, isJson, isWritten } = readCall(args);
    const moment = describeMoment();
    warnOfLoad();
    if (!isJson) printError(`Inventing and building ${countNoun(papers, "paper")} …\n`);
    const phases = await useScratch((scratch) => buildPhases(scratch, papers, added));
    const add = added?.add ?? 0;
    print(isJson ? JSON.stringify(phases) : `${formatPhases(phases, papers, add)}\n\n${describeMachine()}`);
    if (isWritten) {
      const rows = listPhaseRows(phases, papers, add);
      writeMeasured({ name: "build", columns: PHASE_COLUMNS, rows, machine: describeMachine(), moment });
    }
    return 0;
  },
};

function readCall(args: string[]) {
  const values = readOptions(args, { papers: TEXT, add: TEXT, late: TEXT, json: FLAG, write: FLAG });
  const papers = readPaperCount(values.papers);
  if (values.late !== undefined && values.add === undefined) throw new UsageError("--late needs --add");
  const add = values.add === undefined ? undefined : readWhole("add", values.add, { min: 1, max: papers });
  const late = readWhole("late", values.late ?? "0", { min: 0, max: add ?? 0 });
  const added: AddedDay | undefined = add === undefined ? undefined : { add, late };
  return { papers, added, isJson: values.json, isWritten: values.write };
}

async function buildPhases({ settings }: Scratch, papers: number, added: AddedDay | undefined): Promise<BuildPhases> {
  const measure = async (): Promise<BuildFigures> => {
    const watch = watchMemory(/^pagefind/);
    const report = await build(settings);
    return toFigures(report, watch.end());
  };
  writeCorpus(papers, settings.contentDir);
  const clean = await measure();
  if (added === undefined) return { clean };
  const unchanged = await measure();
  writeDay(papers, added, settings.contentDir);
  return { clean, unchanged, day: await measure() };
}
