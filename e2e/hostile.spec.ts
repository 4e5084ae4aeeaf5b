/** Hostile text as title, abstract, author, organisation, topic and link: it stays text on every page, in search and in the feed. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { serve } from "../src/tools/serve.ts";
import { test as base, expect } from "./fixtures.ts";
import { buildHostileSite, type HostileSite, MISSING_PAYLOADS, OWN_PAYLOADS, readRealPayloads } from "./hostile.ts";
import { listFaults } from "./html.ts";

/** `test` on a site of hostile text that the test builds itself; the usual faults (policy, console, other hosts) fail it too. */
const test = base.extend<{ payloads: readonly string[]; hostile: HostileSite }>({
  payloads: [OWN_PAYLOADS, { option: true }],
  hostile: async ({ payloads }, use) =>
    use(await buildHostileSite(payloads === OWN_PAYLOADS ? "hostile" : "hostile-real", payloads)),
  site: async ({ hostile: { folder } }, use) => {
    const server = await serve({ folder, port: 0, base: "/" });
    await use({ name: "root", base: "/", content: "", folder, url: server.url });
    await server.close();
  },
});

/** What of a page is not of our making: elements that run or load, attributes that do, addresses of other kinds. Runs in the browser. */
function listIntruders(): string[] {
  const own = (address: string) => new URL(address, document.baseURI).origin === location.origin;
  return [...document.querySelectorAll("*")].flatMap((element) => {
    const name = element.localName;
    const found = [...element.attributes]
      .filter(({ name: key, value }) => {
        // The bar that shows how many of the words a result has is as long as our own script makes it.
        if (key === "style") return !/^width: [\d.]+%;$/.test(value);
        if (key.startsWith("on") || key === "srcdoc") return true;
        if (!["href", "src", "action", "formaction", "data", "xlink:href"].includes(key)) return false;
        return !/^(https?:|mailto:)/.test(new URL(value, document.baseURI).protocol);
      })
      .map(({ name: key, value }) => `<${name} ${key}="${value}">`);
    const isForeign = ["iframe", "object", "embed", "base", "applet", "frame", "style"].includes(name);
    const isScript = element instanceof HTMLScriptElement && element.type !== "application/ld+json";
    const isRefresh = element.getAttribute("http-equiv")?.toLowerCase() === "refresh";
    if (isForeign || isRefresh || (isScript && !own(element.src))) found.push(element.outerHTML.slice(0, 120));
    return found;
  });
}

/** Notes in the console, and so as a fault, when a page talks to its reader on its own. */
async function listenForAlerts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const name of ["alert", "confirm", "prompt", "print", "open"] as const) {
      Object.defineProperty(window, name, { value: () => console.error(`${name} was called`) });
    }
  });
}

/** All pages of a site as addresses relative to its front page. */
function listPages(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("index.html"))
    .map((path) => path.replaceAll("\\", "/").replace(/index\.html$/, ""))
    .sort();
}

/** Opens each page, looks for intruders and brings the pointer over what could be waiting for it. */
async function walkThrough(page: Page, addresses: string[]): Promise<void> {
  await listenForAlerts(page);
  for (const address of addresses) {
    await page.goto(address.split("/").map(encodeURIComponent).join("/"));
    expect.soft(await page.evaluate(listIntruders), address).toEqual([]);
  }
}

async function checkSearch(page: Page, questions: readonly string[]): Promise<void> {
  for (const question of questions) {
    await page.goto(`search/?q=${encodeURIComponent(question)}`);
    await expect(page.locator('[data-part="results"]')).not.toHaveAttribute("aria-busy", "true");
    expect.soft(await page.evaluate(listIntruders), question).toEqual([]);
  }
}

async function checkFiles(folder: string, addresses: string[]): Promise<void> {
  for (const address of addresses) {
    const html = readFileSync(join(folder, address, "index.html"), "utf8");
    expect.soft(await listFaults(html), address).toEqual([]);
  }
}

/** The feed as the browser's own parser takes it. */
async function checkFeed(page: Page): Promise<void> {
  const feed = await (await page.request.get("feeds/papers.xml")).text();
  const fault = await page.evaluate(
    (xml) => new DOMParser().parseFromString(xml, "application/xml").querySelector("parsererror")?.textContent ?? "",
    feed,
  );
  expect(fault).toBe("");
}

test("Hostile text stays text on every page, in search results and in the feed.", async ({ page, hostile }) => {
  test.slow();
  expect(hostile.papers).toHaveLength(OWN_PAYLOADS.length);
  const addresses = listPages(hostile.folder);
  expect(addresses.length).toBeGreaterThan(2 * OWN_PAYLOADS.length);
  await walkThrough(page, addresses);
  await checkSearch(page, OWN_PAYLOADS);
  await checkFiles(hostile.folder, addresses);
  await checkFeed(page);
});

test.describe("With the payloads of real data @long", () => {
  test.use({ payloads: MISSING_PAYLOADS === undefined ? readRealPayloads() : [] });

  test("Every one of them stays text.", async ({ page, hostile, payloads }) => {
    test.skip(MISSING_PAYLOADS !== undefined, MISSING_PAYLOADS);
    test.setTimeout(1_800_000);
    const named = payloads.filter((payload) => payload.trim() !== "");
    expect(hostile.papers.length).toBeGreaterThan(named.length * 0.95);
    const addresses = listPages(hostile.folder);
    await walkThrough(page, addresses);
    await checkSearch(page, payloads);
    await checkFiles(hostile.folder, addresses);
    await checkFeed(page);
  });
});
