/** Numbers for names. */

/** Names with their numbers. */
export interface Numbering {
  /** Names by number. */
  names: string[];
  /** The number of a name, the next one where it is new. */
  number(name: string): number;
}

/**
 * Numbers names from 0 on, in the order of their first appearance.
 * @param known names that have their numbers already
 */
export function createNumbering(known: readonly string[] = []): Numbering {
  const names = [...known];
  const numbers = new Map(names.map((name, number) => [name, number]));
  return {
    names,
    number: (name) => numbers.getOrInsertComputed(name, () => names.push(name) - 1),
  };
}
