/** The rules of the house, read from the files themselves. What they are for: docs/architecture.md. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { test } from "node:test";
import { DaySummarySchema } from "#lib/content/day.ts";
import { DigestSchema } from "#lib/content/digest.ts";
import { EditionSchema } from "#lib/content/edition.ts";
import { OrganizationSchema } from "#lib/content/organization.ts";
import { RecordSchema } from "#lib/content/record.ts";
import { RedirectSchema } from "#lib/content/redirect.ts";
import { TagSchema } from "#lib/content/tag.ts";
import { listDecidingFiles } from "#tools/build/code-fingerprint.ts";
import { PROJECT_FOLDER } from "#tools/folders.ts";
import { findCycles, findUnreached, findWayToNode, listExportUses, makeGraph } from "../e2e/house/graph.ts";
import { judgeFileName } from "../e2e/house/names.ts";
import { BROWSER, CLOCK, INLINE_STYLE, RAW_ADDRESS } from "../e2e/house/patterns.ts";
import { DOORS, findRoom, judgeImport, judgePackage, ROOMS } from "../e2e/house/rooms.ts";
import { listSchemaFields } from "../e2e/house/schema-fields.ts";
import { findText, isTest, readSources, stripComments } from "../e2e/house/sources.ts";
import { findColours, listClasses } from "../e2e/house/styles.ts";
import { listExportedNames, listUndocumented, listUtilityTypes } from "../e2e/house/syntax.ts";

const settings = JSON.parse(readFileSync(join(PROJECT_FOLDER, "package.json"), "utf8")) as {
  imports: { [alias: string]: string };
  scripts: { [name: string]: string };
};
const sources = readSources("{src,bench,e2e}/**/*.ts", "src/**/*.astro", "astro.config.mjs");
const modules = sources.filter((file) => !isTest(file));
const product = modules.filter(({ path }) => path.startsWith("src/"));
const sheets = readSources("src/**/*.css");
const graph = makeGraph(sources, settings.imports);

/** Exports of a page whose names Astro prescribes, behind the page's path. */
const ASKED_FOR_BY_ASTRO = /^src\/(pages\/.* {2}(GET|getStaticPaths|prerender)|content\.config\.ts {2}collections)$/;

/** Fails with every fault on a line of its own. */
function assertNone(faults: string[], rule: string): void {
  assert.ok(faults.length === 0, `${rule}\n${faults.join("\n")}`);
}

test("Every file imports only from the rooms that its own room may see.", () => {
  assert.ok(sources.length > 100, "the sources are found");
  const faults = [...graph].flatMap(([path, edges]) =>
    edges.flatMap(({ target }) => (target === undefined ? [] : (judgeImport(path, target) ?? []))),
  );
  assertNone(faults, "An import passes a wall (e2e/house/rooms.ts says who may see whom):");
});

test("Every door between rooms is used, and every exception to that is still needed.", () => {
  const edges = [...graph].flatMap(([from, own]) => own.map(({ target }) => ({ from, to: target ?? "" })));
  const used = new Set(edges.map(({ from, to }) => `${findRoom(from)} -> ${findRoom(to)}`));
  const closed = Object.entries(ROOMS).flatMap(([room, others]) => others.map((other) => `${room} -> ${other}`));
  assertNone(
    closed.filter((door) => !used.has(door)),
    "No file goes this way; take it out of e2e/house/rooms.ts:",
  );
  const unused = DOORS.filter(({ from, to }) => !graph.get(from)?.some(({ target }) => target === to));
  assertNone(
    unused.map(({ from, to }) => `${from} -> ${to}`),
    "Take this out of e2e/house/rooms.ts:",
  );
});

test("Packages and modules of Node's and Astro's come in only where they may.", () => {
  const faults = modules.flatMap(({ path }) =>
    (graph.get(path) ?? []).flatMap(({ specifier, target }) =>
      target === undefined ? (judgePackage(path, specifier) ?? []) : [],
    ),
  );
  assertNone(faults, "A package comes in where it may not:");
});

