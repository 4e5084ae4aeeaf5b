/** What page and worker say to each other. A long search then does not hold up the page. */
import type { IndexStart } from "../lib/search/bundles.ts";
import type { Searcher } from "../lib/search/searcher.ts";

/** What a searcher is asked. */
type SearcherCall = { [Method in keyof Searcher]: { method: Method; args: Parameters<Searcher[Method]> } };

/** What the worker is to do: first open an index, then anything that a searcher does. */
export type WorkerCall = { method: "open"; args: [folder: string, start: IndexStart] } | SearcherCall[keyof Searcher];

/** What a call came to. */
export type WorkerAnswer = { value: unknown } | { error: string };

/**
 * Opens an index in a worker.
 * @param worker One that runs search-worker.ts, and nothing else.
 * @param folder Whole address of the index, with a slash at its end.
 */
export async function openInWorker(worker: Worker, folder: string, start: IndexStart): Promise<Searcher> {
  const ask = <Value>(call: WorkerCall): Promise<Value> =>
    new Promise((resolve, reject) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
        port1.close();
        if ("error" in data) reject(new Error(data.error));
        else resolve(data.value as Value);
      };
      worker.postMessage(call, [port2]);
    });
  // Once it has opened the index it answers whatever goes wrong.
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener("error", () => reject(new Error("The search worker could not be loaded.")));
  });
  await Promise.race([ask({ method: "open", args: [folder, start] }), failed]);
  return {
    search: (...args) => ask({ method: "search", args }),
    preload: (...args) => ask({ method: "preload", args }),
    load: (...args) => ask({ method: "load", args }),
  };
}
