import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { entryOf, listSamplePapers, makePage, writePages } from "#scenes/index-samples.ts";
import { buildSearchIndex } from "#scenes/indexed-site.ts";
import type { IndexStart } from "../lib/search/bundles.ts";
import type { MadeIndex } from "./build.ts";
import type { BundleBounds } from "./plan.ts";

// Inside the project: renames fail between file systems.
mkdirSync(".cache", { recursive: true });
const root = mkdtempSync(join(".cache", "search-index-"));
after(() => rmSync(root, { recursive: true, force: true }));

const WORDS = [
  "self-play",
  "self play",
  "plays itself",
  "cafés",
  "cafes",
  "Reinforcement Learning (RL)",
  "tides",
  "été",
];

/** A paper of a month; its text, topics and neighbours follow from its number. */
function makePaper(month: number, number: number, edition = ""): [path: string, html: string] {
  const id = `26${String(month).padStart(2, "0")}.${String(number).padStart(5, "0")}`;
  const own = WORDS.filter((_, index) => (number * 7 + month * 3) % (index + 2) === 0);
  const entry = entryOf(
    id,
    `Paper ${number}${edition}`,
    `2026-${String(month).padStart(2, "0")}-${String(1 + (number % 9)).padStart(2, "0")}`,
  );
  if (number % 3 === 0) entry.topics = [];
  const older =
    number > 1 ? `26${String(month).padStart(2, "0")}.${String(number - 1).padStart(5, "0")} .${number % 9}1` : "";
  const html = makePage(entry, `<p>On ${own.join(", ")} and ${edition} w${number % 50}x.</p>`, older);
  return [`papers/${id}`, html];
}

function makeMonth(month: number, count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => makePaper(month, index + 1)));
}

const BOUNDS: BundleBounds = { most: 1000, first: 20, close: 20, ratio: 3 };

async function build(site: string): Promise<MadeIndex> {
  return buildSearchIndex(site, listSamplePapers(site), { state: `${site}-state`, bounds: BOUNDS });
}

/** By path, all files of a folder. */
function readFiles(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path): [string, string] => [path.slice(folder.length), readFileSync(path).toString("base64")])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** By bundle, what is known of it. */
function readData(state: string): Map<string, unknown> {
  return new Map(
    readdirSync(state)
      .sort()
      .map((name) => {
        const text = readFileSync(join(state, name), "utf8");
        return [name, (JSON.parse(text.slice(text.indexOf("\n"))) as { data: unknown }).data];
      }),
  );
}

/** Has an index grow by changes, and compares it after each with one that is made from nothing. */
async function compareGrown(name: string, steps: [change: (site: string) => void, indexed: number][]): Promise<void> {
  const site = join(root, name);
  for (const [index, [change, indexed]] of steps.entries()) {
    change(site);
    const grown = await build(site);
    assert.equal(grown.indexed, indexed, `step ${index}`);
    const clean = join(root, `${name}-${index}`);
    cpSync(join(site, "papers"), join(clean, "papers"), { recursive: true });
    const { pages, bundles, bytes, files } = await build(clean);
    assert.deepEqual([grown.pages, grown.bundles, grown.bytes], [pages, bundles, bytes], `step ${index}`);
    assert.deepEqual([...grown.files.keys()].sort(), [...files.keys()].sort(), `step ${index}`);
    const [a, b] = [site, clean].map((folder) => readFiles(join(folder, "pagefind"))) as [
      Map<string, string>,
      Map<string, string>,
    ];
    assert.deepEqual([...a.keys()], [...b.keys()], `step ${index}`);
    for (const [path, bytes] of a) assert.equal(bytes, b.get(path), `step ${index}: ${path}`);
    assert.deepEqual(readData(`${site}-state`), readData(`${clean}-state`), `step ${index}`);
  }
}

function write(pages: Record<string, string>): (site: string) => void {
  return (site) => void writePages(site, pages);
}

function remove(...ids: string[]): (site: string) => void {
  return (site) => {
    for (const id of ids) rmSync(join(site, "papers", id), { recursive: true });
  };
}

test("an index that grew day by day is, byte for byte, one that was made at once", async () => {
  await compareGrown("days", [
    [write(makeMonth(1, 12)), 12],
    [write(Object.fromEntries([makePaper(1, 13), makePaper(1, 14)])), 2],
    // A day between others.
    [write(Object.fromEntries([makePaper(1, 19)])), 1],
    [write(makeMonth(2, 3)), 3],
    // The first two months are closed together, and the third is open.
    [write({ ...makeMonth(2, 15), ...makeMonth(3, 2) }), 14],
    [write(makeMonth(4, 25)), 25],
    // Three are joined to one.
    [write(makeMonth(5, 1)), 1],
  ]);
});

test("pages that change or go are the only ones that are indexed again", async () => {
  await compareGrown("changes", [
    [write({ ...makeMonth(1, 30), ...makeMonth(2, 40), ...makeMonth(3, 5) }), 75],
    [write(Object.fromEntries([makePaper(1, 7, "anew")])), 1],
    [remove("2601.00004", "2602.00010"), 0],
    [remove(...Array.from({ length: 25 }, (_, index) => `2602.000${String(index + 11)}`)), 0],
    [write(Object.fromEntries([makePaper(3, 2, "anew"), makePaper(3, 6)])), 2],
  ]);
});

test("bundles name each other's papers by numbers, which follow when older papers go", async () => {
  const site = writePages(join(root, "numbers"), { ...makeMonth(1, 25), ...makeMonth(2, 5) });
  await build(site);
  const start = () => JSON.parse(readFileSync(join(site, "pagefind", "bundles.json"), "utf8")) as IndexStart;
  const before = start().bundles;
  assert.equal(before.length, 2);
  remove("2601.00001")(site);
  assert.equal((await build(site)).indexed, 0);
  assert.ok(start().bundles.every(({ folder }, index) => folder !== before[index]?.folder));
});

test("a field that the papers of a day have none of is still told from the others", async () => {
  const bare = (number: number): [string, string] => {
    const [path, html] = makePaper(1, number);
    return [path, html.replace(/<span hidden data-pagefind-meta="authors.*?<\/span>/, "")];
  };
  await compareGrown("fields", [
    [write(Object.fromEntries([bare(1), bare(2)])), 2],
    [write(makeMonth(2, 3)), 3],
    [write(Object.fromEntries([bare(5)])), 1],
    [remove("2602.00001", "2602.00002", "2602.00003"), 0],
  ]);
});
