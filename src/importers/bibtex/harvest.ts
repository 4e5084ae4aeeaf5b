/** Imports bibliographies in BibTeX and BibLaTeX. */
import { describeValue, type Problem } from "#lib/errors.ts";
import type { Facts, Harvest, SourceFile } from "#lib/records/facts.ts";
import { noteUnread } from "../unread.ts";
import { type BibtexEntry, type BibtexFault, parseBibtex } from "./parse.ts";
import { nameBibtexEntry, readBibtexFacts } from "./to-facts.ts";

/** Entries that are no works: BibLaTeX's stores of data and sets, and orders to a style. */
const NO_WORKS = new Set(["xdata", "set", "control", "bibnote"]);

/** Reads one file. Throws nothing: what cannot be read is told in the harvest, and all the rest is in it. */
export function harvestBibtex(source: SourceFile): Harvest {
  const { file, text } = source;
  const { entries, faults } = parseBibtex(text);
  const facts: Facts[] = [];
  const notices: Problem[] = [];
  const refused: Problem[] = faults.map((fault) => describeFault(fault, file));
  for (const entry of entries) {
    const outcome = readBibtexFacts(entry, file, source.retrieved);
    const reason = outcome.notices.find(({ field }) => field === `${nameBibtexEntry(entry)}.title`);
    notices.push(...outcome.notices.filter((notice) => notice !== reason));
    if (outcome.facts !== undefined) facts.push(outcome.facts);
    else if (!NO_WORKS.has(entry.type)) refused.push(reason ?? describeUntitled(entry, file));
  }
  if (entries.length === 0 && faults.length === 0) {
    if (/\S/.test(text) && !/^[^\S\n\r\u2028\u2029]*[@%]/m.test(text)) refused.push(describeStranger(text, file));
    else notices.push({ file, message: "the file holds no entries" });
  }
  notices.push(...noteUnread(file, facts));
  return { facts, refused: refused.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)), notices, days: [] };
}

function describeFault({ line, entry, reason }: BibtexFault, file: string): Problem {
  return {
    file,
    ...(line === undefined ? {} : { line }),
    ...(entry === undefined ? {} : { field: entry }),
    message: "this could not be read as BibTeX",
    found: reason,
    mend: "look for a brace, a quotation mark or a comma that is missing or too many",
  };
}

function describeUntitled(entry: BibtexEntry, file: string): Problem {
  return {
    file,
    line: entry.line,
    field: `${nameBibtexEntry(entry)}.title`,
    message: "is missing",
    allowed: "text that is not empty",
    mend: "add it",
  };
}

function describeStranger(text: string, file: string): Problem {
  return {
    file,
    message: "this is no BibTeX",
    found: describeValue(text.trim().slice(0, 100)),
    allowed: "entries such as @article{key, title = {…}}",
  };
}
