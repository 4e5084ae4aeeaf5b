/** Renders pages in batches, several at once, while what the next ones get is made here. */
import { rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { writePageProps } from "../../data/site/page-props.ts";
import type { PlannedPage } from "../../data/site/planned-page.ts";
import { TaskPool } from "../../lib/task-pool.ts";
import { type HtmlPlace, runHtmlProcess } from "./html.ts";

/** Processes that render at once, at most; each takes about half a gigabyte. */
const MOST_AT_ONCE = 4;
/** Pages that one process renders, at most: it reads at once what they get. */
const MOST_PAGES = 6000;
/** A process takes half a second to begin: fewer pages than this are not worth another. */
const LEAST_PAGES = 500;

/**
 * Renders pages; batches lie in folders of their own below the plan folder. Throws a `Failure` with Astro's message.
 * @returns the most memory that the processes at work held at once, in bytes
 */
export async function renderBatches(pages: readonly PlannedPage[], place: HtmlPlace): Promise<number> {
  const atOnce = Math.min(availableParallelism(), MOST_AT_ONCE);
  const batches = dealPages(pages, atOnce);
  const work = new TaskPool(atOnce);
  let peakMemory = 0;
  for (const [index, batch] of batches.entries()) {
    const planFolder = join(place.planFolder, String(index));
    writePageProps(planFolder, batch);
    await work.add(async () => {
      const cost = await runHtmlProcess("render-process.ts", { ...place, planFolder });
      peakMemory = Math.max(peakMemory, cost.peakMemory);
      rmSync(planFolder, { recursive: true, force: true });
    });
  }
  await work.finish();
  return peakMemory * Math.min(atOnce, batches.length);
}

/** Deals pages out like cards, so that each batch has its share of every kind. */
export function dealPages<Page>(pages: readonly Page[], atOnce: number): Page[][] {
  const rounds = Math.ceil(pages.length / (MOST_PAGES * atOnce));
  const count = Math.max(1, Math.min(rounds * atOnce, Math.floor(pages.length / LEAST_PAGES)));
  const batches = Array.from({ length: count }, (): Page[] => []);
  for (const [index, page] of pages.entries()) batches[index % count]?.push(page);
  return batches.filter(({ length }) => length > 0);
}
