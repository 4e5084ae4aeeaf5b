/** Packages that we share with Astro are the same copy: what one reads, the other does alike. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { PROJECT_FOLDER } from "#tools/folders.ts";

/** By package of ours, the packages of Astro's that use it, and what is lost when they have another copy. */
const SHARED: { [name: string]: { by: string[]; lookAt: string } } = {
  satteri: {
    by: ["@astrojs/markdown-satteri", "@astrojs/mdx"],
    lookAt: "src/lib/content/check-introductions.ts would pass introductions that Astro reads otherwise",
  },
};

/** The folder of the copy of a package that a file would import; that of the project's own files without one. */
function findCopy(name: string, from = join(PROJECT_FOLDER, "package.json")): string {
  let folder = dirname(createRequire(from).resolve(name));
  while (readName(folder) !== name) folder = dirname(folder);
  return folder;
}

function readName(folder: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { name?: string }).name;
  } catch {
    return undefined;
  }
}

test("Astro reads content with our own copy of Sätteri", () => {
  for (const [name, { by, lookAt }] of Object.entries(SHARED)) {
    for (const user of by) {
      const from = join(PROJECT_FOLDER, "node_modules", user, "package.json");
      const message = `${user} has a ${name} of its own: give package.json the version that it asks for, since ${lookAt}.`;
      assert.equal(findCopy(name, from), findCopy(name), message);
    }
  }
});
