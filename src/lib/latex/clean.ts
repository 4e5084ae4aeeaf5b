/** The text of a record from that of a source: arXiv, Hugging Face, BibTeX and listings write TeX among plain words. */
import { dropInvisible, isVisible } from "./characters.ts";
import { readLostCommands } from "./lost-commands.ts";
import { dropNameMarks } from "./name-marks.ts";
import { readTags } from "./tags.ts";
import { readTextMode, type TextMode } from "./text-mode.ts";

/** Without any of these a text holds no TeX. */
const TEX = /[\\{$~`^]|--|''|\dtimes\b/;
/** What points to a footnote behind a name. */
const FOOTNOTE = /\$\s?\^[^$]*\$|\\(?:textsuperscript|thanks)\s?\{[^{}]*\}/g;
/** More readings would make a text whose braces stand deep slow. Those of sources need three. */
const MOST_READINGS = 10;

/**
 * An abstract, cleaned: lines joined, paragraphs apart by an empty line, TeX's accents, dashes, signs and commands as
 * plain characters, mathematics kept as its source between dollar signs, `\$` kept, what cannot be seen left out, NFC.
 * A command that nothing is known of stays as it is. Cleaning what is clean changes nothing.
 */
export function cleanText(source: string): string {
  return readUntilSettled(source, (text) =>
    splitParagraphs(dropInvisible(readTags(text)))
      .map((paragraph) => cleanLine(paragraph, { isName: false }))
      .filter((paragraph) => paragraph !== "")
      .join("\n\n"),
  );
}

/** A title, cleaned in the same way, on one line. */
export function cleanTitle(source: string): string {
  return readUntilSettled(source, (text) =>
    cleanLine(joinLines(dropInvisible(readTags(text)).split("\n")), { isName: false }),
  );
}

/** The name of one author, cleaned in the same way, without degrees, numbers and marks of footnotes. */
export function cleanName(source: string): string {
  return readUntilSettled(source, (text) => {
    const line = joinLines(dropInvisible(readTags(text)).split("\n"))
      .replace(FOOTNOTE, "")
      .replace(/(?<!\\)~/g, " ");
    return dropNameMarks(cleanLine(line, { isName: true }).replace(/^[\s,;]+|(?<![\s,;])[\s,;]+$/g, ""));
  });
}

/** Reads again while that changes something: a reading can make TeX of what was none, as of `\{BERT\}`. */
function readUntilSettled(source: string, read: (text: string) => string): string {
  let text = read(source);
  for (let reading = 1; reading < MOST_READINGS; reading += 1) {
    const next = read(text);
    if (next === text) break;
    text = next;
  }
  // Marks without a letter, letters without a shape: nobody would see that a text is there.
  return isVisible(text) ? text : "";
}

/**
 * Paragraphs, each on one line. An empty line parts them, and so does a line that is set in, as arXiv has it; unless all
 * lines are, in the midst of sentences: then that is how the file was laid out.
 */
function splitParagraphs(text: string): string[] {
  const paragraphs: string[][] = [];
  for (const lines of text.trim().split(/\n\s*\n/)) {
    const block = lines.split("\n");
    const isLayout =
      block.slice(1).every((line) => /^\s/.test(line)) &&
      block.slice(0, -1).some((line) => !/[.!?:;"”)]$/.test(line.trimEnd()));
    for (const [index, line] of block.entries()) {
      if (index === 0 || (/^\s/.test(line) && !isLayout)) paragraphs.push([]);
      paragraphs.at(-1)?.push(line);
    }
  }
  return paragraphs.map(joinLines);
}

function joinLines(lines: string[]): string {
  return lines.map((line) => line.trim()).join(" ");
}

function cleanLine(line: string, mode: TextMode): string {
  if (!TEX.test(line)) return line.replace(/\s+/gu, " ").trim();
  return readTextMode(mode.isName ? line : readLostCommands(line), mode)
    .normalize("NFC")
    .trim();
}
