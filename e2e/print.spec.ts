/** On paper: the text, all of it, black on white, and nothing to click. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

/** Opens a page as a printer would see it, for a reader who reads by lamp. */
async function openForPrint(page: Page, address: string): Promise<void> {
  await page.goto("about/");
  await page.evaluate(() => localStorage.setItem("offprint-theme", "dark"));
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.goto(address);
}

/** Elements that are dark behind their text, or light in their text. */
async function findDark(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const read = (color: string): { luminance: number; alpha: number } => {
      if (canvas === null) throw new Error("no canvas");
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return { luminance: (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255, alpha: alpha / 255 };
    };
    return [document.documentElement, ...document.querySelectorAll("body, body *")]
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        const { backgroundColor, color } = getComputedStyle(element);
        const background = read(backgroundColor);
        const hasText = [...element.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
        );
        return (background.alpha > 0 && background.luminance < 0.9) || (hasText && read(color).luminance > 0.4);
      })
      .map((element) => `${element.tagName}.${element.className}`);
  });
}

test("The printed front page has all fifty papers and nothing that only a screen can use.", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  await openForPrint(page, "");
  for (const selector of [".menu", ".quick", ".slip", ".colophon", ".skip"]) {
    await expect(page.locator(selector), selector).toBeHidden();
  }
  const titles = page.locator("main :is(.lead h2, .second h3, .entry h4) a");
  await expect(titles).toHaveCount(50);
  for (const title of await titles.all()) await expect(title).toBeVisible();
  await expect(page.locator("summary:visible")).toHaveCount(0);
  expect(await findDark(page)).toEqual([]);
});

test("A printed paper has its digest, its authors and its BibTeX in black on white.", async ({ page }) => {
  await openForPrint(page, "papers/2510.18821/");
  for (const selector of [".menu", ".quick", ".colophon", ".catchwords", ".actions", "[data-copy]"]) {
    await expect(page.locator(selector), selector).toBeHidden();
  }
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator(".leaf .prose")).toBeVisible();
  await expect(page.locator("[data-copy-source]")).toBeVisible();
  await expect(page.locator(".paper-cover bdi").last()).toBeVisible();
  expect(await findDark(page)).toEqual([]);
});

test("A printed topic is black on white, its chart with its table.", async ({ page }) => {
  await openForPrint(page, "tags/self-play/");
  await expect(page.locator(".chart table")).toBeVisible();
  expect(await findDark(page)).toEqual([]);
});
