/** Editions and digests that name papers by ids that they no longer have, with the new ones. */
import { readFileSync } from "node:fs";
import { listContentFiles } from "../content/content-files.ts";
import { fingerprintDigest } from "../content/digest-check.ts";
import { parseDigest, parseEdition } from "../content/parse.ts";
import type { FileText } from "./write-file.ts";

/** A change of a paper's id. */
export interface IdChange {
  /** The id before. */
  from: string;
  /** The id now. */
  to: string;
}

/** The editions and digests that name papers by ids before: in lists and links these are the new ones, prose is left alone. */
export function rewriteNames(folder: string, changes: readonly IdChange[]): FileText[] {
  if (changes.length === 0) return [];
  return (["editions", "digests"] as const).flatMap((kind) =>
    listContentFiles(folder, kind).flatMap((path) => {
      const text = readFileSync(path, "utf8");
      const rewrite = kind === "editions" ? rewriteEdition : rewriteDigest;
      const named = changes.filter(({ from }) => text.includes(from));
      const content = named.length === 0 ? text : rewrite(text, path, named);
      return content === text ? [] : [{ path, content }];
    }),
  );
}

function rewriteEdition(text: string, path: string, changes: readonly IdChange[]): string {
  const bodyLine = parseEdition(text, path).value?.bodyLine ?? 1;
  return text
    .split("\n")
    .map((line, index) => changes.reduce(index + 1 < bodyLine ? replaceItem : replaceLink, line))
    .join("\n");
}

/** A digest that bore a stamp as it was checked bears one still: what it says has not changed. */
function rewriteDigest(text: string, path: string, changes: readonly IdChange[]): string {
  const { value } = parseDigest(text, path);
  if (value === undefined) return text;
  const { data, body, bodyLine } = value;
  const lines = text.split("\n");
  const written = lines
    .map((line, index) => (index + 1 < bodyLine ? line : changes.reduce(replaceLink, line)))
    .join("\n");
  const { checkedText } = data;
  if (checkedText === undefined || checkedText !== fingerprintDigest(data, body)) return written;
  const fresh = parseDigest(written, path).value?.body ?? body;
  return written.replace(checkedText, fingerprintDigest(data, fresh));
}

/** The id as a whole value of YAML, quoted or bare. A bare arXiv id would be a number, so it comes out quoted. */
function replaceItem(line: string, { from, to }: IdChange): string {
  const item = new RegExp(`(?<![\\w./:-])(["']?)${RegExp.escape(from)}\\1(?![\\w./:-])`, "g");
  return line.replace(item, () => JSON.stringify(to));
}

/** The id in a `<Paper id>` or between `[[ ]]`; a link without words says the title, whatever the id. */
function replaceLink(line: string, { from, to }: IdChange): string {
  return line
    .replaceAll(`id="${from}"`, `id="${to}"`)
    .replaceAll(`id='${from}'`, `id='${to}'`)
    .replace(new RegExp(`(?<!\\\\)\\[\\[([ \\t]*)${RegExp.escape(from)}(?=[ \\t]*(?:\\||\\]\\]))`, "g"), `[[$1${to}`);
}
