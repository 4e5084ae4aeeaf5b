/** Introductions with their mathematics and links masked: MDX would read the braces of TeX as code. */
import type { ProseProblem } from "../prose.ts";
import { lineAt, type MaskedProse, maskMarks, unmask } from "../prose-marks.ts";

/** An introduction as MDX gets it. */
export interface MaskedIntroduction extends MaskedProse {
  /** A problem of the masked text as one of the text that was written: its line there, and what was found there. */
  toWritten(problem: ProseProblem): ProseProblem;
}

/** The text with its comments blanked out, as long as before and with the same lines: what they say is for nobody to see. */
export function blankComments(body: string): string {
  let [text, from] = ["", 0];
  for (const { index, 0: opening } of body.matchAll(/\{\s*\/\*/g)) {
    if (index < from) continue;
    const end = body.indexOf("*/", index + opening.length);
    if (end < 0) break;
    text += body.slice(from, index) + body.slice(index, end).replace(/[^\r\n]/g, " ");
    from = end;
  }
  return text + body.slice(from);
}

/** Masks the marks of an introduction. */
export function maskIntroduction(body: string): MaskedIntroduction {
  const masked = maskMarks(body, blankComments(body));
  const { marks } = masked;
  // Lines of the masked text from which on a formula of several lines has made it shorter.
  const folds = marks.flatMap(({ index, written }) => {
    const lines = written.split("\n").length - 1;
    return lines === 0 ? [] : [{ line: lineAt(body, index), lines }];
  });
  const toLine = (line: number): number => {
    let written = line;
    for (const fold of folds) if (fold.line < written) written += fold.lines;
    return written;
  };
  return {
    ...masked,
    toWritten: ({ line, found, ...problem }) => ({
      line: toLine(line),
      ...(found === undefined ? {} : { found: unmask(found, marks) }),
      ...problem,
    }),
  };
}
