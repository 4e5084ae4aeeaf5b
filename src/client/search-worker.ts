/** Runs the searcher in a worker; search-calls.ts says what it is asked and how it answers. */
import { openSearcher, type Searcher } from "../lib/search/searcher.ts";
import type { WorkerAnswer, WorkerCall } from "./search-calls.ts";

let searcher: Promise<Searcher> | undefined;

self.addEventListener("message", async ({ data, ports }: MessageEvent<WorkerCall>) => {
  const answer: WorkerAnswer = await answerCall(data).then(
    (value) => ({ value }),
    (error: unknown) => ({ error: error instanceof Error ? error.message : String(error) }),
  );
  ports[0]?.postMessage(answer);
});

async function answerCall(call: WorkerCall): Promise<unknown> {
  if (call.method === "open") {
    const [folder, start] = call.args;
    searcher = openSearcher(start, (name) => fetchFile(folder + name));
    await searcher;
    return undefined;
  }
  const opened = await searcher;
  if (opened === undefined) throw new Error("The search index was not opened.");
  switch (call.method) {
    case "search":
      return opened.search(...call.args);
    case "preload":
      return opened.preload(...call.args);
    case "load":
      return opened.load(...call.args);
  }
}

async function fetchFile(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} could not be fetched: ${response.status}.`);
  return new Uint8Array(await response.arrayBuffer());
}
