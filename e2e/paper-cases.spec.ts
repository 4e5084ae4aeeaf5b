/** A paper's page in every state that a record can be in, on invented papers. */
import { expect } from "./fixtures.ts";
import { casesTest } from "./pages.ts";
import { listRecords, readSiteContent } from "./site-content.ts";

casesTest("All 664 authors are on the page: a few at once, the rest when asked for.", async ({ page, site }) => {
  const [record] = listRecords(readSiteContent(site)).filter(({ id }) => id === "2604.90001");
  await page.goto("papers/2604.90001/");
  const names = page.locator(".paper-cover bdi");
  await expect(names).toHaveText(record?.authors ?? []);
  await expect(names).toHaveCount(664);
  await expect(names.last()).toBeHidden();
  await page.locator(".paper-cover").getByText("656 more authors").click();
  await expect(names.last()).toBeVisible();
  const source = page.locator("[data-copy-source]");
  await expect(source).toBeHidden();
  const bibtex = (await source.textContent()) ?? "";
  expect(bibtex.replace(/\s+/g, " ").match(/ and /g)).toHaveLength(663);
});

casesTest("BibTeX of 664 authors is folded, and copied whole all the same.", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("papers/2604.90001/");
  const source = page.locator("[data-copy-source]");
  await page.getByRole("button", { name: "Copy BibTeX" }).click();
  await expect(page.locator("digest-copy [role=status]")).toHaveText("Copied.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await source.textContent());
  await expect(source).toBeHidden();
  await page.getByText(/^BibTeX in \d+ lines$/).click();
  await expect(source).toBeVisible();
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
      "Withdrawn by its authors on 6 April 2026, with version 3: “due to an error in the second lemma”. The address stays.",
    );
    await expect(page.locator(".paper-cover .actions a").first()).toHaveText("Read the abstract at arXiv");
    await expect(page.locator(".button.first")).toHaveCount(0);
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

casesTest(
  "A digest tells problem and approach apart only where it has them, and why it was picked.",
  async ({ page }) => {
    await page.goto("papers/2604.90001/");
    await expect(page.getByRole("heading", { name: "Problem", exact: true })).toBeVisible();
    await expect(page.locator(".picked")).toHaveText(/^Why we picked it It is the only weight ever given/);
    await expect(page.locator(".results tbody tr").first()).toContainText(
      "with a balance as large as a hall, with all doors shut, over an empty pan",
    );
    await page.goto("papers/2604.90016/");
    await expect(page.getByRole("heading", { name: /Problem|Approach/ })).toHaveCount(0);
    await expect(page.locator(".picked")).toHaveCount(0);
    await expect(page.locator(".limits")).toHaveText("None stated in the abstract.");
  },
);

casesTest("No term of a record stands without words.", async ({ page }) => {
  for (const address of [
    "papers/2604.90001/",
    "papers/2604.90008/",
    "papers/2604.90010/",
    "papers/doi--10.5555_edge.year.17/",
  ]) {
    await page.goto(address);
    const texts = await page.locator(".record :is(dt, dd)").allTextContents();
    expect(
      texts.filter((text) => text.trim() === ""),
      address,
    ).toEqual([]);
  }
});

casesTest("The cover of a paper without a figure has no empty side.", async ({ page }) => {
  for (const width of [820, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    for (const id of ["2604.90001", "2604.90003", "2604.90010"]) {
      await page.goto(`papers/${id}/`);
      const edges = await page.locator(".paper-cover").evaluate((cover) => {
        const box = cover.getBoundingClientRect();
        const names = cover.querySelector(".who")?.getBoundingClientRect();
        return { names: names?.right ?? 0, cover: box.right, width: box.width };
      });
      expect(edges.cover - edges.names, `${id} at ${width}`).toBeLessThan(edges.width / 10);
    }
  }
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
