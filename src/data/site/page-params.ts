/** Parameters of a page's address, as Astro names them in the path of its template. */
import type { PageKinds } from "./page-kinds.ts";

/**
 * Reads them from its file: of `[...of]/[month]` and `tags/planning/2025-10/index.html` `tags/planning` and `2025-10`.
 * Throws an Error when the file is at no address of the template.
 */
export function readParams(kind: keyof PageKinds, file: string): Record<string, string> {
  const path = file.replace(/\/index\.html$/, "");
  const parts = kind.replace(/\/index$/, "").split("/");
  const form = parts.map((part) =>
    part.replace(/^\[\.{3}(\w+)\]$/, "(?<$1>.+)").replace(/^\[(\w+)\](?=$|\.json$)/, "(?<$1>[^/]+)"),
  );
  const match = new RegExp(`^${form.join("/")}$`).exec(path);
  if (match === null) throw new Error(`${file} is at no address of the template ${kind}.`);
  return { ...match.groups };
}
