/** Commands of TeX that have arguments: `\emph{…}`, `\href{…}{…}`, `\cite{…}`. */
import { unescapeAddress } from "./addresses.ts";
import { readBraces } from "./braces.ts";
import { CITATION, FACES } from "./commands.ts";
import type { Replacement } from "./replacement.ts";
import { setScript } from "./scripts.ts";

/** Options in brackets, which say how a command does its work. */
const OPTIONS = /^(?:\[[^\]]{0,200}\])*\s?/;

/**
 * The text of a command with its arguments; undefined when nothing is known of it, or it has none.
 * @param name The command without its backslash.
 * @param index Where its backslash stands.
 * @param after Where its arguments begin.
 * @param read Makes text of an argument.
 */
export function readFace(
  text: string,
  name: string,
  index: number,
  after: number,
  read: (argument: string) => string,
): Replacement | undefined {
  const start = after + (OPTIONS.exec(text.slice(after, after + 500))?.[0].length ?? 0);
  const first = readBraces(text, start);
  if (first === undefined) return undefined;
  const end = start + first.length + 2;
  const length = end - index;
  if (FACES.has(name)) return { text: read(first), length };
  if (CITATION.test(name) || name === "label") return { text: "", length, hidesSpace: true };
  if (name === "enquote") return { text: `“${read(first)}”`, length };
  if (name === "ensuremath") return { text: `$${first.trim()}$`, length };
  if (name === "url" || name === "path") return { text: unescapeAddress(first.trim()), length };
  if (name === "textsubscript" || name === "textsuperscript") {
    return { text: setScript(read(first), name === "textsubscript" ? "_" : "^", text.charAt(end)), length };
  }
  if (/^[vh]?phantom$/.test(name)) return { text: "", length };
  if (name === "color") return { text: "", length };
  const second = readBraces(text, end);
  if (second === undefined) return undefined;
  const both = length + second.length + 2;
  if (name === "textcolor") return { text: read(second), length: both };
  // The second form is for places without mathematics; ours have it.
  if (name === "texorpdfstring") return { text: read(first), length: both };
  return name === "href" ? { text: describeLink(first, read(second).trim()), length: both } : undefined;
}

/** `text (address)` for addresses that a reader may follow, each of the two once. */
function describeLink(source: string, text: string): string {
  const address = unescapeAddress(source.trim());
  const isShown = /^(?:https?:\/\/|mailto:)\S+$/i.test(address);
  return isShown && text !== address && `mailto:${text}` !== address ? `${text} (${address})`.trim() : text;
}
