/**
 * `test` for every spec: pages of the project's site, in the browser that was found, watched all the time. A test fails
 * on any console error, page error, breach of the content security policy, failed request or request to another host.
 * Addresses are written relative to the front page and without a slash at their start (`page.goto("papers/")`), so that
 * they are right with a base path too.
 */
import { type BrowserContext, test as base, expect } from "@playwright/test";
import { readLaunchOptions } from "./browser.ts";
import { findSite, type RunningSite } from "./sites.ts";

interface TestFixtures {
  /** The site of this project. */
  site: RunningSite;
  /** Faults that a test expects, such as the console's line on a page that is not there. Set it with `test.use`. */
  allowedFaults: RegExp[];
  /** What has gone wrong so far; a test need not look at it, since any fault left at its end fails it. */
  faults: string[];
}

/** `test` of the browser tests: each ends with a look at what went wrong on its pages. */
export const test = base.extend<TestFixtures>({
  launchOptions: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what a fixture needs.
    async ({}, use) => use(readLaunchOptions()),
    { scope: "worker" },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  site: async ({}, use, { project }) => use(findSite(project.name)),
  baseURL: async ({ site }, use) => use(site.url),
  allowedFaults: [[], { option: true }],
  faults: [
    async ({ context, site, allowedFaults }, use) => {
      const faults: string[] = [];
      await watchContext(context, site, faults);
      await use(faults);
      const unexpected = faults.filter((fault) => !allowedFaults.some((allowed) => allowed.test(fault)));
      expect(unexpected, "Pages must load and run without any fault.").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Notes every fault of every page of a context. */
async function watchContext(context: BrowserContext, site: RunningSite, faults: string[]): Promise<void> {
  const { origin } = new URL(site.url);
  context.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => faults.push(`page error: ${error.error().message}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    const isOwn = url.origin === origin || ["data:", "blob:", "about:"].includes(url.protocol);
    if (!isOwn) faults.push(`request to another host: ${request.url()}`);
  });
  context.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    // A page that is left drops what it was still loading.
    if (reason !== "net::ERR_ABORTED") faults.push(`request failed: ${request.url()} ${reason}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) faults.push(`status ${response.status()}: ${response.url()}`);
  });
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => {
      console.error(`policy: ${violatedDirective} forbids ${blockedURI} in ${sourceFile ?? "the page"}`);
    });
  });
}
