/** Indexes one batch of pages for pagefind-batches.ts. */
import { parentPort, workerData } from "node:worker_threads";
import { toIndexError } from "./failure.ts";
import { indexPages } from "./pagefind.ts";
import type { BatchOutcome, BatchTask } from "./pagefind-batches.ts";

const { siteFolder, pages } = workerData as BatchTask;
const outcome: BatchOutcome = await indexPages(siteFolder, pages).catch((error: unknown) => ({
  failure: toIndexError(error).message,
}));
parentPort?.postMessage(outcome);
