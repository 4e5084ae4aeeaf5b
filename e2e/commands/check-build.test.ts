/** Check and build apply the same rules: for one fault of each kind that the check knows, a build tells the same and writes nothing. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { runCaptured } from "#scenes/captured-run.ts";
import { put, restore } from "#scenes/content-changes.ts";
import { CONTENT_FAULTS } from "#scenes/content-faults.ts";
import { makeContentFiles } from "#scenes/content-samples.ts";
import { FORM_FAULTS } from "#scenes/form-faults.ts";
import { readHoldings } from "../../src/data/content/content-store.ts";
import { nameContentFile } from "../../src/lib/content/content-files.ts";
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
/** What is told of faulty content, and what of the sample content is otherwise. */
const FAULTS = [...FORM_FAULTS, ...CONTENT_FAULTS];

/** Kinds that cannot be among the sample's files, with the reason. */
const ELSEWHERE = [
  // A folder that is not there, or is none: tested below.
  "the content folder is a file",
  "the content folder does not exist",
  // For what a later Markdown parser may read that ours reads as words.
  "nothing of this kind may stand here",
];

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
