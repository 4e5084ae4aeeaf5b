/** The last searches, which a browser keeps for its reader. */
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

function field(page: Page): Locator {
  return page.getByLabel("What are you looking for?");
}

function recent(page: Page): Locator {
  return page.getByRole("region", { name: "Your last searches, kept in this browser only" });
}

function titles(page: Page): Locator {
  return page.locator('[data-part="results"] .entry h3 a');
}

async function listRecent(page: Page): Promise<string[]> {
  await page.goto("search/");
  await expect(recent(page)).toBeVisible();
  return recent(page).locator("li a").allTextContents();
}

test("What was asked and what was opened is kept, the newest first; half a word is not. @base", async ({ page }) => {
  await page.goto("search/");
  await expect(recent(page)).toBeHidden();
  await field(page).pressSequentially("volleyb", { delay: 130 });
  await expect(titles(page)).toHaveText([/Drone/]);
  await field(page).pressSequentially("all");
  await field(page).press("Enter");
  await expect(page).toHaveURL(/q=volleyball$/);
  await expect(titles(page)).toHaveText([/Drone/]);
  await field(page).fill("poker");
  await expect(titles(page)).toHaveText([/SPIRAL/]);
  await titles(page).click();
  await expect(page).toHaveURL(/\/papers\//);
  expect(await listRecent(page)).toEqual(["poker", "volleyball"]);
  await recent(page).getByRole("link", { name: "volleyball" }).click();
  await expect(titles(page)).toHaveText([/Drone/]);
});

test("A question that one stays on is kept, with its filters, and takes the place of what it began as.", async ({
  page,
}) => {
  await page.goto("search/");
  await page.clock.install();
  await field(page).fill("self");
  await page.clock.runFor(200);
  await expect(titles(page).first()).toBeVisible();
  await page.clock.runFor(4000);
  await field(page).fill("self-play");
  await page.clock.runFor(200);
  await expect(page).toHaveURL(/q=self-play$/);
  await expect(
    titles(page)
      .locator("mark")
      .getByText(/^self-play$/i)
      .first(),
  ).toBeVisible();
  await page.clock.runFor(4000);
  expect(await listRecent(page)).toEqual(["self-play"]);
  await page.goto("search/?q=self-play&tag=games&code=1&from=2024");
  await expect(titles(page).first()).toBeVisible();
  await field(page).press("Enter");
  await expect.poll(() => page.evaluate(() => localStorage.getItem("offprint-searches"))).toContain("games");
  expect(await listRecent(page)).toEqual(["self-play; Games, from January 2024, has code", "self-play"]);
});

test("Each can be forgotten, and all; then nothing is kept.", async ({ page }) => {
  await page.goto("search/");
  await page.evaluate(() => {
    const searches = ["q=poker", "q=%3Cb%3Echess%3C%2Fb%3E", "like=2510.18821"].map((query) => ({ query }));
    localStorage.setItem("offprint-searches", JSON.stringify(searches));
  });
  expect(await listRecent(page)).toEqual(["poker", "<b>chess</b>", "Like “2510.18821”"]);
  await recent(page).getByRole("button", { name: "Forget “poker”" }).click();
  await expect(recent(page).locator("li a")).toHaveText(["<b>chess</b>", "Like “2510.18821”"]);
  await expect(recent(page).getByRole("button", { name: "Forget “<b>chess</b>”" })).toBeFocused();
  await recent(page).getByRole("button", { name: "Forget all" }).click();
  await expect(recent(page)).toBeHidden();
  await expect(field(page)).toBeFocused();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("Search works where a browser keeps nothing.", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await page.goto("search/");
  await field(page).fill("poker");
  await field(page).press("Enter");
  await expect(titles(page)).toHaveText([/SPIRAL/]);
  await page.goto("search/");
  await expect(page.getByRole("heading", { name: "Or begin with a topic" })).toBeVisible();
  await expect(recent(page)).toBeHidden();
});
