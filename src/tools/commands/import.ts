/** `import`: brings papers in from files of arXiv, Hugging Face, BibTeX, a pasted listing, or our own export. */
import { isDay, toDay } from "#lib/dates.ts";
import type { Harvest } from "#lib/records/facts.ts";
import { importHarvests } from "#lib/records/import.ts";
import { harvestFile, IMPORT_SOURCES, type ImportSource } from "../import/harvest-file.ts";
import { printImport } from "../import/report.ts";
import { findSourceFiles, readSourceFile, STANDARD_INPUT } from "../import/source-files.ts";
import { startProgress } from "../progress.ts";
import { type Command, readArgs, UsageError } from "./command.ts";

const HELP = `npm run digest -- import SOURCE [options] [FILE|FOLDER …]

Reads papers from files and merges them into the content folder (CONTENT_DIR, otherwise content/).

SOURCE is one of
  arxiv         answers of arXiv's API (Atom, .xml)
  hugging-face  days of Hugging Face's Daily Papers API (.json)
  bibtex        bibliographies (.bib)
  listing       the pasted text of a papers page (.txt); needs --date
  jsonl         records as this project writes them (.jsonl)

Without a path, or with "-", standard input is read; folders are searched through all their levels.

  --date DAY       the day of the listing, YYYY-MM-DD: its text has no year of its own
  --retrieved DAY  the day the files were read at their source, where they do not say so themselves; otherwise today
  --dry-run        say what would come in, and write nothing
  --json           print {added, changed, unchanged, refused, notices, days, files} as JSON

A paper that is known by its id, its DOI, or its title and first author is merged: each source has the last word on
the facts that it owns, an older reading never replaces a newer one, and nothing that people wrote is touched.

Exit code: 0 everything came in, 1 something was refused (all the rest is in), 2 called wrongly.`;

/** Imports files of one source. */
export const importCommand: Command = {
  name: "import",
  summary: "bring papers in from files: arXiv, Hugging Face, BibTeX, a pasted listing",
  help: HELP,
  async run(args) {
    const { values, positionals } = readArgs({
      args,
      allowPositionals: true,
      options: {
        date: { type: "string" },
        retrieved: { type: "string" },
        "dry-run": { type: "boolean" },
        json: { type: "boolean" },
      },
    });
    const [name, ...paths] = positionals;
    const source = findSource(name);
    const today = toDay(new Date());
    const day = readDay("--date", values.date);
    if (source === "listing" && day === undefined) throw new UsageError("a listing needs --date YYYY-MM-DD");
    const retrieved = readDay("--retrieved", values.retrieved) ?? today;
    const found = findSourceFiles(paths.length === 0 ? [STANDARD_INPUT] : paths, IMPORT_SOURCES[source].endings);
    const harvests = await harvestAll(source, found.paths, { retrieved, day });
    const isDryRun = values["dry-run"] ?? false;
    const report = importHarvests(process.env["CONTENT_DIR"] || "content", harvests, { today, isDryRun });
    report.refused.unshift(...found.problems);
    printImport(report, { isDryRun, isJson: values.json ?? false });
    return report.refused.length > 0 ? 1 : 0;
  },
};

function findSource(name: string | undefined): ImportSource {
  const names = Object.keys(IMPORT_SOURCES) as ImportSource[];
  const source = names.find((candidate) => candidate === name);
  if (source !== undefined) return source;
  throw new UsageError(
    name === undefined
      ? `say what to import: ${names.join(", ")}`
      : `there is no source "${name}"; known are ${names.join(", ")}`,
  );
}

function readDay(option: string, value: string | undefined): string | undefined {
  if (value === undefined || isDay(value)) return value;
  throw new UsageError(`${option} ${value} is not a day that exists; write YYYY-MM-DD`);
}

async function harvestAll(
  source: ImportSource,
  paths: string[],
  { retrieved, day }: { retrieved: string; day: string | undefined },
): Promise<Harvest[]> {
  const progress = startProgress(paths.length);
  const harvests: Harvest[] = [];
  for (const [index, path] of paths.entries()) {
    progress.show(index, path);
    harvests.push(await harvestFile(source, readSourceFile(path, retrieved), day));
  }
  progress.end();
  return harvests;
}
