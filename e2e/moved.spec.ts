/** Addresses that are gone: the same paper under another id, and a paper that was taken out. */
import { expect } from "./fixtures.ts";
import { casesTest } from "./pages.ts";

casesTest("A paper's earlier address takes readers to it at once.", async ({ page }) => {
  await page.goto("papers/2603.90009/");
  await expect(page).toHaveURL(/\/papers\/2604\.90009\/$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tidy Titles: A Second Thought");
});

casesTest("The address of a paper that was taken out says so, with the day, and leads on.", async ({ page }) => {
  await page.goto("papers/2604.90099/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "This paper was taken out: it had come in twice. (10 April 2026)",
  );
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex");
  await page.getByRole("link", { name: "To the archive" }).click();
  await expect(page).toHaveURL(/\/archive\/$/);
});

casesTest("Search finds no page that only leads on.", async ({ page }) => {
  await page.goto("search/?q=Tidy+Titles");
  const links = page.locator('[data-part="results"] .entry h3 a');
  await expect(links.first()).toHaveAttribute("href", /2604\.90009/);
  await expect(page.locator('[data-part="results"] a[href*="2603.90009"]')).toHaveCount(0);
});
