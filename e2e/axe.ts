/** Axe, which checks a page for people who cannot see it, or not well, or who use no mouse. */
import type { Page } from "@playwright/test";
import axe from "axe-core";
import { expect } from "./fixtures.ts";

/** WCAG 2.2 AA, what is held to be good beside it, and of AAA the contrast of text, which is asked of all we set. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const ENHANCED = "color-contrast-enhanced";
/** Rules that depend on the theme; markup and sizes are the same in both, so that all others are asked once. */
const COLOR_RULES = ["color-contrast", ENHANCED, "link-in-text-block"];
/** Rules of what may be pressed and scrolled, for the narrowest of phones. */
const SIZE_RULES = ["target-size", "scrollable-region-focusable"];
/** A desk, and a phone. */
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;

/** What axe finds on the page as it stands, a line for each element: rule, place, what is wrong. Its script is put in once. */
export async function listViolations(page: Page, rules?: "colours" | "sizes"): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const options: axe.RunOptions =
    rules === undefined
      ? { runOnly: TAGS, rules: { [ENHANCED]: { enabled: true } } }
      : { runOnly: { type: "rule", values: rules === "colours" ? COLOR_RULES : SIZE_RULES } };
  const violations = await page.evaluate(
    async (own) => (await (window as unknown as { axe: typeof axe }).axe.run(document, own)).violations,
    { ...options, resultTypes: ["violations"] } satisfies axe.RunOptions,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary?.replace(/\s+/g, " ")}`),
  );
}

/**
 * Fails unless axe finds nothing on the page, on a desk and on a phone, by day and by lamp. Everything folded is opened first,
 * since hidden text is not checked.
 */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    expect.soft(await listViolations(page), `${name}, ${size.width} px, light`).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    expect.soft(await listViolations(page, "colours"), `${name}, ${size.width} px, dark`).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect.soft(await listViolations(page, "sizes"), `${name}, 320 px`).toEqual([]);
}
