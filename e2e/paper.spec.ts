/** A paper's page: everything that is known, and who says so. */
import { toBibtex } from "../src/lib/citations/bibtex.ts";
import type { PaperRecord } from "../src/lib/content/record.ts";
import { judgeStamp } from "../src/lib/content/stamp-state.ts";
import { formatDay } from "../src/lib/dates.ts";
import { monthOfId, toSegment } from "../src/lib/papers/id.ts";
import { expect, test } from "./fixtures.ts";
import { casesTest } from "./pages.ts";
import { listRecords, readSiteContent } from "./site-content.ts";

/** What a paper's page says in places that every such page has, read from its HTML as it is sent. */
interface ReadPage {
  address: string;
  title: string;
  bibtex: string;
  abstractLink: string;
  related: string[];
  previous: string | undefined;
  next: string | undefined;
  numbers: string[];
  hasStamp: boolean;
  outdated: string | undefined;
  checked: string;
}

/** Fetches pages and reads them; runs in the browser. */
async function readPages(addresses: string[]): Promise<ReadPage[]> {
  return Promise.all(
    addresses.map(async (address) => {
      const html = await (await fetch(address)).text();
      const page = new DOMParser().parseFromString(html, "text/html");
      const href = (selector: string) => page.querySelector(selector)?.getAttribute("href") ?? undefined;
      return {
        address,
        title: page.querySelector("h1")?.textContent?.trim() ?? "",
        bibtex: page.querySelector("[data-copy-source]")?.textContent ?? "",
        abstractLink: href(".paper-cover .button.first") ?? "",
        related: [...page.querySelectorAll(".related .brief h3 a")].map((link) => link.getAttribute("href") ?? ""),
        previous: href(".catchwords [rel=prev]"),
        next: href(".catchwords [rel=next]"),
        numbers: [...page.querySelectorAll(".catchwords small")].map((small) => small.textContent?.trim() ?? ""),
        hasStamp: page.querySelector(".stamp") !== null,
        outdated: page.querySelector(".outdated")?.textContent?.trim(),
        checked: page.querySelector("#checked")?.textContent?.replace(/\s+/g, " ") ?? "",
      };
    }),
  );
}

