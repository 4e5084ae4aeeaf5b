/**
 * The pasted text of a papers page as plain objects: a header with the page's name and day, then entries of a title,
 * an abstract and a footer. The text has no marks for these, so they are told by their order and length.
 */
import { parseDateLine, type WrittenDate } from "./date.ts";
import { type Footer, isFooterPart, matchFooter, spreadFooters } from "./footer.ts";
import { isWrapped, joinBlocks, type Line, readLines } from "./lines.ts";
import { dropMarks } from "./marks.ts";

/** One paper of the page. */
export interface ListingEntry {
  /** How reports name it, by its place among the entries: `entry 1`. */
  name: string;
  /** Line on which it begins, counted from 1. */
  line: number;
  /** Its title; absent when the text has none. */
  title?: string;
  /** Paragraphs of its abstract; empty when the text has none. */
  paragraphs: string[];
  /** What stands under it; absent when nothing does. */
  footer?: Footer;
}

/** What a pasted page holds. */
export interface Listing {
  /** The page's name, such as `Daily Papers`; absent when the paste has no header. */
  name?: string;
  /** The page's day and its line; absent when the paste has none. */
  day?: { date: WrittenDate; line: number };
  /** Its papers in order. */
  entries: ListingEntry[];
  /** Lines that belong neither to the header nor to an entry. */
  passedOver: Line[];
  /** Whether anything in the text shows that it is a listing. */
  isListing: boolean;
}

/** Longest title that is recognised without a footer above it. */
const TITLE_LENGTH = 200;
/** From this many characters on, a paragraph is prose even without a full stop. */
const PROSE_LENGTH = 250;
/** Shortest paragraph with a full stop that is prose. */
const SENTENCE_LENGTH = 120;
const PAGE_NAME = /^.{0,40}\bpapers$/i;

/** Makes paragraphs of lines. */
type Join = (lines: Line[]) => Line[];

/** Reads a pasted page. */
export function parseListing(text: string): Listing {
  const source = readLines(text);
  const { lines, starts } = dropMarks(spreadFooters(source));
  const join: Join = isWrapped(source) ? joinBlocks : (paragraphs) => paragraphs;
  const dayIndex = findHeaderDay(lines, join);
  const afterDay = dayIndex === undefined ? 0 : dayIndex + 1;
  const firstMarked = lines.findIndex(({ line }, index) => index >= afterDay && starts.has(line));
  const start = firstMarked < 0 ? findFirstTitle(lines, afterDay, join) : firstMarked;
  const name = lines.slice(0, start).findLast((line) => PAGE_NAME.test(line.text))?.text;
  const dayLine = dayIndex === undefined ? undefined : lines[dayIndex];
  const date = parseDateLine(dayLine?.text ?? "")?.date;
  const { segments, isListing } = cutSegments(lines.slice(start), join, starts);
  const passedOver = lines.slice(afterDay, start).filter((line) => line.text !== name);
  const last = segments.at(-1);
  // What stands under the last footer is the end of the page, unless it is prose.
  if (last !== undefined && last.footer === undefined && !last.paragraphs.some(isProse)) {
    passedOver.push(...last.paragraphs);
    segments.pop();
  }
  const entries = segments
    .flatMap(({ paragraphs, line, footer }) => splitEntries(paragraphs, line, footer))
    .map((entry, index) => ({ ...entry, name: `entry ${index + 1}` }));
  return {
    ...(name !== undefined && { name }),
    ...(dayLine !== undefined && date !== undefined && { day: { date, line: dayLine.line } }),
    entries,
    passedOver,
    isListing,
  };
}

/** Index of the page's own day: a bare date with no prose and no footer above it. */
function findHeaderDay(lines: Line[], join: Join): number | undefined {
  const index = lines.findIndex(({ text }) => parseDateLine(text) !== undefined);
  if (index < 0 || parseDateLine(lines[index]?.text ?? "")?.comments !== undefined) return undefined;
  const above = lines.slice(0, index);
  return above.some(isFooterPart) || join(above).some(isProse) ? undefined : index;
}

/** Index of the first title: the paragraph above the first prose, unless an entry ends before that. */
function findFirstTitle(lines: Line[], from: number, join: Join): number {
  const end = lines.findIndex((_, index) => index >= from && matchFooter(lines, index) !== undefined);
  const paragraphs = join(lines.slice(from, end < 0 ? undefined : end));
  const title = paragraphs[paragraphs.findIndex(isProse) - 1];
  return title === undefined ? from : lines.findIndex(({ line }, index) => index >= from && line === title.line);
}

/** What stands between two footers. */
interface Segment {
  paragraphs: Line[];
  /** Line on which it begins. */
  line: number;
  /** The footer under it; absent for what stands under the last one. */
  footer?: Footer;
}

/** @param starts lines on which entries are known to begin */
function cutSegments(
  lines: Line[],
  join: Join,
  starts: ReadonlySet<number>,
): { segments: Segment[]; isListing: boolean } {
  const segments: Segment[] = [];
  let isListing = false;
  let begin = 0;
  for (let index = 0; index < lines.length; ) {
    const line = lines[index]?.line ?? 0;
    if (index > begin && starts.has(line)) {
      segments.push({ paragraphs: join(lines.slice(begin, index)), line: lines[begin]?.line ?? 1 });
      begin = index;
    }
    const match = starts.has(line) ? undefined : matchFooter(lines, index, starts.size > 0);
    if (match === undefined) {
      index += 1;
      continue;
    }
    isListing ||= match.footer.isCertain;
    const paragraphs = join(lines.slice(begin, index));
    segments.push({ paragraphs, line: lines[begin]?.line ?? 1, footer: match.footer });
    index = match.next;
    begin = index;
  }
  const paragraphs = join(lines.slice(begin));
  const [first] = paragraphs;
  if (first !== undefined) segments.push({ paragraphs, line: first.line });
  return { segments, isListing };
}

/** A segment as entries: one, or several where entries have no footer of their own; the last has the segment's. */
function splitEntries(paragraphs: Line[], line: number, footer: Footer | undefined): Omit<ListingEntry, "name">[] {
  const starts = paragraphs.flatMap((_, index) => (index === 0 || startsEntry(paragraphs, index) ? [index] : []));
  const groups = starts.map((start, place) => paragraphs.slice(start, starts[place + 1]));
  const entries = (groups.length === 0 ? [[]] : groups).map((group): Omit<ListingEntry, "name"> => {
    const [first, ...rest] = group;
    const isUntitled = first === undefined || first.text.length > PROSE_LENGTH;
    return {
      line: first?.line ?? line,
      ...(!isUntitled && { title: first.text }),
      paragraphs: (isUntitled ? group : rest).map(({ text }) => text),
    };
  });
  const last = entries.at(-1);
  if (last !== undefined && footer !== undefined) last.footer = footer;
  return entries;
}

/** Whether a paragraph within a segment is the title of another entry: no sentence, between two pieces of prose. */
function startsEntry(paragraphs: Line[], index: number): boolean {
  const [above, here, below] = [paragraphs[index - 1], paragraphs[index], paragraphs[index + 1]];
  if (above === undefined || here === undefined || below === undefined || index < 2) return false;
  const isTitle =
    here.text.length <= TITLE_LENGTH &&
    !/[.:;,]$|https?:\/\//.test(here.text) &&
    /^[\p{L}\p{N}"“‘'$\\]/u.test(here.text);
  return isTitle && isProse(above) && isProse(below);
}

function isProse({ text }: Line): boolean {
  return text.length >= PROSE_LENGTH || (text.length >= SENTENCE_LENGTH && /\.["”’')\]]*$/.test(text));
}
