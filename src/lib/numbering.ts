/** Numbers for names. */

/**
 * Numbers names from 0 on, in the order of their first appearance.
 * @param known names that have their numbers already
 */
export function createNumbering(known: readonly string[] = []) {
  const names = [...known];
  const numbers = new Map(names.map((name, number) => [name, number]));
  return {
    /** Names by number. */
    names,
    /** The number of a name, the next one where it is new. */
    number: (name: string): number => numbers.getOrInsertComputed(name, () => names.push(name) - 1),
  };
}
