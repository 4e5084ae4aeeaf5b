/** Mathematics on pages: set in letters that are there, with brackets that stretch, also where no device font has any. */
import { expect } from "./fixtures.ts";
import { casesTest } from "./pages.ts";

const PAPER = "papers/doi--10.5555_edge.year.17/";

casesTest("Formulas of a digest are set, and links lead to papers and topics.", async ({ page }) => {
  await page.goto(PAPER);
  const prose = page.locator(".prose");
  await expect(prose.locator("math")).toHaveCount(4);
  await expect(prose).not.toContainText("\\frac");
  await expect(prose.getByRole("link", { name: "a paper by very many" })).toHaveAttribute(
    "href",
    /\/papers\/2604\.90001\/$/,
  );
  await expect(prose.getByRole("link", { name: "Self-play" })).toHaveAttribute("href", /\/tags\/self-play\/$/);
  await expect(prose.locator("code").last()).toHaveText("[[2604.90001]]");
});

casesTest("Formulas of an introduction are set, and links say the title of their paper.", async ({ page }) => {
  await page.goto("editions/2026-04-08/");
  const prose = page.locator(".introduction .prose");
  await expect(prose.locator("p > math")).toHaveCount(1);
  await expect(prose.locator(".own-line math")).toHaveCount(1);
  await expect(prose).not.toContainText("\\frac");
  await expect(prose.locator('a[href$="/papers/2604.90004/"]')).toHaveText(/^<script>alert/);
  await expect(prose.locator('a[href$="/tags/self-play/"]')).toHaveText("Self-play");
});

casesTest("Letters have the shapes of mathematics, and brackets are as tall as what they hold.", async ({ page }) => {
  await page.goto(PAPER);
  const fonts = await page.evaluate(async () => {
    await document.fonts.ready;
    const families = [...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => family);
    const heightOf = (found: Element | undefined): number => found?.getBoundingClientRect().height ?? 0;
    const formula = document.querySelectorAll(".prose math")[2];
    const [bracket] = [...(formula?.querySelectorAll("mo") ?? [])].filter(({ textContent }) => textContent === "(");
    return {
      families: families.map((family) => family.replaceAll('"', "")),
      bracket: heightOf(bracket),
      fraction: heightOf(formula?.querySelector("mfrac") ?? undefined),
    };
  });
  expect(fonts.families).toContain("Offprint Math");
  expect(fonts.fraction).toBeGreaterThan(20);
  expect(fonts.bracket).toBeGreaterThanOrEqual(fonts.fraction * 0.9);
});

casesTest("A page without formulas fetches no font for them.", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("papers/2604.90009/");
  await page.evaluate(() => document.fonts.ready);
  expect(asked.filter((url) => url.includes("math"))).toEqual([]);
});

casesTest("A formula on a line of its own that is wider than a phone is scrolled with keys.", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("papers/2602.90018/");
  const lines = page.getByRole("group", { name: "Formula" });
  const widths = await lines.evaluateAll((all) => all.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
  const wide = widths.findIndex((more) => more > 20);
  expect(wide).toBeGreaterThanOrEqual(0);
  await lines.nth(wide).focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => lines.nth(wide).evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
});
