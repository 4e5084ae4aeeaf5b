/**
 * The lines under an entry: `Quark-LLM Quark` or `• 10 authors`, then `·`, then `Oct 21, 2025 2`.
 * Browsers copy them with other bullets, on one line, or with blank lines between.
 */
import { type DateLine, parseDateLine } from "./date.ts";
import type { Line } from "./lines.ts";

/** What stands under an entry. */
export interface Footer {
  /** Number of authors. */
  authorCount?: number;
  /** Organisation as it is written: its login, then its name. */
  organization?: string;
  /** Comments as they are written, where no date stands before them. */
  comments?: string;
  /** Date, and comments as they are written. */
  date?: DateLine;
  /** Whether more than a bare date shows that an entry ends here. */
  isCertain: boolean;
}

const DOTS = "·•∙‧⋅・●";
const SEPARATOR = new RegExp(`^[${DOTS}○◦▪■|*–—-]$`);
const AUTHORS = new RegExp(`^(?:[${DOTS}○◦▪■*–—-] ?)?(\\d{1,5}) authors?$`, "i");
const ONE_LINE = new RegExp(`^(.*?) ?([${DOTS}|]) ?([^${DOTS}|]+)$`);
const COMMENTS = /^\d{1,3}(,?\d{3})*$/;
/** How an organisation's line begins: with its login. */
const LOGIN = /^[A-Za-z0-9][\w.-]*( |$)/;

/** Longest line that can name an organisation. */
const ORGANIZATION_LENGTH = 120;

/** `• 10 authors · Oct 9, 2025 2` as the three lines it is elsewhere; all other lines as they are. */
export function spreadFooters(lines: Line[]): Line[] {
  return lines.flatMap((line) => {
    const [, before = "", separator = "", after = ""] = ONE_LINE.exec(line.text) ?? [];
    if (before.length > ORGANIZATION_LENGTH || parseDateLine(after) === undefined) return [line];
    return [before, separator, after].filter((text) => text !== "").map((text) => ({ ...line, text }));
  });
}

/** Whether a line belongs to a footer whatever stands around it. */
export function isFooterPart({ text }: Line): boolean {
  return SEPARATOR.test(text) || AUTHORS.test(text);
}

/**
 * The footer that begins at an index, and the index of the line after it; undefined when none begins there.
 * @param areMarked whether entries have marks above their titles, so that a number under a footer belongs to it
 */
export function matchFooter(
  lines: Line[],
  start: number,
  areMarked = false,
): { footer: Footer; next: number } | undefined {
  const card = areMarked ? matchCard(lines, start) : undefined;
  if (card !== undefined) return card;
  let next = start;
  const footer: Footer = { isCertain: false };
  const [, authors] = AUTHORS.exec(lines[next]?.text ?? "") ?? [];
  if (authors !== undefined) {
    footer.authorCount = Number(authors);
    next += 1;
  } else if (isOrganization(lines, next)) {
    footer.organization = lines[next]?.text ?? "";
    next += 1;
  }
  const hasSeparator = SEPARATOR.test(lines[next]?.text ?? "");
  if (hasSeparator) next += 1;
  const date = parseDateLine(lines[next]?.text ?? "");
  if (date !== undefined) {
    next += 1;
    const below = lines[next];
    const areBelow = date.comments === undefined && below?.block === lines[next - 1]?.block;
    footer.date =
      areBelow && below !== undefined && COMMENTS.test(below.text) ? { ...date, comments: below.text } : date;
    if (footer.date !== date) next += 1;
  }
  footer.isCertain = authors !== undefined || (hasSeparator && date !== undefined);
  return next === start ? undefined : { footer, next };
}

/** `·`, `11 authors`, and the number of comments, as a card has them: without a date, perhaps with an organisation's name above. */
function matchCard(lines: Line[], start: number): { footer: Footer; next: number } | undefined {
  const text = (index: number) => lines[index]?.text ?? "";
  const separator = SEPARATOR.test(text(start)) ? start : start + 1;
  const isNamed = separator > start && SEPARATOR.test(text(separator)) && text(start).length <= ORGANIZATION_LENGTH;
  const [, authors] = AUTHORS.exec(text(separator + 1)) ?? [];
  // A line above the separator is an organisation only where the title stands above it.
  if (authors === undefined || (separator > start && !isNamed)) return undefined;
  const next = separator + 2;
  const hasComments = COMMENTS.test(text(next));
  const footer = { authorCount: Number(authors), isCertain: true, ...(hasComments && { comments: text(next) }) };
  return { footer, next: hasComments ? next + 1 : next };
}

/** An organisation can be told from prose only by the separator and the date that follow, or the date alone in its block. */
function isOrganization(lines: Line[], index: number): boolean {
  const [line, second, third] = lines.slice(index, index + 3);
  if (line === undefined || second === undefined || line.text.length > ORGANIZATION_LENGTH) return false;
  const hasSeparator = SEPARATOR.test(second.text);
  const date = hasSeparator ? third : second;
  if (date === undefined || parseDateLine(date.text) === undefined) return false;
  if (line.block === second.block) return !isFooterPart(line) && parseDateLine(line.text) === undefined;
  return hasSeparator && LOGIN.test(line.text) && !/[.!?]$/.test(line.text);
}
