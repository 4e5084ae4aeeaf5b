/** Entries of lists as a reader sees them, and the papers that a site was built from. */
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { type Content, readContent } from "../src/lib/content/read.ts";
import type { PaperRecord } from "../src/lib/content/record.ts";
import { toSegment } from "../src/lib/papers/id.ts";
import { PROJECT_FOLDER } from "../src/tools/folders.ts";
import type { RunningSite } from "./sites.ts";

/** Papers by the address of their page, and what else a site was built from. */
export function readPapers(site: RunningSite): { content: Content; records: Map<string, PaperRecord> } {
  const content = readContent(join(PROJECT_FOLDER, site.content));
  const records = content.records.flatMap(({ lines }) => lines.map(({ data }) => data));
  return { content, records: new Map(records.map((record) => [`/papers/${toSegment(record.id)}/`, record])) };
}

/** One entry as a reader sees it. */
export interface ReadEntry {
  /** Where its title leads. */
  address: string;
  /** Its place in an order; "" where its list has none. */
  number: string;
  /** What its title says. */
  title: string;
  /** All that it says, title included. */
  text: string;
  /** The day it came out, as programs read it; "" where none is known. */
  date: string;
  /** Its links in their order. */
  links: { text: string; href: string }[];
}

/** All entries of a page in their order. */
export async function readEntries(page: Page): Promise<ReadEntry[]> {
  return page.locator("main .entry:has(a[href*='/papers/'])").evaluateAll((entries) =>
    entries.map((entry) => {
      const title = entry.querySelector(":is(h3, h4) a");
      const clean = (text: string | null | undefined) => (text ?? "").replace(/\s+/g, " ").trim();
      return {
        address: title?.getAttribute("href") ?? "",
        number: clean(entry.querySelector(".ord")?.textContent),
        title: clean(title?.textContent),
        text: clean(entry.textContent),
        date: entry.querySelector("time")?.getAttribute("datetime") ?? "",
        links: [...entry.querySelectorAll("a")].map((link) => ({
          text: clean(link.textContent),
          href: link.getAttribute("href") ?? "",
        })),
      };
    }),
  );
}

/** The addresses of all entries of a page, in their order. */
export async function listEntryAddresses(page: Page, address: string): Promise<string[]> {
  await page.goto(address);
  return (await readEntries(page)).map((entry) => entry.address);
}
