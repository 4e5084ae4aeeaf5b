import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { after, test } from "node:test";
import { CACHE_FOLDER } from "../folders.ts";
import { runScript } from "./child-process.ts";

mkdirSync(CACHE_FOLDER, { recursive: true });
const folder = mkdtempSync(join(CACHE_FOLDER, "child-process-test-"));
after(() => rmSync(folder, { recursive: true }));

test("What nobody foresaw in such a process comes as if thrown here: a message of one line, and its stack aside.", async () => {
  const script = join(folder, "crash.ts");
  writeFileSync(
    script,
    `import { answerParent } from ${JSON.stringify(join(import.meta.dirname, "child-process.ts"))};
async function sail() { throw new TypeError("x is not a function"); }
await answerParent(sail, (error) => ({ crash: error }));
`,
  );
  await assert.rejects(
    runScript(relative(import.meta.dirname, script), {}, () => {}),
    (error: Error) => {
      assert.equal(error.message, "x is not a function");
      assert.match(error.stack ?? "", /crash\.ts/);
      return true;
    },
  );
});