test("src holds the product: every file but tests is reached from a page or a command.", () => {
  const commands = Object.values(settings.scripts).flatMap((script) => /src\/\S+\.ts/.exec(script)?.[0] ?? []);
  const starts = product.map(({ path }) => path).filter((path) => path.startsWith("src/pages/"));
  assertNone(
    findUnreached(graph, product, [...starts, ...commands, "src/content.config.ts", "astro.config.mjs"]),
    "Only tests or measurements use this: it belongs into e2e or bench, or is dead:",
  );
});

test("No file imports itself by way of others.", () => {
  assertNone(
    findCycles(graph).map((cycle) => cycle.join(" -> ")),
    "Imports go in a circle; move what both sides need into a file of its own:",
  );
});

test("What runs in the browser loads no module of Node's, not even by way of lib.", () => {
  const ways = modules
    .filter(({ path }) => findRoom(path) === "client")
    .flatMap(({ path }) => findWayToNode(graph, path)?.join(" -> ") ?? []);
  assertNone(ways, "A browser cannot load this:");
});

test("lib asks nothing of the browser.", () => {
  assertNone(
    modules.filter(({ path }) => findRoom(path) === "lib").flatMap((file) => findText(file, BROWSER)),
    "lib is pure; what needs a page belongs into src/client:",
  );
});

test("Every address within the site is made by routes.ts.", () => {
  assertNone(
    product.filter(({ path }) => path !== "src/lib/routes.ts").flatMap((file) => findText(file, RAW_ADDRESS)),
    "An address is written out, and would be wrong under a base path; take it from routes:",
  );
});

test("Files are named after one noun in the case of their kind.", () => {
  const paths = [...sources, ...sheets].map(({ path }) => path);
  assertNone(
    paths.flatMap((path) => judgeFileName(path) ?? []),
    "A file is named otherwise than the house does:",
  );
});

test("No file is longer than 300 lines, and no test longer than 400.", (t) => {
  const lengths = [...sources, ...sheets].map((file) => ({
    path: file.path,
    lines: file.text.split("\n").length - 1,
    most: isTest(file) ? 400 : 300,
  }));
  for (const { path, lines, most } of lengths) {
    if (lines > most - 100) t.diagnostic(`${path} has ${lines} lines; about ${most - 100} are meant`);
  }
  assertNone(
    lengths.flatMap(({ path, lines, most }) => (lines > most ? [`${path} has ${lines} lines of at most ${most}`] : [])),
    "Each of these is two files:",
  );
});

test("Everything that is exported says what it means in a comment above it.", () => {
  const faults = modules.filter(({ path }) => path.endsWith(".ts")).flatMap(listUndocumented);
  assertNone(
    faults.filter((fault) => !ASKED_FOR_BY_ASTRO.test(fault)),
    "A doc comment is missing:",
  );
});

test("An exported name means one thing, and none that TypeScript has already.", () => {
  const meanings = new Map<string, string[]>();
  for (const file of modules.filter(({ path }) => path.endsWith(".ts"))) {
    for (const name of listExportedNames(file)) {
      if (!ASKED_FOR_BY_ASTRO.test(`${file.path}  ${name}`))
        meanings.set(name, [...(meanings.get(name) ?? []), file.path]);
    }
  }
  assert.ok(meanings.has("PaperRecord") && meanings.size > 500, "the names are found");
  assertNone(
    [...meanings].flatMap(([name, paths]) => (paths.length > 1 ? [`${name}: ${paths.join(", ")}`] : [])),
    "Somebody who reads the name cannot know which is meant; call each by its own:",
  );
  const taken = new Set([...Object.getOwnPropertyNames(globalThis), ...listUtilityTypes()]);
  assertNone(
    [...meanings].flatMap(([name, paths]) => (taken.has(name) ? [`${name}: ${paths.join(", ")}`] : [])),
    "This name is TypeScript's or JavaScript's own:",
  );
});

