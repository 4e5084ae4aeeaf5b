/** Check and build apply the same rules: for one fault of each kind that the check knows, a build tells the same and writes nothing. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { runCaptured } from "#scenes/captured-run.ts";
import {
  makeContentFiles,
  makeDigestText,
  makeRecord,
  SAMPLE_ABSTRACT,
  SAMPLE_EDITION,
  SAMPLE_TAGS,
  stampSample,
} from "#scenes/content-samples.ts";
import { readHoldings } from "../../src/data/content/content-store.ts";
import { nameContentFile } from "../../src/lib/content/content-files.ts";
import type { PaperRecord } from "../../src/lib/content/record.ts";
import { ContentError, type Problem, sortProblems } from "../../src/lib/errors.ts";
import { fingerprintCode } from "../../src/tools/build/code-fingerprint.ts";
import { makeSite } from "../../src/tools/build/make-site.ts";
import { readSettings } from "../../src/tools/build/settings.ts";
import { check } from "../../src/tools/commands/check.ts";
import { CACHE_FOLDER } from "../../src/tools/folders.ts";
import { makeGraph } from "../house/graph.ts";
import { listMessages } from "../house/messages.ts";
import { readSources } from "../house/sources.ts";

mkdirSync(CACHE_FOLDER, { recursive: true });
const root = mkdtempSync(join(CACHE_FOLDER, "check-build-"));
after(() => rmSync(root, { recursive: true }));
/** A file's text or bytes, what has to stand there instead of a file, or nothing. */
type Place = string | Buffer | { link: string } | "FOLDER" | undefined;
type Changes = { [path: string]: Place };

const RECORDS = "papers/2025-10.jsonl";
const DIGEST = "digests/2510.00001.md";
const EDITION = "editions/2026-03-09.mdx";
const records = (...changes: Partial<PaperRecord>[]): Changes => ({
  [RECORDS]: changes.map((change) => `${JSON.stringify(makeRecord(change))}\n`).join(""),
});
const digest = (fields: { [name: string]: string | undefined }, body?: string): Changes => ({
  [DIGEST]: makeDigestText(fields, body),
});
const prose = (text: string): Changes => ({ [DIGEST]: `${makeDigestText()}\n${text}\n` });
const edition = (from: string, to: string): Changes => ({ [EDITION]: SAMPLE_EDITION.replace(from, to) });
const introduction = (text: string): Changes => ({ [EDITION]: `${SAMPLE_EDITION}\n${text}\n` });
const tags = (text: string): Changes => ({ "tags.yaml": `${SAMPLE_TAGS}${text}` });
const tag = (id: string, rest = "", label = id): string =>
  `- id: ${id}\n  label: ${label}\n  description: It.\n${rest}`;
const redirects = (...pairs: [from: string, to: string][]): Changes => ({
  "redirects.jsonl": pairs
    .map(([from, to]) => `${JSON.stringify({ from, to, date: "2026-03-10", reason: "Gone." })}\n`)
    .join(""),
});
const organizations = (text: string): Changes => ({ "organizations.yaml": text });
const day = (changes: object): string =>
  `${JSON.stringify({ date: "2026-03-09", source: "Daily", listed: 1, taken: 1, refused: 0, cut: false, ...changes })}\n`;

