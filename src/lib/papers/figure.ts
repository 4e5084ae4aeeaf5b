/** The number that matters: the one figure of a paper that may stand large beside it. */
import type { DigestResult } from "../content/digest.ts";

/** A figure with its unit apart, so that the unit can be set smaller. */
export interface Figure {
  /** The number with its sign: `77.7`, `+10.4`, `0/128`. */
  number: string;
  /** What follows the number: `%`, `M`, ` million`; empty when nothing does. */
  unit: string;
  /** What it measures, on what, against what: `accuracy on ProcessBench, from 70.8%`. */
  caption: string;
  /** Whether number and unit have more than five signs, and so are set a size smaller on a cover. */
  isLong: boolean;
}

const LONGEST_LARGE = 5;

/** The figure of the first result that has a value; undefined when no result has one: then nothing stands there. */
export function pickFigure(results: DigestResult[]): Figure | undefined {
  const result = results.find(({ value }) => value !== undefined);
  if (result?.value === undefined) return undefined;
  const { number, unit } = splitUnit(result.value);
  return { number, unit, caption: describeFigure(result), isLong: (number + unit).length > LONGEST_LARGE };
}

/** `77.7%` becomes `77.7` and `%`; a value that does not begin with a number, or has a second one, stays whole. */
export function splitUnit(value: string): { number: string; unit: string } {
  const match = /^([^\p{Letter}%]*\d[.,/]*\+?)(\s?[%\p{Letter}×]\D*)?$/u.exec(value.trim());
  return match === null ? { number: value.trim(), unit: "" } : { number: match[1] ?? "", unit: match[2] ?? "" };
}

/** Metric, data set and baseline as one phrase; the claim when the metric is not given. */
export function describeFigure(result: DigestResult): string {
  const measured = result.metric ?? result.claim;
  return joinPhrases(result.dataset === undefined ? measured : `${measured} on ${result.dataset}`, result.baseline);
}

/** Where it was measured and against what; empty when neither is known. */
export function describeSetting({ dataset, baseline }: DigestResult): string {
  return joinPhrases(dataset, baseline);
}

function joinPhrases(...phrases: (string | undefined)[]): string {
  return phrases.filter((phrase) => phrase !== undefined).join(", ");
}
