/** How much of a search a page of arXiv's holds. */
import { countNoun } from "#lib/counts.ts";

const TOTAL = /<opensearch:totalResults[^<>]*>\s*(\d{1,9})\s*</;

/** How many papers a page holds, and how many it announces for the whole search; an error that arXiv tells announces none. */
export function readTotal(text: string): { held: number; total: number } {
  return { held: countEntries(text), total: isError(text) ? 0 : Number(TOTAL.exec(text)?.[1] ?? 0) };
}

/**
 * What is wrong with a page, as the end of "arXiv answered with …"; undefined when nothing is. Now and then arXiv gives
 * an empty page in the middle of a search; asked again, it has it.
 * @param start how many papers stand before the page; only pages that were announced are asked for
 */
export function judgePage(text: string, start: number): string | undefined {
  if (isError(text)) return undefined;
  if (!TOTAL.test(text)) return "a feed that does not say how many papers there are";
  const { held, total } = readTotal(text);
  if (held > 0 || (start === 0 && total === 0)) return undefined;
  const announced = total > start ? countNoun(total, "paper") : "more";
  return `an empty page where it had announced ${announced}`;
}

/** How many entries a page holds, one that tells of an error among them. */
export function countEntries(text: string): number {
  return text.match(/<entry[\s>]/g)?.length ?? 0;
}

/** Whether an answer is the feed by which arXiv tells an error. */
export function isError(text: string): boolean {
  return /<id>[^<]*\/api\/errors#/.test(text);
}
