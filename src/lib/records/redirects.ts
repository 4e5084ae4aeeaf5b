/** The list of redirects, `redirects.jsonl`, as importing and removing papers need it. */
import { join } from "node:path";
import { foldAddress } from "../address.ts";
import { CONTENT_FILES } from "../content/content-files.ts";
import { parseRedirects } from "../content/parse.ts";
import { openLines } from "../content/read.ts";
import { type Redirect, RedirectSchema } from "../content/redirect.ts";
import { toSegment } from "../papers/id.ts";
import { addresses } from "../routes.ts";
import { serializeLines } from "./serialize.ts";
import type { FileText } from "./write-file.ts";

/** Redirects by the address that is gone, folded as `foldAddress` does it. */
export type Redirects = Map<string, Redirect>;

/** Reads the list, which may be missing. Throws a `ContentError` with every line that cannot be read. */
export function openRedirects(folder: string): Redirects {
  return readRedirects(folder).redirects;
}

function readRedirects(folder: string): { text: string; redirects: Redirects } {
  let text = "";
  const lines = openLines(folder, "redirects", (own, file) => {
    text = own;
    return parseRedirects(own, file);
  });
  return { text, redirects: new Map(lines.map((entry) => [foldAddress(entry.from), entry])) };
}

/** The redirect that stands for a paper that was taken out; undefined when it was not. */
export function findTakenOut(redirects: Redirects, id: string): Redirect | undefined {
  const known = redirects.get(foldAddress(addresses.paper(id)));
  if (known !== undefined || !/^[a-z-]+\/\d{7}$/.test(id)) return known;
  // Its id may have had a subject class, which is no part of it.
  const segment = RegExp.escape(toSegment(id)).replace("_", "(?:\\.[a-z]{2})?_");
  const form = new RegExp(`^/papers/${segment}/$`, "i");
  return [...redirects.values()].find(({ from }) => form.test(from));
}

/** The list with redirects to the archive for a paper's ids, each once; what stands in it stays as it is. */
export function describeRedirects(folder: string, ids: string[], rest: Pick<Redirect, "date" | "reason">): FileText {
  const { text, redirects: known } = readRedirects(folder);
  const fresh = [...new Set(ids.map((id) => addresses.paper(id)))]
    .map((from): Redirect => ({ from, to: addresses.archive(), ...rest }))
    .filter(({ from }) => !known.has(foldAddress(from)));
  const start = text === "" || text.endsWith("\n") ? text : `${text}\n`;
  return { path: join(folder, CONTENT_FILES.redirects.path), content: start + serializeLines(fresh, RedirectSchema) };
}
