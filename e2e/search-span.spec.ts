/** The months that a search is narrowed down to, over the real index of the fifty papers. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { expectAllRows } from "./search-page.ts";

async function listDays(page: Page): Promise<(string | null)[]> {
  const times = page.locator('[data-part="results"] .entry time');
  return times.evaluateAll((all) => all.map((time) => time.getAttribute("datetime")));
}

test("Months narrow the results, stand in the address and can be taken off.", async ({ page }) => {
  await page.goto("search/?q=agents");
  const months = page.getByRole("group", { name: "Months" });
  await months.getByLabel("from").fill("2025-03");
  await months.getByLabel("to").fill("2025-08");
  // What is typed into the second field stands while the first one's months are searched.
  await expect(page).toHaveURL(/\?q=agents&from=2025-03$/);
  await expect(months.getByLabel("to")).toHaveValue("2025-08");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?q=agents&from=2025-03&to=2025-08$/);
  await expect(page.locator(".chosen")).toContainText("from March 2025 to August 2025");
  await expect.poll(async () => (await listDays(page)).every((day) => day !== null && day < "2025-09")).toBe(true);
  await expectAllRows(page);
  const days = await listDays(page);
  expect(days.length).toBeGreaterThan(1);
  expect(days.filter((day) => day === null || day < "2025-03-01" || day > "2025-08-31")).toEqual([]);
  await page.reload();
  await expect(months.getByLabel("from")).toHaveValue("2025-03");
  await page.getByRole("link", { name: "Search without from March 2025 to August 2025" }).click();
  await expect(page).toHaveURL(/\?q=agents$/);
  await expect(months.getByLabel("to")).toHaveValue("");
});

test("A month is typed as people write it, and the field keeps the focus.", async ({ page }) => {
  await page.goto("search/?q=agents");
  const from = page.getByRole("group", { name: "Months" }).getByLabel("from");
  for (const [typed, month] of [
    ["June 2025", "2025-06"],
    ["3/2025", "2025-03"],
    ["2024", "2024-01"],
  ] as const) {
    await from.fill(typed);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`from=${month}$`));
    await expect(from).toHaveValue(month);
    await expect(from).toBeFocused();
  }
});

test("Months the wrong way round are exchanged; where nothing is of them, they stand there to be changed.", async ({
  page,
}) => {
  await page.goto("search/?q=agents&from=1995&to=1994-03");
  await expect(page.getByRole("heading", { name: "Nothing for “agents”" })).toBeVisible();
  const months = page.getByRole("group", { name: "Months" });
  await expect(months.getByLabel("from")).toHaveValue("1994-03");
  await expect(months.getByLabel("to")).toHaveValue("1995-12");
  await page.getByRole("link", { name: "search without “from March 1994 to December 1995”" }).click();
  await expect(page.locator('[data-part="results"] .entry').first()).toBeVisible();
});

test("What is no month is told in a sentence, and nothing is searched for it.", async ({ page }) => {
  await page.goto("search/?q=agents");
  const months = page.getByRole("group", { name: "Months" });
  await expect(months).toContainText("As 2025-06, June 2025 or 2025");
  const from = months.getByLabel("from");
  await from.fill("soon");
  await from.blur();
  await expect
    .poll(() => from.evaluate((field: HTMLInputElement) => field.validationMessage))
    .toMatch(/“soon” is no month/);
  await expect(page).toHaveURL(/\?q=agents$/);
  await from.fill("2025/3");
  await from.blur();
  await expect(page).toHaveURL(/from=2025-03$/);
});
