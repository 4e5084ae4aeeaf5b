/**
 * Finds a Chromium for the browser tests and for the bench, on a machine with one and on a bare one. In this order:
 * CHROMIUM_PATH; an installed Chromium or Chrome; the one that `npx playwright install chromium` downloads; and, on
 * Linux with an x64 processor, the npm package @sparticuz/chromium, fetched once into the cache folder.
 */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { chromium } from "@playwright/test";
import { Failure } from "#lib/failure.ts";
import { runTool } from "#tools/failure.ts";
import { fetchBrowser, isFetchable } from "./browser/fetch.ts";

/** A browser that starts on this machine. */
export interface Browser {
  /** The program, an absolute path. */
  executablePath: string;
  /** Arguments it needs here, for Playwright's `launchOptions.args` or Lighthouse's flags. */
  args: string[];
  /** Variables it needs in its environment besides ours. */
  env: Record<string, string>;
  /** Where it was found, in words. */
  source: string;
}

/** Keep the browser from talking to anyone but the site under test. */
const QUIET_ARGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

const run = promisify(execFile);

/** Finds a browser, fetching one if need be. Throws a `Failure` that says how to get one when there is no way. */
export async function findBrowser(environment: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  const given = environment["CHROMIUM_PATH"];
  if (given) {
    if (!existsSync(given)) throw new Failure(`CHROMIUM_PATH is "${given}", and there is no such file.`);
    return makeBrowser(given, "CHROMIUM_PATH");
  }
  for (const path of listInstalledPaths(process.platform, environment)) {
    if (await isStartable(path)) return makeBrowser(path, "installed on this machine");
  }
  const own = chromium.executablePath();
  if (await isStartable(own)) return makeBrowser(own, "downloaded by Playwright");
  if (!isFetchable()) {
    throw new Failure(
      "There is no Chromium for the browser tests. Run `npx playwright install chromium`, " +
        "or set CHROMIUM_PATH to the program of an installed Chrome or Chromium.",
    );
  }
  const { executablePath, env } = await fetchBrowser();
  return makeBrowser(executablePath, "the npm package @sparticuz/chromium", env);
}

function makeBrowser(executablePath: string, source: string, env: Record<string, string> = {}): Browser {
  // Chromium refuses its sandbox to root, and the fetched one comes without the sandbox's helper.
  const needsNoSandbox = process.getuid?.() === 0 || Object.keys(env).length > 0;
  return { executablePath, args: [...QUIET_ARGS, ...(needsNoSandbox ? ["--no-sandbox"] : [])], env, source };
}

/** Where Chromium or Chrome lies when it was installed the usual way. */
export function listInstalledPaths(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string[] {
  switch (platform) {
    case "darwin":
      return ["Google Chrome", "Chromium"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
    case "win32":
      return ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => {
        const folder = environment[name];
        return folder ? [join(folder, "Google", "Chrome", "Application", "chrome.exe")] : [];
      });
    default:
      return ["/usr/bin/chromium", "/usr/bin/google-chrome-stable", "/usr/bin/google-chrome"];
  }
}

/** Whether the program is there and has the libraries it needs. On Windows asking would open a window; it is trusted. */
async function isStartable(path: string): Promise<boolean> {
  if (!existsSync(path)) return false;
  if (process.platform === "win32") return true;
  try {
    await run(path, ["--version"], { timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}

if (import.meta.main) {
  await runTool(async () => {
    const { executablePath, args, env, source } = await findBrowser();
    console.log(
      [`${executablePath} (${source})`, ...args, ...Object.entries(env).map((pair) => pair.join("="))].join("\n"),
    );
  });
}
