/** `add`: brings single papers in from arXiv and Hugging Face, each with a digest file to fill in. */
import { existsSync } from "node:fs";
import { locateDigest, nameContentFile } from "#lib/content/content-files.ts";
import { draftDigest } from "#lib/content/digest-draft.ts";
import { parseTags } from "#lib/content/parse.ts";
import { readLists } from "#lib/content/read.ts";
import type { PaperRecord } from "#lib/content/record.ts";
import type { Tag } from "#lib/content/tag.ts";
import type { Problem } from "#lib/errors.ts";
import { dropInvisible } from "#lib/latex/characters.ts";
import { findPaperId } from "#lib/papers/find-id.ts";
import { isArxivId, type PaperId } from "#lib/papers/id.ts";
import { assignTopics } from "#lib/papers/topics.ts";
import { writeFileAtomic } from "#lib/records/write-file.ts";
import { site } from "#site";
import { findContentFolder } from "../folders.ts";
import { askSources } from "../import/ask-sources.ts";
import { importOverNetwork, NETWORK_HELP, type NetworkParts } from "../import/network.ts";
import { printImport } from "../import/report.ts";
import { type Command, FLAG, readArgs, TEXT, UsageError, WRITE_FLAGS } from "./command.ts";

const HELP = `npm run digest -- add [options] ID|ADDRESS …

Fetches papers from arXiv, adds what Hugging Face knows of them when it can be reached, writes their records into the
content folder (CONTENT_DIR, otherwise content/), and makes a digest file to fill in for each that has none.

  ID|ADDRESS  an arXiv id in any form (2510.18821, 2510.18821v2, arXiv:2510.18821, hep-th/9901001), or the address of a
              paper at arXiv or at a site that shows arXiv's papers, such as Hugging Face or alphaXiv
  --by NAME   who writes the digests, as it stands in a by-line
  --no-digest make no digest files
  --fresh     ask again what was asked for today already
  --dry-run   say what would come in, and write nothing
  --json      print {added, changed, unchanged, refused, notices, days, files} as JSON

${NETWORK_HELP}

Exit code: 0 everything came in, 1 something was refused or could not be fetched (all the rest is in), 2 called wrongly.`;

/** Adds papers by id or address, over the network that the parts make. */
export function makeAdd(parts: NetworkParts = {}): Command {
  return {
    name: "add",
    summary: "fetch papers by id or address, and make their digest files",
    help: HELP,
    async run(args) {
      const { values, positionals } = readArgs(args, { by: TEXT, "no-digest": FLAG, fresh: FLAG, ...WRITE_FLAGS });
      if (positionals.length === 0) throw new UsageError("say which papers: ids or addresses");
      const asked = positionals.map((word) => ({ word, id: findPaperId(dropInvisible(word)) }));
      const ids = [...new Set(asked.flatMap(({ id }) => (id !== undefined && isArxivId(id) ? [id] : [])))];
      const refused = asked.flatMap(({ word, id }) =>
        id === undefined || !isArxivId(id) ? [refuseWord(word, id)] : [],
      );
      const report = await importOverNetwork(values, parts, (network) =>
        askSources(ids, { network, areKnown: false, told: { refused } }),
      );
      if (!values["no-digest"]) {
        const by = values.by ?? site.curators;
        report.files.push(...makeDraftFiles(findContentFolder(), report.records, by, values["dry-run"]));
      }
      return printImport(report, values);
    },
  };
}

/** @param id the paper's id at another registry, where the word names one */
function refuseWord(word: string, id: PaperId | undefined): Problem {
  const place = { file: "command line", field: word };
  if (id !== undefined) {
    const mend = "save its BibTeX and bring that in: npm run digest -- import bibtex FILE";
    return { ...place, message: "this paper is not at arXiv, and nobody else is asked", found: id, mend };
  }
  return {
    ...place,
    message: "this names no paper at arXiv",
    allowed: "an arXiv id in any form, or the address of a paper at arXiv, Hugging Face and the like",
  };
}

/**
 * Makes a digest file for each record that has none; one that is there is never touched.
 * @param folder the content folder
 * @param by who writes the digests
 * @returns the files that were made, or would be in a dry run
 */
function makeDraftFiles(folder: string, records: PaperRecord[], by: string, isDryRun: boolean): string[] {
  const tags = readTags(folder);
  return records.flatMap((record) => {
    const paths = [record.id, ...record.previousIds].map((id) => locateDigest(folder, id));
    const [path = ""] = paths;
    if (paths.some((candidate) => existsSync(candidate))) return [];
    const likely = assignTopics(record, tags);
    const suggestions = likely.flatMap((id) => tags.find((tag) => tag.id === id) ?? []);
    if (!isDryRun) writeFileAtomic(path, draftDigest(record, suggestions, by));
    return [nameContentFile(path)];
  });
}

/** The vocabulary, as far as it can be read: its faults are told by `check`. */
function readTags(folder: string): Tag[] {
  return readLists(folder, "tags", parseTags, []).flatMap(({ lines }) => lines.map(({ data }) => data));
}
