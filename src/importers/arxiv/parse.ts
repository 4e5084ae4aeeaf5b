/** Text of an Atom answer of arXiv's API -> its entries as plain objects, each checked by itself. */
import { XmlElement } from "@rgrove/parse-xml";
import { checkValue } from "#lib/content/issues.ts";
import { describeValue, type Problem } from "#lib/errors.ts";
import type { SourcePlace } from "#lib/records/facts.ts";
import { describePage } from "../response-form.ts";
import { type ArxivEntry, AtomEntrySchema, FeedSchema } from "./entry.ts";
import { cleanXml, countLines, readXml } from "./xml.ts";

/** An entry that could be read. */
export interface PlacedEntry {
  /** What it says. */
  entry: ArxivEntry;
  /** Where it begins; in reports it is called `feed.entry[2]`, say. */
  place: SourcePlace;
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
/** Elements that may be there several times. */
const LISTS = new Set(["entry", "author", "category", "arxiv:doi"]);

/**
 * Reads an answer. What is no XML, no Atom, or XML of a kind that is not safe to read is refused as a whole; an entry
 * that is not as it should be is refused by itself.
 * @param file how problems name the text
 */
export function parseArxivFeed(source: string, file: string): ArxivFeed {
  const text = cleanXml(source);
  const root = judgeStart(text) ?? readXml(text);
  if (!(root instanceof XmlElement)) return refuse({ file, mend: MEND, ...root });
  if (root.name === "feed") return readFeed(root, text, file);
  return refuse({ file, message: "this is no Atom feed", found: `<${root.name}>`, allowed: "<feed>", mend: MEND });
}

/** Answers that are no XML at all, told in words of their own. */
function judgeStart(text: string): Pick<Problem, "message" | "found"> | undefined {
  if (text.trim() === "") return { message: "the file is empty" };
  const found = describePage(text) ?? (/^\s*</.test(text) ? undefined : describeValue(text.trim()));
  return found === undefined ? undefined : { message: "this is no Atom feed", found };
}

function refuse(problem: Problem): ArxivFeed {
  return { entries: [], refused: [problem] };
}

function readFeed(root: XmlElement, text: string, file: string): ArxivFeed {
  const feed = checkValue(FeedSchema, readElement(root), file, () => undefined);
  if (feed.data === undefined)
    return { entries: [], refused: feed.problems.map((problem) => placeIn("feed", problem)) };
  const starts = listElements(root).flatMap(({ name, start }) => (name === "entry" ? [start] : []));
  const entries: PlacedEntry[] = [];
  const refused: Problem[] = [];
  let line = 1;
  for (const [index, value] of feed.data.entry.entries()) {
    const name = `feed.entry[${index}]`;
    line += countLines(text.slice(starts[index - 1] ?? 0, starts[index])) - 1;
    const { data, problems } = checkValue(AtomEntrySchema, value, file, () => line);
    if (data === undefined) refused.push(...problems.map((problem) => placeIn(name, problem)));
    else entries.push({ entry: data, place: { file, line, field: name } });
  }
  const { title, updated } = feed.data;
  return { entries, refused, title, updated };
}

/** Attributes that say something; others are how the text of an element is written. */
const ATTRIBUTES = new Set(["xmlns", "term", "scheme"]);

/** An element as a plain value: its text if that is all it has, else an object of attributes (`@term`) and elements. */
function readElement(element: XmlElement): unknown {
  const elements = listElements(element);
  const attributes = Object.entries(element.attributes).filter(([name]) => ATTRIBUTES.has(name));
  if (elements.length === 0 && attributes.length === 0) return element.text.trim();
  const groups = Map.groupBy(elements, ({ name }) => name);
  const values = [...groups].map(([name, group]) => {
    const all = group.map(readElement);
    return [name, all.length > 1 || LISTS.has(name) ? all : all[0]];
  });
  return Object.fromEntries([...attributes.map(([name, value]) => [`@${name}`, value]), ...values]);
}

function listElements({ children }: XmlElement): XmlElement[] {
  return children.filter((child) => child instanceof XmlElement);
}

/** The problem with its field named from the top of the file. */
function placeIn(name: string, problem: Problem): Problem {
  return { ...problem, field: problem.field === undefined ? name : `${name}.${problem.field}` };
}
