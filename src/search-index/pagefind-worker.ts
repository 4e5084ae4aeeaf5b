/** Indexes one batch of pages for pagefind-batches.ts; they come as the one message to this worker. */
import { once } from "node:events";
import { parentPort } from "node:worker_threads";
import { toIndexError } from "./failure.ts";
import { indexPages } from "./pagefind.ts";
import type { BatchOutcome } from "./pagefind-batches.ts";

if (parentPort !== null) {
  const outcome: BatchOutcome = await indexPages(once(parentPort, "message").then(([pages]) => pages)).catch(
    (error: unknown) => ({ failure: toIndexError(error).message }),
  );
  parentPort.postMessage(outcome);
}
