/** `add`: brings single papers in from arXiv and Hugging Face, each with a digest file to fill in. */
import type { Problem } from "#lib/errors.ts";
import { findArxivId } from "#lib/papers/id.ts";
import { ContentImport } from "#lib/records/import.ts";
import { site } from "#site";
import { askSources } from "../add/ask-sources.ts";
import { makeDraftFiles } from "../add/draft-files.ts";
import { findContentFolder } from "../folders.ts";
import { importSteps } from "../import/merge-steps.ts";
import { NETWORK_HELP, type NetworkParts, withNetwork } from "../import/network.ts";
import { printImport } from "../import/report.ts";
import { type Command, type ExitCode, readArgs, UsageError } from "./command.ts";

const HELP = `npm run digest -- add [options] ID|ADDRESS …

Fetches papers from arXiv, adds what Hugging Face knows of them when it can be reached, writes their records into the
content folder (CONTENT_DIR, otherwise content/), and makes a digest file to fill in for each that has none.

  ID|ADDRESS  an arXiv id in any form (2510.18821, 2510.18821v2, arXiv:2510.18821, hep-th/9901001), or the address of a
              paper at arXiv or Hugging Face
  --by NAME   who writes the digests, as it stands in a by-line
  --no-digest make no digest files
  --fresh     ask again what was asked for today already
  --dry-run   say what would come in, and write nothing
  --json      print {added, changed, unchanged, refused, notices, days, files} as JSON

${NETWORK_HELP}

Exit code: 0 everything came in, 1 something was refused or could not be fetched (all the rest is in), 2 called wrongly.`;

/** How the command was called. */
interface Options {
  by: string;
  withDigests: boolean;
  isDryRun: boolean;
  isFresh: boolean;
  isJson: boolean;
}

/** Adds papers by id or address, over the network that the parts make. */
export function makeAdd(parts: NetworkParts = {}): Command {
  return {
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
          fresh: { type: "boolean" },
          "dry-run": { type: "boolean" },
          json: { type: "boolean" },
        },
      });
      if (positionals.length === 0) throw new UsageError("say which papers: ids or addresses");
      const options = {
        by: values.by ?? site.curators,
        withDigests: !(values["no-digest"] ?? false),
        isFresh: values.fresh ?? false,
        isDryRun: values["dry-run"] ?? false,
        isJson: values.json ?? false,
      };
      return addPapers(positionals, options, parts);
    },
  };
}

/** Adds papers by id or address. */
export const add: Command = makeAdd();

async function addPapers(words: string[], options: Options, parts: NetworkParts): Promise<ExitCode> {
  const { by, withDigests, isDryRun, isFresh, isJson } = options;
  const asked = words.map((word) => ({ word, id: findArxivId(word) }));
  const ids = [...new Set(asked.flatMap(({ id }) => id ?? []))];
  const unknown = asked.flatMap(({ word, id }) => (id === undefined ? [describeUnknownForm(word)] : []));
  const folder = findContentFolder();
  const report = await withNetwork({ ...parts, isFresh }, (network) =>
    importSteps(
      new ContentImport(folder, { today: network.today, isDryRun }),
      askSources(ids, { network, areKnown: false }),
    ),
  );
  report.refused.unshift(...unknown);
  if (withDigests) report.files.push(...makeDraftFiles(folder, report.records, by, isDryRun));
  printImport(report, { folder, isDryRun, isJson });
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
