/** Search, over the real index of the fifty papers. */
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { expectAllRows } from "./search-page.ts";
import { JUDGED_QUESTIONS } from "./search-questions.ts";

function field(page: Page): Locator {
  return page.getByLabel("What are you looking for?");
}

function count(page: Page): Locator {
  return page.locator('[data-part="count"]:visible');
}

function entries(page: Page): Locator {
  return page.locator('[data-part="results"] .entry');
}

function titles(page: Page): Locator {
  return entries(page).locator("h3 a");
}

/** The number that the heading names first. */
async function readCount(page: Page): Promise<number> {
  return Number.parseInt((await count(page).textContent()) ?? "", 10);
}

test("Results come as one types, with the words marked. @base", async ({ page, site }) => {
  await page.goto("search/");
  await expect(page.getByRole("heading", { name: "Or begin with a topic" })).toBeVisible();
  await field(page).pressSequentially("search agents");
  await expect(count(page)).toHaveText(/^\d+ papers/);
  await expect(page.getByRole("heading", { name: "Or begin with a topic" })).toBeHidden();
  await expect(titles(page).locator("mark").first()).toHaveText(/^(search|agent)/i);
  await expect(titles(page).first()).toHaveAttribute("href", new RegExp(`^${site.base}papers/`));
  await expect(page).toHaveURL(/\/search\/\?q=search\+agents$/);
  await expect(page).toHaveTitle(/^search agents – /);
  await expect(page.getByRole("status").first()).toHaveText(/^\d+ papers/);
});

test("Where neither title nor sentence has the word, a part of the text shows it.", async ({ page }) => {
  await page.goto("search/?q=diffusion");
  await expect(entries(page)).toHaveCount(1);
  await expect(entries(page).locator(".excerpt mark")).toHaveText("Diffusion");
});

test("Papers with some of the words fill up behind those with all, and each says which it has.", async ({ page }) => {
  await page.goto("search/?q=how+do+agents+learn+to+search+without+supervision");
  await expect(count(page)).toHaveText(/^1 paper, and \d+ that come near$/);
  await expect(entries(page).first().locator(".why")).toHaveText("4 of 4 wordsagents, learn, search, supervision");
  await expect(page.getByRole("heading", { name: "Some of the words" })).toBeVisible();
  await expect(page.locator(".read")).toContainText("left out how, do, to, without");
  await page.getByRole("link", { name: "Search for these very words" }).click();
  await expect(field(page)).toHaveValue('"how do agents learn to search without supervision"');
});

test("Filters narrow to as many papers as they say, and stand in the address.", async ({ page }) => {
  await page.goto("search/?q=agents");
  const box = page.getByRole("group", { name: "Topic" }).locator("label", { hasText: "Search agents" });
  await page
    .getByText(/^\d+ more$/)
    .first()
    .click();
  const said = Number(await box.locator("> span").last().textContent());
  await box.locator("input").check();
  await expect(page).toHaveURL(/[?&]tag=search-agents/);
  await expect(box.locator("input")).toBeFocused();
  await expect.poll(() => readCount(page)).toBe(said);
  await page.getByRole("group", { name: "Year" }).getByLabel("2025").check();
  await page.getByRole("checkbox", { name: "has code" }).check();
  await expect(page).toHaveURL(/\?q=agents&tag=search-agents&year=2025&code=1$/);
  await expect(entries(page).first()).toContainText("2025");
  await expect(entries(page).filter({ hasNot: page.getByRole("link", { name: "Code" }) })).toHaveCount(0);
  await expect(entries(page)).not.toHaveCount(0);
  await page.getByRole("link", { name: "Search without 2025" }).click();
  await expect(page).toHaveURL(/\?q=agents&tag=search-agents&code=1$/);
});

test("A paper's organisation filters too.", async ({ page }) => {
  await page.goto("search/?q=self-play");
  await page.getByRole("group", { name: "Organisation" }).getByLabel("Quark").check();
  await expect(count(page)).toHaveText("1 paper");
  await expect(titles(page)).toHaveText(/^Search Self-play/);
});

