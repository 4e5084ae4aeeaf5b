/** The browser the tests run in, found once and handed to the workers. */
import type { LaunchOptions } from "@playwright/test";
import type { Browser } from "./run/browser.ts";

const VARIABLE = "E2E_BROWSER";

/** Hands the browser from the global setup to the workers, which inherit its environment. */
export function shareBrowser(browser: Browser): void {
  process.env[VARIABLE] = JSON.stringify(browser);
}

/** How Playwright starts the browser; it can reach this machine only. Throws outside a test run. */
export function readLaunchOptions(): LaunchOptions {
  const shared = process.env[VARIABLE];
  if (shared === undefined) throw new Error("No browser was found: run the tests with e2e/playwright.config.ts.");
  const { executablePath, args, env } = JSON.parse(shared) as Browser;
  const inherited = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  return {
    executablePath,
    args: [...args, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost"],
    env: { ...inherited, ...env },
  };
}