test("All that pages come from counts for the fingerprint of the code; no test, scene or measurement does.", () => {
  const paths = product.map(({ path }) => path);
  const starts = paths.filter((path) => path.startsWith("src/pages/"));
  const makers = [...starts, "src/content.config.ts", "astro.config.mjs", "src/tools/build/site-process.ts"];
  const aside = new Set(findUnreached(graph, product, makers));
  const deciding = new Set(listDecidingFiles(PROJECT_FOLDER).map((path) => relative(PROJECT_FOLDER, path)));
  assertNone(
    paths.filter((path) => !aside.has(path) && !deciding.has(path)),
    "Pages come from this, and stay as they are when it changes (src/tools/build/code-fingerprint.ts):",
  );
  assertNone(
    [...deciding].filter((path) => isTest({ path }) || /^(e2e|bench)\//.test(path)),
    "No page comes from this, and all are made anew when it changes:",
  );
});

test("What is exported is imported by another file, and not by tests or measurements alone.", () => {
  const isProduct = (path: string) => /^(src\/|astro\.config)/.test(path) && !isTest({ path });
  const faults = modules
    .filter(({ path }) => path.endsWith(".ts"))
    .flatMap((file) => listExportUses(graph, sources, file))
    .filter(({ path, name, own, users }) => {
      // The type of a parameter is exported with its function, whether or not somebody names it.
      const isNeeded = users.length > 0 || (own > 0 && /^[A-Z][a-z]/.test(name));
      return !isNeeded || (path.startsWith("src/") && own === 0 && !users.some(isProduct));
    })
    .map(({ path, name }) => `${path}  ${name}`);
  assertNone(
    faults.filter((fault) => !ASKED_FOR_BY_ASTRO.test(fault)),
    "Nothing of the product uses this; it needs no export, or is dead:",
  );
});

test("The same content gives the same pages: no clock and no chance in what makes them.", () => {
  const rooms = ["pages", "layouts", "components", "lib", "data"];
  assertNone(
    modules.filter(({ path }) => rooms.includes(findRoom(path))).flatMap((file) => findText(file, CLOCK)),
    "Take the day from the content:",
  );
});

test("Every field of every schema is described.", () => {
  const schemas = {
    RecordSchema,
    DigestSchema,
    EditionSchema,
    TagSchema,
    OrganizationSchema,
    DaySummarySchema,
    RedirectSchema,
  };
  for (const [name, schema] of Object.entries(schemas)) {
    const fields = listSchemaFields(schema);
    assert.ok(fields.length >= Object.keys(schema.shape).length, `${name} is read`);
    assertNone(
      fields.flatMap(({ path, description }) => (description === undefined ? [`${name}: ${path}`] : [])),
      "Say with .describe() what the field means:",
    );
  }
});

test("Every class that a sheet is for stands in a template or a script.", () => {
  // Temml puts its own together.
  const made = /^tml-/;
  const words = new Set(product.flatMap((file) => stripComments(file).match(/[\w-]+/g) ?? []));
  assertNone(
    sheets.flatMap((sheet) =>
      listClasses(sheet).flatMap((name) => (words.has(name) || made.test(name) ? [] : [`${sheet.path}  .${name}`])),
    ),
    "Nothing has this class:",
  );
});

test("Colours are tokens, and nothing is styled in line.", () => {
  assertNone(
    sheets.filter(({ path }) => !["tokens.css", "print.css"].includes(basename(path))).flatMap(findColours),
    "A colour stands outside src/styles/tokens.css:",
  );
  assertNone(
    sources.filter(({ path }) => path.endsWith(".astro")).flatMap((file) => findText(file, INLINE_STYLE)),
    "The content security policy forbids inline styles; give a class:",
  );
});
