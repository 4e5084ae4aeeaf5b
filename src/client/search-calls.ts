/** What page and worker say to each other. A long search then does not hold up the page. */
import type { IndexStart } from "../lib/search/bundles.ts";
import { type PackedHits, unpackHits } from "../lib/search/packed-hits.ts";
import type { CoreRanking } from "../lib/search/pagefind-core.ts";
import type { Fragment, Searcher } from "../lib/search/searcher.ts";

/** What the worker is to do: first open an index, then anything that a searcher does. */
export type WorkerCall =
  | { method: "open"; folder: string; start: IndexStart }
  | { method: "search"; term: string; ranking: CoreRanking }
  | { method: "preload"; term: string }
  | { method: "load"; key: string };

/** A call with its number. */
export type WorkerRequest = WorkerCall & { id: number };

/** What a call came to. */
export type WorkerAnswer = { id: number; value: unknown } | { id: number; error: string };

/**
 * Opens an index in a worker.
 * @param worker One that runs search-worker.ts, and nothing else.
 * @param folder Whole address of the index, with a slash at its end.
 */
export async function openInWorker(worker: Worker, folder: string, start: IndexStart): Promise<Searcher> {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let calls = 0;
  const ask = <Value>(call: WorkerCall): Promise<Value> => {
    const answer = Promise.withResolvers<unknown>();
    calls += 1;
    waiting.set(calls, answer);
    worker.postMessage({ ...call, id: calls } satisfies WorkerRequest);
    return answer.promise as Promise<Value>;
  };
  worker.addEventListener("message", ({ data }: MessageEvent<WorkerAnswer>) => {
    const answer = waiting.get(data.id);
    waiting.delete(data.id);
    if ("error" in data) answer?.reject(new Error(data.error));
    else answer?.resolve(data.value);
  });
  worker.addEventListener("error", () => {
    for (const answer of waiting.values()) answer.reject(new Error("The search worker could not be loaded."));
    waiting.clear();
  });
  await ask({ method: "open", folder, start });
  return {
    search: async (term, ranking) => unpackHits(await ask<PackedHits>({ method: "search", term, ranking })),
    preload: (term) => ask<void>({ method: "preload", term }),
    load: (key) => ask<Fragment>({ method: "load", key }),
  };
}
