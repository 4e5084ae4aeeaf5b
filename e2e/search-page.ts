/** The search page as a reader sees and uses it. */
import { expect, type Locator, type Page } from "@playwright/test";

/** Results that are shown at first. */
const SHOWN = 20;

/** The search page. */
export class SearchPage {
  /** Where questions are typed. */
  readonly field: Locator;
  /** The head that says how many papers there are. */
  readonly count: Locator;
  /** The results. */
  readonly entries: Locator;
  /** Their titles, which lead to the papers. */
  readonly titles: Locator;
  /** How the question was read. */
  readonly reading: Locator;
  /** What stands in place of results when there are none. */
  readonly nothing: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.field = page.getByLabel("What are you looking for?");
    this.count = page.locator('[data-part="count"]:visible');
    this.entries = page.locator('[data-part="results"] .entry');
    this.titles = this.entries.locator("h3 a");
    this.reading = page.locator('[data-part="reading"]');
    this.nothing = page.locator('[data-part="results"] .empty');
  }

  /** Opens it with a question in its address, as a new visitor, and waits for the answer. */
  async open(question: string): Promise<void> {
    await this.#page.goto(`search/?q=${encodeURIComponent(question)}`);
    await this.#settle();
  }

  /** Opens it without a question. */
  async openEmpty(): Promise<void> {
    await this.#page.goto("search/");
  }

  /** Puts a question into the field of the page as it is and waits for the answer. */
  async ask(question: string): Promise<void> {
    await this.expectAnswer(() => this.field.fill(question));
  }

  /** Does what asks a question and waits until its answer stands in place of the one before. */
  async expectAnswer(act: () => Promise<void>): Promise<void> {
    await this.#page.locator('[data-part="results"]').evaluate((results) => {
      for (const row of results.children) row.setAttribute("data-before", "");
    });
    await act();
    await expect(this.#page.locator('[data-part="results"] > [data-before]')).toHaveCount(0);
    await this.#settle();
  }

  /** Ids of the papers among the results, in their order. */
  async readIds(): Promise<string[]> {
    const addresses = await this.titles.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    return addresses.map((address) => decodeURIComponent(address.replace(/^.*\/papers\/|\/$/g, "")));
  }

  /** How many papers the head says there are. */
  async readCount(): Promise<ShownCount> {
    const text = (await this.count.count()) === 0 ? "" : ((await this.count.textContent()) ?? "");
    const number = (pattern: RegExp): number => Number((pattern.exec(text)?.[1] ?? "0").replaceAll(",", ""));
    return {
      exact: number(/^(?:At least )?([\d,]+) papers?\b(?! that)/),
      near: number(/([\d,]+)(?: papers?)? that comes? near/),
      isAtLeast: text.startsWith("At least"),
    };
  }

  /** Shows all results, page by page. */
  async showAll(): Promise<void> {
    const more = this.#page.getByRole("button", { name: "Show more" });
    while (await more.isVisible()) {
      const before = await this.entries.count();
      await more.click();
      await expect.poll(() => this.entries.count()).toBeGreaterThan(before);
    }
  }

  /** Waits until all rows stand that the head promises. */
  async #settle(): Promise<void> {
    await expectAllRows(this.#page);
    const { exact, near } = await this.readCount();
    await expect(this.entries).toHaveCount(Math.min(SHOWN, exact + near));
  }
}

/** Waits until all rows of an answer stand; the first are shown before the others. */
export async function expectAllRows(page: Page): Promise<void> {
  await expect(page.locator('[data-part="results"]:visible :is(.entry, .empty)').first()).toBeVisible();
  await expect(page.locator('[data-part="results"]')).not.toHaveAttribute("aria-busy");
}

/** What the head says of the number of papers. */
export interface ShownCount {
  /** Papers with all words. */
  exact: number;
  /** Papers that come near. */
  near: number;
  /** Whether there may be more with all words. */
  isAtLeast: boolean;
}
