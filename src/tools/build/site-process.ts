/**
 * The process of a build: addresses in pages depend on the base path, which holds for a whole process. Run by
 * `build.ts`, which tells it what to build in its environment.
 */
import { ContentError, type Problem } from "../../lib/errors.ts";
import { explainFileError } from "../../lib/failure.ts";
import { Failure } from "../failure.ts";
import { nameFolder } from "../folders.ts";
import { waitForOutput } from "./lock.ts";
import { makeSite } from "./make-site.ts";
import type { BuildReport } from "./report.ts";
import { readSettings } from "./settings.ts";

/** What the process of a build sends: a line to show, or how it ended. */
export type SiteMessage =
  | { line: string }
  | { report: BuildReport }
  /** The content is not right. */
  | { problems: Problem[] }
  /** What was foreseen and went wrong, in words. */
  | { failure: string }
  /** What was not foreseen, with its stack. */
  | { crash: string };

function describeEnd(error: unknown): SiteMessage {
  if (error instanceof ContentError) return { problems: error.problems };
  const path = error instanceof Error && "path" in error ? nameFolder(String(error.path)) : "a file";
  const cause = explainFileError(error, `The site could not be built, because of ${path}`, "The last site stands.");
  if (cause instanceof Failure) return { failure: cause.message };
  return { crash: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function send(message: SiteMessage, then?: () => void): void {
  process.send?.(message, undefined, undefined, then);
}

// Whoever asked for the site is gone.
process.once("disconnect", () => process.exit(1));
if (!process.connected) process.exit(1);

async function run(): Promise<SiteMessage> {
  const settings = readSettings(process.env);
  // Held by the process that writes: whoever started it may be killed before it.
  const release = await waitForOutput(settings.outDir);
  try {
    const isClean = process.env["CLEAN_BUILD"] === "1";
    return { report: await makeSite(settings, { isClean, tell: (line) => send({ line }) }) };
  } finally {
    release();
  }
}

send(await run().catch(describeEnd), () => process.exit(0));
