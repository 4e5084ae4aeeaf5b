/** `add`: brings single papers in from arXiv and Hugging Face, each with a digest file to fill in. */
import { toDay } from "#lib/dates.ts";
import type { Problem } from "#lib/errors.ts";
import { findArxivId } from "#lib/papers/id.ts";
import { importHarvests } from "#lib/records/import.ts";
import { site } from "#site";
import { askSources } from "../add/ask-sources.ts";
import { makeDraftFiles } from "../add/draft-files.ts";
import { printImport } from "../import/report.ts";
import { type Command, type ExitCode, readArgs, UsageError } from "./command.ts";

const HELP = `npm run digest -- add [options] ID|ADDRESS …

Fetches papers from arXiv, adds what Hugging Face knows of them when it can be reached, writes their records into the
content folder (CONTENT_DIR, otherwise content/), and makes a digest file to fill in for each that has none.

  ID|ADDRESS  an arXiv id in any form (2510.18821, 2510.18821v2, arXiv:2510.18821, hep-th/9901001), or the address of a
              paper at arXiv or Hugging Face
  --by NAME   who writes the digests, as it stands in a by-line
  --no-digest make no digest files
  --dry-run   say what would come in, and write nothing
  --json      print {added, changed, unchanged, refused, notices, days, files} as JSON

ARXIV_API and HF_API name other addresses to ask.

Exit code: 0 everything came in, 1 something was refused or could not be fetched (all the rest is in), 2 called wrongly.`;

/** How the command was called. */
interface Options {
  by: string;
  withDigests: boolean;
  isDryRun: boolean;
  isJson: boolean;
}

/** Adds papers by id or address. */
export const add: Command = {
  name: "add",
  summary: "fetch papers by id or address, and make their digest files",
  help: HELP,
  async run(args) {
    const { values, positionals } = readArgs({
      args,
      allowPositionals: true,
      options: {
        by: { type: "string" },
        "no-digest": { type: "boolean" },
        "dry-run": { type: "boolean" },
        json: { type: "boolean" },
      },
    });
    if (positionals.length === 0) throw new UsageError("say which papers: ids or addresses");
    return addPapers(positionals, {
      by: values.by ?? site.curators,
      withDigests: !(values["no-digest"] ?? false),
      isDryRun: values["dry-run"] ?? false,
      isJson: values.json ?? false,
    });
  },
};

async function addPapers(words: string[], { by, withDigests, isDryRun, isJson }: Options): Promise<ExitCode> {
  const asked = words.map((word) => ({ word, id: findArxivId(word) }));
  const ids = [...new Set(asked.flatMap(({ id }) => id ?? []))];
  const unknown = asked.flatMap(({ word, id }) => (id === undefined ? [describeUnknownForm(word)] : []));
  const folder = process.env["CONTENT_DIR"] || "content";
  const harvests = await askSources(ids);
  const report = importHarvests(folder, harvests, { today: toDay(new Date()), isDryRun });
  report.refused.unshift(...unknown);
  if (withDigests) report.files.push(...makeDraftFiles(folder, report.records, by, isDryRun));
  printImport(report, { isDryRun, isJson });
  return report.refused.length > 0 ? 1 : 0;
}

function describeUnknownForm(word: string): Problem {
  return {
    file: "command line",
    field: word,
    message: "this names no paper at arXiv",
    allowed: "an arXiv id in any form, or the address of a paper at arXiv or Hugging Face",
  };
}
