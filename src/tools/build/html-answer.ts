/** How a process that a build started for its pages tells how it ended. */
import { answerParent } from "./child-process.ts";
import type { HtmlCost } from "./html.ts";
import { describeHtmlError } from "./html-error.ts";

/** Does the work of this process, tells how it ended, and ends it. @param work gives the seconds it waited for another build */
export async function answerHtml(work: () => Promise<number>): Promise<void> {
  // The log is not worth a build: on a full disk it stays short.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  const measure = async (): Promise<HtmlCost> => {
    const waited = await work();
    return { peakMemory: process.resourceUsage().maxRSS * 1024, waited };
  };
  await answerParent(measure, (error) => {
    console.error(error);
    return { failure: describeHtmlError(error) };
  });
}
