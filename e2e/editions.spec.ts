/** Editions: what an entry tells, and that the front page, days, weeks and months hold their papers. */
import type { PaperRecord } from "../src/lib/content/record.ts";
import { countNoun } from "../src/lib/counts.ts";
import { formatDateShort, formatDay } from "../src/lib/dates.ts";
import { formatByline } from "../src/lib/papers/author.ts";
import { toSegment } from "../src/lib/papers/id.ts";
import { findDate } from "../src/lib/papers/paper-date.ts";
import { listEntryAddresses, readEntries, readPapers } from "./entries.ts";
import { expect, test } from "./fixtures.ts";
import { casesTest } from "./pages.ts";

test("Each of the fifty entries of the edition tells all that readers scan for, numbered in the listing's order.", async ({
  page,
  site,
}) => {
  const { content, records } = readPapers(site);
  const digests = new Map(content.digests.map(({ file, data }) => [file.replace(/^.*\/|\.md$/g, ""), data]));
  const labels = new Map(content.tags.lines.map(({ data }) => [data.id, data.label]));
  await page.goto("editions/2026-03-09/");
  // They stand in groups.
  const entries = (await readEntries(page)).sort((a, b) => Number(a.number) - Number(b.number));
  expect(entries.map(({ number }) => number)).toEqual(Array.from({ length: 50 }, (_, index) => String(index + 1)));
  expect(entries.map(({ address }) => address)).toEqual(
    content.editions.at(-1)?.data.papers.map((id) => `/papers/${toSegment(id)}/`),
  );
  for (const { address, title, text, date, links } of entries) {
    const record = records.get(address) as PaperRecord;
    const digest = digests.get(toSegment(record.id));
    expect(title).toBe(record.title);
    expect(text, address).toContain(digest?.tldr);
    expect(text, address).toContain(formatByline(record.authors, record.authorCount));
    if (record.organization)
      expect(links, address).toContainEqual(expect.objectContaining({ text: record.organization.name }));
    const published = findDate(record);
    expect(date, address).toBe(published ?? "");
    expect(text, address).toContain(published ? formatDateShort(published) : "date unknown");
    const talk = links.filter(({ text: label }) => /\bcomments?$/.test(label));
    expect(talk, address).toEqual(
      !record.comments
        ? []
        : [{ text: countNoun(record.comments, "comment"), href: `https://huggingface.co/papers/${record.id}` }],
    );
    for (const tag of digest?.tags.slice(0, 3) ?? []) {
      expect(links, address).toContainEqual({ text: labels.get(tag), href: `/tags/${tag}/` });
    }
    expect(
      links.filter(({ text: label }) => label === "Code"),
      address,
    ).toEqual(record.links.code === undefined ? [] : [{ text: "Code", href: record.links.code }]);
  }
});

