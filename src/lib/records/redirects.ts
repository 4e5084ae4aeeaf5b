/** The list of redirects, `redirects.jsonl`, as importing and removing papers need it. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseRedirects } from "../content/parse.ts";
import { CONTENT_FILES, nameContentFile } from "../content/read.ts";
import { type Redirect, RedirectSchema } from "../content/redirect.ts";
import { ContentError } from "../errors.ts";
import { addresses } from "../routes.ts";
import type { FileText } from "./write-file.ts";

/** Redirects by the address that is gone. */
export type Redirects = Map<string, Redirect>;

/** Reads the list, which may be missing. Throws a `ContentError` with every line that cannot be read. */
export function openRedirects(folder: string): Redirects {
  const { path, text } = readText(folder);
  const { value, problems } = parseRedirects(text, nameContentFile(path));
  if (problems.length > 0) throw new ContentError(problems);
  return new Map((value?.lines ?? []).map(({ data }) => [data.from, data]));
}

/** The redirect that stands for a paper that was taken out; undefined when it was not. */
export function findTakenOut(redirects: Redirects, id: string): Redirect | undefined {
  return redirects.get(addresses.paper(id));
}

/** The list with redirects to the archive for a paper's ids, each once; what stands in it stays as it is. */
export function describeRedirects(folder: string, ids: string[], rest: Pick<Redirect, "date" | "reason">): FileText {
  const known = openRedirects(folder);
  const fresh = [...new Set(ids.map((id) => addresses.paper(id)))]
    .map((from): Redirect => ({ from, to: addresses.archive(), ...rest }))
    .filter(({ from }) => !known.has(from));
  const { path, text } = readText(folder);
  const keys = Object.keys(RedirectSchema.shape);
  const start = text === "" || text.endsWith("\n") ? text : `${text}\n`;
  return { path, content: start + fresh.map((redirect) => `${JSON.stringify(redirect, keys)}\n`).join("") };
}

function readText(folder: string): { path: string; text: string } {
  const path = join(folder, CONTENT_FILES.redirects.path);
  return { path, text: existsSync(path) ? readFileSync(path, "utf8") : "" };
}
