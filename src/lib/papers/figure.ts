/** The number that matters: the one figure of a paper that may stand large beside it. */
import type { DigestData, DigestResult } from "../content/digest.ts";
import { dropUndefined } from "../drop-undefined.ts";

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

/** One row of the table of results. */
export interface ResultRow extends Pick<DigestResult, "claim" | "model" | "baseline"> {
  /** What was measured, on what and how; empty when nothing is known. */
  measured: string;
  /** Number and unit, when the source gives a figure. */
  figure?: Pick<Figure, "number" | "unit">;
}

const LONGEST_LARGE = 5;

/**
 * The figure of the result that the digest names as its headline; undefined when it names none: then nothing stands there.
 * @param describe what makes its caption
 */
export function pickFigure(
  { results, headline }: Pick<DigestData, "results" | "headline">,
  describe = describeFigure,
): Figure | undefined {
  const result = typeof headline === "number" ? results[headline - 1] : undefined;
  if (result?.value === undefined) return undefined;
  const { number, unit } = splitUnit(result.value);
  return { number, unit, caption: describe(result), isLong: (number + unit).length > LONGEST_LARGE };
}

/** `77.7%` becomes `77.7` and `%`; a value that does not begin with a number, or has a second one, stays whole. */
export function splitUnit(value: string): { number: string; unit: string } {
  const match = /^([^\p{Letter}%]*\d[.,/]*\+?)(\s?[%\p{Letter}×]\D*)?$/u.exec(value.trim());
  return match === null ? { number: value.trim(), unit: "" } : { number: match[1] ?? "", unit: match[2] ?? "" };
}

/** Metric, data set, model, conditions and baseline as one phrase; the claim when the metric is not given. */
export function describeFigure(result: DigestResult): string {
  const measured = result.metric ?? result.claim;
  return joinPhrases(
    result.dataset === undefined ? measured : `${measured} on ${result.dataset}`,
    describeTrial(result),
  );
}

/** Most letters of a caption in a row. */
const LONGEST_CAPTION = 60;

/**
 * The same for a row, which has a narrow column for it: where it is long, it goes without conditions, then without the
 * baseline, then without the model. What was measured and on what is said in any case.
 */
export function describeFigureBriefly({ setting, baseline, model, ...measured }: DigestResult): string {
  const captions = [{ model, setting, baseline }, { model, baseline }, { model }].map((trial) =>
    describeFigure({ ...measured, ...dropUndefined(trial) }),
  );
  return captions.find(({ length }) => length <= LONGEST_CAPTION) ?? describeFigure(measured);
}

/** From so many results on that name one, models or baselines have a column; a single one reads better in its phrase. */
const COLUMN_FROM = 2;

/** Results as rows of a table. Model and baseline are apart where several rows have one, otherwise in the phrase. */
export function tabulateResults(results: readonly DigestResult[]): ResultRow[] {
  const hasColumn = (name: "model" | "baseline") =>
    results.filter((result) => result[name] !== undefined).length >= COLUMN_FROM;
  const [hasModels, hasBaselines] = [hasColumn("model"), hasColumn("baseline")];
  return results.map(({ model, baseline, ...rest }) => {
    const told = dropUndefined({
      ...rest,
      model: hasModels ? undefined : model,
      baseline: hasBaselines ? undefined : baseline,
    });
    return dropUndefined({
      claim: rest.claim,
      measured: rest.metric === undefined ? joinPhrases(rest.dataset, describeTrial(told)) : describeFigure(told),
      model: hasModels ? model : undefined,
      baseline: hasBaselines ? baseline : undefined,
      figure: rest.value === undefined ? undefined : splitUnit(rest.value),
    });
  });
}

/** With which model, under which conditions and against what; undefined when nothing is known. */
function describeTrial({ model, setting, baseline }: DigestResult): string | undefined {
  return joinPhrases(model && `with ${model}`, setting, baseline) || undefined;
}

function joinPhrases(...phrases: (string | undefined)[]): string {
  return phrases.filter((phrase) => phrase !== undefined).join(", ");
}
