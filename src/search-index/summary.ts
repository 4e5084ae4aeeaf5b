/**
 * Counts the words of a bundle. Where its papers stand in bundles that were counted before, these counts are taken and
 * only what came or went since is counted: what comes of it is what counting all of them would give.
 */
import { type CompoundCounts, countCompounds, sumCompounds } from "./compounds.ts";
import type { FragmentText } from "./fragments.ts";
import type { JoinPart } from "./source.ts";
import { type WordSummary, WordTally } from "./words.ts";

/**
 * Counts the words of a bundle.
 * @param parts What it is put together from.
 * @param months The month in which each of its papers joined, in the order of their numbers.
 */
export function summarizeBundle(parts: readonly JoinPart[], months: readonly string[]): WordSummary {
  const tally = new WordTally();
  const bases = parts.filter(isBase);
  for (const part of parts) {
    const isBased = bases.includes(part);
    if (isBased && part.source.kept !== undefined) tally.addSummary(part.source.kept.data.words);
    for (const [place, number] of part.numbers.entries()) {
      if (isBased !== number < 0) continue;
      tally.addText(part.source.textOf(place), isBased ? -1 : 1);
    }
  }
  return { ...tally.summarize(), compounds: summarizeCompounds(parts, bases, months) };
}

/** Whether most of what a part has counted is still there. */
function isBase({ source, numbers }: JoinPart): boolean {
  return source.kept !== undefined && numbers.filter((number) => number >= 0).length * 2 >= numbers.length;
}

function summarizeCompounds(
  parts: readonly JoinPart[],
  bases: readonly JoinPart[],
  months: readonly string[],
): CompoundCounts[] {
  const texts = listTexts(parts);
  const numbers = Map.groupBy(months.keys(), (number) => months[number] ?? "");
  const come = bases.map(({ source }) => source.kept?.data.words.compounds ?? []);
  const gone: CompoundCounts[][] = [];
  const count = (own: readonly (FragmentText | undefined)[]): CompoundCounts[] =>
    countCompounds(own.flatMap((text) => (text === undefined ? [] : [text.content])));
  const counted = bases.map((part) => ({ part, places: placesByMonth(part) }));
  for (const month of new Set([...numbers.keys(), ...counted.flatMap(({ places }) => [...places.keys()])])) {
    const own = numbers.get(month) ?? [];
    const before = counted.flatMap(({ part, places }) => {
      const found = places.get(month);
      return found === undefined ? [] : [{ part, found }];
    });
    const numbersBefore = before.map(({ part, found }) => found.map((place) => part.numbers[place]).join());
    if (numbersBefore.length === 1 && numbersBefore[0] === own.join()) continue;
    for (const { part, found } of before) {
      gone.push(count(found.map((place) => texts.get(part.numbers[place] ?? -1) ?? part.source.textOf(place))));
    }
    come.push(count(own.map((number) => texts.get(number))));
  }
  return sumCompounds(come.flat(), gone.flat());
}

/** By number, the texts of a bundle's papers, read when they are asked for. */
function listTexts(parts: readonly JoinPart[]): { get: (number: number) => FragmentText | undefined } {
  const places = new Map<number, [JoinPart, number]>();
  for (const part of parts) for (const [place, number] of part.numbers.entries()) places.set(number, [part, place]);
  const read = new Map<number, FragmentText>();
  return {
    get(number) {
      const [part, place] = places.get(number) ?? [];
      if (number < 0 || part === undefined || place === undefined) return undefined;
      return read.getOrInsertComputed(number, () => part.source.textOf(place));
    },
  };
}

function placesByMonth({ source }: JoinPart): Map<string, number[]> {
  const places = new Map<string, number[]>();
  let next = 0;
  for (const [month, count] of source.kept?.data.months ?? []) {
    places.set(
      month,
      Array.from({ length: count }, (_, index) => next + index),
    );
    next += count;
  }
  return places;
}