/** Faulty contents: what is told, and what of the sample content is otherwise. */
const FAULTS: [message: string, changes: Changes][] = [
  // Files.
  ["this is not read, because of its name", { "tag.yaml": SAMPLE_TAGS }],
  ["this is not read, because of its name", { organizations: "" }],
  ["this is not read where it stands", { "drafts/2510.00001.md": makeDigestText() }],
  ["this is not read where it stands", { "2025-10.jsonl": "" }],
  ["this has to be a folder", { digests: "a file" }],
  ["nothing in this folder is read", { "digests/more": "FOLDER" }],
  ["this file is not read, because of how its name ends", { "digests/a.markdown": makeDigestText() }],
  ["this file could not be read: it is a link that leads to nothing", { [DIGEST]: { link: "nowhere.md" } }],
  ["this file could not be read: it is a link that leads back to itself", { [EDITION]: { link: "2026-03-09.mdx" } }],
  ["this file could not be read: a folder stands where the file has to be", { [RECORDS]: "FOLDER" }],
  [
    "this file could not be read: it is no file, but a pipe, a socket or a device",
    { [RECORDS]: { link: "/dev/null" } },
  ],
  ["this file is UTF-16", { "tags.yaml": Buffer.from(`\uFEFF${SAMPLE_TAGS}`, "utf16le") }],
  [
    "this file is not UTF-8, but as if saved as Latin-1 or Windows-1252",
    { [DIGEST]: Buffer.from(makeDigestText({ by: "Zoë" }), "latin1") },
  ],
  ["lines end with a carriage return alone", { [EDITION]: SAMPLE_EDITION.replaceAll("\n", "\r") }],
  ["a control character stands here", prose("A\u0001b.")],
  ["a control character stands here", edition("---\n", "---\n\uFEFF")],
  ["a control character stands here", edition("---", "\uFEFF\uFEFF---")],
  // Lines of JSON.
  ["this line is not JSON that can be read", { [RECORDS]: "{" }],
  ["this is not JSON Lines", { [RECORDS]: JSON.stringify(makeRecord(), null, 2) }],
  ["this is not JSON Lines", { "days.jsonl": `[\n${day({})}]\n` }],
  ["a name stands twice in this line", { "days.jsonl": day({}).replace("{", '{"cut":true,') }],
  // YAML.
  ["the file does not begin with front matter", { [DIGEST]: "Words." }],
  ["the front matter does not end here", { [EDITION]: SAMPLE_EDITION.replace("\n---\n", "\n----\n") }],
  [
    "the front matter ends here, above more fields",
    { [DIGEST]: makeDigestText().replace("\nproblem:", "\n---\nproblem:") },
  ],
  ["the front matter has no end", { [DIGEST]: "---\ntldr: A\n" }],
  ["this field stands twice", digest({ by: "a\nby: b" })],
  ["a tab stands where only blanks may", tags("- id: x\n\tlabel: X\n")],
  ["this line does not begin where the others of its kind do", digest({ results: "\n  - claim: a\n - claim: b" })],
  ["a backslash in double quotes begins an escape that there is not", digest({ by: '"a\\q"' })],
  ["text stands behind the end of the value", digest({ by: '"a" b' })],
  ["a list begins on the line of its field", digest({ results: "- a" })],
  ["a bracket is closed that was not opened", digest({ tags: "]" })],
  ["a second document begins here", organizations("- id: a\n  name: A\n---\n- id: b\n  name: B\n")],
  ["a quotation mark is opened and not closed", digest({ by: '"a' })],
  ["a bracket is opened and not closed", digest({ tags: "[planning" })],
  ["this line belongs to no field", digest({ by: "a\nwords alone" })],
  ["a blank is missing after the colon", digest({ by: "a\naudience2:b" })],
  ["this is not YAML that can be read", digest({ by: "a: b" })],
  ["what begins here is more than text for YAML, and would not come out as it is written", digest({ by: "*nowhere" })],
  // Fields.
  ["is not a field", digest({ zebra: "1" })],
  ["is missing", digest({ audience: undefined })],
  ["is not what it should be", records({ comments: -1 })],
  // Records.
  [
    "this file is not named after a month or a year",
    { "papers/2025-13.jsonl": `${JSON.stringify(makeRecord({ id: "acl:x" }))}\n` },
  ],
  ["this paper has a record already", records({}, {})],
  ["two ids would share one address", records({}, { id: "doi:10.1000/ab_c" }, { id: "doi:10.1000/ab/c" })],
  [
    "this record stands in the file of another month",
    { "papers/2025-11.jsonl": `${JSON.stringify(makeRecord({ id: "2510.00002" }))}\n` },
  ],
  ["these days are not in order, or one stands twice", records({ featured: ["2026-03-09", "2026-03-08"] })],
  ["this earlier id has the address of another id", records({ previousIds: ["2510.00002"] }, { id: "2510.00002" })],
  // Digests.
  ["two digests claim one paper", { "digests/2510.00001 copy.md": makeDigestText() }],
  ["no record has this file's id, so its paper is unknown", { "digests/2510.00009.md": makeDigestText() }],
  [
    "two digests claim one paper",
    { ...records({ previousIds: ["2510.00009"] }), "digests/2510.00009.md": makeDigestText() },
  ],
  ["this topic is given twice", digest({ tags: "[planning, planning]" })],
  ["this topic is not in the vocabulary", digest({ tags: "[nowhere]" })],
  // The other of two files has changed, which leaves what was kept of the first as it was.
  ["this topic is not in the vocabulary", { "tags.yaml": tag("robotics") }],
  [
    "this paper is not among the records",
    { [RECORDS]: "", "papers/undated.jsonl": `${JSON.stringify(makeRecord({ id: "acl:x" }))}\n` },
  ],
  ["no record has this file's id, so its paper is unknown", { [RECORDS]: "" }],
  [
    "this address has a page of its own, so it cannot lead elsewhere",
    {
      ...redirects(["/papers/acl--x/", "/archive/"]),
      "papers/undated.jsonl": `${JSON.stringify(makeRecord({ id: "acl:x" }))}\n`,
    },
  ],
  [
    "there is no page at this address",
    {
      ...redirects(["/a/", "/organizations/port/"]),
      ...organizations("- id: quay\n  name: Quay\n  aliases: [port]\n"),
      ...records({ organization: { id: "port", name: "Port" } }),
    },
  ],
  ["the prose is too short", digest({}, "Short.")],
  ["the prose is too long", digest({}, "Nothing much is said in here. ".repeat(40))],
  [
    "the prose breaks off in mid-sentence, and is not the text that was checked",
    { [DIGEST]: stampSample(makeDigestText()).replace(/here\.\n$/, "") },
  ],
  ["the prose has too many of the signs \" ' . { < [ ( and --", digest({}, '"'.repeat(1001))],
  ["this stands too deep in quotations, lists or other things", digest({}, `${">".repeat(64)} Words.`)],
  [
    "this stands too deep in quotations, lists or other things",
    introduction(`<svg>${"<g>".repeat(99)}${"</g>".repeat(99)}</svg>`),
  ],
  ["the prose of a digest holds no images", prose("![a](https://a.example/b.png)")],
  ["the prose of a digest holds no headings", prose("# A")],
  ["the prose of a digest holds no HTML", prose("A <b>c</b>.")],
  ["this link is not one that readers may follow", prose("[a](javascript:b)")],
  ["this mathematics is not understood, so it cannot be shown", prose("A $\\nosuchcommand{x}$.")],
  ["this dollar sign begins or ends no formula", prose("A $x^2 of it.")],
  ["this TeX stands outside of a formula, so it would be shown as it is", prose("An \\alpha.")],
  ["this link to a page of the site is not whole", prose("A [[2510.00001 in it.")],
  ["this link does not say where it leads", prose("A [[]].")],
  ["a link to a page of ours stands within another link", prose("A [b [[2510.00001]]](https://a.example).")],
  ["formulas and links to our pages are not made here", introduction("## A $b$")],
  ["this link leads to a topic that is not in the vocabulary", prose("A [[tag:nowhere]].")],
  ["this link leads to a paper that has no record", prose("A [[2510.09999]].")],
  ["is not what it should be", digest({ tldr: "A weight $h_i$." })],
  [
    "this number is not in the title, the abstract or the record",
    { ...records({ abstract: SAMPLE_ABSTRACT }), ...digest({ problem: "All 42 harbours were slow." }) },
  ],
  [
    "10 words in a row are the abstract's",
    { ...records({ abstract: SAMPLE_ABSTRACT }), ...prose("It plans the berths of tomorrow from what it saw.") },
  ],
  // Editions.
  ["there is an edition of this day already", { "editions/2026-03-10.mdx": SAMPLE_EDITION }],
  ["file name and date differ", edition("date: 2026-03-09", "date: 2026-03-10")],
  ["the lead is not one of the edition's papers", edition('lead: "2510.00001"', 'lead: "2510.00002"')],
  ["this paper is not among the records", edition('  - "2510.00001"\n', '  - "2510.00001"\n  - "2510.00007"\n')],
  ["this paper is named twice", edition('  - "2510.00001"\n', '  - "2510.00001"\n  - "2510.00001"\n')],
  ["this paper is not one of the edition's papers", edition('papers: ["2510.00001"]', 'papers: ["2510.00007"]')],
  ["the introduction is not MDX that can be read", introduction("<Plan>")],
  ["a drawing holds only shapes and texts", introduction("<svg>\n\n# A\n\n</svg>")],
  ["this part of a drawing stands outside of one", introduction("<path />")],
  ["a link to a paper needs its id", introduction("<Paper>a</Paper>")],
  ["an edition has no such component", introduction("<Zebra />")],
  ["an introduction holds no HTML but a drawing", introduction("<div />")],
  ["this attribute is not allowed in an introduction", introduction('<Plan zebra="a" />')],
  ["this attribute stands twice", introduction('<Paper id="2510.00001" id="b">a</Paper>')],
  [
    "a link holds only words and drawings without a frame",
    introduction('[<Paper id="2510.00001">a</Paper>](mailto:b@c.d)'),
  ],
  ["a <Plan> stands within another", introduction("<Plan><Plan /></Plan>")],
  ["there are no words here", introduction("##")],
  ["there are no words here", prose("[](https://a.example)")],
  ["a heading holds no comment", introduction("## A {/* b */}")],
  ["this value is not allowed in a drawing", introduction('<svg fill="url(https://a.example)" />')],
  ["headings of an introduction are of the second or third level", introduction("# A")],
  ["an introduction has no footnotes", introduction("A.[^1]\n\n[^1]: B.")],
  ["an introduction loads no images", introduction("![a](b.png)")],
  ["the columns of a table are not aligned here", introduction("| a |\n| :- |\n| b |")],
  ["an introduction has no boxes to tick", introduction("- [ ] a")],
  ["an introduction computes nothing", introduction("{1}")],
  ["an edition imports and exports nothing", introduction('import a from "b";')],
  ["the page has this address already", introduction("## Main")],
  // Vocabularies.
  ["this topic stands twice", tags(tag("planning", "", "Other"))],
  ["another topic has this name", tags(tag("other", "", "Planning"))],
  ["the wider topic is not in the vocabulary", tags(tag("other", "  parent: nowhere\n"))],
  ["a topic cannot lie within itself", tags(tag("other", "  parent: other\n"))],
  ["this organisation stands twice", organizations("- id: a\n  name: A\n- id: a\n  name: B\n")],
  [
    "this name stands twice, or differs from another by case and punctuation only",
    { "people.yaml": "- name: A B\n  aliases: [C D]\n- name: E F\n  aliases: [c-d]\n" },
  ],
  // Days.
  ["this day and source stand twice", { "days.jsonl": day({}) + day({}) }],
  ["more papers were taken and refused than were listed", { "days.jsonl": day({ refused: 1 }) }],
  // Addresses.
  ["this address was published, and has no page any more", { "addresses.txt": "/papers/2510.00009/\n" }],
  ["this address is redirected already", redirects(["/a/", "/archive/"], ["/a/", "/tags/"])],
  ["this address begins with the base path", redirects(["/base/a/", "/archive/"])],
  [
    "this address is kept for files and pages of the site itself, so it cannot lead elsewhere",
    redirects(["/feeds/a/", "/archive/"]),
  ],
  ["this address has a page of its own, so it cannot lead elsewhere", redirects(["/papers/2510.00001/", "/archive/"])],
  [
    "this address is kept for another form of /papers/2510.00001/, so it cannot lead elsewhere",
    redirects(["/papers/2510.00001.md/", "/archive/"]),
  ],
  ["this leads back to itself", redirects(["/a/", "/b/"], ["/b/", "/a/"])],
  ["this leads round in a circle", redirects(["/a/", "/b/"], ["/b/", "/c/"], ["/c/", "/b/"])],
  ["there is no page at this address", redirects(["/a/", "/nowhere/"])],
];

