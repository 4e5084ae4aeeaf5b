/** Imports answers of arXiv's API. */
import { toDay } from "#lib/dates.ts";
import { describeValue, type Problem } from "#lib/errors.ts";
import { PAPER_ID_FORMS } from "#lib/papers/id.ts";
import type { Facts, Harvest, SourceFile } from "#lib/records/facts.ts";
import { noteUnread } from "../unread.ts";
import { type PlacedEntry, parseArxivFeed } from "./parse.ts";
import { readAtomFacts } from "./to-facts.ts";

/** arXiv tells an error by a feed with one entry, whose id leads here. */
const ERROR_ID = /\/api\/errors#/;

/** Reads one Atom answer of arXiv's API. Throws nothing: what cannot be read is told in the harvest. */
export function harvestArxiv(source: SourceFile): Harvest {
  const { file } = source;
  const { entries, title, updated, refused } = parseArxivFeed(source.text, file);
  const retrieved = updated === undefined ? source.retrieved : toDay(updated);
  const harvest: Harvest = { facts: [], refused, notices: [], days: [] };
  for (const placed of entries) {
    const outcome = readEntry(placed, retrieved);
    if ("message" in outcome) refused.push(outcome);
    else harvest.facts.push(outcome);
  }
  harvest.notices.push(...noteUnread(file, harvest.facts));
  if (entries.length === 0 && refused.length === 0) {
    harvest.notices.push({
      file,
      message: "arXiv found no paper",
      ...(title === undefined ? {} : { found: title }),
    });
  }
  return harvest;
}

function readEntry(placed: PlacedEntry, retrieved: string): Facts | Problem {
  const { entry, place } = placed;
  if (ERROR_ID.test(entry.id)) {
    return {
      ...place,
      message: "arXiv answered with an error",
      found: describeValue((entry.summary ?? entry.title).trim()),
      mend: "mend the query, or the ids in it, and ask again",
    };
  }
  return (
    readAtomFacts(placed, retrieved) ?? {
      ...place,
      field: `${place.field}.id`,
      message: "is not the id of a paper at arXiv",
      found: describeValue(entry.id),
      allowed: `http://arxiv.org/abs/ and ${PAPER_ID_FORMS.replace(/, or.*/, "")}`,
    }
  );
}
