/** What went wrong inside Astro, in words: its errors come from several programs, each with its own way to say so. */
import { constants } from "node:os";
import { stripVTControlCharacters } from "node:util";
import { findFileFault } from "../../lib/failure.ts";
import { PROJECT_FOLDER } from "../folders.ts";

/** Where an error of Astro's or Vite's says it happened. */
interface ErrorPlace {
  file?: string;
  line?: number;
  column?: number;
}

/** The message, where it happened and the hint that Astro gives, without the stack; in plain words when it is the disk's fault. */
export function describeHtmlError(error: unknown): string {
  const causes = listCauses(error);
  const fault = causes.flatMap((cause) => findFileFault(readFileCode(cause)) ?? [])[0];
  if (fault !== undefined) return `${fault.reason}. ${fault.cure} and build again; the last site stands.`;
  if (!(error instanceof Error)) return String(error);
  const { loc, hint, id } = error as Error & { loc?: ErrorPlace; hint?: string; id?: string };
  const file = loc?.file ?? id;
  const place = file === undefined ? [] : [`in ${[file, loc?.line, loc?.column].filter(Boolean).join(":")}`];
  const messages = causes.map((cause) => (cause instanceof Error ? cause.message : String(cause)));
  return removeStacks([...messages.filter((message) => message !== ""), ...place, hint ?? ""].join("\n").trim());
}

/** An error and what caused it, outermost first. */
function listCauses(error: unknown): unknown[] {
  const causes: unknown[] = [];
  for (let next = error; next !== undefined && next !== null && !causes.includes(next); ) {
    causes.push(next);
    next = next instanceof Error ? next.cause : undefined;
  }
  return causes;
}

/** The code of a system error such as `ENOSPC`; what is not written in JavaScript only tells its number in the message. */
function readFileCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ("code" in error && findFileFault(String(error.code)) !== undefined) return String(error.code);
  const [code = ""] = /\bE[A-Z]{2,}(?=: )/.exec(error.message) ?? [];
  if (findFileFault(code) !== undefined) return code;
  const number = Number(/\(os error (\d+)\)/.exec(error.message)?.[1]);
  return Object.entries(constants.errno).find(([, value]) => value === number)?.[0];
}

/** Takes away the stacks that Rolldown, its own and JavaScript's, puts into its messages. */
function removeStacks(text: string): string {
  const lines = stripVTControlCharacters(text)
    .replace(/^Stack backtrace:\n(\s*\d+: .*(\n\s+at .*)?\n?)*/gm, "")
    .split("\n");
  return lines
    .filter((line) => !/^\s+at .+[:)]\d*/.test(line))
    .join("\n")
    .replaceAll(`${PROJECT_FOLDER}/`, "");
}
