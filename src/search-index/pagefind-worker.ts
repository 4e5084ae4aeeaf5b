/** Indexes one batch of pages for pagefind-batches.ts. */
import { parentPort, workerData } from "node:worker_threads";
import { toIndexError } from "./failure.ts";
import { type IndexedPage, indexPages } from "./pagefind.ts";
import type { BatchOutcome } from "./pagefind-batches.ts";

const outcome: BatchOutcome = await indexPages(workerData as IndexedPage[]).catch((error: unknown) => ({
  failure: toIndexError(error).message,
}));
parentPort?.postMessage(outcome);
