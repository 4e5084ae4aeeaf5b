import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { routes } from "#lib/routes.ts";
import { readPageProps, writePageProps } from "./page-props.ts";
import { makePlanner } from "./planned-page.ts";

const folder = mkdtempSync(join(tmpdir(), "offprint-props-"));
after(() => rmSync(folder, { recursive: true }));

const planPage = makePlanner(new Map());

test("Props come to their template as they were made, by kind and in order.", () => {
  const text = "a\ttab, a\nline, “signs” and 李明";
  const moved = ["p0", "p1"].map((path) => ({ path, to: routes.front(), reason: text }));
  const pages = moved.map((own) => planPage("[...moved]", routes.page(`/${own.path}/`), () => ({ moved: own })));
  const other = planPage("about", routes.about(), () => ({ paperCount: 1, digestCount: 0, editionCount: 0 }));
  writePageProps(folder, [...pages, other]);
  const read = readPageProps(folder, "[...moved]");
  assert.deepEqual(
    read.map(({ file }) => file),
    ["p0/index.html", "p1/index.html"],
  );
  // As Astro does: it copies the fields.
  assert.deepEqual(
    read.map(({ props }) => ({ ...props })),
    moved.map((own) => ({ moved: own })),
  );
  assert.deepEqual(
    readPageProps(folder, "about").map((page) => ({ ...page.props })),
    [{ paperCount: 1, digestCount: 0, editionCount: 0 }],
  );
  assert.deepEqual(readPageProps(folder, "search"), []);
});
