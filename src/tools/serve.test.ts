import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { gunzipSync } from "node:zlib";
import { Failure } from "../lib/failure.ts";
import { CACHE_FOLDER } from "./folders.ts";
import { type RunningServer, readPort, serve } from "./serve.ts";
import { acceptsGzip } from "./site-response.ts";

const FILES = {
  "index.html": "<h1>Front</h1>",
  "404.html": "<h1>Not here</h1>",
  "papers/2510.18821/index.html": "<h1>Ein Größeres</h1>",
  "papers/2510.18821.md": "# Title",
  "feeds/papers.xml": "<feed/>",
  "_astro/site.abc.css": "body{}",
  "pagefind/a.pf_meta": "binary",
  "pagefind/papers-0123456789ab/a.pf_meta": "binary",
};

/** A raw answer; paths are sent as they stand, which `fetch` would not do. */
interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

let folder: string;
let root: RunningServer;
let digest: RunningServer;

before(async () => {
  mkdirSync(CACHE_FOLDER, { recursive: true });
  const outer = mkdtempSync(join(CACHE_FOLDER, "serve-test-"));
  folder = join(outer, "site");
  for (const [name, text] of Object.entries({ ...FILES, "../secret.txt": "secret", "../site-b/x.txt": "secret" })) {
    const path = join(folder, name);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, text);
  }
  root = await serve({ folder, port: 0, base: "/" });
  digest = await serve({ folder, port: 0, base: "/digest/" });
});

after(async () => {
  await root.close();
  await digest.close();
  rmSync(join(folder, ".."), { recursive: true, force: true });
});

function ask(server: RunningServer, path: string, headers = {}, method = "GET"): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(server.url);
    const sent = request({ host: "127.0.0.1", port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on("error", reject).end();
  });
}

test("Pages and files are sent with their type, with and without a base path.", async () => {
  const page = await ask(root, "/papers/2510.18821/");
  assert.equal(page.status, 200);
  assert.equal(page.headers["content-type"], "text/html; charset=utf-8");
  assert.equal(page.body.toString(), FILES["papers/2510.18821/index.html"]);
  assert.equal((await ask(digest, "/digest/")).body.toString(), FILES["index.html"]);
  const feed = await ask(digest, "/digest/feeds/papers.xml");
  assert.equal(feed.headers["content-type"], "application/atom+xml; charset=utf-8");
  assert.equal((await ask(root, "/papers/2510.18821.md")).body.toString(), "# Title");
});

test("An address without its last slash is sent on, and keeps its question.", async () => {
  const page = await ask(root, "/papers/2510.18821?q=a");
  assert.equal(page.status, 301);
  assert.equal(page.headers["location"], "/papers/2510.18821/?q=a");
  assert.equal((await ask(digest, "/digest")).headers["location"], "/digest/");
});

test("What is not there is answered with the site's own page and status 404.", async () => {
  for (const path of ["/papers/9/", "/index.html/", "/papers/", "/feeds/papers.xml/x"]) {
    const reply = await ask(root, path);
    assert.equal(reply.status, 404, path);
    assert.equal(reply.body.toString(), FILES["404.html"], path);
  }
  assert.equal((await ask(digest, "/")).status, 404);
  assert.equal((await ask(digest, "/papers/2510.18821/")).status, 404);
});

test("No address leads out of the folder, or to another host.", async () => {
  const paths = [
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/..%5csecret.txt",
    "/papers/../../secret.txt",
    "/papers/../index.html",
    "/../site-b/x.txt",
    "/%00",
    "/%",
    "//papers",
    "//example.org/..",
  ];
  for (const path of paths) {
    const reply = await ask(root, path);
    assert.ok(reply.status === 404 || reply.status === 400, `${path} is answered with ${reply.status}`);
    assert.doesNotMatch(reply.body.toString(), /secret/, path);
  }
});

test("Every answer carries the policy.", async () => {
  for (const path of ["/", "/nowhere", "/papers/2510.18821", "/_astro/site.abc.css"]) {
    const { headers } = await ask(root, path);
    assert.match(String(headers["content-security-policy"]), /default-src 'none'.*frame-ancestors 'none'/, path);
    assert.equal(headers["x-content-type-options"], "nosniff", path);
    assert.ok(headers["referrer-policy"], path);
  }
});

test("Text is compressed for those who can read it, and only then.", async () => {
  const packed = await ask(root, "/papers/2510.18821/", { "accept-encoding": "br, gzip" });
  assert.equal(packed.headers["content-encoding"], "gzip");
  assert.equal(gunzipSync(packed.body).toString(), FILES["papers/2510.18821/index.html"]);
  assert.equal(Number(packed.headers["content-length"]), packed.body.length);
  assert.equal((await ask(root, "/")).headers["content-encoding"], undefined);
  const binary = await ask(root, "/pagefind/a.pf_meta", { "accept-encoding": "gzip" });
  assert.equal(binary.headers["content-encoding"], undefined);
  assert.equal(acceptsGzip("gzip;q=0, br"), false);
  assert.equal(acceptsGzip("br;q=1, gzip;q=0.5"), true);
});

test("A reader's copy that is still right is not sent again; hashed files never are.", async () => {
  const first = await ask(root, "/");
  const again = await ask(root, "/", { "if-none-match": first.headers["etag"] });
  assert.equal(again.status, 304);
  assert.equal(again.body.length, 0);
  assert.equal((await ask(root, "/", { "if-none-match": '"old"' })).status, 200);
  assert.match(String((await ask(root, "/_astro/site.abc.css")).headers["cache-control"]), /immutable/);
  const part = await ask(root, "/pagefind/papers-0123456789ab/a.pf_meta");
  assert.match(String(part.headers["cache-control"]), /immutable/);
  assert.doesNotMatch(String((await ask(root, "/pagefind/a.pf_meta")).headers["cache-control"]), /immutable/);
  assert.doesNotMatch(String(first.headers["cache-control"]), /immutable/);
});

test("HEAD is answered without a body, other methods are refused.", async () => {
  const head = await ask(root, "/", {}, "HEAD");
  assert.equal(head.status, 200);
  assert.equal(Number(head.headers["content-length"]), FILES["index.html"].length);
  assert.equal(head.body.length, 0);
  const post = await ask(root, "/", {}, "POST");
  assert.equal(post.status, 405);
  assert.equal(post.headers["allow"], "GET, HEAD");
});

test("A port in use is named, and no other is taken.", async () => {
  const port = Number(new URL(root.url).port);
  await assert.rejects(serve({ folder, port, base: "/" }), (error) => {
    assert.ok(error instanceof Failure);
    assert.equal(error.message, `Port ${port} is in use; set PORT to another one.`);
    return true;
  });
});

test("PORT is 4321 unless it says otherwise, and nonsense is refused.", () => {
  assert.equal(readPort(undefined), 4321);
  assert.equal(readPort(""), 4321);
  assert.equal(readPort("8080"), 8080);
  for (const value of ["http", "70000", "-1", "80a"]) assert.throws(() => readPort(value), /PORT is/, value);
});