/** Kinds that cannot be among the sample's files, with the reason. */
const ELSEWHERE = [
  // A folder that is not there, or is none: tested below.
  "the content folder is a file",
  "the content folder does not exist",
  // For what a later Markdown parser may read that ours reads as words.
  "nothing of this kind may stand here",
];

/** Puts a file, or what stands there instead, into a content folder. */
function put(folder: string, path: string, place: Place): void {
  const to = join(folder, path);
  rmSync(to, { recursive: true, force: true });
  if (place === undefined) return;
  mkdirSync(dirname(to), { recursive: true });
  if (place === "FOLDER") mkdirSync(to);
  else if (typeof place === "object" && "link" in place) symlinkSync(place.link, to);
  else writeFileSync(to, place);
}

/** Makes sound content sound again where it was changed, and leaves all else as it is. */
function restore(folder: string, changes: Changes): void {
  const sound = makeContentFiles();
  for (const changed of Object.keys(changes)) {
    put(folder, changed, undefined);
    const lost = Object.keys(sound).filter((path) => path === changed || path.startsWith(`${changed}/`));
    for (const path of lost) put(folder, path, sound[path]);
  }
}

/** What `npm run check` ends with, and every problem that it tells. */
async function runCheck(folder: string): Promise<{ code: number | null; problems: Problem[] }> {
  const { code, out } = await runCaptured(check, ["check", "--json"], root, { CONTENT_DIR: folder });
  return { code, problems: (JSON.parse(out) as { problems: Problem[] }).problems.map(nameFromRoot) };
}

