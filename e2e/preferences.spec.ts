/** What readers have told their device: high contrast, less motion. */
import { expect, test } from "./fixtures.ts";

test("With the device's own colours, covers, buttons and BibTeX keep an edge, and the current section is marked.", async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("papers/2510.18821/");
  for (const selector of [".cover", ".button.first", "pre"]) {
    const border = await page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).borderTopWidth);
    expect(Number.parseFloat(border), selector).toBeGreaterThan(0);
  }
  await page.goto("tags/");
  const current = page.locator(".menu [aria-current]");
  await expect(current).toHaveText("Topics");
  expect(await current.evaluate((link) => getComputedStyle(link).borderBottomStyle)).toBe("solid");
});

for (const [reducedMotion, isMoving] of [
  ["no-preference", true],
  ["reduce", false],
] as const) {
  test(`With motion set to ${reducedMotion} there is ${isMoving ? "some" : "none"}.`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion });
    for (const address of ["", "papers/2510.18821/"]) {
      await page.goto(address);
      const moving = await page.evaluate(
        () =>
          [...document.querySelectorAll("*")].filter((element) => {
            const { transitionDuration, animationName } = getComputedStyle(element);
            return animationName !== "none" || transitionDuration.split(", ").some((time) => time !== "0s");
          }).length,
      );
      expect(moving > 0, `${moving} elements of "${address}" move`).toBe(isMoving);
    }
  });
}
