import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { serveSearchIndex } from "./dev-search.ts";

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown;

/** A dev server of the site at /digest/ whose last build stands in a folder; what it leaves to Astro it answers with "Astro". */
async function startDev(t: TestContext, folder: string): Promise<{ told: string[]; origin: string }> {
  const told: string[] = [];
  let middleware: Middleware = () => {};
  const use = (own: Middleware) => {
    middleware = own;
  };
  const setUp = serveSearchIndex({ folder, base: "/digest/" }).hooks["astro:server:setup"];
  await setUp?.({ server: { middlewares: { use } }, logger: { info: (line: string) => told.push(line) } } as never);
  const listening = createServer((request, response) => {
    // As Vite does it.
    const { url = "" } = request;
    Object.assign(request, { originalUrl: url, url: url.replace("/digest", "") });
    middleware(request, response, () => response.end("Astro"));
  });
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  t.after(() => listening.close());
  return { told, origin: `http://127.0.0.1:${(listening.address() as AddressInfo).port}` };
}

function makeFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "offprint-dev-search-"));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

test("An address below the base path's pagefind folder means a file of the last build's index, others are Astro's.", async (t) => {
  const folder = makeFolder(t);
  mkdirSync(join(folder, "pagefind"));
  writeFileSync(join(folder, "pagefind", "bundles.json"), "{}");
  writeFileSync(join(folder, "index.html"), "the last build");
  const { told, origin } = await startDev(t, folder);
  assert.match(told.join("\n"), /^Search shows the last build/);
  const ask = async (path: string) => fetch(`${origin}${path}`);
  const file = await ask("/digest/pagefind/bundles.json?x=1");
  assert.equal(file.headers.get("content-type"), "application/json; charset=utf-8");
  assert.equal(await file.text(), "{}");
  assert.equal((await ask("/digest/pagefind/nowhere")).status, 404);
  for (const path of ["/digest/papers/2510.18821/", "/pagefind/bundles.json", "/digest/"]) {
    assert.equal(await (await ask(path)).text(), "Astro", path);
  }
  // Dots are sent as they stand only where they are encoded.
  for (const path of ["/digest/pagefind/..%2findex.html", "/digest/pagefind/"]) {
    const answer = await ask(path);
    assert.ok(answer.status >= 400, path);
    assert.doesNotMatch(await answer.text(), /the last build/, path);
  }
});

test("Where there is no index yet, it is said how one comes to be.", async (t) => {
  const { told, origin } = await startDev(t, makeFolder(t));
  const answer = await fetch(`${origin}/digest/pagefind/bundles.json`);
  assert.equal(answer.status, 404);
  for (const text of [await answer.text(), told.join("\n")]) assert.match(text, /There is no search index yet/);
});
