/**
 * What the BibTeX parser must not see, exchanged for characters of the Private Use Area that come back when a value has
 * been cut out. Signs: it takes mathematics apart, and refuses an entry for a lone dollar. Plain words: its grammar of
 * TeX takes most of the time there is, and finds nothing in them.
 */

const SIGNS = ["$", "\\$", "\\(", "\\)", "\\[", "\\]", "@"];
const FIRST = 0xe000;
/** A name that no `@string` defines stands in a value between the first two, the number of a run between the others. */
const [OPENING, CLOSING, RUN, RUN_END] = ["\ue0f0", "\ue0f1", "\ue0f2", "\ue0f3"];
/**
 * Signs, an @ that begins no entry, a value longer than any that is read, which the parser would not survive, and runs
 * on one line that may be plain words.
 */
const TOKEN = /\\[\s\S]|\$|@(?!\s*\p{L})|(?<=[{"])[^\\{}()"#@=%$]{20001,}|[^\\{}()"#@=%$\n,;]{12,}/gu;

/** A text with its masks. */
export interface MaskedText {
  /** The text, each of its lines where it was. */
  text: string;
  /** Gives back what was masked in a part of it. */
  unmask: (part: string) => string;
}

/** Masks a whole file. */
export function maskText(source: string): MaskedText {
  const runs: string[] = [];
  const text = source.replace(/[\ue000-\ue0ff]/g, "").replace(TOKEN, (token, index: number, whole: string) => {
    const sign = SIGNS.indexOf(token);
    if (sign !== -1) return String.fromCharCode(FIRST + sign);
    // Names of fields are followed by "=", keys are one word, and behind @ stands a type.
    const isName = whole.charAt(index + token.length) === "=" || whole.charAt(index - 1) === "@";
    const isRun = !isName && /^[^\\]*[^\s\\]\s+[^\s\\]/.test(token);
    const breaks = token.match(/\n/g)?.join("") ?? "";
    return isRun || token.length > 20_000 ? `${RUN}${runs.push(token) - 1}${RUN_END}${breaks}` : token;
  });
  const unmask = (part: string) =>
    part
      .replace(/\ue0f2(\d+)\ue0f3/g, (_, number: string) => runs[Number(number)] ?? "")
      .replace(/[\ue000-\ue006]/g, (character) => SIGNS[character.charCodeAt(0) - FIRST] ?? "");
  return { text, unmask };
}

/** What stands for a name that is not defined. */
export function markUndefined(name: string): string {
  return `${OPENING}${name}${CLOSING}`;
}

/** Names in a value that are not defined. */
export function listUndefined(value: string): string[] {
  return [...value.matchAll(/\ue0f0([^\ue0f0\ue0f1]*)\ue0f1/g)].map(([, name = ""]) => name);
}
