/** Text of an Atom answer of arXiv's API -> its entries as plain objects, each checked by itself. */
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { checkValue } from "#lib/content/issues.ts";
import { describeValue, type Problem } from "#lib/errors.ts";
import { type ArxivEntry, AtomEntrySchema, FeedSchema } from "./entry.ts";
import { decodeReferences, type Markup, MOST_LEVELS, readMarkup } from "./markup.ts";

/** An entry that could be read. */
export interface PlacedEntry {
  /** What it says. */
  entry: ArxivEntry;
  /** What it is called in reports, such as `feed.entry[2]`. */
  name: string;
  /** Line on which it begins, from 1. */
  line: number;
}

/** What one answer holds. */
export interface ArxivFeed {
  /** Entries in the order of the file. */
  entries: PlacedEntry[];
  /** The feed's title, which names the query. */
  title?: string | undefined;
  /** When arXiv gave the answer. */
  updated?: Date | undefined;
  /** What could not be read: entries, or the whole file. */
  refused: Problem[];
}

const MEND = "give the answer of https://export.arxiv.org/api/query?id_list=… as it came";
const LISTS = new Set(["entry", "author", "category", "link", "arxiv:doi"]);

/** A new one for each text: a parser keeps what it learnt of entities. */
function makeParser(): XMLParser {
  return new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    parseTagValue: false,
    parseAttributeValue: false,
    // Entities are decoded by us, once, after readMarkup has seen that there are no others.
    processEntities: false,
    tagValueProcessor: (_, text) => decodeReferences(text),
    attributeValueProcessor: (_, text) => decodeReferences(text),
    ignoreDeclaration: true,
    isArray: (name) => LISTS.has(name),
    maxNestedTags: MOST_LEVELS,
  });
}

/**
 * Reads an answer. What is no XML, no Atom, or XML of a kind that is not safe to read is refused as a whole; an entry
 * that is not as it should be is refused by itself.
 * @param file how problems name the text
 */
export function parseArxivFeed(source: string, file: string): ArxivFeed {
  const text = source.replace(/^\ufeff/, "");
  const early = judgeStart(text);
  if (early !== undefined) return refuse({ file, mend: MEND, ...early });
  const markup = readMarkup(text);
  if ("message" in markup) return refuse({ file, mend: MEND, ...markup });
  const validity = XMLValidator.validate(markup.text);
  if (validity !== true) {
    return refuse({ file, ...describeInvalid(validity.err, text), mend: MEND });
  }
  if (markup.root !== "feed") {
    return refuse({ file, message: "this is no Atom feed", found: `<${markup.root}>`, allowed: "<feed>", mend: MEND });
  }
  try {
    return readFeed(makeParser().parse(markup.text), markup, file);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return refuse({ file, message: "this XML could not be read", found, mend: MEND });
  }
}

/** Answers that are no XML at all, told in words of their own. */
function judgeStart(text: string): Pick<Problem, "message" | "found"> | undefined {
  if (text.trim() === "") return { message: "the file is empty" };
  if (/^\s*<(!doctype\s+html|html)\b/i.test(text)) return { message: "this is no Atom feed", found: "a page of HTML" };
  if (!/^\s*</.test(text)) return { message: "this is no Atom feed", found: describeValue(text.trim()) };
  return undefined;
}

function refuse(problem: Problem): ArxivFeed {
  return { entries: [], refused: [problem] };
}

/** At the end of a text the validator names no line, and the elements that are still open in a form of its own. */
function describeInvalid({ line, msg }: { line: number; msg: string }, text: string): Omit<Problem, "file"> {
  const message = "this is not well-formed XML";
  if (!msg.startsWith("Invalid '[")) return { line, message, found: msg };
  return { line: text.trimEnd().split("\n").length, message, found: "the text ends before its elements do" };
}

function readFeed(tree: unknown, markup: Markup, file: string): ArxivFeed {
  const root: unknown = Reflect.get(Object(tree), "feed");
  const feed = checkValue(FeedSchema, root, file, () => undefined);
  if (feed.data === undefined)
    return { entries: [], refused: feed.problems.map((problem) => placeIn("feed", problem)) };
  const lines = markup.children.flatMap(({ name, line }) => (name === "entry" ? [line] : []));
  const entries: PlacedEntry[] = [];
  const refused: Problem[] = [];
  for (const [index, value] of feed.data.entry.entries()) {
    const name = `feed.entry[${index}]`;
    const line = lines[index] ?? 1;
    const { data, problems } = checkValue(AtomEntrySchema, value, file, () => line);
    if (data === undefined) refused.push(...problems.map((problem) => placeIn(name, problem)));
    else entries.push({ entry: data, name, line });
  }
  const { title, updated } = feed.data;
  return { entries, refused, title, updated };
}

/** The problem with its field named from the top of the file. */
function placeIn(name: string, problem: Problem): Problem {
  return { ...problem, field: problem.field === undefined ? name : `${name}.${problem.field}` };
}