test("The front page has each of the fifty once: one leads, three follow, the rest stand in their groups.", async ({
  page,
  site,
}) => {
  const { content } = readPapers(site);
  const edition = content.editions.at(-1)?.data;
  if (edition === undefined) throw new Error("There is no edition.");
  const toAddress = (id: string) => `/papers/${toSegment(id)}/`;
  await page.goto("");
  await expect(page.locator(".lead h2 a")).toHaveAttribute("href", toAddress(edition.lead));
  const hrefs = (selector: string) =>
    page.locator(selector).evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const large = [...(await hrefs(".lead h2 a")), ...(await hrefs(".second h3 a"))];
  expect(large).toHaveLength(4);
  const rest = (await readEntries(page)).map(({ address }) => address);
  expect([...large, ...rest].toSorted()).toEqual(edition.papers.map(toAddress).toSorted());
  await expect(page.locator(".group-head h3")).toHaveText(edition.groups.map(({ title }) => title));
  for (const { title, papers } of edition.groups) {
    const group = page.locator(".group").filter({ has: page.getByRole("heading", { name: title, exact: true }) });
    const own = await group
      .locator(".entry h4 a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    expect(own, title).toEqual(papers.map(toAddress).filter((address) => !large.includes(address)));
  }
  const numbers = (await readEntries(page)).map(({ address, number }) => [address, number]);
  expect(numbers).toEqual(rest.map((address) => [address, String(edition.papers.map(toAddress).indexOf(address) + 1)]));
});

test("Week and month of editions hold the papers of their days.", async ({ page, site }) => {
  const { content } = readPapers(site);
  const papers = content.editions.at(-1)?.data.papers.map((id) => `/papers/${toSegment(id)}/`);
  expect(await listEntryAddresses(page, "editions/2026-W11/")).toEqual(papers);
  expect(await listEntryAddresses(page, "editions/2026-03/")).toEqual(papers);
});

casesTest("A week is the union of its days, newest first, and counts each paper once.", async ({ page, site }) => {
  const { content } = readPapers(site);
  const days = content.editions.map(({ data }) => data.papers.map((id) => `/papers/${toSegment(id)}/`));
  expect(await listEntryAddresses(page, "editions/2026-W15/")).toEqual(days.toReversed().flat());
  const counts = page.locator(".cover .facts span");
  await expect(counts).toHaveText(["2 editions", countNoun(new Set(days.flat()).size, "paper")]);
  await page.goto("editions/2026-04/");
  await expect(counts).toHaveText(["5 editions", "15 papers"]);
});

casesTest("Editions lead to the one before and the one after.", async ({ page }) => {
  const dates = ["2026-04-08", "2026-04-06", "2026-04-03", "2026-04-02", "2026-04-01"];
  for (const [index, date] of dates.entries()) {
    await page.goto(`editions/${date}/`);
    const hrefs = await Promise.all(
      ["prev", "next"].map((rel) =>
        page.locator(`a[rel=${rel}]`).evaluateAll((links) => links.map((link) => link.getAttribute("href"))),
      ),
    );
    const expected = [dates[index + 1], dates[index - 1]].map((other) =>
      other === undefined ? [] : [`/editions/${other}/`],
    );
    expect(hrefs, date).toEqual(expected);
  }
});

casesTest("A day says what it is: partial, empty, or complete with a single paper.", async ({ page }) => {
  await page.goto("editions/2026-04-01/");
  await expect(page.locator(".notice")).toHaveText(
    "This list is partial. The source named 6 papers, we have 3. 2 entries could not be read. The source stopped before the end of the day.",
  );
  await expect(page.locator(".folio")).toContainText("the list is partial");
  // Without a curator papers are ranked by upvotes, then by id.
  expect((await readEntries(page)).map(({ address }) => address)).toEqual([
    "/papers/2604.90012/",
    "/papers/hep-th_9901001/",
    "/papers/2604.90011/",
  ]);

  await page.goto("editions/2026-04-02/");
  const main = page.locator("main");
  await expect(main).toContainText("No papers were listed on this day.");
  await expect(main.getByRole("link", { name: formatDay("2026-04-01"), exact: true }).first()).toBeVisible();
  await expect(main.getByRole("link", { name: formatDay("2026-04-03"), exact: true }).first()).toBeVisible();
  await expect(page.locator(".notice")).toHaveCount(0);

  await page.goto("editions/2026-04-03/");
  await expect(page.getByRole("heading", { name: "The paper", exact: true })).toBeVisible();
  await expect(main).toContainText("1 of 1 paper listed");
  await expect(main).not.toContainText("partial");
});

casesTest("An edition keeps papers that no group has, and says which topics were assigned.", async ({ page, site }) => {
  const { content } = readPapers(site);
  const edition = content.editions.at(-1)?.data;
  await page.goto("");
  const own = await page
    .locator("main :is(.lead h2, .second h3, .entry h4) > a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(own.toSorted()).toEqual(edition?.papers.map((id) => `/papers/${toSegment(id)}/`).toSorted());
  await expect(page.getByRole("heading", { name: "Also listed" })).toBeVisible();
  await page.goto("editions/2026-04-08/");
  const entry = page.locator(".entry").filter({ hasText: "Where the Search Agent Looks" });
  await expect(entry).toContainText("“We leave a search agent alone with a library and watch.");
  await expect(page.locator("main")).toContainText("Topics of papers without a digest are assigned automatically.");
  const bare = page.locator(".entry").filter({ hasText: "Notes on a Letter" });
  await expect(bare).not.toContainText("No digest yet.");
  await expect(page.getByText("Papers without a sentence have no digest yet.")).toHaveCount(1);
  await expect(bare.getByRole("link", { name: "Read the abstract" })).toHaveAttribute(
    "href",
    "https://arxiv.org/abs/2604.90006",
  );
});

casesTest("That there are no comments is not told, nor what is not known.", async ({ page }) => {
  await page.goto("editions/2026-04-08/");
  const entryOf = (title: string) => page.locator(".entry").filter({ hasText: title });
  await expect(entryOf("A Count of Hands")).not.toContainText("comment");
  await expect(entryOf("A Count of Hands")).toContainText("37 authors");
  await expect(entryOf("Notes on a Letter")).not.toContainText("comment");
  await expect(entryOf("Notes on a Letter")).toContainText("authors unknown");
  await expect(entryOf("A Paper without a Date")).toContainText("date unknown");
  // Known comments without a place to read them are told without a link.
  await expect(entryOf("A Paper without a Date").locator(".talk")).toHaveText("1 comment");
  await expect(entryOf("A Paper without a Date").locator("a.talk")).toHaveCount(0);
});
