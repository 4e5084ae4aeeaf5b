/** Lists as they are heard: how many items, which of them this is, and links that say what they are about. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { CASE_PAGES, casesTest, DAY_PAGES, daysTest, NO_PAGE_FAULTS, PAGES, type PageSample } from "./pages.ts";

/** Rows of papers by what is told of each: `3 of 50`. Fails unless each is an item of a list in the tree that is read out. */
async function listHeard(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const roleOf = (id = "") => byId.get(id)?.role?.value as string | undefined;
  const rows = nodes.filter((node) => roleOf(node.nodeId) === "article" && roleOf(node.parentId) === "listitem");
  const items = page.locator("li:has(> .entry):visible");
  const told = await items.evaluateAll((all) => all.map((item) => `${item.ariaPosInSet} of ${item.ariaSetSize}`));
  expect(rows).toHaveLength(told.length);
  return told;
}

/** `1 of 50`, `2 of 50` and so on, of so many. */
function countUp(shown: number, size: number): string[] {
  return Array.from({ length: shown }, (_, index) => `${index + 1} of ${size}`);
}

/** Names of links that lead to several places. */
async function listVague(page: Page): Promise<string[]> {
  const links = await page.locator("main a[href]").evaluateAll((all) =>
    all.map((link) => ({
      name: (link.getAttribute("aria-label") ?? link.textContent ?? "").replace(/\s+/g, " ").trim(),
      href: (link as HTMLAnchorElement).href,
    })),
  );
  const hrefs = Map.groupBy(links, ({ name }) => name);
  return [...hrefs].flatMap(([name, own]) => (new Set(own.map(({ href }) => href)).size > 1 ? [name] : []));
}

test("Each of an edition's papers is heard as one of fifty, by its number there, in groups and in the rest of the front page.", async ({
  page,
}) => {
  await page.goto("editions/2026-03-09/");
  const numbers = (await page.locator(".entry .ord").allTextContents()).map((text) => `${text.trim()} of 50`);
  expect(numbers).toHaveLength(50);
  expect(await listHeard(page)).toEqual(numbers);
  await page.goto("");
  const rest = (await page.locator(".entry .ord").allTextContents()).map((text) => `${text.trim()} of 50`);
  expect(await listHeard(page)).toEqual(rest);
});

test("Results of a search are heard as one list, also those that are asked for afterwards.", async ({ page }) => {
  await page.goto("search/?q=agents");
  const entries = page.locator('[data-part="results"] .entry');
  await expect(entries).toHaveCount(20);
  const total = Number.parseInt((await page.locator('[data-part="count"]').textContent()) ?? "", 10);
  expect(total).toBeGreaterThan(20);
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(entries).toHaveCount(Math.min(40, total));
  expect(await listHeard(page)).toEqual(countUp(Math.min(40, total), total));
});

daysTest("The papers of an imported day are heard as one list, those in full and those in short.", async ({ page }) => {
  await page.goto("editions/2026-08-20/");
  const rows = await page.locator(".entry").count();
  expect(rows).toBeGreaterThan(10);
  expect(await listHeard(page)).toEqual(countUp(rows, rows));
});

async function expectClearLinks(page: Page, samples: readonly PageSample[]): Promise<void> {
  test.slow();
  for (const { name, address } of samples) {
    await page.goto(address, { waitUntil: "domcontentloaded" });
    expect.soft(await listVague(page), `${name} (${address})`).toEqual([]);
  }
}

test.describe("On the project's content", () => {
  test.use({ allowedFaults: NO_PAGE_FAULTS });
  test("No two links of a page have one name and lead to two places.", ({ page }) => expectClearLinks(page, PAGES));
});
casesTest("No two links of a page of a rare paper have one name and lead to two places.", ({ page }) =>
  expectClearLinks(page, CASE_PAGES),
);
daysTest("No two links of a page of imported days have one name and lead to two places.", async ({ page }) => {
  await expectClearLinks(page, DAY_PAGES);
});
