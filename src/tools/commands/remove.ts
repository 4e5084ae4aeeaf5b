/** `remove`: takes a paper out. */
import { toDay } from "#lib/dates.ts";
import { removePaper } from "#lib/records/remove.ts";
import { findContentFolder } from "../folders.ts";
import { type Command, FLAG, printChange, readArgs, TEXT, UsageError, WRITE_FLAGS } from "./command.ts";

const REASON = "This paper was taken out of the digest.";

const HELP = `npm run digest -- remove ID [options]

Takes a paper out of the content folder (CONTENT_DIR, otherwise content/). Its address goes on working: it leads to the
archive and says why. Imports do not bring it back. An edition that names the paper keeps it until people have
rewritten that.

  --reason TEXT  what readers of its address are told; otherwise "${REASON}"
  --with-digest  delete its digest too; without this a paper that has one stays
  --dry-run      say which files would change, and write nothing
  --json         print {id, files} as JSON

Exit code: 0 done, 1 it cannot be done (nothing has changed), 2 called wrongly.`;

/** Removes a paper. */
export const remove: Command = {
  name: "remove",
  summary: "take a paper out; its address leads to the archive",
  help: HELP,
  run(args) {
    const { values, positionals } = readArgs(args, { reason: TEXT, "with-digest": FLAG, ...WRITE_FLAGS });
    const [id, ...rest] = positionals;
    if (id === undefined || rest.length > 0) throw new UsageError("give the id of one paper");
    const files = removePaper(findContentFolder(), id, {
      today: toDay(new Date()),
      reason: values.reason?.trim() || REASON,
      withDigest: values["with-digest"],
      isDryRun: values["dry-run"],
    });
    printChange(`${id} is taken out`, { id, files }, values);
    return 0;
  },
};
