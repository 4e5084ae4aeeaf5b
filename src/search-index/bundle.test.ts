import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { readFragment } from "./bundle.ts";

test("a fragment of Pagefind's is read, its key without the language", () => {
  const bytes = gzipSync(`pagefind_dcd${JSON.stringify({ url: "/", content: "Text", meta: { id: "p1" } })}`);
  assert.deepEqual(readFragment("en_1a2b3c4.pf_fragment", bytes), {
    own: "1a2b3c4",
    content: "Text",
    meta: { id: "p1" },
  });
});
