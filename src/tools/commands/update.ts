/** `update`: asks again for papers that are known: votes, comments, stars, versions, withdrawals. */
import { type Day, toDate, toDay } from "#lib/dates.ts";
import type { Problem } from "#lib/errors.ts";
import { findArxivId, isArxivId, PAPER_ID_FORMS, parsePaperId } from "#lib/papers/id.ts";
import type { Archive } from "#lib/records/archive.ts";
import { ContentImport } from "#lib/records/import.ts";
import { askSources } from "../add/ask-sources.ts";
import { findContentFolder } from "../folders.ts";
import { importSteps } from "../import/merge-steps.ts";
import { NETWORK_HELP, type NetworkParts, withNetwork } from "../import/network.ts";
import { printImport } from "../import/report.ts";
import { type Command, type ExitCode, readArgs, UsageError } from "./command.ts";

const HELP = `npm run digest -- update [options] [ID …]

Asks arXiv and Hugging Face again for papers of the content folder (CONTENT_DIR, otherwise content/): title, version,
withdrawal, DOI and reference; votes, comments, stars and code. What changed is written, and told as an import does.

  ID          these papers; otherwise those that were published, featured or updated of late
  --days N    what "of late" means: the N days up to today, UTC; 14 unless given
  --fresh     ask again what was asked for today already
  --dry-run   say what would change, and write nothing
  --json      print {added, changed, unchanged, refused, notices, days, files} as JSON

Papers that are not at arXiv have nobody to be asked. When Hugging Face does not answer, counts stay as they are.

${NETWORK_HELP}

Exit code: 0 all is well, 1 arXiv did not answer for a paper (all the rest is in), 2 called wrongly.`;

/** Asks again for papers that are known, over the network that the parts make. */
export function makeUpdate(parts: NetworkParts = {}): Command {
  return {
    name: "update",
    summary: "ask again for recent papers: counts, versions, withdrawals",
    help: HELP,
    async run(args) {
      const { values, positionals } = readArgs({
        args,
        allowPositionals: true,
        options: {
          days: { type: "string" },
          fresh: { type: "boolean" },
          "dry-run": { type: "boolean" },
          json: { type: "boolean" },
        },
      });
      if (positionals.length > 0 && values.days !== undefined) throw new UsageError("either --days or ids");
      return updatePapers({ words: positionals, days: readDays(values.days), ...readFlags(values) }, parts);
    },
  };
}

/** Asks again for papers that are known. */
export const update: Command = makeUpdate();

/** How the command was called. */
interface Call {
  words: string[];
  days: number;
  isFresh: boolean;
  isDryRun: boolean;
  isJson: boolean;
}

function readDays(text = "14"): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new UsageError(`--days ${text} is not a number of days, 1 or more`);
}

function readFlags(values: { fresh?: boolean; "dry-run"?: boolean; json?: boolean }): Omit<Call, "words" | "days"> {
  return { isFresh: values.fresh ?? false, isDryRun: values["dry-run"] ?? false, isJson: values.json ?? false };
}

async function updatePapers({ words, days, isFresh, isDryRun, isJson }: Call, parts: NetworkParts): Promise<ExitCode> {
  const folder = findContentFolder();
  const report = await withNetwork({ ...parts, isFresh }, async (network) => {
    const content = new ContentImport(folder, { today: network.today, isDryRun });
    const { archive } = content;
    const chosen = words.length > 0 ? findNamed(archive, words) : { ids: findRecent(archive, network.today, days) };
    const told = await importSteps(content, askSources(chosen.ids, { network, areKnown: true }));
    told.refused.unshift(...(chosen.refused ?? []));
    told.notices.unshift(...(chosen.notices ?? []));
    return told;
  });
  printImport(report, { folder, isDryRun, isJson });
  return report.refused.length > 0 ? 1 : 0;
}

/** Papers to ask for, and what of the words names none. */
type Chosen = { ids: string[]; refused?: Problem[]; notices?: Problem[] };

/** Papers at arXiv of which one of the last days up to today tells; ids in the order of the archive. */
function findRecent({ records }: Archive, today: Day, days: number): string[] {
  const first = toDay(new Date(toDate(today).getTime() - (days - 1) * 86_400_000));
  const isRecent = (day: Day | undefined) => day !== undefined && day >= first && day <= today;
  return [...records.values()]
    .filter(({ id, published, updated, featured }) => isArxivId(id) && [published, updated, ...featured].some(isRecent))
    .map(({ id }) => id);
}

function findNamed({ records, index }: Archive, words: string[]): Chosen {
  const chosen = { ids: new Set<string>(), refused: [] as Problem[], notices: [] as Problem[] };
  for (const word of words) {
    const asked = findArxivId(word) ?? parsePaperId(word);
    const match = asked === undefined ? undefined : index.find({ id: asked, title: "" });
    const id = match !== undefined && "id" in match ? match.id : undefined;
    if (id === undefined || !records.has(id)) chosen.refused.push(describeUnknown(word, asked));
    else if (isArxivId(id)) chosen.ids.add(id);
    else chosen.notices.push({ file: "command line", field: word, message: "is not at arXiv; there is nobody to ask" });
  }
  return { ...chosen, ids: [...chosen.ids] };
}

function describeUnknown(word: string, id: string | undefined): Problem {
  return id === undefined
    ? { file: "command line", field: word, message: "this names no paper", allowed: PAPER_ID_FORMS }
    : {
        file: "command line",
        field: word,
        message: "there is no record of this paper",
        mend: "`npm run digest -- add` brings it in",
      };
}
