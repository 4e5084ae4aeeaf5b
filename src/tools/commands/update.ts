/** `update`: asks again for papers that are known: votes, comments, stars, versions, withdrawals. */
import { addDays, type Day, firstDayOf, lastDayOf, type PartialDate } from "#lib/dates.ts";
import type { Problem } from "#lib/errors.ts";
import { dropInvisible } from "#lib/latex/characters.ts";
import { findPaperId } from "#lib/papers/find-id.ts";
import { isArxivId, PAPER_ID_FORMS } from "#lib/papers/id.ts";
import { findDate } from "#lib/papers/paper-date.ts";
import type { Archive } from "#lib/records/archive.ts";
import { askSources } from "../import/ask-sources.ts";
import { importOverNetwork, NETWORK_HELP, type NetworkParts } from "../import/network.ts";
import { printImport } from "../import/report.ts";
import { type Command, FLAG, readArgs, TEXT, UsageError, WRITE_FLAGS } from "./command.ts";

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
      const { values, positionals } = readArgs(args, { days: TEXT, fresh: FLAG, ...WRITE_FLAGS });
      if (positionals.length > 0 && values.days !== undefined) throw new UsageError("either --days or ids");
      const days = readDays(values.days);
      const report = await importOverNetwork(values, parts, (network, { archive }) => {
        const named = positionals.length > 0 ? findNamed(archive, positionals) : undefined;
        const ids = named?.ids ?? findRecent(archive, network.today, days);
        return askSources(ids, { network, areKnown: true, told: named?.told ?? {} });
      });
      return printImport(report, values);
    },
  };
}

function readDays(text = "14"): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new UsageError(`--days ${text} is not a number of days, 1 or more`);
}

/** Papers at arXiv of which one of the last days up to today tells, or may; ids in the order of the archive. */
function findRecent({ records }: Archive, today: Day, days: number): string[] {
  const first = addDays(today, 1 - days);
  const isRecent = (date: PartialDate | undefined) =>
    date !== undefined && lastDayOf(date) >= first && firstDayOf(date) <= today;
  return [...records.values()]
    .filter((record) => isArxivId(record.id))
    .filter((record) => [findDate(record), record.updated, ...record.featured].some(isRecent))
    .map(({ id }) => id);
}

/** Papers that words name, and what is to be told of those that name none that can be asked for. */
function findNamed({ records, index }: Archive, words: string[]) {
  const ids = new Set<string>();
  const told = { refused: [] as Problem[], notices: [] as Problem[] };
  for (const word of words) {
    const asked = findPaperId(dropInvisible(word));
    const [id] = asked === undefined ? [] : index.find({ id: asked, title: "" }).ids;
    if (id === undefined || !records.has(id)) told.refused.push(describeUnknown(word, asked));
    else if (isArxivId(id)) ids.add(id);
    else told.notices.push({ file: "command line", field: word, message: "is not at arXiv; there is nobody to ask" });
  }
  return { ids: [...ids], told };
}

function describeUnknown(word: string, id: string | undefined): Problem {
  const place = { file: "command line", field: word };
  return id === undefined
    ? { ...place, message: "this names no paper", allowed: PAPER_ID_FORMS }
    : { ...place, message: "there is no record of this paper", mend: "`npm run digest -- add` brings it in" };
}
