/** Braces of TeX: what they hold. */

/** Longest text between braces, or their like, that is looked for, in characters: hostile text must not make reading slow. */
export const LONGEST_GROUP = 2000;

/** Braces within braces; deeper ones are no group. */
const DEEPEST_GROUP = 40;

/** What stands in the braces that open at `index`; undefined when none open there, or they do not close. */
export function readBraces(text: string, index: number): string | undefined {
  if (text.charAt(index) !== "{") return undefined;
  const part = text.slice(index, index + LONGEST_GROUP);
  if (!part.includes("}")) return undefined;
  let depth = 0;
  for (const match of part.matchAll(/\\[\s\S]|[{}]/g)) {
    if (match[0] === "{") depth += 1;
    if (depth > DEEPEST_GROUP) return undefined;
    if (match[0] === "}") depth -= 1;
    if (depth === 0) return text.slice(index + 1, index + match.index);
  }
  return undefined;
}