for (const id of ["2510.18821", "2504.19162", "2505.04317"]) {
  test(`The page of ${id} shows all that its record and digest know.`, async ({ page, site }) => {
    const content = readSiteContent(site);
    const record = listRecords(content).find((candidate) => candidate.id === id) as PaperRecord;
    const digest = content.digests.find(({ file }) => file.endsWith(`${id}.md`))?.data;
    if (digest === undefined) throw new Error(`${id} has no digest`);
    await page.goto(`papers/${id}/`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(record.title);
    await expect(page).toHaveTitle(`${record.title} – Offprint`);

    const cover = page.locator(".paper-cover");
    await expect(cover.locator("bdi")).toHaveText(record.authors);
    await expect(cover.locator(`time[datetime="${record.published}"]`)).toHaveText(formatDay(record.published ?? ""));
    await expect(cover).toContainText(digest.tldr);
    await expect(cover.getByRole("link", { name: "Read the abstract at arXiv" })).toHaveAttribute(
      "href",
      `https://arxiv.org/abs/${id}`,
    );
    await expect(cover.getByRole("link", { name: "PDF" })).toHaveAttribute("href", `https://arxiv.org/pdf/${id}`);
    for (const [name, address] of [
      ["Code", record.links.code],
      ["Project", record.links.project],
    ] as const) {
      const link = cover.getByRole("link", { name, exact: true });
      if (address === undefined) await expect(link).toHaveCount(0);
      else await expect(link).toHaveAttribute("href", address);
    }
    const organization = cover.locator('a[href*="/organizations/"]');
    await expect(organization).toHaveText(record.organization === undefined ? [] : [record.organization.name]);

    const main = page.locator("main");
    const { why, problem, approach, audience, limitations } = digest;
    for (const text of [why, problem, approach, audience, ...limitations.authors, ...limitations.curator]) {
      if (text !== undefined) await expect(main).toContainText(text);
    }
    if (digest.limitations.authors.length === 0) await expect(main).toContainText("None stated in the abstract.");
    const results = page.locator(".part").filter({ has: page.getByRole("heading", { name: "Results" }) });
    for (const result of digest.results) {
      for (const text of Object.values(result)) if (text !== undefined) await expect(results).toContainText(text);
    }
    await expect(page.locator("#checked")).toContainText(`by ${digest.by}, from the ${digest.writtenFrom}`);
    for (const { name } of record.sources) await expect(page.locator("#checked")).toContainText(name);

    const facts = page.locator(".record");
    if (record.note !== undefined) await expect(facts).toContainText(record.note);
    const talk = facts.getByRole("link", { name: /at Hugging Face/ });
    if (record.comments === undefined) await expect(talk).toHaveCount(0);
    else {
      await expect(talk).toHaveText(`${record.comments} at Hugging Face`);
      await expect(talk).toHaveAttribute("href", `https://huggingface.co/papers/${id}`);
    }
    for (const tag of digest.tags) await expect(facts.locator(`a[href$="/tags/${tag}/"]`).first()).toBeVisible();
    await expect(page.locator("[data-copy-source]")).toHaveText(toBibtex(record));
  });

  test(`Citation managers find the page of ${id} complete.`, async ({ page, site }) => {
    const record = listRecords(readSiteContent(site)).find((candidate) => candidate.id === id) as PaperRecord;
    await page.goto(`papers/${id}/`);
    const read = (name: string) =>
      page.locator(`meta[name="${name}"]`).evaluateAll((metas) => metas.map((meta) => meta.getAttribute("content")));
    expect(await read("citation_title")).toEqual([record.title]);
    expect(await read("citation_author")).toEqual(record.authors);
    expect(await read("citation_publication_date")).toEqual([record.published?.replaceAll("-", "/")]);
    expect(await read("citation_arxiv_id")).toEqual([id]);
    expect(await read("citation_pdf_url")).toEqual([`https://arxiv.org/pdf/${id}`]);
    await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", `https://offprint.example/papers/${id}/`);
  });
}

test("All fifty pages have their abstract's address, BibTeX without script, related papers no newer, and neighbours.", async ({
  page,
  site,
}) => {
  const content = readSiteContent(site);
  const records = new Map(listRecords(content).map((record) => [`/papers/${toSegment(record.id)}/`, record]));
  expect(records.size).toBe(50);
  const order = content.editions.at(-1)?.data.papers.map((id) => `/papers/${toSegment(id)}/`) ?? [];
  const dayOf = (address: string) => {
    const record = records.get(address) as PaperRecord;
    // Without a day it may be as new as the end of its month.
    return record.published ?? `${monthOfId(record.id)}-31`;
  };
  await page.goto("about/");
  for (const read of await page.evaluate(readPages, [...records.keys()])) {
    const record = records.get(read.address) as PaperRecord;
    expect(read.title).toBe(record.title);
    expect(read.bibtex, read.address).toBe(toBibtex(record));
    expect(read.abstractLink, read.address).toBe(`https://arxiv.org/abs/${record.id}`);

    for (const address of read.related) {
      expect(address, read.address).not.toBe(read.address);
      expect(dayOf(address) <= dayOf(read.address), `${address} is newer than ${read.address}`).toBe(true);
    }
    const isOldest = [...records.keys()].every((address) => dayOf(address) >= dayOf(read.address));
    if (!isOldest) expect(read.related, `papers related to ${read.address}`).not.toEqual([]);

    const index = order.indexOf(read.address);
    expect([read.previous, read.next], read.address).toEqual([order[index - 1], order[index + 1]]);
    const neighbours = [index - 1, index + 1].flatMap((other) => {
      const neighbour = records.get(order[other] ?? "");
      return neighbour === undefined ? [] : [`No. ${other + 1}. ${neighbour.title}`];
    });
    expect(read.numbers, read.address).toEqual(neighbours);
  }
});

test.describe("Papers that came later", () => {
  const EARLY = "papers/2007.12865/";

  test("are named on a page that was made before, and each came out after it.", async ({ page, site }) => {
    const records = listRecords(readSiteContent(site));
    await page.goto(EARLY);
    const later = page.locator("digest-later");
    await expect(later.getByRole("heading", { name: "Later papers on this" })).toBeVisible();
    const links = later.locator("h3 a");
    expect(await links.count()).toBeGreaterThan(0);
    for (const link of await links.all()) {
      const address = (await link.getAttribute("href")) ?? "";
      const record = records.find(({ id }) => address.endsWith(`papers/${toSegment(id)}/`));
      await expect(link).toHaveText(record?.title ?? "");
      expect((record?.published ?? "") > "2020-07").toBe(true);
    }
    const title = (await links.first().textContent()) ?? "";
    const reason = (await later.locator(".facts .by").first().textContent()) ?? "";
    expect(reason).toMatch(/^(?!words)\p{Lu}|^words: \p{L}/u);
    const [earlier = ""] = await page.getByRole("heading", { level: 1 }).allInnerTexts();
    await links.first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    // The later paper's page gives the same reason for the earlier one.
    await expect(page.locator(".related .brief", { hasText: earlier }).locator(".by")).toHaveText(reason);
  });

  test("leave no trace where there are none, or where their file cannot be read.", async ({ page, site }) => {
    const newest = listRecords(readSiteContent(site)).toSorted((a, b) => (a.id < b.id ? 1 : -1))[0];
    await page.goto(`papers/${newest?.id}/`, { waitUntil: "networkidle" });
    await expect(page.locator("digest-later section")).toBeHidden();
    await page.route("**/later/*.json", (route) => route.fulfill({ body: "<p>moved</p>" }));
    await page.goto(EARLY, { waitUntil: "networkidle" });
    await expect(page.locator("digest-later section")).toBeHidden();
  });
});

for (const [name, run] of [
  ["project's content", test],
  ["invented cases", casesTest],
] as const) {
  run(
    `The stamp stands where digest and source are as they were checked, and nowhere else, on the ${name}.`,
    async ({ page, site }) => {
      const content = readSiteContent(site);
      const records = new Map(listRecords(content).map((record) => [toSegment(record.id), record]));
      await page.goto("about/");
      const states = new Set<string>();
      for (const { file, data, body } of content.digests) {
        const segment = file.replace(/^.*\/|\.md$/g, "");
        const record = records.get(segment) as PaperRecord;
        const { kind, news = "" } = judgeStamp(data, body, record);
        const [read] = await page.evaluate(readPages, [`/papers/${segment}/`]);
        expect(read?.hasStamp, segment).toBe(kind === "fits" && record.withdrawn === undefined);
        expect(read?.outdated, segment).toBe(
          kind === "moved" && record.withdrawn === undefined ? `The digest was ${news}.` : undefined,
        );
        if (record.withdrawn !== undefined) continue;
        states.add(kind);
        const said = {
          fits: formatDay(data.checkedOn ?? ""),
          changed: "not since it was last changed",
          unchecked: "not yet",
          moved: news,
        };
        expect(read?.checked, segment).toContain(said[kind]);
      }
      expect(states).toEqual(
        new Set(site.name === "cases" ? ["fits", "changed", "unchecked", "moved"] : ["fits", "moved"]),
      );
    },
  );
}

test.describe("BibTeX", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  for (const way of ["the button", "the key c"]) {
    test(`is copied by ${way}, and the page says so.`, async ({ page }) => {
      await page.goto("papers/2510.18821/");
      const shown = await page.locator("[data-copy-source]").textContent();
      await page.evaluate(() => navigator.clipboard.writeText("something else"));
      if (way === "the button") await page.getByRole("button", { name: "Copy BibTeX" }).click();
      else await page.keyboard.press("c");
      await expect(page.locator("digest-copy [role=status]")).toHaveText("Copied.");
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
    });
  }
});
