/** Markup that an importer did not understand: it is kept as it stands, and a curator is told where. */
import { countNoun } from "#lib/counts.ts";
import type { Problem } from "#lib/errors.ts";
import { splitRuns } from "#lib/latex/runs.ts";
import type { Facts } from "#lib/records/facts.ts";

/** Commands and scripts outside mathematics. */
const UNREAD = /\\[A-Za-z]{2,20}|[\p{L}\d)][_^]\{[^{}]{0,30}\}/u;
/** So many places are named. */
const NAMED = 3;

/** One notice for a file; none where all of its text was understood. */
export function noteUnread(file: string, facts: readonly Facts[]): Problem[] {
  const found = facts.flatMap(({ title, abstract = "", place }) => {
    const unread = findUnread(title) ?? findUnread(abstract);
    return unread === undefined ? [] : [`${unread} (${place.field})`];
  });
  if (found.length === 0) return [];
  const more = found.length > NAMED ? `, and ${found.length - NAMED} more` : "";
  return [
    {
      file,
      message: `${countNoun(found.length, "paper")} hold${found.length === 1 ? "s" : ""} markup that is not understood and stays as it stands`,
      found: `${found.slice(0, NAMED).join(", ")}${more}`,
      mend: "mend the source, if it should read otherwise",
    },
  ];
}

function findUnread(text: string): string | undefined {
  if (!/[\\{]/.test(text)) return undefined;
  const plain = splitRuns(text).flatMap(({ kind, source }) => (kind === "text" ? [source] : []));
  return plain.flatMap((source) => UNREAD.exec(source)?.[0] ?? findGluedBrace(source) ?? [])[0];
}

/** An address with braces in it, which came from a command. */
function findGluedBrace(text: string): string | undefined {
  return text.split(/\s/).find((word) => word.includes("{") && word.includes("://"));
}
