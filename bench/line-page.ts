/** The search page in a real browser: asks it questions and tells how long it took, and what held it up. */
import type { Page } from "@playwright/test";

/** What typing letter by letter did to the page. */
export interface TypingCost {
  /** Milliseconds of each task that kept the page from answering for 50 ms or more. */
  blocks: number[];
  /** Milliseconds from the slowest key to the picture that shows it. */
  slowestKey: number;
}

/** Milliseconds between two keys. */
const KEY_DELAY = 80;
/** Milliseconds after which there will be no answer. */
const PATIENCE = 60_000;

/**
 * Puts a question into the field, at once, and gives the seconds until the first result is in the page, or until it is
 * said that there is none.
 * @param isMeant Whether it is sent off with Enter: then the page does not wait for more letters.
 */
export async function ask(page: Page, text: string, isMeant = false): Promise<number> {
  return page.evaluate(
    async ({ text, isMeant, patience }) => {
      const field = document.querySelector<HTMLTextAreaElement>("#q");
      const results = document.querySelector('[data-part="results"]');
      if (field === null || results === null) throw new Error("This is not the search page.");
      for (const row of results.children) row.setAttribute("data-old", "");
      const start = performance.now();
      const isAnswered = (): boolean =>
        [...results.children].some((row) => !row.hasAttribute("data-old") && row.matches(".entry, .empty"));
      const answered = new Promise<void>((resolve, reject) => {
        new MutationObserver(() => isAnswered() && resolve()).observe(results, { childList: true });
        setTimeout(() => reject(new Error(`No answer to “${text}”.`)), patience);
      });
      field.focus();
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      if (isMeant) field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
      await answered;
      return (performance.now() - start) / 1000;
    },
    { text, isMeant, patience: PATIENCE },
  );
}

/** Begins to note what holds the page up; call it once, before the first key. */
export async function watchBlocks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const noted = { blocks: [] as number[], slowestKey: 0 };
    Object.assign(globalThis, { noted });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) noted.blocks.push(duration);
    }).observe({ type: "longtask" });
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) {
        if (name === "keydown" || name === "input") noted.slowestKey = Math.max(noted.slowestKey, duration);
      }
    }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
  });
}

/** Types a question letter by letter into the field, which is emptied before, and waits for what comes of it. */
export async function type(page: Page, text: string, rest: () => Promise<void>): Promise<void> {
  const field = page.locator("#q");
  await field.fill("");
  await field.pressSequentially(text, { delay: KEY_DELAY });
  await rest();
}

/** What was noted since `watchBlocks`. */
export function readBlocks(page: Page): Promise<TypingCost> {
  return page.evaluate(() => (globalThis as unknown as { noted: TypingCost }).noted);
}
