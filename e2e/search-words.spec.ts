/** Search, over the real index of the fifty papers: how questions are read, and what they find. */
import { expect, test } from "./fixtures.ts";
import { expectAllRows, SearchPage } from "./search-page.ts";
import { JUDGED_QUESTIONS } from "./search-questions.ts";

test("Half a word is enough for the last one.", async ({ page }) => {
  const search = new SearchPage(page);
  await page.goto("search/?q=kuhn+pok");
  await expect(search.count).toHaveText("1 paper");
  await expect(search.titles).toHaveText([/SPIRAL/]);
});

test("self-play, self play and selfplay find the same papers.", async ({ page }) => {
  const search = new SearchPage(page);
  const found: string[][] = [];
  for (const question of ["self-play", "self+play", "selfplay"]) {
    await page.goto(`search/?q=${question}`);
    await expect(search.count).toHaveText(/^\d+ papers/);
    await expectAllRows(page);
    found.push([(await search.count.textContent()) ?? "", ...(await search.titles.allTextContents())]);
  }
  expect(found[1]).toEqual(found[0]);
  expect(found[2]).toEqual(found[0]);
});

test("An author's papers come first, and it is said whose they are.", async ({ page }) => {
  const search = new SearchPage(page);
  await page.goto("search/?q=Aviral+Kumar");
  await expect(page.locator(".read")).toContainText(/^The first .* by Aviral Kumar\./);
  await expect(search.entries.first()).toContainText("Aviral Kumar");
});

test("An organisation's papers come first, with the way to all of them.", async ({ page }) => {
  const search = new SearchPage(page);
  await page.goto("search/?q=quark");
  await expect(page.locator(".read").getByRole("link", { name: "Quark" })).toHaveAttribute("href", /\/organizations\//);
  await expect(search.titles.first()).toHaveText(/^Search Self-play/);
});

test("An acronym finds papers that have only its long form, and says so.", async ({ page }) => {
  const search = new SearchPage(page);
  await page.goto("search/?q=dpo");
  await expect(page.locator(".read")).toContainText("“dpo” is also “direct preference optimisation”");
  await expect(search.titles.first()).toBeVisible();
});

test("Mistyped words lead to those that were meant.", async ({ page }) => {
  const search = new SearchPage(page);
  const meanings = { "reinforcment lerning": "reinforcement learning", negotation: "negotiation" };
  for (const [typed, meant] of Object.entries(meanings)) {
    await page.goto(`search/?q=${typed}`);
    await page.getByRole("link", { name: meant, exact: true }).click();
    await expect(search.field).toHaveValue(meant);
    await expect(search.entries.first()).toBeVisible();
  }
});

test("A word behind a minus sign keeps papers out.", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("self-play");
  const all = (await search.readCount()).exact;
  await search.open("self-play -poker");
  await expect(page.locator(".read")).toContainText("Without papers that have “poker”.");
  expect((await search.readCount()).exact).toBeLessThan(all);
});

test("An arXiv address that is meant goes straight to its paper.", async ({ page }) => {
  const search = new SearchPage(page);
  await page.goto("search/");
  await search.field.fill("https://arxiv.org/abs/2510.18821v2");
  await expect(search.count).toHaveText("1 paper");
  await search.field.press("Enter");
  await expect(page).toHaveURL(/\/papers\/2510\.18821\/$/);
});

test("Nothing found says what to do: the word that was meant, topics, filters that are on.", async ({ page }) => {
  const search = new SearchPage(page);
  await page.goto("search/?q=gmes&year=2023");
  await expect(page.getByRole("heading", { name: "Nothing for “gmes”" })).toBeVisible();
  await expect(search.count).toHaveCount(0);
  await expect(page.locator(".filters")).toBeHidden();
  await expect(page.getByRole("link", { name: "Games", exact: true })).toHaveAttribute("href", /\/tags\/games\/$/);
  await expect(page.getByRole("link", { name: "search without “2023”" })).toHaveAttribute("href", /\?q=gmes$/);
  await page.getByRole("link", { name: "games", exact: true }).click();
  await expect(search.field).toHaveValue("games");
  await expect(search.entries.first()).toBeVisible();
});

test("An arXiv id that is not here is looked up at arXiv.", async ({ page }) => {
  await page.goto("search/?q=2510.99999");
  await expect(page.getByRole("link", { name: "Look at arXiv" })).toHaveAttribute(
    "href",
    "https://arxiv.org/abs/2510.99999",
  );
});

test("Questions a researcher would type find their paper among the first five.", async ({ page }) => {
  const search = new SearchPage(page);
  await page.goto("search/");
  for (const { question, paper } of JUDGED_QUESTIONS) {
    await search.field.fill(question);
    await expect(page).toHaveTitle(`${question} – Offprint`);
    const entry = search.entries.filter({ has: page.locator(`h3 a[href$="/papers/${paper}/"]`) });
    await expect.soft(entry.locator(".ord"), `place of ${paper} for “${question}”`).toHaveText(/^[1-5]$/);
  }
});
