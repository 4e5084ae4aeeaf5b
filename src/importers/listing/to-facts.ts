/** An entry of a pasted page as facts of a paper. */
import { describeBound, MOST_CHARACTERS } from "#lib/content/bounds.ts";
import { SlugSchema } from "#lib/content/fields.ts";
import { countNoun } from "#lib/counts.ts";
import type { Day } from "#lib/dates.ts";
import { describeValue, type Problem } from "#lib/errors.ts";
import { cleanText, cleanTitle } from "#lib/latex/clean.ts";
import { findArxivId } from "#lib/papers/find-id.ts";
import { monthOfId, type PaperId } from "#lib/papers/id.ts";
import type { Facts } from "#lib/records/facts.ts";
import { parseCount, resolveDate } from "./date.ts";
import type { Footer } from "./footer.ts";
import type { ListingEntry } from "./parse.ts";

/** Where an entry was found. */
export interface Origin {
  /** The file, as problems name it. */
  file: string;
  /** Day of the page. */
  day: Day;
  /** The source as records name it, such as `Daily Papers listing`. */
  source: string;
}

/**
 * The facts of an entry; undefined when it has no title, or one that shows nothing.
 * @param notices is told what the entry does not say, or not well
 */
export function readListingFacts(
  entry: ListingEntry,
  { file, day, source }: Origin,
  notices: Problem[],
): Facts | undefined {
  const title = cleanTitle(entry.title ?? "");
  if (title === "") return undefined;
  const { name } = entry;
  const notify = (message: string, rest: Partial<Problem> = {}) =>
    notices.push({ file, line: entry.line, field: name, message, ...rest });
  const prose = entry.paragraphs.join("\n\n");
  const isLong = prose.length > MOST_CHARACTERS.abstract;
  if (isLong) {
    const found = countNoun(prose.length, "character");
    notify("the abstract is left out, since it is too long", { found, allowed: describeBound("abstract") });
  }
  const abstract = isLong ? "" : cleanText(prose);
  const missing = listMissing(entry.footer, abstract);
  if (missing !== undefined) notify(`this entry has ${missing}; the rest is taken`, { found: describeValue(title) });
  const facts: Facts = {
    title,
    ...(abstract !== "" && { abstract }),
    ...readDate(entry.footer, day, notify),
    ...readOrganization(entry.footer, notify),
    ...(entry.footer?.authorCount !== undefined && { authorCount: entry.footer.authorCount }),
    featured: [day],
    sources: [{ name: source, retrieved: day }],
    place: { file, line: entry.line, field: name },
  };
  const id = findOwnId(isLong ? [] : entry.paragraphs, facts.published);
  return id === undefined ? facts : { id, ...facts };
}

/** What every entry has and this one lacks, in words; undefined when it lacks nothing. */
function listMissing(footer: Footer | undefined, abstract: string): string | undefined {
  const missing = [
    ...(abstract === "" ? ["no abstract"] : []),
    ...(footer?.authorCount === undefined && footer?.organization === undefined ? ["no authors or organisation"] : []),
    ...(footer?.date === undefined ? ["no date"] : []),
  ];
  return missing.length === 0 ? undefined : missing.join(", ");
}

type Notify = (message: string, rest?: Partial<Problem>) => void;

/** The day of publication and the number of comments. */
function readDate(footer: Footer | undefined, day: Day, notify: Notify): Pick<Facts, "published" | "comments"> {
  const { date, comments: written = footer?.comments } = footer?.date ?? {};
  const published = date && resolveDate(date, day);
  if (date !== undefined && published === undefined) {
    notify("this day does not exist, so the entry has no date", { found: date.text });
  } else if (date !== undefined && published !== undefined && published > day)
    notify("this date lies after the day of the listing", { found: date.text, allowed: day });
  const comments = written === undefined ? undefined : parseCount(written);
  if (written !== undefined && comments === undefined) {
    notify("this number of comments is not exact, so it is left out", { found: written });
  }
  return { ...(published !== undefined && { published }), ...(comments !== undefined && { comments }) };
}

/** The organisation: its login, lower-cased, is its id, the rest of the line its name. */
function readOrganization(footer: Footer | undefined, notify: Notify): Pick<Facts, "organization"> {
  if (footer?.organization === undefined) return {};
  const [login = "", ...words] = footer.organization.split(" ");
  const id = login.toLowerCase();
  if (SlugSchema.safeParse(id).success) return { organization: { id, name: cleanTitle(words.join(" ")) || login } };
  notify("this line names no organisation that could have an address, so it is left out", {
    found: describeValue(footer.organization),
    allowed: "a login of letters, digits, hyphens, dots and underscores, then the name",
  });
  return {};
}

/** A link to arXiv or to a site that shows its papers, or `arXiv:…`. */
const ARXIV =
  /(?<![\w.-])(?:https?:\/\/)?(?:[\w-]{1,20}\.){0,3}(?:(?:arxiv|alphaxiv|ar5iv)\.org|papers\.cool\/arxiv|semanticscholar\.org\/arxiv|(?:huggingface|hf)\.co\/papers)\/[^\s)\]}>,;]+|\barxiv:\s?(?!https?:)[^\s)\]}>,;]+/gi;
/** Words that stand before a paper's own link, and nothing else between them and it. */
const INTRODUCTION =
  /\b(?:(?:this|our|the|the full) (?:paper|preprint|manuscript|article|report)|paper|preprint)(?: (?:is|can be|is also))?(?: (?:available|found|accessible|online|published))?(?: (?:at|on|under|as|here))*(?: arXiv)?:? ?[([]?$/i;
/** Most characters of a link's introduction. */
const LONGEST_INTRODUCTION = 200;

/**
 * The arXiv id of the paper itself: the only one in its abstract, introduced as the paper's own or a paragraph for itself,
 * and of the month of publication or one beside it, where that is known.
 */
function findOwnId(paragraphs: string[], published: Day | undefined): PaperId | undefined {
  const mentions = paragraphs.flatMap((paragraph) =>
    [...paragraph.matchAll(ARXIV)].map(({ 0: link, index }) => ({
      id: findArxivId(link.replace(/(?<![.!?'"])[.!?'"]+$/, "")),
      isOwn: isIntroduced(paragraph, index, link),
    })),
  );
  const [id, ...others] = new Set(mentions.map((mention) => mention.id));
  if (id === undefined || others.length > 0 || !mentions.some(({ isOwn }) => isOwn)) return undefined;
  return published === undefined || countMonths(published, monthOfId(id) ?? published) <= 1 ? id : undefined;
}

function isIntroduced(paragraph: string, index: number, link: string): boolean {
  const before = paragraph.slice(Math.max(0, index - LONGEST_INTRODUCTION), index);
  const isAlone = index === 0 && paragraph.slice(link.length).trim() === "";
  return isAlone || INTRODUCTION.test(before);
}

/** Months between two days or months, in either direction. */
function countMonths(a: string, b: string): number {
  const count = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  return Math.abs(count(a) - count(b));
}
