/** Search where the line is slow, is gone, or has no index at its end. */
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

const FRAGMENTS = /\/pagefind\/papers-[^/]+\/fragment\//;

function field(page: Page): Locator {
  return page.getByLabel("What are you looking for?");
}

function results(page: Page): Locator {
  return page.locator('[data-part="results"]');
}

function titles(page: Page): Locator {
  return results(page).locator(".entry h3 a");
}

/** Holds all requests of a kind until the answer is called. */
async function holdRequests(page: Page, kind: RegExp | string): Promise<() => void> {
  const gate = Promise.withResolvers<void>();
  await page.route(kind, async (route) => {
    await gate.promise;
    await route.continue();
  });
  return () => gate.resolve();
}

test.describe("When the index cannot be had", () => {
  test.use({ allowedFaults: [/404|Failed to fetch|Failed to load/] });

  test("it is said why, and that it works again once there is one.", async ({ page }) => {
    await page.route("**/pagefind/**", (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto("search/?q=poker");
    await expect(page.getByRole("alert")).toHaveText("The search index is not built yet. Run npm run build once.");
    await page.unroute("**/pagefind/**");
    await page.reload();
    await expect(titles(page)).toHaveText([/SPIRAL/]);
  });
});

test.describe("Without a line", () => {
  test.use({ allowedFaults: [/INTERNET_DISCONNECTED|Failed to fetch|Failed to load/] });

  test("it is said that one is offline, and search goes on by itself once there is a line again.", async ({
    page,
    context,
  }) => {
    // What answers is there, its index is not.
    const release = await holdRequests(page, "**/pagefind/**");
    const loaded = page.waitForRequest(/bundles\.json/);
    await page.goto("search/");
    await loaded;
    await context.setOffline(true);
    release();
    await field(page).fill("poker");
    await expect(page.getByRole("alert")).toContainText("You are offline");
    await context.setOffline(false);
    await expect(titles(page)).toHaveText([/SPIRAL/]);
    await expect(page.getByRole("alert")).toHaveCount(0);
  });
});

test("On a slow line it is said what is waited for, and only the last question is answered.", async ({ page }) => {
  const release = await holdRequests(page, "**/pagefind/**");
  await page.goto("search/");
  await field(page).fill("poker");
  await expect(results(page)).toHaveText("Getting the search index…");
  await expect(results(page)).toHaveAttribute("aria-busy", "true");
  await field(page).fill("volleyball");
  await expect(results(page)).toHaveText("This is taking long: the line is slow.");
  release();
  await expect(titles(page)).toHaveText([/Drone/]);
  await expect(page).toHaveURL(/q=volleyball$/);
  await expect(results(page)).not.toHaveAttribute("aria-busy");
});

test("Earlier results stay while others are looked for, and nothing of them moves.", async ({ page }) => {
  await page.goto("search/?q=volleyball");
  await expect(titles(page)).toHaveText([/Drone/]);
  const before = await titles(page).boundingBox();
  const release = await holdRequests(page, FRAGMENTS);
  await field(page).fill("poker");
  await expect(page.locator('[data-part="count"]')).toHaveText("Looking for “poker”…");
  await expect(results(page)).toHaveAttribute("aria-busy", "true");
  await expect(titles(page)).toHaveText([/Drone/]);
  expect(await titles(page).boundingBox()).toEqual(before);
  release();
  await expect(titles(page)).toHaveText([/SPIRAL/]);
});

test("The first paper is shown while others still come, and stays where it is.", async ({ page }) => {
  await page.goto("search/");
  await page.waitForLoadState("networkidle");
  const gate = Promise.withResolvers<void>();
  let count = 0;
  await page.route(FRAGMENTS, async (route) => {
    count += 1;
    if (count > 1) await gate.promise;
    await route.continue();
  });
  // Without words nothing needs to be read before papers are shown.
  await page.evaluate(() => {
    history.pushState(null, "", "?year=2025&year=2026&year=2024");
    dispatchEvent(new PopStateEvent("popstate"));
  });
  await expect(titles(page)).toHaveCount(1);
  const box = await titles(page).boundingBox();
  await expect(page.getByRole("button", { name: "Show more" })).toBeHidden();
  gate.resolve();
  await expect(titles(page)).toHaveCount(20);
  expect(await titles(page).first().boundingBox()).toEqual(box);
  await expect(page.getByRole("button", { name: "Show more" })).toBeVisible();
});

test("The number is told once it is quiet, and again when filters or the order change.", async ({ page }) => {
  await page.goto("search/");
  await page.evaluate(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    const region = document.querySelector('[data-part="status"]');
    if (region) new MutationObserver(() => told.push(region.textContent)).observe(region, { childList: true });
  });
  const listTold = (): Promise<string[]> => page.evaluate(() => (window as unknown as { told: string[] }).told);
  await field(page).pressSequentially("self-play", { delay: 60 });
  await expect.poll(listTold).toEqual([expect.stringMatching(/^\d+ papers.* for “self-play”\.$/)]);
  await page.getByLabel("Order").selectOption("newest first");
  await expect.poll(async () => (await listTold()).at(-1)).toMatch(/ for “self-play”, newest first\.$/);
  await page.getByRole("checkbox", { name: "has code" }).check();
  await expect.poll(async () => (await listTold()).at(-1)).toMatch(/, newest first, with 1 filter\.$/);
  expect((await listTold()).length).toBe(3);
});
