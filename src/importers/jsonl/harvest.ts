/**
 * Records in our own form, one JSON object a line, as `content/papers/*.jsonl` and an export hold them.
 * Their text is taken as it stands: it was cleaned when it first came in.
 */
import { isWholeJson, SPREAD_CURE } from "#lib/content/json-lines.ts";
import { parseRecords } from "#lib/content/parse.ts";
import type { PaperRecord } from "#lib/content/record.ts";
import { describeValue, type Problem } from "#lib/errors.ts";
import { completeHarvest, type Facts, type Harvest, type SourceFile } from "#lib/records/facts.ts";
import { joinProblems } from "../entry-problem.ts";

/** The source of records that name none. */
const NAMELESS = "JSON Lines";

const EXPECTATION = "one record a line: a JSON object with id, title and the other fields of a record";

/**
 * Everything that records say of papers.
 * A line with faults is refused whole, as one entry that names each of them.
 */
export function harvestJsonl({ file, text, retrieved }: SourceFile): Harvest {
  const problem = refuseWhole(text);
  if (problem !== undefined) return completeHarvest({ refused: [{ file, ...problem }] });
  const { value, problems } = parseRecords(text, file);
  return completeHarvest({
    facts: (value?.lines ?? []).map(({ line, data }) => toFacts(data, file, line, retrieved)),
    refused: [...Map.groupBy(problems, ({ line }) => line).values()].map(joinProblems),
  });
}

/** Why a text as a whole is none of records; undefined when any line of it may be one. */
function refuseWhole(text: string): Omit<Problem, "file"> | undefined {
  const lines = text.replace(/^\uFEFF/, "").split("\n");
  const index = lines.findIndex((line) => line.trim() !== "");
  if (index < 0) return { message: "the text is empty", allowed: EXPECTATION };
  const isJson = isWholeJson(text);
  if (!isJson && lines.some((line) => /^\s*\{\s*\S/.test(line))) return undefined;
  return {
    line: index + 1,
    message: "this is not JSON Lines",
    found: describeValue((lines[index] ?? "").trim()),
    allowed: EXPECTATION,
    mend: isJson ? SPREAD_CURE : "give the file to the importer of the source it comes from",
  };
}

function toFacts(record: PaperRecord, file: string, line: number, retrieved: string): Facts {
  const { sources, withdrawn, ...facts } = record;
  // A list without items says nothing; to the merge, being there would mean that it takes items away.
  const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => !isEmpty(value))) as typeof facts;
  return {
    ...said,
    ...(withdrawn !== undefined && { withdrawn }),
    sources: sources.length > 0 ? sources : [{ name: NAMELESS, retrieved }],
    place: { file, line, field: `line ${line}` },
  };
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
