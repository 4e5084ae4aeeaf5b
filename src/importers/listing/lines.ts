/** A pasted text as lines, whatever browser, system or word processor it came through. */

/** A line that is not blank. */
export interface Line {
  /** The text without white space at its ends, all white space within single plain spaces. */
  text: string;
  /** Line of the pasted text, counted from 1. */
  line: number;
  /** Lines of one block have no blank line between them; blocks count from 0. */
  block: number;
}

/** Characters that show nothing and come along with a paste: zero-width spaces, word joiners, byte order marks, soft hyphens. */
const INVISIBLE = /[\u200B\u2060\uFEFF\u00AD]/g;

/** A line of this many characters shows that the text was not wrapped: every line is a whole paragraph. */
const WRAPPED_WIDTH = 200;

/** All lines that are not blank. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let block = 0;
  for (const [index, source] of text.split(/\r\n?|\n/).entries()) {
    const shown = source.replace(INVISIBLE, "").replace(/\s+/g, " ").trim();
    if (shown !== "") lines.push({ text: shown, line: index + 1, block });
    else if (lines.at(-1)?.block === block) block += 1;
  }
  return lines;
}

/** Whether a text was wrapped at some width, so that the lines of a block belong together. */
export function isWrapped(lines: Line[]): boolean {
  return lines.every(({ text }) => text.length < WRAPPED_WIDTH);
}

/** Lines of a wrapped text as paragraphs, each with the place of its first line. */
export function joinBlocks(lines: Line[]): Line[] {
  return [...Map.groupBy(lines, ({ block }) => block).values()].flatMap((block) => {
    const [first] = block;
    return first === undefined ? [] : [{ ...first, text: block.map(({ text }) => text).join(" ") }];
  });
}
