/** Every list of papers: what an entry tells, and that the lists together tell the truth. */
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { type Content, readContent } from "../src/lib/content/read.ts";
import type { PaperRecord } from "../src/lib/content/record.ts";
import { countNoun } from "../src/lib/counts.ts";
import { daysBetween, formatDateShort, formatDay } from "../src/lib/dates.ts";
import { formatByline } from "../src/lib/papers/author.ts";
import { toSegment } from "../src/lib/papers/id.ts";
import { findDate } from "../src/lib/papers/paper-date.ts";
import { PROJECT_FOLDER } from "../src/tools/folders.ts";
import { expect, test } from "./fixtures.ts";
import { casesTest } from "./pages.ts";
import type { RunningSite } from "./sites.ts";

/** Papers by the address of their page, and what else a site was built from. */
function readPapers(site: RunningSite): { content: Content; records: Map<string, PaperRecord> } {
  const content = readContent(join(PROJECT_FOLDER, site.content));
  const records = content.records.flatMap(({ lines }) => lines.map(({ data }) => data));
  return { content, records: new Map(records.map((record) => [`/papers/${toSegment(record.id)}/`, record])) };
}

/** One entry as a reader sees it. */
interface ReadEntry {
  address: string;
  number: string;
  title: string;
  text: string;
  date: string;
  links: { text: string; href: string }[];
}

/** All entries of a page in their order. */
async function readEntries(page: Page): Promise<ReadEntry[]> {
  return page.locator("main .entry:has(a[href*='/papers/'])").evaluateAll((entries) =>
    entries.map((entry) => {
      const title = entry.querySelector(":is(h3, h4) a");
      const clean = (text: string | null | undefined) => (text ?? "").replace(/\s+/g, " ").trim();
      return {
        address: title?.getAttribute("href") ?? "",
        number: clean(entry.querySelector(".ord")?.textContent),
        title: clean(title?.textContent),
        text: clean(entry.textContent),
        date: entry.querySelector("time")?.getAttribute("datetime") ?? "",
        links: [...entry.querySelectorAll("a")].map((link) => ({
          text: clean(link.textContent),
          href: link.getAttribute("href") ?? "",
        })),
      };
    }),
  );
}

/** The addresses of all entries of a page, in their order. */
async function listAddresses(page: Page, address: string): Promise<string[]> {
  await page.goto(address);
  return (await readEntries(page)).map((entry) => entry.address);
}

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
  expect(await listAddresses(page, "editions/2026-W11/")).toEqual(papers);
  expect(await listAddresses(page, "editions/2026-03/")).toEqual(papers);
});

casesTest("A week is the union of its days, newest first, and counts each paper once.", async ({ page, site }) => {
  const { content } = readPapers(site);
  const days = content.editions.map(({ data }) => data.papers.map((id) => `/papers/${toSegment(id)}/`));
  expect(await listAddresses(page, "editions/2026-W15/")).toEqual(days.toReversed().flat());
  const counts = page.locator(".cover .facts span");
  await expect(counts).toHaveText(["2 editions", countNoun(new Set(days.flat()).size, "paper")]);
  await page.goto("editions/2026-04/");
  await expect(counts).toHaveText(["5 editions", "15 papers"]);
});

for (const [name, run] of [
  ["project's content", test],
  ["invented cases", casesTest],
] as const) {
  run(`Trending papers stand in the order of the formula on the page, on the ${name}.`, async ({ page, site }) => {
    const { content, records } = readPapers(site);
    const latest = content.editions.at(-1)?.data.date ?? "";
    const scores = [...records].flatMap(
      ([address, { id, published, featured, upvotes = 0, comments = 0, stars = 0, withdrawn }]) => {
        const day = published ?? featured[0];
        if (day === undefined || withdrawn) return [];
        const age = Math.max(0, daysBetween(day, latest));
        const attention = upvotes + 2 * comments + Math.log2(1 + stars);
        return attention < 5 ? [] : [{ address, id, score: attention / (age + 7) ** 1.2 }];
      },
    );
    const ranked = scores.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, 50);
    expect(await listAddresses(page, "trending/")).toEqual(ranked.map(({ address }) => address));
    await expect(page.locator(".why small")).toHaveText(
      ranked.map(({ score }) => new RegExp(`^score ${score.toPrecision(3).replace(".", "\\.")}, `)),
    );
    await expect(page.locator("main")).toContainText("has to stand 5 at least");
    const formula = (await page.getByRole("math", { name: "How this is counted" }).textContent())
      ?.replace(/\s+/g, " ")
      .trim();
    expect(formula).toBe("votes + 2 × comments + log2(1 + stars) (age + 7)1.2");
    await expect(page.locator("main")).toContainText("to the latest edition");
    await page.goto("");
    const front = await page
      .locator(".ranked a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    expect(front).toEqual(ranked.slice(0, front.length).map(({ address }) => address));
    expect(front.length).toBeGreaterThan(0);
  });
}

