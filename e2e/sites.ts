/** The built sites that the browser tests read. */
import { findSharedData } from "./scenes/shared-data.ts";

/** A site to build for the tests. */
export interface TestSite {
  /** Name of its folder and, of two of them, of a Playwright project; e2e/pages.ts has a `test` for those without. */
  name: "root" | "base-path" | "cases" | "days" | "bundles";
  /** Folder of its content, from the project's folder. */
  content: string;
  /** Base path it is built and served with. */
  base: string;
  /** Folder with days of Daily Papers that are imported to its content folder first. */
  days?: string;
}

/** A site while the tests run. */
export interface RunningSite extends TestSite {
  /** Folder with its files, absolute. */
  folder: string;
  /** Address of its front page, with the base path. */
  url: string;
}

/** 45 days of Daily Papers; where they are not, tests of them are left out and there is no site for them. */
export const DAYS = findSharedData("data", "hf-daily");

/**
 * The same content twice, at the root of a host and below a base path; a few papers with everything that is rare; and
 * some 900 real papers, imported.
 */
export const TEST_SITES: readonly TestSite[] = [
  { name: "root", base: "/", content: "content" },
  { name: "base-path", base: "/digest/", content: "content" },
  { name: "cases", base: "/", content: "e2e/content" },
  ...(DAYS.skip === false ? [{ name: "days" as const, base: "/", content: ".cache/e2e-days", days: DAYS.path }] : []),
];

/** The site at the root once more, with a search index in several bundles; it is copied, not built. */
export const BUNDLES_SITE: TestSite = { name: "bundles", base: "/", content: "content" };

const VARIABLE = "E2E_RUNNING_SITES";

/** Hands the running sites from the global setup to the workers, which inherit its environment. */
export function shareSites(sites: RunningSite[]): void {
  process.env[VARIABLE] = JSON.stringify(sites);
}

/** The running site of that name. Throws outside a test run. */
export function findSite(name: string): RunningSite {
  const sites = JSON.parse(process.env[VARIABLE] ?? "[]") as RunningSite[];
  const site = sites.find((candidate) => candidate.name === name);
  if (site === undefined)
    throw new Error(`There is no running site "${name}": run the tests with e2e/playwright.config.ts.`);
  return site;
}
