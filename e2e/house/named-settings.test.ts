import assert from "node:assert/strict";
import { test } from "node:test";
import {
  listNamedCommands,
  listNamedOptions,
  listNamedVariables,
  listReadOptions,
  listReadVariables,
} from "./named-settings.ts";

const TEXT = `Run \`npm run build -- --clean\` with \`PORT\`, or \`CONTENT_DIR=archive\`; BibTeX and \`DOI\` are no variables.

\`\`\`sh
BASE_PATH=/digest/ npm run digest -- import listing page.txt --date 2026-03-09
npm run bench -- build --papers 100
\`\`\`
A row -- of hyphens, --not-code.
`;

test("Options, variables and commands are found where a text names them as code.", () => {
  assert.deepEqual(listNamedOptions(TEXT), ["clean", "date", "papers"]);
  assert.deepEqual(listNamedVariables(TEXT), ["PORT", "CONTENT_DIR", "BASE_PATH"]);
  assert.deepEqual(listNamedCommands(TEXT), ["digest import", "bench build"]);
});

test("Options and variables are found where code reads them.", () => {
  const file = {
    path: "src/tools/x.ts",
    text: `export const SHARED_FLAGS = { json: FLAG } as const; const FILES = { from: text, to: text } as const;
readArgs(args, { "dry-run": FLAG, ...FILES }); parseArgs({ options: { clean: FLAG } }); other({ choices: { no: 1 } });
const a = process.env["PORT"] || environment.BASE_PATH; const service = { variable: "HF_API" }; env?.BASE_URL; other["NO"];`,
  };
  assert.deepEqual(listReadOptions(file), ["json", "dry-run", "from", "to", "clean"]);
  assert.deepEqual(listReadVariables(file), ["PORT", "BASE_PATH", "HF_API", "BASE_URL"]);
});
