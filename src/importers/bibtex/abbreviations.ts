/** `@string` abbreviations may be made of one another, and double in length with each line. */

/** Most characters that one abbreviation may stand for. Names of journals and series have some hundred. */
export const MOST_ABBREVIATED_CHARACTERS = 100_000;
const DEFINITION = /@string\s*[{(]\s*([^\s={}()"#,]+)\s*=([^\n]*(?:\n(?![^\S\n]*@)[^\n]*)*)/gi;

/** The first abbreviation that stands for more than that; undefined when none does. */
export function findEndlessAbbreviation(text: string): string | undefined {
  const lengths = new Map<string, number>();
  for (const [, name = "", value = ""] of text.matchAll(DEFINITION)) {
    const used = [...value.replace(/"[^"]*"/g, " ").matchAll(/[^\s#={}()",]+/g)].map(([word]) => word.toLowerCase());
    const length = used.reduce((sum, word) => sum + (lengths.get(word) ?? 0), value.length);
    if (length > MOST_ABBREVIATED_CHARACTERS) return name;
    lengths.set(name.toLowerCase(), length);
  }
  return undefined;
}