test("A box holds for what was typed since the last answer.", async ({ page }) => {
  await page.goto("search/?q=agents");
  await expectAllRows(page);
  await page.evaluate(() => {
    const typed = document.querySelector<HTMLTextAreaElement>("#q");
    if (typed) typed.value = "self-play";
    typed?.dispatchEvent(new InputEvent("input", { bubbles: true }));
    document.querySelector<HTMLInputElement>('[data-part="filters"] input[type="checkbox"]')?.click();
  });
  await expect(page).toHaveURL(/\?q=self-play&[a-z]+=[^&]+$/);
  await expect(field(page)).toHaveValue("self-play");
});

test("The order can be by date and by comments.", async ({ page }) => {
  await page.goto("search/?q=self-play");
  await page.getByLabel("Order").selectOption("newest first");
  await expect(page).toHaveURL(/sort=newest/);
  await expect(entries(page).first()).toContainText("2026");
  await expectAllRows(page);
  const days = await entries(page)
    .locator("time")
    .evaluateAll((times) => times.map((time) => time.getAttribute("datetime")));
  expect(days.length).toBeGreaterThan(9);
  expect(days).toEqual([...days].sort().reverse());
  await page.getByLabel("Order").selectOption("most comments first");
  await expect(page).toHaveURL(/sort=comments/);
  await expect(entries(page).first().locator(".talk")).toHaveText("7 comments");
  await expectAllRows(page);
  const talks = (await entries(page).locator(".talk").allTextContents()).map((text) => Number.parseInt(text, 10));
  expect(talks).toEqual([...talks].sort((a, b) => b - a));
});

test("The address holds the whole question, so that a reload gives the same.", async ({ page }) => {
  const address = "search/?q=self-play&tag=games&year=2024&year=2025&sort=newest";
  await page.goto(address);
  await expectAllRows(page);
  const before = await titles(page).allTextContents();
  await page.reload();
  await expect(titles(page)).toHaveText(before);
  await expect(field(page)).toHaveValue("self-play");
  await expect(page.getByLabel("Order")).toHaveValue("newest");
  await expect(page.getByRole("group", { name: "Topic" }).getByLabel("Games")).toBeChecked();
  await expect(page).toHaveURL(new RegExp(`${address.replace("?", "\\?")}$`));
});

test("The back button goes through questions, not through letters.", async ({ page }) => {
  await page.goto("search/");
  await field(page).pressSequentially("poker", { delay: 150 });
  await field(page).press("Enter");
  await expect(page).toHaveURL(/q=poker$/);
  await expect(count(page)).toHaveText(/paper/);
  await field(page).fill("volleyball");
  await expect(page).toHaveURL(/q=volleyball$/);
  await expect(titles(page)).toHaveText(/Drone/);
  await page.goBack();
  await expect(field(page)).toHaveValue("poker");
  await expect(titles(page)).toHaveText(/SPIRAL/);
  await page.goBack();
  await expect(field(page)).toHaveValue("");
  await expect(page.getByRole("heading", { name: "Or begin with a topic" })).toBeVisible();
  await page.goForward();
  await expect(titles(page)).toHaveText(/SPIRAL/);
});

