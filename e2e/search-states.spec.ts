/** What axe finds on the states of the search page, by day and by lamp. */
import { expectAccessible } from "./axe.ts";
import { expect, test } from "./fixtures.ts";

test("Axe finds nothing on last searches.", async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem("offprint-searches", '[{"query":"q=poker"},{"query":"like=2510.18821"}]');
  });
  await page.goto("search/");
  await expect(page.getByRole("button", { name: "Forget “poker”" })).toBeVisible();
  await expectAccessible(page, "last searches");
});

for (const [state, address, head] of [
  ["results", "search/?q=how+do+agents+learn+to+search+without+supervision&from=2024", /that come near$/],
  ["papers like one", "search/?like=2510.18821", /^Like “/],
  ["nothing found", "search/?q=gmes&year=2023&from=2023-03", /^Nothing for/],
] as const) {
  test(`Axe finds nothing on ${state}.`, async ({ page }) => {
    await page.goto(address);
    await expect(page.getByRole("heading", { name: head })).toBeVisible();
    await expectAccessible(page, state);
  });
}

test.describe("Without an index", () => {
  test.use({ allowedFaults: [/404/] });

  test("axe finds nothing on a failure.", async ({ page }) => {
    await page.route("**/pagefind/**", (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto("search/?q=poker");
    await expect(page.getByRole("alert")).toBeVisible();
    await expectAccessible(page, "a failure");
  });
});
