/** An answer of Hugging Face's API as text becomes checked entries; what cannot be read is told by place and expectation. */
import { checkValue } from "#lib/content/issues.ts";
import { describeJsonFault } from "#lib/content/json-fault.ts";
import { countNoun } from "#lib/counts.ts";
import { type Day, isDay } from "#lib/dates.ts";
import { describeValue, type Problem } from "#lib/errors.ts";
import { joinProblems } from "../entry-problem.ts";
import { describePage } from "../response-form.ts";
import { DailyPaperSchema, type EntryData, PaperSchema } from "./entry.ts";
import { PythonLiteralError, parsePythonLiteral } from "./python-literal.ts";

/** An entry that could be read. */
export interface Entry {
  /** Path of the entry in the file, such as `[3]` or `data[3]`; "" when the file holds it alone. */
  path: string;
  /** Path of the paper in the file, such as `[3].paper`; that of the entry when it is the paper. */
  paperPath: string;
  /** What it says. */
  data: EntryData;
}

/** What a file holds. */
export interface DailyPapersPage {
  /** Whether it lists what a day showed; otherwise its papers were asked for one by one. */
  isList: boolean;
  /** The day that a wrapper around the list gives. */
  date?: Day;
  /** Entries that the file holds, readable or not. */
  held: number;
  /** Entries that a wrapper says there are; absent when nothing says so. */
  announced?: number;
  /** Those that could be read, in the order of the file. */
  entries: Entry[];
  /** Entries that could not, one problem each; or the one that says why the file as a whole cannot be read. */
  refused: Problem[];
  /** What a curator should know of. */
  notices: Problem[];
}

const ALLOWED = "the JSON that Hugging Face answers under /api/daily_papers or /api/papers/<id>";

/** A file as entries. Nothing is thrown: a file that cannot be read at all has one refusal and no entries. */
export function parseDailyPapers(file: string, text: string): DailyPapersPage {
  const source = text.replace(/^\uFEFF/, "");
  if (source.trim() === "") return refuseFile({ file, message: "the file is empty" });
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    return refuseFile(describeNoJson(file, source, error));
  }
  if (Array.isArray(value)) return parseEntries(file, value, "", isListing(value));
  if (!isObject(value))
    return refuseFile({ file, message: "is neither a list nor a paper", found: describeValue(value) });
  if ("error" in value) {
    return refuseFile({
      file,
      message: "is an answer that says what went wrong",
      found: describeValue(value["error"]),
    });
  }
  if ("data" in value) return parseWrapper(file, value);
  if ("id" in value || "paper" in value) return parseEntries(file, [value], undefined, false);
  const keys = Object.keys(value).join(", ");
  return refuseFile({ file, message: "is neither a list nor a paper", found: `fields ${describeValue(keys)}` });
}

function refuseFile(problem: Problem): DailyPapersPage {
  const refused = [{ allowed: ALLOWED, ...problem }];
  return { isList: false, held: 0, entries: [], refused, notices: [] };
}

function describeNoJson(file: string, source: string, error: unknown): Problem {
  const start = describeValue(source.trimStart().slice(0, 60));
  if (/^\s*</.test(source))
    return { file, message: "is a web page or XML, not JSON", found: describePage(source) ?? start };
  const { reason, position } = describeJsonFault(error, source);
  if (position === undefined)
    return { file, message: "is not JSON that can be read", found: `${reason}; it begins ${start}` };
  const around = describeValue(source.slice(Math.max(0, position - 20), position + 20));
  return {
    file,
    line: source.slice(0, position).split("\n").length,
    message: "is not JSON that can be read",
    found: `${reason}, near ${around}`,
  };
}

/** A list within an object that says its day and how many there are. */
function parseWrapper(file: string, wrapper: { [key: string]: unknown }): DailyPapersPage {
  const { data, date, count } = wrapper;
  if (!Array.isArray(data)) {
    return refuseFile({
      file,
      field: "data",
      message: "is not what it should be",
      found: describeValue(data),
      allowed: "a list",
    });
  }
  const answer = parseEntries(file, data, "data", true);
  const day = typeof date === "string" ? date.slice(0, 10) : undefined;
  if (day !== undefined && isDay(day)) answer.date = day;
  else if (date !== undefined && date !== null) {
    answer.notices.push({ file, field: "date", message: "is not a day, and passed over", found: describeValue(date) });
  }
  if (typeof count === "number" && Number.isSafeInteger(count) && count >= 0) answer.announced = count;
  return answer;
}

/** Whether an array is the list of a day: an empty one, or one that holds an entry as lists have them. */
function isListing(values: unknown[]): boolean {
  return (
    values.length === 0 || values.some((value) => typeof value === "string" || (isObject(value) && "paper" in value))
  );
}

/**
 * Reads each value by itself.
 * @param list what the list is called in the file; undefined when the file is one paper
 */
function parseEntries(file: string, values: unknown[], list: string | undefined, isList: boolean): DailyPapersPage {
  const answer: DailyPapersPage = { isList, held: values.length, entries: [], refused: [], notices: [] };
  let texts = 0;
  for (const [index, value] of values.entries()) {
    const outcome = parseEntry(file, list === undefined ? "" : `${list}[${index}]`, value);
    if ("message" in outcome) answer.refused.push(outcome);
    else {
      answer.entries.push(outcome);
      if (typeof value === "string") texts += 1;
    }
  }
  if (texts > 0) {
    const message = `${countNoun(texts, "entry was text", "entries were text")}, read as Python literals`;
    answer.notices.push({ file, message });
  }
  return answer;
}

function parseEntry(file: string, path: string, source: unknown): Entry | Problem {
  let value = source;
  if (typeof source === "string") {
    try {
      value = parsePythonLiteral(source);
    } catch (error) {
      if (!(error instanceof PythonLiteralError)) throw error;
      return describeText(file, path, error);
    }
  }
  const isBare = isObject(value) && "id" in value && !("paper" in value);
  const { data, problems } = isBare
    ? checkValue(PaperSchema, value, file, () => undefined)
    : checkValue(DailyPaperSchema, value, file, () => undefined);
  if (data === undefined)
    return joinProblems(
      problems.map(({ mend: _, ...problem }) => ({ ...problem, field: joinPath(path, problem.field) })),
    );
  return "paper" in data
    ? { path, paperPath: joinPath(path, "paper"), data }
    : { path, paperPath: path, data: { paper: data } };
}

function describeText(file: string, path: string, error: PythonLiteralError): Problem {
  return {
    file,
    field: path,
    message: "is text that is no Python literal and cannot be read safely",
    found: `at character ${error.position + 1}, ${error.message}`,
    allowed: "a JSON object, or the text of a Python dict",
    mend: "fetch the day again",
  };
}

/** The path of a field of an entry; either may be "". */
export function joinPath(path: string, field = ""): string {
  return [path, field].filter((part) => part !== "").join(".");
}

function isObject(value: unknown): value is { [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
