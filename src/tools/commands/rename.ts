/** `rename`: gives a paper another id. */
import { toDay } from "#lib/dates.ts";
import { renamePaper } from "#lib/records/rename.ts";
import { findContentFolder } from "../folders.ts";
import { type Command, printChange, readArgs, UsageError, WRITE_FLAGS } from "./command.ts";

const HELP = `npm run digest -- rename OLD NEW [--dry-run] [--json]

Gives a paper another id, in the content folder (CONTENT_DIR, otherwise content/): its record, its digest and the
editions that name it follow, its history tells of it, and its old address goes on working.

  --dry-run  say which files would change, and write nothing
  --json     print {from, to, files} as JSON

Exit code: 0 done, 1 it cannot be done (nothing has changed), 2 called wrongly.`;

/** Renames a paper. */
export const rename: Command = {
  name: "rename",
  summary: "give a paper another id; its old address goes on working",
  help: HELP,
  run(args) {
    const { values, positionals } = readArgs(args, WRITE_FLAGS);
    const [from, to, ...rest] = positionals;
    if (from === undefined || to === undefined || rest.length > 0)
      throw new UsageError("give the old id and the new one");
    const call = { today: toDay(new Date()), isDryRun: values["dry-run"] };
    const files = renamePaper(findContentFolder(), from, to, call);
    printChange(`${from} is ${to} now`, { from, to, files }, values);
    return 0;
  },
};
