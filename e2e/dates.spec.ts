/** Papers of which no source gives the day: what their pages and the archive say. */
import { expect } from "./fixtures.ts";
import { casesTest } from "./pages.ts";

casesTest("A paper of which only the month or the year is known stands on the page of that.", async ({ page }) => {
  await page.goto("archive/");
  const year = page.locator(".group").filter({ has: page.getByRole("heading", { name: "2017", exact: true }) });
  await expect(year.getByRole("link")).toHaveText(["Nov 2017", "2017, no month"]);
  await year.getByRole("link", { name: "2017, no month" }).click();
  await expect(page.locator(".entry time")).toHaveText("2017");
  await expect(page.locator(".deck")).toContainText("no source says more than the year");
  await page.goto("archive/2017-11/");
  await expect(page.locator(".entry time")).toHaveText("Nov 2017");
});

casesTest("A date is told and cited as precisely as it is known, a publication with its pages.", async ({ page }) => {
  await page.goto("papers/doi--10.5555_edge.year.17/");
  await expect(page.locator(".from-line time")).toHaveText("2017");
  await expect(page.locator("meta[name=citation_publication_date]")).toHaveAttribute("content", "2017");
  await page.goto("papers/acl--i17-9999/");
  await expect(page.locator(".from-line time")).toHaveText("November 2017");
  await expect(page.locator("meta[name=citation_publication_date]")).toHaveAttribute("content", "2017/11");
  await expect(page.locator("meta[name=citation_firstpage]")).toHaveAttribute("content", "362");
  await expect(page.locator("#cite")).toContainText(/month\s+= nov/);
  await expect(page.locator("#cite")).toContainText("{362--372}");
});
