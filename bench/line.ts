/** `line`: what does search cost a reader on a slow line? */
import { existsSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { readContent } from "#lib/content/read.ts";
import type { PaperRecord } from "#lib/content/record.ts";
import { countNoun } from "#lib/counts.ts";
import { routes } from "#lib/routes.ts";
import { lockOutput } from "#tools/build/lock.ts";
import { locateWorkFolder, readSettings } from "#tools/build/settings.ts";
import { build } from "#tools/build.ts";
import { type Command, type ExitCode, FLAG, print, printError, TEXT } from "#tools/commands/command.ts";
import { CACHE_FOLDER } from "#tools/folders.ts";
import { serve } from "#tools/serve.ts";
import { writeCorpus } from "./corpus-files.ts";
import { describeMachine, warnOfLoad } from "./figures.ts";
import { type LineMeasures, toLineFigures } from "./line-figures.ts";
import { measurePlanner } from "./line-planner.ts";
import { drawQuestions, QUESTION_COUNT } from "./line-questions.ts";
import { measureLine } from "./line-run.ts";
import { formatLineFigures, formatWaterfall, LINE_BARS } from "./line-table.ts";
import { LINE } from "./line-traffic.ts";
import { readOptions, readPaperCount } from "./options.ts";
import { removeWhenStopped } from "./scratch.ts";

/** Pinned, so that today's figures can be compared with last year's. */
const SEED = "20260309";
const PAPERS = "10000";

const HELP = `npm run bench -- line [--papers N] [--keep DIR] [--waterfall] [--json]

Invents an archive of N papers (10,000 without this), builds it, serves it on this machine, and asks ${QUESTION_COUNT} questions made
of its own words on the search page, in a real browser whose line takes ${LINE.latency} ms and carries 10 Mbit/s.

  --papers N   how many papers
  --keep DIR   keep the built archive there, and use it again when it is there already with as many papers: then
               changes of the site's own code since do not show
  --waterfall  name each file that the first questions fetched, with milliseconds, bytes and what it is for
  --json       print one object and nothing else

  first   each question by a new reader, the page being there: bytes with headers, files, and the seconds from the
          question to the first result; "ahead" is what the page fetched for search before anybody typed
  later   the same, of questions in a page that has answered one
  parts   bytes and files of each part of search, means
  typing  letter by letter, 80 ms a key: tasks that kept the page busy for 50 ms and more, the slowest key
  planner milliseconds of the planner alone: later questions asked in Node, with the same index and the same code
  warm    milliseconds to the first result of later questions in the browser, over no line but this machine's own

At most: ${LINE_BARS.first.bytes / 1000} kB and ${LINE_BARS.first.seconds.toFixed(1)} s first, ${LINE_BARS.later.bytes / 1000} kB and ${LINE_BARS.later.seconds} s later (medians); ${LINE_BARS.planner.mean} ms for the planner, ${LINE_BARS.planner.p95} ms for 95 %; ${LINE_BARS.block} ms in one task.`;

/** Asks an invented archive questions over a slow line and reports what that cost. */
export const measureLineCost: Command = {
  name: "line",
  summary: "ask an invented archive questions over a slow line; bytes, files, seconds",
  help: HELP,
  async run(args): Promise<ExitCode> {
    const values = readOptions(args, { papers: TEXT, keep: TEXT, waterfall: FLAG, json: FLAG });
    const papers = readPaperCount(values.papers ?? PAPERS);
    warnOfLoad();
    const measures = await measure(papers, values.keep);
    const figures = toLineFigures(papers, measures);
    if (values.json) {
      print(JSON.stringify(figures));
      return 0;
    }
    if (values.waterfall) for (const question of measures.first) print(`${formatWaterfall(question)}\n`);
    print(`${formatLineFigures(figures)}\n\n${describeMachine()}`);
    return 0;
  },
};

/** Builds the archive, asks, and removes the archive unless it is to be kept. */
async function measure(papers: number, keep: string | undefined): Promise<LineMeasures> {
  const folder = keep === undefined ? join(CACHE_FOLDER, "bench-line") : resolve(keep);
  const release = await lockOutput(folder);
  const removeAll = () => {
    if (keep === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  };
  const stopListening = removeWhenStopped(removeAll);
  try {
    removeAll();
    const records = await prepareSite(folder, papers);
    const server = await serve({ folder: join(folder, "site"), port: 0, base: "/" });
    try {
      const url = new URL(routes.search(), server.url).href;
      const questions = drawQuestions(records, SEED);
      const measures = await measureLine({ url, questions, say: printError });
      return { ...measures, planner: await measurePlanner(join(folder, "site"), questions) };
    } finally {
      await server.close();
    }
  } finally {
    removeAll();
    stopListening();
    release();
  }
}

/** The archive's records, once content and site are there. */
async function prepareSite(folder: string, papers: number): Promise<PaperRecord[]> {
  const contentDir = join(folder, "content");
  const outDir = join(folder, "site");
  const known = existsSync(outDir) ? readRecords(contentDir) : [];
  if (known.length === papers) return known;
  const settings = { ...readSettings({}), contentDir, outDir };
  for (const path of [contentDir, outDir, locateWorkFolder(settings)]) rmSync(path, { recursive: true, force: true });
  printError(`Inventing and building ${countNoun(papers, "paper")} …`);
  writeCorpus(papers, contentDir);
  await build(settings);
  return readRecords(contentDir);
}

function readRecords(contentDir: string): PaperRecord[] {
  return readContent(contentDir).records.flatMap(({ lines }) => lines.map(({ data }) => data));
}
