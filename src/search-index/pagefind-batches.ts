/** Indexes pages in batches, several at once: Pagefind does one thing at a time. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { Failure } from "../lib/failure.ts";
import { TaskPool } from "../lib/task-pool.ts";
import type { IndexedPage, IndexedPages } from "./pagefind.ts";

/** Pages of a batch, at most: Pagefind needs about 160 MB of memory for each 1,000. */
const MOST_PAGES = 2500;
/** Batches at once, at most. */
const MOST_AT_ONCE = 4;
/** Pagefind takes a quarter of a second to begin: fewer pages than this are not worth another batch. */
const LEAST_PAGES = 200;

/** What a worker gives back: its pages, or why there are none, in words for people. */
export type BatchOutcome = IndexedPages | { failure: string };

/**
 * Indexes pages; gives the indexes of all batches, in the order of the pages.
 * @param count how many pages there will be: Pagefind is started for them before they stand
 * @throws {Failure} when Pagefind fails.
 */
export async function indexBatches(count: number, pages: Promise<readonly IndexedPage[]>): Promise<IndexedPages[]> {
  const atOnce = Math.min(availableParallelism(), MOST_AT_ONCE);
  const size = Math.min(MOST_PAGES, Math.max(LEAST_PAGES, Math.ceil(count / atOnce)));
  const indexed: IndexedPages[] = [];
  const work = new TaskPool(atOnce);
  for (let start = 0; start < count; start += size) {
    await work.add(async () => {
      indexed[start / size] = await indexBatch(pages.then((all) => all.slice(start, start + size)));
    });
  }
  await work.finish();
  return indexed;
}

/** Has a worker of its own index a batch, since Pagefind's package starts one process for each. */
function indexBatch(pages: Promise<readonly IndexedPage[]>): Promise<IndexedPages> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./pagefind-worker.ts", import.meta.url));
    const stop = (error: unknown) => {
      reject(error);
      worker.terminate();
    };
    pages.then((own) => worker.postMessage(own)).catch(stop);
    worker.once("message", (outcome: BatchOutcome) => {
      if ("failure" in outcome) reject(new Failure(outcome.failure));
      else resolve(outcome);
    });
    worker.once("error", reject);
    worker.once("exit", () => reject(new Failure("Pagefind ended before its index was made.")));
  });
}
