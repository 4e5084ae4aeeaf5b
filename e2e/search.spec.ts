/** The search page, over the real index of the fifty papers: what a reader does there. */
import { expect, test } from "./fixtures.ts";
import { expectAllRows, SearchPage } from "./search-page.ts";

test("Results come as one types, with the words marked. @base", async ({ page, site }) => {
  const search = new SearchPage(page);
  await page.goto("search/");
  await expect(page.getByRole("heading", { name: "Or begin with a topic" })).toBeVisible();
  await search.field.pressSequentially("search agents");
  await expect(search.count).toHaveText(/^\d+ papers/);
  await expect(page.getByRole("heading", { name: "Or begin with a topic" })).toBeHidden();
  await expect(search.titles.locator("mark").first()).toHaveText(/^(search|agent)/i);
  await expect(search.titles.first()).toHaveAttribute("href", new RegExp(`^${site.base}papers/`));
  await expect(page).toHaveURL(/\/search\/\?q=search\+agents$/);
  await expect(page).toHaveTitle(/^search agents – /);
  await expect(page.getByRole("status").first()).toHaveText(/^\d+ papers/);
});

test("Where neither title nor sentence has the word, a part of the text shows it.", async ({ page }) => {
  const search = new SearchPage(page);
  await page.goto("search/?q=diffusion");
  await expect(search.entries).toHaveCount(1);
  await expect(search.entries.locator(".excerpt mark")).toHaveText(/^diffusion$/i);
});

test("Papers with some of the words fill up behind those with all, and each says which it has.", async ({ page }) => {
  const search = new SearchPage(page);
  await page.goto("search/?q=how+do+agents+learn+to+search+without+supervision");
  await expect(search.count).toHaveText(/^\d+ papers?, and \d+ that come near$/);
  await expect(search.entries.first().locator(".why")).toHaveText("4 of 4 wordsagents, learn, search, supervision");
  await expect(page.getByRole("heading", { name: "Some of the words" })).toBeVisible();
  await expect(page.locator(".read")).toContainText("left out how, do, to, without");
  await page.getByRole("link", { name: "Search for these very words" }).click();
  await expect(search.field).toHaveValue('"how do agents learn to search without supervision"');
});

test("Filters narrow to as many papers as they say, and stand in the address.", async ({ page }) => {
  const search = new SearchPage(page);
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
  await expect.poll(async () => (await search.readCount()).exact).toBe(said);
  await page.getByRole("group", { name: "Year" }).getByLabel("2025").check();
  await page.getByRole("checkbox", { name: "has code" }).check();
  await expect(page).toHaveURL(/\?q=agents&tag=search-agents&year=2025&code=1$/);
  await expect(search.entries.first()).toContainText("2025");
  await expect(search.entries.filter({ hasNot: page.getByRole("link", { name: "Code" }) })).toHaveCount(0);
  await expect(search.entries).not.toHaveCount(0);
  await page.getByRole("link", { name: "Search without 2025" }).click();
  await expect(page).toHaveURL(/\?q=agents&tag=search-agents&code=1$/);
});

test("A paper's organisation filters too.", async ({ page }) => {
  const search = new SearchPage(page);
  await page.goto("search/?q=self-play");
  await page.getByRole("group", { name: "Organisation" }).getByLabel("Quark").check();
  await expect(search.count).toHaveText("1 paper");
  await expect(search.titles).toHaveText([/^Search Self-play/]);
});

test("A box holds for what was typed since the last answer.", async ({ page }) => {
  const search = new SearchPage(page);
  await page.goto("search/?q=agents");
  await expectAllRows(page);
  await page.evaluate(() => {
    const typed = document.querySelector<HTMLTextAreaElement>("#q");
    if (typed) typed.value = "self-play";
    typed?.dispatchEvent(new InputEvent("input", { bubbles: true }));
    document.querySelector<HTMLInputElement>('[data-part="filters"] input[type="checkbox"]')?.click();
  });
  await expect(page).toHaveURL(/\?q=self-play&[a-z]+=[^&]+$/);
  await expect(search.field).toHaveValue("self-play");
});

for (const [what, address] of [
  ["an answer", "q=agents"],
  ["papers like one", "like=2510.18821"],
] as const) {
  test(`Beside ${what} a box holds for the order that was chosen since.`, async ({ page }) => {
    const search = new SearchPage(page);
    await page.goto(`search/?${address}`);
    await expectAllRows(page);
    await expect(search.entries).not.toHaveCount(0);
    // Both before the answer to the first of them.
    await page.evaluate(() => {
      const order = document.querySelector<HTMLSelectElement>('[data-part="order"]');
      if (order === null) throw new Error("there is no order");
      order.value = "newest";
      order.dispatchEvent(new Event("change", { bubbles: true }));
      const labels = [...document.querySelectorAll<HTMLLabelElement>('[data-part="filters"] label')];
      labels.find(({ textContent }) => textContent?.includes("has code"))?.click();
    });
    await expect(page).toHaveURL(`search/?${address}&code=1&sort=newest`);
    await expect(page.getByLabel("Order")).toHaveValue("newest");
  });
}

test("Boxes that are checked before the first of them is answered hold together; one taken back is off.", async ({
  page,
}) => {
  await page.goto("search/?q=agents");
  await expectAllRows(page);
  await page.evaluate(() => {
    const boxes = [...document.querySelectorAll<HTMLInputElement>('[data-part="filters"] input[data-key^="years:"]')];
    const code = document.querySelector<HTMLInputElement>('[data-part="filters"] input[data-key="code"]');
    for (const box of [boxes[0], code, boxes[0], boxes[1]]) box?.click();
  });
  await expect(page).toHaveURL(/\?q=agents&year=\d{4}&code=1$/);
  await expect(page.locator('[data-part="chosen"] a')).toHaveText([/^\d{4} ×$/, "has code ×"]);
});

