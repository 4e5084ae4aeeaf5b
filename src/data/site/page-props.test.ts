import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { readPageProps, writePageProps } from "./page-props.ts";
import { planWholePage } from "./planned-page.ts";

const folder = mkdtempSync(join(tmpdir(), "offprint-props-"));
after(() => rmSync(folder, { recursive: true }));

test("Props come to their template as they were made, by route and in order.", () => {
  const props = [{ text: "a\ttab, a\nline, “signs” and 李明" }, { nested: { list: [1, null, "x"] } }];
  const pages = props.map((own, index) =>
    planWholePage({ route: "papers/[id]", params: { id: `p${index}` }, file: `papers/p${index}/index.html` }, own),
  );
  const other = planWholePage({ route: "tags/index", params: {}, file: "tags/index.html" }, { rows: [] });
  writePageProps(folder, [...pages, other]);
  const read = readPageProps(folder, "papers/[id]");
  assert.deepEqual(
    read.map(({ params, file }) => [params, file]),
    [
      [{ id: "p0" }, "papers/p0/index.html"],
      [{ id: "p1" }, "papers/p1/index.html"],
    ],
  );
  // As Astro does: it copies the fields.
  assert.deepEqual(
    read.map((page) => ({ ...page.props })),
    props,
  );
  assert.deepEqual(
    readPageProps(folder, "tags/index").map((page) => ({ ...page.props })),
    [{ rows: [] }],
  );
  assert.deepEqual(readPageProps(folder, "about"), []);
});
