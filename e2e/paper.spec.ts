/** A paper's page: everything that is known, who says so, and every state a record can be in. */
import { join } from "node:path";
import { toBibtex } from "../src/lib/citations/bibtex.ts";
import { type Content, readContent } from "../src/lib/content/read.ts";
import type { PaperRecord } from "../src/lib/content/record.ts";
import { judgeStamp } from "../src/lib/content/stamp-state.ts";
import { formatDay } from "../src/lib/dates.ts";
import { monthOfId, toSegment } from "../src/lib/papers/id.ts";
import { PROJECT_FOLDER } from "../src/tools/folders.ts";
import { expect, test } from "./fixtures.ts";
import { casesTest } from "./pages.ts";
import type { RunningSite } from "./sites.ts";

/** All content that a site was built from. */
function readSiteContent(site: RunningSite): Content {
  return readContent(join(PROJECT_FOLDER, site.content));
}

function listRecords(content: Content): PaperRecord[] {
  return content.records.flatMap(({ lines }) => lines.map(({ data }) => data));
}

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
        related: [...page.querySelectorAll(".record .brief h3 a")].map((link) => link.getAttribute("href") ?? ""),
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
    for (const text of [digest.problem, digest.approach, digest.audience, ...digest.limitations.curator]) {
      await expect(main).toContainText(text);
    }
    if (digest.limitations.authors.length === 0) await expect(main).toContainText("None stated in the abstract.");
    const results = page.locator(".part").filter({ has: page.getByRole("heading", { name: "Results" }) });
    for (const { claim, value } of digest.results) {
      await expect(results).toContainText(claim);
      if (value !== undefined) await expect(results).toContainText(value);
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

casesTest("All 664 authors are on the page: a few at once, the rest when asked for.", async ({ page, site }) => {
  const [record] = listRecords(readSiteContent(site)).filter(({ id }) => id === "2604.90001");
  await page.goto("papers/2604.90001/");
  const names = page.locator(".paper-cover bdi");
  await expect(names).toHaveText(record?.authors ?? []);
  await expect(names).toHaveCount(664);
  await expect(names.last()).toBeHidden();
  await page.locator(".paper-cover").getByText("656 more authors").click();
  await expect(names.last()).toBeVisible();
  const bibtex = (await page.locator("[data-copy-source]").textContent()) ?? "";
  expect(bibtex.replace(/\s+/g, " ").match(/ and /g)).toHaveLength(663);
});

casesTest("A title of 300 characters is set smaller than others and shown whole.", async ({ page }) => {
  const sizeOf = async (address: string) => {
    await page.goto(address);
    return page.locator("h1").evaluate((heading) => Number.parseFloat(getComputedStyle(heading).fontSize));
  };
  const usual = await sizeOf("papers/2604.90009/");
  expect(await sizeOf("papers/2604.90002/")).toBeLessThan(usual);
  const title = page.locator("h1");
  expect((await title.textContent())?.trim()).toHaveLength(300);
  const isCut = await title.evaluate((heading) => {
    const { overflow, textOverflow, webkitLineClamp } = getComputedStyle(heading);
    const isWhole = overflow === "visible" && textOverflow === "clip" && webkitLineClamp === "none";
    return !isWhole || heading.scrollWidth > heading.clientWidth;
  });
  expect(isCut).toBe(false);
});

casesTest("An Arabic title runs from right to left, and our words beside it do not.", async ({ page }) => {
  await page.goto("papers/2604.90003/");
  const directionOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).direction);
  expect(await directionOf("h1")).toBe("rtl");
  expect(await directionOf(".paper-cover .deck")).toBe("ltr");
  expect(await directionOf(".paper-cover .by-line")).toBe("ltr");
  await expect(page.locator(".paper-cover bdi").first()).toHaveText("ليلى حداد");
  await page.goto("editions/2026-04-08/");
  await expect(page.locator(".entry h4 a[href$='/2604.90003/']")).toHaveCSS("direction", "rtl");
});

