/**
 * The process of a build: addresses in pages depend on the base path, which holds for a whole process. Run by
 * `build.ts`, which tells it what to build in its environment.
 */
import { ContentError, type Problem } from "../../lib/errors.ts";
import { explainFileError } from "../../lib/failure.ts";
import { Failure } from "../failure.ts";
import { nameFolder } from "../folders.ts";
import { endWithParent, tellParent } from "./child-process.ts";
import { waitForOutput } from "./lock.ts";
import { makeSite } from "./make-site.ts";
import { recoverOutput } from "./output-folder.ts";
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

const send: (message: SiteMessage, then?: () => void) => void = tellParent;

endWithParent();
// A signal is heard between two steps; what is published comes in one.
const STOPPED: SiteMessage = { failure: "The build was stopped; the last site stands." };
const stop = (): void => send(STOPPED, () => process.exit(1));
const SIGNALS = ["SIGINT", "SIGTERM"] as const;
for (const signal of SIGNALS) process.on(signal, stop);

async function run(): Promise<SiteMessage> {
  const settings = readSettings(process.env);
  // Held by the process that writes: whoever started it may be killed before it.
  const release = await waitForOutput(settings.outDir);
  try {
    const isClean = process.env["CLEAN_BUILD"] === "1";
    return { report: await makeSite(settings, { isClean, tell: (line) => send({ line }) }) };
  } finally {
    recoverOutput(settings.outDir);
    release();
  }
}

const end = await run().catch(describeEnd);
// Too late: the site stands, or why it does not is known.
for (const signal of SIGNALS) process.off(signal, stop).on(signal, () => {});
send(end, () => process.exit(0));
