/** Folders as the commands find them, with a file of abstracts, and `check` run in them. */
import { check } from "#tools/commands/check.ts";
import { type CapturedRun, runCaptured } from "./captured-run.ts";
import { makeProjectFolder, SAMPLE_ABSTRACT } from "./content-samples.ts";

/** A file of abstracts with that of the sample digest's paper. */
export const SAMPLE_ABSTRACTS = `${JSON.stringify({ id: "2510.00001", title: "Harbour", abstract: SAMPLE_ABSTRACT })}\n`;
/** The sample digest. */
export const SAMPLE_DIGEST = "content/digests/2510.00001.md";
/** What is said of the sample content. */
export const NO_PROBLEMS = "1 paper, 1 digest, 3 topics, 1 edition: no problems\n";

/** A folder with the sample content and `abstracts.jsonl`; paths below it can be changed, or left out with undefined. */
export function makeCheckedFolder(changes: { [path: string]: string | undefined } = {}): string {
  return makeProjectFolder({ "abstracts.jsonl": SAMPLE_ABSTRACTS, ...changes });
}

/** Runs `check` in a folder within this process. */
export async function callCheck(folder: string, ...args: string[]): Promise<CapturedRun> {
  return runCaptured(check, args, folder);
}
