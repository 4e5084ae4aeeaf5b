/** What goes over the line: each file that a page asks for, with its bytes and its times. */
import type { CDPSession, Page, Request } from "@playwright/test";

/** A file that was asked for. */
export interface LineFile {
  /** Path of its address. */
  path: string;
  /** What it is for. */
  part: LinePart;
  /** Bytes over the wire, with the answer's headers. */
  bytes: number;
  /** Milliseconds by the clock of `performance.now()`, when it was asked for. */
  start: number;
  /** Milliseconds by the same clock, when all of it was there. */
  end: number;
}

/** What files are for, by what their paths look like; the first that fits. */
const PARTS = {
  program: /\/pagefind\/core-[^/]+\//,
  list: /\/pagefind\/(bundles\.json|.*\.pf_meta)$/,
  words: /\/pagefind\/.*\/index\//,
  papers: /\/pagefind\/.*\/fragment\//,
  tables: /\/pagefind\/.*\.json$/,
  // Whatever else search may fetch of its own one day.
  "other index": /\/pagefind\//,
  scripts: /\.js$/,
  fonts: /\.woff2$/,
  page: /./,
} as const;

/** What a file is for: `program` is Pagefind's WebAssembly, `list` what it knows of all papers, `tables` what we know beside it. */
export type LinePart = keyof typeof PARTS;

/** All parts, in the order in which tables name them. */
export const LINE_PARTS = Object.keys(PARTS) as LinePart[];

/** What a file at a path is for. */
export function findPart(path: string): LinePart {
  return LINE_PARTS.find((part) => PARTS[part].test(path)) ?? "page";
}

/**
 * Whether a part belongs to search, and not to the page around it. All scripts count as search's, although the page has a
 * few kB of its own: most of them are fetched ahead of the first question.
 */
export function isSearchPart(part: LinePart): boolean {
  return part !== "page" && part !== "fonts";
}

/** A slow line: what `Network.emulateNetworkConditions` of the DevTools protocol takes. */
export const LINE = {
  offline: false,
  /** Milliseconds until an answer begins. */
  latency: 80,
  /** Bytes a second: 10 Mbit/s. */
  downloadThroughput: 1.25e6,
  uploadThroughput: 1.25e6,
} as const;

/** Makes the line of a page slow; its workers share it. */
export async function slowDown(page: Page): Promise<void> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", LINE);
}

/** Notes all that a page and its workers ask for. */
export class LineTraffic {
  readonly #files: Promise<LineFile | undefined>[] = [];
  readonly #starts = new Map<Request, number>();
  #last = performance.now();

  /** Begins to listen; files asked for before are not seen. */
  constructor(page: Page) {
    page.on("request", (request) => {
      this.#last = performance.now();
      this.#starts.set(request, this.#last);
    });
    page.on("requestfailed", (request) => {
      this.#starts.delete(request);
    });
    page.on("requestfinished", (request) => {
      const end = performance.now();
      this.#last = end;
      const start = this.#starts.get(request) ?? end;
      this.#starts.delete(request);
      this.#files.push(weigh(request, start, end));
    });
  }

  /** Waits until nothing has been asked for and nothing has come for a while. */
  async rest(): Promise<void> {
    while (this.#starts.size > 0 || performance.now() - this.#last < QUIET) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** The files that have come since this was last asked. */
  async take(): Promise<LineFile[]> {
    const files = await Promise.all(this.#files.splice(0));
    return files.filter((file) => file !== undefined);
  }
}

/** Milliseconds after which nothing more is to be expected. */
const QUIET = 500;

/** A file with its bytes; undefined when it came from the cache or from the page itself. */
async function weigh(request: Request, start: number, end: number): Promise<LineFile | undefined> {
  const { protocol, pathname } = new URL(request.url());
  const response = await request.response().catch(() => null);
  if (response === null || !protocol.startsWith("http")) return undefined;
  const { responseBodySize, responseHeadersSize } = await request.sizes().catch(() => NO_SIZES);
  // The browser does not say what a worker's own script came to.
  const isSilent = responseBodySize === 0 && WORKER.test(pathname);
  const body = isSilent ? Number(response.headers()["content-length"] ?? 0) : responseBodySize;
  return { path: pathname, part: findPart(pathname), bytes: body + responseHeadersSize, start, end };
}

const WORKER = /-worker[-.][\w-]+\.js$/;
const NO_SIZES = { responseBodySize: 0, responseHeadersSize: 0 };
