/** Runs the searcher in a worker; search-calls.ts says what it is asked and how it answers. */
import { packHits } from "../lib/search/packed-hits.ts";
import { openSearcher, type Searcher } from "../lib/search/searcher.ts";
import type { WorkerAnswer, WorkerCall, WorkerRequest } from "./search-calls.ts";

let searcher: Promise<Searcher> | undefined;

self.addEventListener("message", async ({ data: { id, ...call } }: MessageEvent<WorkerRequest>) => {
  const answer: WorkerAnswer = await answerCall(call).then(
    (value) => ({ id, value }),
    (error: unknown) => ({ id, error: error instanceof Error ? error.message : String(error) }),
  );
  self.postMessage(answer);
});

async function answerCall(call: WorkerCall): Promise<unknown> {
  if (call.method === "open") {
    searcher = openSearcher(call.start, (name) => fetchFile(call.folder + name));
    await searcher;
    return undefined;
  }
  const opened = await searcher;
  if (opened === undefined) throw new Error("The search index was not opened.");
  switch (call.method) {
    case "search":
      return packHits(await opened.search(call.term, call.ranking));
    case "preload":
      return opened.preload(call.term);
    case "load":
      return opened.load(call.key);
  }
}

async function fetchFile(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} could not be fetched: ${response.status}.`);
  return new Uint8Array(await response.arrayBuffer());
}