/** Files are named from the folder that a command is called in. */
function nameFromRoot(problem: Problem): Problem {
  const text = JSON.stringify(problem)
    .replaceAll(`${nameContentFile(root)}/`, "")
    .replaceAll(`${root}/`, "");
  return JSON.parse(text) as Problem;
}

async function catchProblems(act: () => unknown): Promise<Problem[]> {
  try {
    await act();
  } catch (error) {
    if (error instanceof ContentError) return sortProblems(error.problems.map(nameFromRoot));
    throw error;
  }
  return [];
}

/** Holds the check against a build, and gives what both tell. */
async function assertRefused(folder: string, message: string): Promise<Problem[]> {
  const { code, problems } = await runCheck(folder);
  assert.equal(code, 1, message);
  assert.ok(
    problems.some((problem) => problem.message === message),
    `${message}: ${JSON.stringify(problems)}`,
  );
  const outDir = join(folder, "..", "dist");
  const settings = readSettings({ ...process.env, CONTENT_DIR: folder, OUT_DIR: outDir });
  const lines: string[] = [];
  const build = () => makeSite(settings, { isClean: false, tell: (line) => lines.push(line) });
  assert.deepEqual(await catchProblems(build), problems, message);
  assert.deepEqual([existsSync(outDir), lines], [false, []], "nothing is written or done");
  return problems;
}

