/**
 * The process that lets Astro render the site. It is one of its own so that its memory can be measured and an error
 * of Astro's reaches us as data. Settings come in the environment (see html.ts); the outcome goes out as one message.
 */
import { build } from "astro";
import type { HtmlMessage, HtmlOutcome } from "./html.ts";
import { describeHtmlError } from "./html-error.ts";
import { waitToRender } from "./lock.ts";
import { clearAstroFolder } from "./work-folder.ts";

async function renderSite(): Promise<HtmlOutcome> {
  const workFolder = process.env["WORK_DIR"];
  if (!workFolder) return { ok: false, message: "WORK_DIR names no folder to work in" };
  try {
    const start = performance.now();
    await waitToRender((notice) => send({ notice }));
    const waited = (performance.now() - start) / 1000;
    clearAstroFolder();
    // A line for each page costs more than it tells; what is wrong is told all the same.
    await build({ logLevel: "warn" });
    return { ok: true, peakMemory: process.resourceUsage().maxRSS * 1024, waited };
  } catch (error) {
    return describeEnd(error);
  }
}

function describeEnd(error: unknown): HtmlOutcome {
  console.error(error);
  return { ok: false, message: describeHtmlError(error) };
}

function send(message: HtmlMessage, then?: () => void): void {
  process.send?.(message, undefined, undefined, then);
}

function end(outcome: HtmlOutcome): void {
  send(outcome, () => process.exit(outcome.ok ? 0 : 1));
}

// Whoever asked for the pages is gone; nobody would publish them.
process.once("disconnect", () => process.exit(1));
if (!process.connected) process.exit(1);
// The log is not worth a build: on a full disk it stays short.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
process.once("uncaughtException", (error) => end(describeEnd(error)));

end(await renderSite());
