/** `lighthouse`: how do the site's own pages score on a phone? */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { checkContent } from "#lib/content/check.ts";
import { type Content, readContent } from "#lib/content/read.ts";
import { ContentError } from "#lib/errors.ts";
import { Failure } from "#lib/failure.ts";
import { toSegment } from "#lib/papers/id.ts";
import { type Route, routes } from "#lib/routes.ts";
import { readSettings } from "#tools/build/settings.ts";
import { build } from "#tools/build.ts";
import { type Command, type ExitCode, FLAG, print, printError } from "#tools/commands/command.ts";
import { CACHE_FOLDER } from "#tools/folders.ts";
import { serve } from "#tools/serve.ts";
import { type Browser, findBrowser } from "../e2e/run/browser.ts";
import { describeMachine, warnOfLoad } from "./figures.ts";
import { readOptions } from "./options.ts";
import { CATEGORIES, formatScores, type LighthouseReport, type PageScores, summarizeRuns } from "./scores.ts";

const VERSION = "13.5.0";
const RUNS = 3;
const FOLDER = join(CACHE_FOLDER, "lighthouse");

const HELP = `npm run bench -- lighthouse [--json]

Builds the content (CONTENT_DIR, otherwise content/), serves it on this machine and lets Lighthouse ${VERSION} look at the
front page, a paper, a topic and search as on a phone with a slow line: ${RUNS} runs each, the median counts.
Lighthouse is fetched from npm into .cache/lighthouse the first time (about 100 MB).

  --json  print {"pages": […]} and nothing else

Exit code: 0 every page reaches 98 for performance and 100 for the rest, 1 one does not, 2 called wrongly.`;

/** Lets Lighthouse judge the pages. */
export const measurePages: Command = {
  name: "lighthouse",
  summary: "let Lighthouse judge front page, paper, topic and search (mobile, median of three)",
  help: HELP,
  async run(args): Promise<ExitCode> {
    const values = readOptions(args, { json: FLAG });
    const pages = await measureSite();
    print(values.json ? JSON.stringify({ pages }) : `${formatScores(pages)}\n\n${describeMachine()}`);
    return pages.every(({ isPassed }) => isPassed) ? 0 : 1;
  },
};

/** Builds, serves, and measures one page after the other: two at once would slow each other down. */
async function measureSite(): Promise<PageScores[]> {
  warnOfLoad();
  const settings = readSettings({ CONTENT_DIR: process.env["CONTENT_DIR"], OUT_DIR: join(FOLDER, "site") });
  const browser = await findBrowser();
  await installLighthouse();
  const chosen = choosePages(readContent(settings.contentDir));
  printError("Building the site …");
  await build(settings);
  const server = await serve({ folder: settings.outDir, port: 0, base: settings.basePath });
  try {
    const pages: PageScores[] = [];
    for (const [name, route] of chosen) {
      printError(`Measuring ${name}, ${RUNS} times …`);
      const url = new URL(route, server.url).href;
      const reports: LighthouseReport[] = [];
      for (let run = 0; run < RUNS; run += 1) reports.push(await runLighthouse(url, browser));
      pages.push(summarizeRuns(name, url, reports));
    }
    return pages;
  } finally {
    await server.close();
  }
}

/** The pages to measure by name: the lead of the newest edition stands for papers, its first topic for topics. */
export function choosePages(content: Content): [name: string, route: Route][] {
  const problems = checkContent(content);
  if (problems.length > 0) throw new ContentError(problems);
  const paper = content.editions.at(-1)?.data.lead ?? content.records.at(-1)?.lines.at(-1)?.data.id;
  if (paper === undefined) throw new Failure("There is no paper to measure; add one first.");
  const digest = content.digests.find(({ file }) => basename(file, ".md") === toSegment(paper));
  const tag = digest?.data.tags[0] ?? content.tags.lines[0]?.data.id;
  return [
    ["front", routes.front()],
    ["paper", routes.paper(paper)],
    ...(tag === undefined ? [] : [["topic", routes.tag(tag)] as [string, Route]]),
    ["search", routes.search()],
  ];
}

const run = promisify(execFile);

/** Fetches Lighthouse unless this version is there. Throws a `Failure` when npm cannot get it. */
async function installLighthouse(): Promise<void> {
  if (readInstalledVersion() === VERSION) return;
  printError(`Fetching lighthouse@${VERSION} from npm, once …`);
  mkdirSync(FOLDER, { recursive: true });
  try {
    const options = ["--no-save", "--no-audit", "--no-fund", "--prefix", FOLDER];
    await run("npm", ["install", ...options, `lighthouse@${VERSION}`], {
      cwd: FOLDER,
      shell: process.platform === "win32",
    });
  } catch (error) {
    const reason = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : String(error);
    throw new Failure(`npm could not fetch lighthouse@${VERSION}:\n${reason}\nIs this machine online?`);
  }
}

function readInstalledVersion(): string | undefined {
  const file = join(FOLDER, "node_modules", "lighthouse", "package.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version : undefined;
}

/** One run with Lighthouse's own settings for a phone. Throws a `Failure` when the page could not be measured. */
async function runLighthouse(url: string, { executablePath, args, env }: Browser): Promise<LighthouseReport> {
  const program = join(FOLDER, "node_modules", "lighthouse", "cli", "index.js");
  const output = join(FOLDER, "report.json");
  rmSync(output, { force: true });
  const options = [
    "--quiet",
    "--output=json",
    `--output-path=${output}`,
    `--only-categories=${CATEGORIES.join(",")}`,
    `--chrome-flags=${["--headless=new", ...args].join(" ")}`,
    "--no-enable-error-reporting",
  ];
  try {
    await run(process.execPath, [program, url, ...options], {
      env: { ...process.env, ...env, CHROME_PATH: executablePath },
    });
    const report = JSON.parse(readFileSync(output, "utf8")) as LighthouseReport;
    if (report.runtimeError === undefined) return report;
    throw new Error(report.runtimeError.message);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(`Lighthouse could not measure ${url}:\n${reason.trim()}`);
  }
}