casesTest("Markup in a title, a name or a digest is text everywhere, and nothing of it runs.", async ({ page }) => {
  const title = `<script>alert(1)</script> & "quotes", *stars*, 'ticks' and x² for 2<d<4`;
  // As mathematics the 2 stands raised.
  const shown = title.replace("x²", "x2");
  await page.goto("papers/2604.90004/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(shown);
  await expect(page).toHaveTitle(`${title} – Offprint`);
  await expect(page.locator("meta[name=citation_title]")).toHaveAttribute("content", title);
  await expect(page.locator(".paper-cover bdi").first()).toHaveText("Bobby <b>Tables</b>");
  await expect(page.locator(".from-line a")).toHaveText("Less <i>Than</i> & Co.");
  await expect(page.locator(".record")).toContainText("Its title is <script>alert(2)</script> as text.");
  await expect(page.locator("main")).toContainText("A title may hold <script>alert(3)</script>.");
  expect(await page.locator("script").allTextContents()).toEqual(
    expect.not.arrayContaining([expect.stringContaining("alert")]),
  );
  for (const address of ["", "editions/2026-04-08/", "tags/measurement/", "archive/2026-04/", "trending/"]) {
    await page.goto(address);
    await expect(page.getByRole("link", { name: title }).first(), address).toBeVisible();
  }
});

casesTest(
  "A withdrawn paper keeps its address and says so first; its results and its stamp are gone.",
  async ({ page }) => {
    await page.goto("papers/2604.90008/");
    await expect(page.locator(".paper-cover")).toContainText(
      "Withdrawn by its authors: “due to an error in the second lemma”. The address stays.",
    );
    await expect(page.locator("main")).not.toContainText("A second lemma proves everything");
    await expect(page.locator(".results, .stamp, .weight .figure")).toHaveCount(0);
    await expect(page.locator(".changes li")).toContainText(["withdrawn: an error in the second lemma"]);
    await expect(page.locator("[data-copy-source]")).toContainText(/withdrawn/i);
    await page.goto("editions/2026-04-08/");
    const entry = page.locator(".entry.withdrawn");
    await expect(entry).toContainText("Withdrawn by its authors.");
    await expect(entry.locator("h4 a")).toHaveCSS("text-decoration-line", "line-through");
  },
);

casesTest("Changes stand on the page, the newest first, with what was before and who says so.", async ({ page }) => {
  await page.goto("papers/2604.90009/");
  await expect(page.locator(".changes li")).toHaveText([
    /7 Apr 2026.*version 2, before that 1 \(arXiv\)/,
    /7 Apr 2026.*appeared in “Proceedings of the Imaginary Conference on Edges” \(BibTeX\)/,
    /5 Apr 2026.*title: “Tidy Titles <First Draft>” became “Tidy Titles: A Second Thought” \(arXiv\)/,
    /5 Apr 2026.*authors: “Ines Beispiel” added \(arXiv\)/,
  ]);
  await page.goto("papers/2604.90010/");
  await expect(page.locator(".changes")).toHaveCount(0);
});

casesTest(
  "A paper without a digest says so, shows its abstract and marks its topics as assigned.",
  async ({ page }) => {
    await page.goto("papers/2604.90010/");
    await expect(page.locator("main")).toContainText("No digest yet.");
    await expect(page.locator("main")).toContainText('<b>nothing</b> here is markup, and "all" of it is text.');
    await expect(page.locator(".record")).toContainText("Assigned automatically, from words in title and abstract.");
    await expect(page.locator(".record a[href='/tags/search-agents/']").first()).toBeVisible();
    await expect(page.locator(".stamp")).toHaveCount(0);
    await expect(page.locator("#checked")).toContainText("none yet");
  },
);

casesTest("Mathematics is set on the page, and plain characters where there is no markup.", async ({ page }) => {
  await page.goto("papers/2602.90018/");
  const plain = "Sorting n Letters in O(n log n) Sighs, and τ² of Them for $5";
  await expect(page).toHaveTitle(`${plain} – Offprint`);
  await expect(page.locator("meta[name=citation_title]")).toHaveAttribute("content", plain);
  await expect(page.locator("h1 math")).toHaveCount(3);
  await expect(page.locator("h1")).toContainText("of Them for $5");
  await expect(page.locator(".abstract > p")).toHaveCount(4);
  await expect(page.locator(".abstract")).toContainText("The authors’ words, from arXiv.");
  await expect(page.locator(".abstract")).toContainText("Nobody can read $\\unheardof{x}$");
  await expect(page.locator(".abstract :is(a, img)")).toHaveCount(0);
  await expect(page.locator("[data-copy-source]")).toContainText("$\\tau^2$ of Them for \\$5");
});

casesTest("A formula wider than a phone is scrolled within itself, not with the page.", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto("papers/2602.90018/");
  const wide = page.locator(".maths.own-line");
  expect(await wide.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeGreaterThan(100);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  const clipped = await page
    .locator(".maths")
    .evaluateAll((elements) => elements.filter((element) => element.scrollHeight > element.clientHeight).length);
  expect(clipped, "no formula is cut at its foot").toBe(0);
});

casesTest("What is missing is said in words: no date, no names, only their number.", async ({ page }) => {
  await page.goto("papers/doi--10.5555_edge~282026~291/");
  await expect(page.locator(".from-line")).toHaveText("date unknown");
  await expect(page.locator("time")).toHaveCount(0);
  await expect(page.locator("meta[name=citation_publication_date]")).toHaveCount(0);
  await expect(page.locator("meta[name=citation_doi]")).toHaveAttribute("content", "10.5555/Edge(2026)1");
  await page.goto("papers/2604.90006/");
  await expect(page.locator(".paper-cover")).toContainText("Authors unknown");
  await page.goto("papers/2604.90007/");
  await expect(page.locator(".paper-cover")).toContainText("37 authors");
});

casesTest("Ids of every kind have a page that names them.", async ({ page }) => {
  for (const [address, label] of [
    ["hep-th_9901001", "arXiv hep-th/9901001"],
    ["doi--10.5555_edge~282026~291", "doi:10.5555/Edge(2026)1"],
    ["acl--2026.edge-long.7", "acl:2026.edge-long.7"],
    ["openreview--abc_def-1", "openreview:AbC_dEf-1"],
  ]) {
    await page.goto(`papers/${address}/`);
    await expect(page.locator(".paper-cover .cover-line")).toContainText(label ?? "");
    await expect(page.locator("link[rel=canonical]")).toHaveAttribute(
      "href",
      `https://offprint.example/papers/${address}/`,
    );
  }
});

casesTest(
  "Equal names in one paper stay two authors, and lead nowhere while they have one paper.",
  async ({ page }) => {
    await page.goto("papers/2604.90011/");
    await expect(page.locator(".paper-cover bdi")).toHaveText(["Plato", "Wren", "Ana Lopes", "Ana Lopes", "佐藤"]);
    await expect(page.locator(".paper-cover .by-line a")).toHaveCount(0);
  },
);
