/** How a process that a build started for its pages tells how it ended. */

import { endWithParent, tellParent } from "./child-process.ts";
import type { HtmlOutcome } from "./html.ts";
import { describeHtmlError } from "./html-error.ts";

/** Does the work of this process, tells how it ended, and ends it. @param work gives the seconds it waited for another build */
export async function answerParent(work: () => Promise<number>): Promise<void> {
  endWithParent();
  // The log is not worth a build: on a full disk it stays short.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  process.once("uncaughtException", (error) => end(describeEnd(error)));
  end(await work().then(describeSuccess, describeEnd));
}

function describeSuccess(waited: number): HtmlOutcome {
  return { ok: true, peakMemory: process.resourceUsage().maxRSS * 1024, waited };
}

function describeEnd(error: unknown): HtmlOutcome {
  console.error(error);
  return { ok: false, message: describeHtmlError(error) };
}

function end(outcome: HtmlOutcome): void {
  tellParent(outcome, () => process.exit(outcome.ok ? 0 : 1));
}
