/** Where and why a text is not JSON, read from the words of the JavaScript engine, which have changed over time. */

/** What `JSON.parse` disliked. */
export interface JsonFault {
  /** Why, such as "Unexpected token '}'". */
  reason: string;
  /** Where, in UTF-16 units from 0; undefined when the engine gives no hint. */
  position?: number;
}

/** How many characters V8 quotes on either side of a fault. */
const QUOTED = 10;

/**
 * The fault that an error of `JSON.parse` tells of.
 * @param source the text that was parsed
 */
export function describeJsonFault(error: unknown, source: string): JsonFault {
  const message = error instanceof Error ? error.message : String(error);
  const reason = message.replace(/ in JSON.*$/s, "").replace(/, (\.\.\.)?".*$/s, "");
  const position = findPosition(message, source);
  return position === undefined ? { reason } : { reason, position };
}

/** V8 gives a position, or quotes the surroundings: `…, ..."before}after"... is not valid JSON`. */
function findPosition(message: string, source: string): number | undefined {
  const [, written] = / at position (\d+)/.exec(message) ?? [];
  if (written !== undefined) return Number(written);
  if (/^Unexpected end of JSON input/.test(message)) return source.length;
  const [, isCutBefore, quoted = "", isCutAfter] =
    /^(?:[^,]|,(?! (?:\.\.\.)?"))*, (\.\.\.)?"(.*)"(\.\.\.)? is not valid JSON$/s.exec(message) ?? [];
  const start = source.indexOf(quoted);
  if (quoted === "" || start < 0) return undefined;
  if (isCutBefore !== undefined) return start + QUOTED;
  return isCutAfter === undefined ? undefined : start + quoted.length - QUOTED;
}

/** A name that an object of a JSON text has twice, of which only the last would count, quoted; undefined when there is none. */
export function findDoubleName(source: string): string | undefined {
  const names: Set<string>[] = [];
  for (const [, token = "", bracket] of source.matchAll(/("(?:[^"\\]|\\.)*")(?=\s*:)|"(?:[^"\\]|\\.)*"|([{}])/g)) {
    if (bracket === "{") names.push(new Set());
    else if (bracket === "}") names.pop();
    if (token === "") continue;
    const name = JSON.stringify(JSON.parse(token));
    if (names.at(-1)?.has(name)) return name;
    names.at(-1)?.add(name);
  }
  return undefined;
}
