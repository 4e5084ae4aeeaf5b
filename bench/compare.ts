/** `compare`: how long do other site generators take for the same archive? */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { readHoldings } from "#data/content/content-store.ts";
import { makeLibrary } from "#data/library.ts";
import { countNoun } from "#lib/counts.ts";
import { listSiteFiles } from "#tools/build/site-files.ts";
import { build } from "#tools/build.ts";
import { type Command, type ExitCode, FLAG, print, printError, TEXT } from "#tools/commands/command.ts";
import {
  addRun,
  COMPARISON_COLUMNS,
  type Contestant,
  compareRuns,
  formatComparison,
  listComparisonRows,
  orderRound,
  startContestant,
} from "./comparison.ts";
import { writeCorpus } from "./corpus-files.ts";
import { describeMachine, describeMoment, toFigures, warnOfLoad } from "./figures.ts";
import { writeMeasured } from "./figures-document.ts";
import { readOptions, readPaperCount, readWhole } from "./options.ts";
import { generatePeerContent } from "./peer-content.ts";
import { type BuilderRun, findEleventy, findHugo, type Peer, preparePeer, runPeer } from "./peers.ts";
import { type Scratch, useScratch } from "./scratch.ts";

const RUNS = 3;
const MOST_RUNS = 99;
/** A day. */
const MOST_SECONDS = 86_400;

const HELP = `npm run bench -- compare --papers N [--runs R] [--json] [--write]

Invents an archive of N papers and has it made into HTML from nothing by us, by Hugo and by Eleventy, in turns, R times
(${RUNS} unless said otherwise); the median counts. Hugo is taken from the PATH, Eleventy from node_modules or from the folder
that ELEVENTY names (npm install --prefix FOLDER @11ty/eleventy@3); who is missing is left out.

All make nearly the same pages: each paper with cover, record, abstract, related papers and citation; topics, authors with
two papers or more, organisations, months, days, weeks. The others do less: related papers, lists and places in editions
are given to them ready made, and they have no charts, no tables for search, no feed of topics. Our seconds are without the
search index, which they do not make.

  --papers N  how many papers
  --runs R    how often each builds, 1 to ${MOST_RUNS}
  --limit S   break the others off after S seconds: they then count as taking longer
  --json      print {"standings": […], "missing": […]} and nothing else
  --write     write the figures into docs/measuring.md, too`;

/** Compares our build with that of other generators. */
export const compareBuilds: Command = {
  name: "compare",
  summary: "build the same archive with Hugo and Eleventy, and say who is how fast",
  help: HELP,
  async run(args): Promise<ExitCode> {
    const values = readOptions(args, { papers: TEXT, runs: TEXT, limit: TEXT, json: FLAG, write: FLAG });
    const papers = readPaperCount(values.papers);
    const runs = readWhole("runs", values.runs ?? `${RUNS}`, { min: 1, max: MOST_RUNS });
    const limit =
      values.limit === undefined ? undefined : readWhole("limit", values.limit, { min: 1, max: MOST_SECONDS });
    const moment = describeMoment();
    warnOfLoad();
    const found = { Hugo: await findHugo(), Eleventy: findEleventy() };
    const peers = Object.values(found).filter((peer) => peer !== undefined);
    const missing = Object.entries(found).flatMap(([name, peer]) => (peer === undefined ? [name] : []));
    for (const name of missing) printError(`${name} is not here and left out; --help says where it is looked for.`);
    const standings = compareRuns(await useScratch((scratch) => takeTurns(scratch, peers, { papers, runs, limit })));
    print(
      values.json
        ? JSON.stringify({ standings, missing })
        : `${formatComparison(standings, papers)}\n\n${describeMachine()}`,
    );
    if (values.write) {
      const rows = listComparisonRows(standings, papers);
      const columns = COMPARISON_COLUMNS;
      writeMeasured({ name: "compare", columns, rows, machine: describeMachine(), moment });
    }
    return 0;
  },
};

/** One who builds. */
interface Builder {
  name: string;
  /** Builds from nothing. */
  build(): Promise<BuilderRun>;
}

/** What is compared. */
interface Rounds {
  /** Papers of the archive. */
  papers: number;
  /** How often each builds. */
  runs: number;
  /** Seconds after which the others are broken off. */
  limit: number | undefined;
}

/** Lets each build so many times; ourselves first in what is returned. */
async function takeTurns(scratch: Scratch, peers: Peer[], { papers, runs, limit }: Rounds): Promise<Contestant[]> {
  writeCorpus(papers, scratch.settings.contentDir);
  const builders = [makeOwnBuilder(scratch), ...preparePeers(scratch, peers, limit)];
  const contestants = new Map(builders.map(({ name }): [string, Contestant] => [name, startContestant(name)]));
  for (let round = 0; round < runs; round += 1) {
    for (const builder of orderRound(builders, round)) {
      printError(`Run ${round + 1} of ${runs}: ${builder.name}, ${countNoun(papers, "paper")} …`);
      const run = await builder.build();
      const known = contestants.get(builder.name) ?? startContestant(builder.name);
      const own = addRun(known, run, countPages(run.site));
      contestants.set(builder.name, own);
    }
  }
  return [...contestants.values()];
}

function makeOwnBuilder({ settings }: Scratch): Builder {
  return {
    name: "Offprint",
    async build() {
      // The list of addresses is the build's own: with it the next one would not begin from nothing.
      for (const path of [settings.outDir, join(settings.contentDir, "addresses.txt")])
        rmSync(path, { recursive: true, force: true, maxRetries: 10 });
      const report = await build(settings, { isClean: true });
      const { peakMemory } = report;
      return { seconds: toFigures(report).seconds, peakMemory, isUnfinished: false, site: settings.outDir };
    },
  };
}

/** Gives each peer its copy of the archive, which is read once for all. */
function preparePeers({ folder, settings }: Scratch, peers: Peer[], limit: number | undefined): Builder[] {
  if (peers.length === 0) return [];
  const library = makeLibrary(readHoldings(settings.contentDir));
  return peers.map((peer) => {
    const own = join(folder, peer.name.toLowerCase());
    preparePeer(peer, generatePeerContent(library), own);
    return { name: `${peer.name} ${peer.version}`, build: () => runPeer(peer, own, limit) };
  });
}

/** HTML pages of a site and their bytes. */
function countPages(site: string): Pick<Contestant, "pages" | "bytes"> {
  const pages = [...listSiteFiles(site)].filter(([file]) => file.endsWith(".html"));
  return { pages: pages.length, bytes: pages.reduce((sum, [, { size }]) => sum + size, 0) };
}
