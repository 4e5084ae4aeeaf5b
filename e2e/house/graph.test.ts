import assert from "node:assert/strict";
import { test } from "node:test";
import { findCycles, findUnreached, findWayToNode, listExportUses, makeGraph, resolveImport } from "./graph.ts";

const ALIASES = { "#lib/*": "./src/lib/*", "#site": "./src/site.ts" };

function makeFiles(files: { [path: string]: string }) {
  return makeGraph(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    ALIASES,
  );
}

test("An import leads to the file it names, by a relative path or by an alias.", () => {
  const resolve = (specifier: string) => resolveImport("src/lib/papers/view.ts", specifier, ALIASES);
  assert.equal(resolve("./id.ts"), "src/lib/papers/id.ts");
  assert.equal(resolve("../../data/library.ts"), "src/data/library.ts");
  assert.equal(resolve("#lib/papers/id.ts"), "src/lib/papers/id.ts");
  assert.equal(resolve("#site"), "src/site.ts");
  assert.equal(resolve("./face.woff2?url"), "src/lib/papers/face.woff2");
  assert.equal(resolve("zod"), undefined);
  assert.equal(resolve("astro:content"), undefined);
  assert.throws(() => resolve("#nowhere/x.ts"), /package\.json has no such alias/);
});

test("A circle of imports is found, also one of types, and a file reached twice is none.", () => {
  const circle = makeFiles({
    "src/lib/a.ts": 'import { b } from "./b.ts";',
    "src/lib/b.ts": 'import type { C } from "#lib/c.ts";',
    "src/lib/c.ts": 'import { a } from "./a.ts";',
  });
  assert.deepEqual(findCycles(circle), [["src/lib/a.ts", "src/lib/b.ts", "src/lib/c.ts", "src/lib/a.ts"]]);
  const diamond = makeFiles({
    "src/lib/a.ts": 'import { b } from "./b.ts"; import { c } from "./c.ts";',
    "src/lib/b.ts": 'import { d } from "./d.ts";',
    "src/lib/c.ts": 'import { d } from "./d.ts";',
    "src/lib/d.ts": "",
  });
  assert.deepEqual(findCycles(diamond), []);
});

test("A way to Node is found through files that are loaded, not through types.", () => {
  const graph = makeFiles({
    "src/client/a.ts": 'import { b } from "../lib/b.ts";',
    "src/client/t.ts": 'import type { B } from "../lib/b.ts";',
    "src/lib/b.ts": 'import { c } from "./c.ts";',
    "src/lib/c.ts": 'import { readFileSync } from "node:fs";',
  });
  assert.deepEqual(findWayToNode(graph, "src/client/a.ts"), [
    "src/client/a.ts",
    "src/lib/b.ts",
    "src/lib/c.ts",
    "node:fs",
  ]);
  assert.equal(findWayToNode(graph, "src/client/t.ts"), undefined);
});

test("What no page and no command leads to is found; a file that is run in a process is led to by its name.", () => {
  const files = {
    "src/tools/build.ts": 'import { a } from "../lib/a.ts"; fork("render-process.ts");',
    "src/tools/build/render-process.ts": 'import "../../lib/b.ts";',
    "src/lib/a.ts": "",
    "src/lib/b.ts": "",
    "src/lib/samples.ts": 'import { a } from "./a.ts";',
    "src/lib/other-process.ts": "",
  };
  const list = Object.entries(files).map(([path, text]) => ({ path, text }));
  assert.deepEqual(findUnreached(makeFiles(files), list, ["src/tools/build.ts"]), [
    "src/lib/samples.ts",
    "src/lib/other-process.ts",
  ]);
});

test("An export is used by files that import its file and name it; comments do not count, nor does a default export.", () => {
  const files = Object.entries({
    "src/lib/a.ts":
      "/** See b. */\nexport const b = 1;\nexport const c = 2, d = c;\nexport default function run() {}\n",
    "src/lib/e.ts": 'import { d } from "./a.ts";',
    "src/lib/f.ts": "const b = 1; // of its own",
  }).map(([path, text]) => ({ path, text }));
  const uses = listExportUses(makeGraph(files, ALIASES), files, files[0] ?? { path: "", text: "" });
  assert.deepEqual(
    uses.map(({ name, own, users }) => [name, own, users]),
    [
      ["b", 0, []],
      ["c", 1, []],
      ["d", 0, ["src/lib/e.ts"]],
    ],
  );
});
