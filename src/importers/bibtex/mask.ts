/**
 * What the BibTeX parser must not see, exchanged for characters of the Private Use Area that come back when a value has
 * been cut out. Signs: it takes mathematics apart, and refuses an entry for a lone dollar. Plain words: its grammar of
 * TeX takes most of the time there is, and finds nothing in them.
 */

const SIGNS = ["$", "\\$", "\\(", "\\)", "\\[", "\\]", "@"];
const FIRST = 0xe000;
const HIDDEN = String.fromCharCode(FIRST + SIGNS.indexOf("@"));
/** A name that no `@string` defines stands in a value between the first two, the number of a run between the others. */
const [OPENING, CLOSING, RUN, RUN_END] = ["\ue0f0", "\ue0f1", "\ue0f2", "\ue0f3"];
/**
 * Signs, an @ that begins no entry, a value longer than any that is read, which the parser would not survive, and runs
 * on one line that may be plain words.
 */
const TOKEN = /\\[\s\S]|\$|@(?!\s*\p{L})|(?<=[{"])[^\\{}"#@=%$]{20001,}|[^\\{}()"#@=%$\n,;]{12,}/gu;

/** A text with its masks. */
export interface MaskedText {
  /** The text, each of its lines where it was. */
  text: string;
  /** Gives back what was masked in a part of it. */
  unmask: (part: string) => string;
  /** Entries whose braces never close; the @ of each is masked too. */
  unclosed: Unclosed[];
}

/** An entry whose braces never close: where its @ stands, its line from 1, its first 100 characters, the next one's line. */
type Unclosed = { index: number; line: number; start: string; next: number | undefined };

/** Braces that matter, and where an entry may begin: not within a word, as in an address. */
const BRACE = /\\[\s\S]|(?<![\p{L}\p{N}._-])@\s*\p{L}+\s*\{|[{}]/gu;

/**
 * Entries whose braces never close. For each of them the parser would read to the end of the file, and count its lines:
 * of ten thousand, for minutes.
 */
function listUnclosed(source: string): Unclosed[] {
  const open: number[] = [];
  const entries: Omit<Unclosed, "next">[] = [];
  let [line, counted] = [1, 0];
  for (const { 0: token, index } of source.matchAll(BRACE)) {
    if (token === "}") open.pop();
    else if (token.endsWith("{") && !token.startsWith("\\")) open.push(index);
    if (!token.startsWith("@")) continue;
    line += source.slice(counted, index).split("\n").length - 1;
    counted = index;
    entries.push({ index, line, start: source.slice(index, index + 100) });
  }
  const isOpen = new Set(open);
  return entries.flatMap((entry, place) =>
    isOpen.has(entry.index) ? [{ ...entry, next: entries[place + 1]?.line }] : [],
  );
}

/** Masks a whole file. */
export function maskText(source: string): MaskedText {
  const runs: string[] = [];
  const whole = source.replace(/[\ue000-\ue0ff]/g, "");
  const unclosed = listUnclosed(whole);
  const starts = new Set(unclosed.map(({ index }) => index));
  const text = whole
    .replace(/@/g, (sign, index: number) => (starts.has(index) ? HIDDEN : sign))
    .replace(TOKEN, (token, index: number, whole: string) => {
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
  return { text, unmask, unclosed };
}

/** What stands for a name that is not defined. */
export function markUndefined(name: string): string {
  return `${OPENING}${name}${CLOSING}`;
}

/** Names in a value that are not defined. */
export function listUndefined(value: string): string[] {
  return [...value.matchAll(/\ue0f0([^\ue0f0\ue0f1]*)\ue0f1/g)].map(([, name = ""]) => name);
}
