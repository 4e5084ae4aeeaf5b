/**
 * The process that lets Astro render the site. It is one of its own so that its memory can be measured and an error
 * of Astro's reaches us as data. Settings come in the environment (see html.ts); the outcome goes out as one message.
 */
import { stripVTControlCharacters } from "node:util";
import { build } from "astro";
import { PROJECT_FOLDER } from "../folders.ts";
import type { HtmlOutcome } from "./html.ts";

/** Where an error of Astro's or Vite's says it happened. */
interface ErrorPlace {
  file?: string;
  line?: number;
  column?: number;
}

async function renderSite(): Promise<HtmlOutcome> {
  try {
    await build({});
    return { ok: true, peakMemory: process.resourceUsage().maxRSS * 1024 };
  } catch (error) {
    console.error(error);
    return { ok: false, message: describeError(error) };
  }
}

/** The message, where it happened and the hint that Astro gives, without the stack. */
function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { loc, hint, id } = error as Error & { loc?: ErrorPlace; hint?: string; id?: string };
  const file = loc?.file ?? id;
  const place = file === undefined ? [] : [`in ${[file, loc?.line, loc?.column].filter(Boolean).join(":")}`];
  const text = [error.message, ...place, ...(hint === undefined ? [] : [hint])].join("\n");
  // Rolldown puts the stack into the message itself.
  const lines = stripVTControlCharacters(text).split("\n");
  return lines
    .filter((line) => !/^\s+at .+[:)]\d*/.test(line))
    .join("\n")
    .replaceAll(`${PROJECT_FOLDER}/`, "");
}

// Whoever asked for the pages is gone; nobody would publish them.
process.once("disconnect", () => process.exit(1));

const outcome = await renderSite();
process.send?.(outcome, () => process.exit(outcome.ok ? 0 : 1));
