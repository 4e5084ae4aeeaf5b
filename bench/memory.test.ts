import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { parsePeak, watchMemory } from "./memory.ts";

const STATUS = `Name:\tpagefind_extend
State:\tS (sleeping)
VmPeak:\t 2000000 kB
VmHWM:\t  123456 kB
VmRSS:\t   99999 kB
`;

test("The peak is what was held at once, not what was asked for, in bytes, and of the wanted program only.", () => {
  assert.equal(parsePeak(STATUS, /^pagefind/), 126_418_944);
  assert.equal(parsePeak(STATUS, /^hugo$/), undefined);
  assert.equal(parsePeak("Name:\tpagefind_extend\nState:\tZ (zombie)\n", /^pagefind/), undefined);
});

test("A program is seen that a child has started, with the memory it held.", {
  skip: !existsSync("/proc/self/status") && "the system does not tell",
}, async () => {
  const inner = `const b = Buffer.alloc(90_000_000, 1); setTimeout(() => b, 600)`;
  const outer = `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(inner)}])`;
  const watch = watchMemory(/^(node|MainThread)/);
  await once(spawn(process.execPath, ["-e", outer]), "exit");
  assert.ok((watch.end() ?? 0) > 90_000_000);
  const other = watchMemory(/^no-such-program$/);
  await once(spawn(process.execPath, ["-e", "setTimeout(() => {}, 300)"]), "exit");
  assert.equal(other.end(), undefined);
});