test("The order can be by date and by comments.", async ({ page }) => {
  const search = new SearchPage(page);
  await page.goto("search/?q=self-play");
  await page.getByLabel("Order").selectOption("newest first");
  await expect(page).toHaveURL(/sort=newest/);
  await expect(search.entries.first()).toContainText("2026");
  await expectAllRows(page);
  const days = await search.entries
    .locator("time")
    .evaluateAll((times) => times.map((time) => time.getAttribute("datetime")));
  expect(days.length).toBeGreaterThan(9);
  expect(days).toEqual([...days].sort().reverse());
  await page.getByLabel("Order").selectOption("most comments first");
  await expect(page).toHaveURL(/sort=comments/);
  await expect(search.entries.first().locator(".talk")).toHaveText("7 comments");
  await expectAllRows(page);
  const talks = (await search.entries.locator(".talk").allTextContents()).map((text) => Number.parseInt(text, 10));
  expect(talks).toEqual([...talks].sort((a, b) => b - a));
});

test("The address holds the whole question, so that a reload gives the same.", async ({ page }) => {
  const search = new SearchPage(page);
  const address = "search/?q=self-play&tag=games&year=2024&year=2025&sort=newest";
  await page.goto(address);
  await expectAllRows(page);
  const before = await search.titles.allTextContents();
  await page.reload();
  await expect(search.titles).toHaveText(before);
  await expect(search.field).toHaveValue("self-play");
  await expect(page.getByLabel("Order")).toHaveValue("newest");
  await expect(page.getByRole("group", { name: "Topic" }).getByLabel("Games")).toBeChecked();
  await expect(page).toHaveURL(new RegExp(`${address.replace("?", "\\?")}$`));
});

test("The back button goes through questions, not through letters.", async ({ page }) => {
  const search = new SearchPage(page);
  await page.goto("search/");
  await search.field.pressSequentially("poker", { delay: 150 });
  await search.field.press("Enter");
  await expect(page).toHaveURL(/q=poker$/);
  await expect(search.count).toHaveText(/paper/);
  await search.field.fill("volleyball");
  await expect(page).toHaveURL(/q=volleyball$/);
  await expect(search.titles).toHaveText([/Drone/]);
  await page.goBack();
  await expect(search.field).toHaveValue("poker");
  await expect(search.titles).toHaveText([/SPIRAL/]);
  await page.goBack();
  await expect(search.field).toHaveValue("");
  await expect(page.getByRole("heading", { name: "Or begin with a topic" })).toBeVisible();
  await page.goForward();
  await expect(search.titles).toHaveText([/SPIRAL/]);
});

test("Coming back from a paper gives the results again, as many as were shown.", async ({ page }) => {
  const search = new SearchPage(page);
  await page.goto("search/?q=learning+models");
  await expect(search.entries).toHaveCount(20);
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(search.titles.nth(20)).toBeFocused();
  const shown = await search.entries.count();
  expect(shown).toBeGreaterThan(20);
  await search.titles.nth(20).click();
  await expect(page).toHaveURL(/\/papers\//);
  await page.goBack();
  await expect(search.entries).toHaveCount(shown);
});

test("Keys lead from the question through the results and back.", async ({ page }) => {
  const search = new SearchPage(page);
  await page.goto("search/?q=self-play");
  await expect(search.entries.nth(2)).toBeVisible();
  await search.field.focus();
  await page.keyboard.press("ArrowDown");
  await expect(search.titles.nth(0)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("j");
  await expect(search.titles.nth(2)).toBeFocused();
  await page.keyboard.press("k");
  await expect(search.titles.nth(1)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(search.field).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.type("j");
  await expect(search.field).toHaveValue("self-playj");
  await page.keyboard.press("Backspace");
  await expect(page).toHaveURL(/q=self-play$/);
  await expect(search.entries.nth(2)).toBeVisible();
  await page.keyboard.press("ArrowDown");
  const href = await search.titles.first().getAttribute("href");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${href}$`));
});

test("/ goes to the search from any page. @base", async ({ page, site }) => {
  const search = new SearchPage(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("");
  await page.keyboard.press("/");
  await expect(page.getByLabel("Search the papers")).toBeFocused();
  await page.keyboard.type("chess / hex");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${site.url}search/?q=chess+%2F+hex`);
  await expect(search.titles.first()).toHaveText(/Board Games/);
  await page.keyboard.press("/");
  await expect(search.field).toBeFocused();
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
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
});

test("One result has a head in the singular and no filters.", async ({ page }) => {
  const search = new SearchPage(page);
  await page.goto("search/?q=kuhn+poker");
  await expect(search.count).toHaveText("1 paper");
  await expect(page.locator(".filters")).toBeHidden();
  await expect(page.getByRole("button", { name: "Show more" })).toBeHidden();
});

test("Text that would be markup is shown as text, whether in the question or in its address.", async ({ page }) => {
  const search = new SearchPage(page);
  const hostile = `<img src=x onerror="document.title='bad'"> "</script> ' & ; \${1}`;
  await page.goto(`search/?q=${encodeURIComponent(hostile)}&tag=%3Cb%3E&org=%22%3E&sort=%3Cscript%3E`);
  await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
  await expect(search.field).toHaveValue(hostile);
  await search.field.fill("<b>sourdough</b>");
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