/** Fetches pages and counts the papers listed on each; runs in the browser. */
async function countPapers(addresses: string[]): Promise<number[]> {
  return Promise.all(
    addresses.map(async (address) => {
      const html = await (await fetch(address)).text();
      return new DOMParser()
        .parseFromString(html, "text/html")
        .querySelectorAll("main .entry a[href*='/papers/']:only-child").length;
    }),
  );
}

test("The archive's months add up to all fifty papers, and each month has as many as it says.", async ({
  page,
  site,
}) => {
  const { records } = readPapers(site);
  await page.goto("archive/");
  const months = await page.locator("main .group").evaluateAll((groups) =>
    groups.flatMap((group) => {
      const rows = [...group.querySelectorAll("li")];
      const places = rows.length > 0 ? rows : [group];
      return places.map((place) => ({
        href: place.querySelector("a")?.getAttribute("href") ?? "",
        count: Number(/(\d+) papers?\b/.exec(place.textContent ?? "")?.[1]),
      }));
    }),
  );
  expect(months.reduce((sum, { count }) => sum + count, 0)).toBe(records.size);
  expect(
    await page.evaluate(
      countPapers,
      months.map(({ href }) => href),
    ),
  ).toEqual(months.map(({ count }) => count));
});

test("Each topic has as many papers as it says, and all that carry it.", async ({ page, site }) => {
  const { content } = readPapers(site);
  await page.goto("tags/");
  const readRows = (selector: string) =>
    page.locator(selector).evaluateAll((all) =>
      all.map((row) => ({
        href: row.querySelector("a")?.getAttribute("href") ?? "",
        count: Number.parseInt(row.querySelector(".size")?.textContent ?? "", 10),
      })),
    );
  const rows = await readRows(".topic-line");
  const expected = content.tags.lines
    .map(({ data }) => ({
      href: `/tags/${data.id}/`,
      count: content.digests.filter(({ data: digest }) => digest.tags.includes(data.id)).length,
    }))
    .filter(({ count }) => count > 0);
  const sort = (topics: typeof rows) => topics.toSorted((a, b) => (a.href < b.href ? -1 : 1));
  expect(sort(rows)).toEqual(sort(expected));
  const widest = (await readRows(".topic-groups > li > .topic-line")).map(({ count }) => count);
  expect(widest).toEqual(widest.toSorted((a, b) => b - a));
  const parents = new Map(content.tags.lines.map(({ data }) => [`/tags/${data.id}/`, data.parent]));
  for (const group of await page.locator(".topic-groups > li").all()) {
    const [first, ...narrower] = await group
      .locator(".topic-line a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    for (const href of narrower) expect(`/tags/${parents.get(href)}/`).toBe(first);
  }
  expect(
    await page.evaluate(
      countPapers,
      rows.map(({ href }) => href),
    ),
  ).toEqual(rows.map(({ count }) => count));
});

casesTest("A topic without papers says so and is not hidden.", async ({ page }) => {
  await page.goto("tags/tidiness/");
  await expect(page.locator("main")).toContainText("No paper carries this topic yet.");
  await page.goto("tags/");
  await expect(page.locator("main")).toContainText("Waiting for their first paper: Tidiness.");
});

casesTest("Authors are one person by their slug, and organisations by their override.", async ({ page }) => {
  const [first, second] = await listAddresses(page, "authors/zoe-dvorak/").then((addresses) => addresses.slice(0, 2));
  expect([first, second]).toEqual(["/papers/2604.90016/", "/papers/2604.90010/"]);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Zoë Dvořák");
  await expect(page.locator("main")).toContainText("Also written Zoe Dvorak.");
  await expect(page.locator("main")).toContainText("people who share one are not told apart");
  expect(await listAddresses(page, "organizations/quarry-lab/")).toEqual([
    "/papers/2604.90016/",
    "/papers/2604.90001/",
  ]);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The Quarry Laboratory");
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