test("Coming back from a paper gives the results again, as many as were shown.", async ({ page }) => {
  await page.goto("search/?q=learning+models");
  await expect(entries(page)).toHaveCount(20);
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(titles(page).nth(20)).toBeFocused();
  const shown = await entries(page).count();
  expect(shown).toBeGreaterThan(20);
  await titles(page).nth(20).click();
  await expect(page).toHaveURL(/\/papers\//);
  await page.goBack();
  await expect(entries(page)).toHaveCount(shown);
});

test("Keys lead from the question through the results and back.", async ({ page }) => {
  await page.goto("search/?q=self-play");
  await expect(entries(page).nth(2)).toBeVisible();
  await field(page).focus();
  await page.keyboard.press("ArrowDown");
  await expect(titles(page).nth(0)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("j");
  await expect(titles(page).nth(2)).toBeFocused();
  await page.keyboard.press("k");
  await expect(titles(page).nth(1)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.type("j");
  await expect(field(page)).toHaveValue("self-playj");
  await page.keyboard.press("Backspace");
  await expect(page).toHaveURL(/q=self-play$/);
  await expect(entries(page).nth(2)).toBeVisible();
  await page.keyboard.press("ArrowDown");
  const href = await titles(page).first().getAttribute("href");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${href}$`));
});

test("/ goes to the search from any page. @base", async ({ page, site }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("");
  await page.keyboard.press("/");
  await expect(page.getByLabel("Search the papers")).toBeFocused();
  await page.keyboard.type("chess / go");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${site.url}search/?q=chess+%2F+go`);
  await expect(titles(page).first()).toHaveText(/Board Games/);
  await page.keyboard.press("/");
  await expect(field(page)).toBeFocused();
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto("about/");
  await page.keyboard.press("/");
  await expect(page).toHaveURL(`${site.url}search/#q`);
  await expect(field(page)).toBeFocused();
});

test("j, k and o move through a list and open a paper; c copies its BibTeX; ? shows the keys.", async ({ page }) => {
  await page.goto("tags/self-play/");
  await page.keyboard.press("j");
  const links = page.locator(".entry").locator("h3 a, h4 a");
  await expect(links.first()).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await expect(links.first()).toBeFocused();
  await page.keyboard.press("Control+j");
  await expect(links.first()).toBeFocused();
  await page.keyboard.press("o");
  await expect(page).toHaveURL(/\/papers\//);
  await expect(page.getByRole("button", { name: "Copy BibTeX" })).toBeVisible();
  await page.keyboard.press("c");
  await expect(page.locator("digest-copy [role=status]")).not.toBeEmpty();
  await page.keyboard.press("?");
  await expect(page.locator("#keys")).toBeFocused();
});

test("Half a word is enough for the last one.", async ({ page }) => {
  await page.goto("search/?q=kuhn+pok");
  await expect(count(page)).toHaveText("1 paper");
  await expect(titles(page)).toHaveText(/SPIRAL/);
});

test("self-play, self play and selfplay find the same papers.", async ({ page }) => {
  const found: string[][] = [];
  for (const question of ["self-play", "self+play", "selfplay"]) {
    await page.goto(`search/?q=${question}`);
    await expect(count(page)).toHaveText(/^\d+ papers/);
    await expectAllRows(page);
    found.push([(await count(page).textContent()) ?? "", ...(await titles(page).allTextContents())]);
  }
  expect(found[1]).toEqual(found[0]);
  expect(found[2]).toEqual(found[0]);
});

test("An author's papers come first, and it is said whose they are.", async ({ page }) => {
  await page.goto("search/?q=Aviral+Kumar");
  await expect(page.locator(".read")).toContainText(/^The first .* by Aviral Kumar\./);
  await expect(entries(page).first()).toContainText("Aviral Kumar");
});

test("An organisation's papers come first, with the way to all of them.", async ({ page }) => {
  await page.goto("search/?q=quark");
  await expect(page.locator(".read").getByRole("link", { name: "Quark" })).toHaveAttribute("href", /\/organizations\//);
  await expect(titles(page).first()).toHaveText(/^Search Self-play/);
});

test("An acronym finds papers that have only its long form, and says so.", async ({ page }) => {
  await page.goto("search/?q=dpo");
  await expect(page.locator(".read")).toContainText("“dpo” is also “direct preference optimisation”");
  await expect(titles(page).first()).toBeVisible();
});

test("Mistyped words lead to those that were meant.", async ({ page }) => {
  const meanings = { "reinforcment lerning": "reinforcement learning", negotation: "negotiation" };
  for (const [typed, meant] of Object.entries(meanings)) {
    await page.goto(`search/?q=${typed}`);
    await page.getByRole("link", { name: meant, exact: true }).click();
    await expect(field(page)).toHaveValue(meant);
    await expect(entries(page).first()).toBeVisible();
  }
});

test("A word behind a minus sign keeps papers out.", async ({ page }) => {
  await page.goto("search/?q=self-play");
  const all = await readCount(page);
  await page.goto("search/?q=self-play+-poker");
  await expect(page.locator(".read")).toContainText("Without papers that have “poker”.");
  expect(await readCount(page)).toBeLessThan(all);
});

test("An arXiv address that is meant goes straight to its paper.", async ({ page }) => {
  await page.goto("search/");
  await field(page).fill("https://arxiv.org/abs/2510.18821v2");
  await expect(count(page)).toHaveText("1 paper");
  await field(page).press("Enter");
  await expect(page).toHaveURL(/\/papers\/2510\.18821\/$/);
});

test("Nothing found says what to do: the word that was meant, topics, filters that are on.", async ({ page }) => {
  await page.goto("search/?q=gmes&year=2023");
  await expect(page.getByRole("heading", { name: "Nothing for “gmes”" })).toBeVisible();
  await expect(count(page)).toHaveCount(0);
  await expect(page.locator(".filters")).toBeHidden();
  await expect(page.getByRole("link", { name: "Games", exact: true })).toHaveAttribute("href", /\/tags\/games\/$/);
  await expect(page.getByRole("link", { name: "search without “2023”" })).toHaveAttribute("href", /\?q=gmes$/);
  await page.getByRole("link", { name: "games", exact: true }).click();
  await expect(field(page)).toHaveValue("games");
  await expect(entries(page).first()).toBeVisible();
});

test("An arXiv id that is not here is looked up at arXiv.", async ({ page }) => {
  await page.goto("search/?q=2510.99999");
  await expect(page.getByRole("link", { name: "Look at arXiv" })).toHaveAttribute(
    "href",
    "https://arxiv.org/abs/2510.99999",
  );
});

test("One result has a head in the singular and no filters.", async ({ page }) => {
  await page.goto("search/?q=kuhn+poker");
  await expect(count(page)).toHaveText("1 paper");
  await expect(page.locator(".filters")).toBeHidden();
  await expect(page.getByRole("button", { name: "Show more" })).toBeHidden();
});

test("Text that would be markup is shown as text, whether in the question or in its address.", async ({ page }) => {
  const hostile = `<img src=x onerror="document.title='bad'"> "</script> ' & ; \${1}`;
  await page.goto(`search/?q=${encodeURIComponent(hostile)}&tag=%3Cb%3E&org=%22%3E&sort=%3Cscript%3E`);
  await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
  await expect(field(page)).toHaveValue(hostile);
  await field(page).fill("<b>sourdough</b>");
  await expect(page.getByRole("heading", { name: "Nothing for “<b>sourdough</b>”" })).toBeVisible();
  expect(await page.locator("digest-search").locator("img, b, script:not([type='application/json'])").count()).toBe(0);
  await expect(page).toHaveTitle(/^<b>sourdough<\/b> – /);
});

test("The address can be copied.", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("search/?q=poker");
  await page.getByRole("button", { name: "Copy this question’s address" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  await expect(page.getByRole("button", { name: "Copy this question’s address" })).toBeVisible();
});

test.describe("Without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says so and leads to topics, archive and editions.", async ({ page }) => {
    await page.goto("search/?q=poker");
    const notice = page.locator("noscript .notice");
    await expect(notice).toContainText("Search needs JavaScript");
    for (const name of ["topics", "archive by month", "list of all editions"]) {
      await expect(notice.getByRole("link", { name })).toBeVisible();
    }
    await expect(page.getByRole("link", { name: "Self-play", exact: true })).toBeVisible();
    await expect(page.getByRole("region", { name: "Your last searches" })).toHaveCount(0);
  });
});

test("Questions a researcher would type find their paper among the first five.", async ({ page }) => {
  await page.goto("search/");
  for (const { question, paper } of JUDGED_QUESTIONS) {
    await field(page).fill(question);
    await expect(page).toHaveTitle(`${question} – Offprint`);
    const entry = entries(page).filter({ has: page.locator(`h3 a[href$="/papers/${paper}/"]`) });
    await expect.soft(entry.locator(".ord"), `place of ${paper} for “${question}”`).toHaveText(/^[1-5]$/);
  }
});
