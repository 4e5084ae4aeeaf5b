/**
 * The process that imports a folder of days. It is one of its own so that its memory can be measured; it is told as a
 * curator's would be, by arguments and CONTENT_DIR, reports on stdout as `import --json` does, and sends one message.
 */
import { runCommandLine } from "#tools/commands/command-line.ts";
import { makeImport } from "#tools/commands/import.ts";

/** What the process sends at its end. */
export interface ImportMemory {
  /** The most memory it held at once, in bytes. */
  peakMemory: number;
}

const args = ["import", "hugging-face", "--json", ...process.argv.slice(2)];
process.exitCode = await runCommandLine({ call: "npm run digest --", commands: [makeImport()] }, args);
const memory: ImportMemory = { peakMemory: process.resourceUsage().maxRSS * 1024 };
process.send?.(memory);
