import assert from "node:assert/strict";
import test from "node:test";
import { findMediaType, isCompressible } from "./media-type.ts";

test("Every kind of file that the site holds has its type, text with a charset.", () => {
  const expected = {
    "index.html": "text/html; charset=utf-8",
    "_astro/site.css": "text/css; charset=utf-8",
    "_astro/search.js": "text/javascript; charset=utf-8",
    "pagefind/bundles.json": "application/json; charset=utf-8",
    "papers/2510.18821.md": "text/markdown; charset=utf-8",
    "favicon.svg": "image/svg+xml; charset=utf-8",
    "feeds/papers.xml": "application/atom+xml; charset=utf-8",
    "feeds\\papers.xml": "application/atom+xml; charset=utf-8",
    "sitemap.xml": "application/xml; charset=utf-8",
    "robots.txt": "text/plain; charset=utf-8",
    "site.webmanifest": "application/manifest+json; charset=utf-8",
    "_astro/serif.woff2": "font/woff2",
    "card.PNG": "image/png",
    "pagefind/papers-0123456789ab/index/en_1.pf_index": "application/octet-stream",
    "pagefind/core-0123456789ab/wasm.en.pagefind": "application/octet-stream",
  };
  for (const [path, type] of Object.entries(expected)) assert.equal(findMediaType(path), type, path);
});

test("Text is worth compressing, fonts and pictures are compressed already.", () => {
  assert.equal(isCompressible(findMediaType("index.html")), true);
  assert.equal(isCompressible(findMediaType("serif.woff2")), false);
  assert.equal(isCompressible(findMediaType("card.png")), false);
});