test("What the check refuses, a build refuses with the same problems, and writes nothing.", async (t) => {
  process.env["BASE_PATH"] = "/base/";
  t.after(() => delete process.env["BASE_PATH"]);
  const folder = join(root, "content");
  const settings = readSettings({ ...process.env, CONTENT_DIR: folder });
  const findStore = () => join(root, "stores", fingerprintCode(settings));
  for (const [path, text] of Object.entries(makeContentFiles())) put(folder, path, text);
  assert.deepEqual(await runCheck(folder), { code: 0, problems: [] });
  for (const [message, changes] of FAULTS) {
    assert.deepEqual(await catchProblems(() => readHoldings(folder, findStore())), [], `before: ${message}`);
    for (const [path, place] of Object.entries(changes)) put(folder, path, place);
    const problems = await assertRefused(folder, message);
    // An earlier build has kept what it read; the dev server keeps nothing.
    const store = findStore();
    for (const kept of [store, store, undefined]) {
      assert.deepEqual(await catchProblems(() => readHoldings(folder, kept)), problems, message);
    }
    restore(folder, changes);
  }
});

test("A folder that is not there, or is none, is refused by both.", async () => {
  await assertRefused(join(root, "9001", "content"), "the content folder does not exist");
  mkdirSync(join(root, "9002"));
  writeFileSync(join(root, "9002", "content"), "a");
  await assertRefused(join(root, "9002", "content"), "the content folder is a file");
});

test("Every kind of problem that the check knows is among the faults here.", () => {
  const sources = readSources("src/lib/**/*.ts");
  const aliases = (
    JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8")) as {
      imports: { [alias: string]: string };
    }
  ).imports;
  const graph = makeGraph(sources, aliases);
  const reached = new Set<string>();
  const reach = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const { target } of graph.get(path) ?? []) if (target !== undefined) reach(target);
  };
  reach("src/lib/content/check.ts");
  // A file of abstracts is no part of the content, and a stamp that is not shown no problem.
  const files = sources.filter(({ path }) => reached.has(path) && !/\/(abstracts|stamp-state)\.ts$/.test(path));
  const kinds = files.flatMap((file) => listMessages(file).map((pattern) => ({ pattern, path: file.path })));
  assert.ok(kinds.length > 80, `${kinds.length} kinds`);
  const told = [...FAULTS.map(([message]) => message), ...ELSEWHERE];
  assert.deepEqual(
    kinds
      .filter(({ pattern }) => !told.some((message) => pattern.test(message)))
      .map(({ pattern, path }) => `${path} ${pattern.source}`),
    [],
    "kinds without a row",
  );
});
