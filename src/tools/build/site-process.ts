/**
 * The process of a build: addresses in pages depend on the base path, which holds for a whole process. Run by
 * `build.ts`, which tells it what to build in its environment.
 */
import { ContentError } from "../../lib/errors.ts";
import { explainFileError, Failure } from "../../lib/failure.ts";
import { nameFolder } from "../folders.ts";
import { answerParent, type ScriptEnd, tellParent } from "./child-process.ts";
import { lockOutput } from "./lock.ts";
import { makeSite } from "./make-site.ts";
import { recoverOutput } from "./output-folder.ts";
import type { BuildReport } from "./report.ts";
import { readSettings } from "./settings.ts";

function describeError(error: unknown): ScriptEnd<never> {
  if (error instanceof ContentError) return { problems: error.problems };
  const path = error instanceof Error && "path" in error ? nameFolder(String(error.path)) : "a file";
  const cause = explainFileError(error, `The site could not be built, because of ${path}`, "The last site stands.");
  if (cause instanceof Failure) return { failure: cause.message };
  return { crash: error };
}

async function run(): Promise<BuildReport> {
  const settings = readSettings(process.env);
  // Held by the process that writes: whoever started it may be killed before it.
  const release = await lockOutput(settings.outDir);
  try {
    const isClean = process.env["CLEAN_BUILD"] === "1";
    return await makeSite(settings, { isClean, tell: (line) => tellParent({ line }) });
  } finally {
    recoverOutput(settings.outDir);
    release();
  }
}

// A signal is heard between two steps; what is published comes in one. Once the end is told it changes nothing.
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () =>
    tellParent({ failure: "The build was stopped; the last site stands." }, () => process.exit(1)),
  );
}
await answerParent(run, describeError);
