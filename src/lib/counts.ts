/** Counts in words for people. */

/** Made once: asking for a locale at each call costs more than all else on a page. */
const NUMBERS = new Intl.NumberFormat("en-GB");

/** A count for people: `12,345`. */
export function formatCount(count: number): string {
  return NUMBERS.format(count);
}

/** `1 paper`, `2 papers`: a count with its noun, the plural made with "s" unless given. */
export function countNoun(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}
