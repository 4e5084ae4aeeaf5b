import assert from "node:assert/strict";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test, { after } from "node:test";
import { fingerprintCode } from "./code-fingerprint.ts";
import { readSettings } from "./settings.ts";

const root = mkdtempSync(join(tmpdir(), "offprint-code-"));
after(() => rmSync(root, { recursive: true }));

const project = join(root, "project");
const settings = { ...readSettings({}), contentDir: join(root, "content") };

/** What pages may look like, or be made with. */
const DECIDING = [
  "project/src/components/Entry.astro",
  "project/src/styles/tokens.css",
  "project/src/lib/dates.ts",
  "project/src/site.ts",
  "project/public/favicon.svg",
  "project/astro.config.mjs",
  "project/package-lock.json",
  // What npm has installed, which may come after the lock file has changed.
  "project/node_modules/.package-lock.json",
  "content/tags.yaml",
  "content/organizations.yaml",
  "content/people.yaml",
];

/** What no page comes from. */
const ASIDE = [
  "project/src/lib/dates.test.ts",
  "project/src/pages/index.long.test.ts",
  "project/src/tools/commands/check.ts",
  "project/bench/build.ts",
  "project/e2e/lists.spec.ts",
  "project/e2e/scenes/paper-samples.ts",
  "project/e2e/scenes/cases/answer.xml",
  "project/README.md",
  "content/papers/2025-10.jsonl",
];

for (const path of [...DECIDING, ...ASIDE]) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), "first");
}

test("Whatever pages are made of changes the fingerprint, and nothing else does.", () => {
  for (const [paths, isDeciding] of [
    [DECIDING, true],
    [ASIDE, false],
  ] as const) {
    for (const path of paths) {
      const before = fingerprintCode(settings, project);
      appendFileSync(join(root, path), ", then more");
      assert.equal(fingerprintCode(settings, project) !== before, isDeciding, path);
    }
  }
});

test("Neither the folder of the content nor that of the project changes it.", () => {
  const before = fingerprintCode(settings, project);
  for (const [from, to] of [
    ["content", "elsewhere/archive"],
    ["project", "elsewhere/project"],
  ] as const)
    cpSync(join(root, from), join(root, to), { recursive: true });
  const elsewhere = { ...settings, contentDir: join(root, "elsewhere/archive") };
  assert.equal(fingerprintCode(elsewhere, join(root, "elsewhere/project")), before);
});

test("So does each setting that stands on pages, and a file that comes or goes.", () => {
  const before = fingerprintCode(settings, project);
  for (const change of [
    { siteUrl: "https://tides.example" },
    { basePath: "/tides/" },
    { paperPages: "digests" },
  ] as const)
    assert.notEqual(fingerprintCode({ ...settings, ...change }, project), before, JSON.stringify(change));
  const fresh = join(project, "src", "components", "Fresh.astro");
  writeFileSync(fresh, "");
  assert.notEqual(fingerprintCode(settings, project), before);
  rmSync(fresh);
  assert.equal(fingerprintCode(settings, project), before);
});
