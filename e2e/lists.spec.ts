/** Lists across editions: trending, months, topics, authors and organisations, which together tell the truth. */
import { daysBetween } from "../src/lib/dates.ts";
import { listEntryAddresses, readPapers } from "./entries.ts";
import { expect, test } from "./fixtures.ts";
import { casesTest } from "./pages.ts";

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
    expect(await listEntryAddresses(page, "trending/")).toEqual(ranked.map(({ address }) => address));
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
  const [first, second] = await listEntryAddresses(page, "authors/zoe-dvorak/").then((addresses) =>
    addresses.slice(0, 2),
  );
  expect([first, second]).toEqual(["/papers/2604.90016/", "/papers/2604.90010/"]);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Zoë Dvořák");
  await expect(page.locator("main")).toContainText("Also written Zoe Dvorak.");
  await expect(page.locator("main")).toContainText("people who share one are not told apart");
  expect(await listEntryAddresses(page, "organizations/quarry-lab/")).toEqual([
    "/papers/2604.90016/",
    "/papers/2604.90001/",
  ]);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The Quarry Laboratory");
});
