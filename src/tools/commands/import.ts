/** `import`: brings papers in from files of arXiv, Hugging Face, BibTeX, a pasted listing, or our own export; days over the network. */
import { toDay } from "#lib/dates.ts";
import { completeHarvest } from "#lib/records/facts.ts";
import { type ImportReport, importHarvests } from "#lib/records/import.ts";
import { SYSTEM_CLOCK } from "../../importers/clock.ts";
import { findContentFolder } from "../folders.ts";
import { readDay, readDayRange } from "../import/day-range.ts";
import { importDays } from "../import/import-days.ts";
import { IMPORT_SOURCES, type ImportSource } from "../import/import-sources.ts";
import { importOverNetwork, NETWORK_HELP, type NetworkParts } from "../import/network.ts";
import { printImport } from "../import/report.ts";
import { findSourceFiles, readSourceFile, STANDARD_INPUT } from "../import/source-files.ts";
import { startProgress } from "../progress.ts";
import { type Command, FLAG, readArgs, TEXT, UsageError, WRITE_FLAGS } from "./command.ts";

const HELP = `npm run digest -- import SOURCE [options] [FILE|FOLDER …]
npm run digest -- import arxiv --query QUERY --from DAY [--to DAY] [--max N]
npm run digest -- import hugging-face --from DAY [--to DAY]

Reads papers from files, or asks for days over the network, and merges them into the content folder (CONTENT_DIR,
otherwise content/).

SOURCE is one of
  arxiv         answers of arXiv's API (Atom, .xml)
  hugging-face  days of Hugging Face's Daily Papers API (.json)
  bibtex        bibliographies (.bib)
  listing       the pasted text of a papers page (.txt); needs --date
  jsonl         records as this project writes them (.jsonl)

Files: without a path, or with "-", standard input is read; folders are searched through all their levels.

  --date DAY       the day of the listing, YYYY-MM-DD: its text has no year of its own
  --retrieved DAY  the day the files were read at their source, where they do not say so themselves; otherwise today

Over the network: what comes is written page by page, day by day; when a run breaks off, the same call goes on from there.

  --query QUERY    papers of a query in arXiv's language, such as 'cat:cs.CL', by the day their first version came in
  --from DAY       the first day, UTC
  --to DAY         the last day, this one too; otherwise today
  --max N          so many papers at most, the oldest first; arXiv gives 30,000
  --fresh          begin anew, and ask again what was asked for today already

  --dry-run        say what would come in, and write nothing
  --json           print {added, changed, unchanged, refused, notices, days, files} as JSON

A paper that is known by its id, an id in its links, or its title and first author is merged; an entry of a bibliography
without an id gets one of first author, year and title, own:example-2017-sample-of-attention. Each source has the last word on
the facts that it owns, an older reading never replaces a newer one, and nothing that people wrote is touched.

${NETWORK_HELP}

Exit code: 0 everything came in, 1 something was refused (all the rest is in), 2 called wrongly.`;

/** Options that ask over the network. */
const NETWORK_OPTIONS = ["query", "from", "to", "max", "fresh"] as const;
/** Options of files. */
const FILE_OPTIONS = ["date", "retrieved"] as const;

/** The options as they were given. */
type Values = ReturnType<typeof readCall>["values"];

/** Imports files of one source, or days over the network that the parts make. */
export function makeImport(parts: NetworkParts = {}): Command {
  return {
    name: "import",
    summary: "bring papers in from files, or days of arXiv and Hugging Face over the network",
    help: HELP,
    async run(args) {
      const { values, positionals } = readCall(args);
      const [name, ...paths] = positionals;
      const source = findSource(name);
      const isOverNetwork = NETWORK_OPTIONS.some((option) => (values[option] ?? false) !== false);
      const importIn = isOverNetwork ? importAnswers : importFiles;
      return printImport(await importIn(source, paths, values, parts), values);
    },
  };
}

function readCall(args: string[]) {
  const ofNetwork = { query: TEXT, from: TEXT, to: TEXT, max: TEXT, fresh: FLAG };
  return readArgs(args, { date: TEXT, retrieved: TEXT, ...ofNetwork, ...WRITE_FLAGS });
}

/** Imports days over the network. Throws a `UsageError` when what is asked for makes no sense. */
async function importAnswers(
  source: ImportSource,
  paths: string[],
  values: Values,
  parts: NetworkParts,
): Promise<ImportReport> {
  if (source !== "arxiv" && source !== "hugging-face") {
    throw new UsageError(`${source} comes from files; only arxiv and hugging-face are asked over the network`);
  }
  if (paths.length > 0)
    throw new UsageError(`either files or days: ${paths[0]} is a file, --from asks over the network`);
  const foreign = FILE_OPTIONS.find((option) => values[option] !== undefined);
  if (foreign !== undefined) throw new UsageError(`--${foreign} is for files`);
  const query = values.query?.trim();
  if (source === "arxiv" && !query) throw new UsageError("say what to ask arXiv for: --query 'cat:cs.CL'");
  const forArxiv = (["query", "max"] as const).find((option) => values[option] !== undefined);
  if (source !== "arxiv" && forArxiv !== undefined) throw new UsageError(`--${forArxiv} is for arxiv`);
  const { clock = SYSTEM_CLOCK } = parts;
  const range = readDayRange(values.from, values.to, toDay(new Date(clock.now())));
  const call = { range, query, max: readMax(values.max) };
  return importOverNetwork(values, parts, (network) =>
    importDays(findContentFolder(), call, network, values["dry-run"]),
  );
}

function readMax(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new UsageError(`--max ${text} is not a number of papers, 1 or more`);
}

async function importFiles(source: ImportSource, paths: string[], values: Values): Promise<ImportReport> {
  const today = toDay(new Date());
  const day = readDay("--date", values.date);
  if (source === "listing" && day === undefined) throw new UsageError("a listing needs --date YYYY-MM-DD");
  const retrieved = readDay("--retrieved", values.retrieved) ?? today;
  const { endings, harvest } = IMPORT_SOURCES[source];
  const found = findSourceFiles(paths.length === 0 ? [STANDARD_INPUT] : paths, endings);
  const harvests = [completeHarvest({ refused: found.problems })];
  const progress = startProgress(found.paths.length);
  for (const [index, path] of found.paths.entries()) {
    progress.show(index, path);
    harvests.push(await harvest(readSourceFile(path, retrieved), day ?? retrieved));
  }
  progress.end();
  return importHarvests(findContentFolder(), harvests, { today, isDryRun: values["dry-run"] });
}

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
