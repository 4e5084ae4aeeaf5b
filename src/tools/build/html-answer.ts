/** How a process that a build started for its pages tells how it ended. */
import type { HtmlMessage, HtmlOutcome } from "./html.ts";
import { describeHtmlError } from "./html-error.ts";

/** Tells whoever has started this process something while it works. */
export function tellParent(message: HtmlMessage, then?: () => void): void {
  process.send?.(message, undefined, undefined, then);
}

/** Does the work of this process, tells how it ended, and ends it. @param work gives the seconds it waited for another build */
export async function answerParent(work: () => Promise<number>): Promise<void> {
  // Whoever asked for the pages is gone; nobody would publish them.
  process.once("disconnect", () => process.exit(1));
  if (!process.connected) process.exit(1);
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
