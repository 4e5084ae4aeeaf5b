/** Writes the stamp of the check into a digest's front matter and leaves every other byte as its writer had it. */
import { isDeepStrictEqual } from "node:util";
import { isNode, parseDocument, stringify } from "yaml";
import type { DigestData } from "./digest.ts";

/** What the check leaves behind in a digest that passed: its day, and fingerprints of what was checked against what. */
export type Stamp = Required<Pick<DigestData, "checkedOn" | "checkedText" | "checkedSource">>;

/** The opening line, the fields and the closing line of front matter, in a file with either kind of line break. */
const FRONT_MATTER = /^(\uFEFF?---[ \t]*\r?\n)((?:[^\n]*\n)*?)---[ \t]*(?:\r?\n|$)/;

/**
 * The digest with its stamp set: fields that are there get the new value, in their place and with the comment behind
 * them; others become the last lines of the front matter.
 * Undefined when that cannot be done by changing lines (the fields stand in `{ }`, say), so that a person has to.
 */
export function stampDigest(text: string, stamp: Stamp): string | undefined {
  const [, opening = "", fields] = FRONT_MATTER.exec(text) ?? [];
  if (fields === undefined) return undefined;
  const lineBreak = opening.endsWith("\r\n") ? "\r\n" : "\n";
  // Quoted, because sixteen digits or an "e" among them would be read as a number.
  const quoted = { defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN" } as const;
  const written = {
    checkedOn: stamp.checkedOn,
    checkedText: stringify(stamp.checkedText, quoted).trimEnd(),
    checkedSource: stringify(stamp.checkedSource, { ...quoted, collectionStyle: "flow", lineWidth: 0 }).trimEnd(),
  };
  let stamped = fields;
  for (const [name, value] of Object.entries(written)) {
    const place = findValue(stamped, name);
    stamped =
      place === undefined
        ? `${stamped}${name}: ${value}${lineBreak}`
        : `${stamped.slice(0, place.start)}${value}${stamped.slice(place.end)}`;
  }
  if (!isSameBesides(fields, stamped, stamp)) return undefined;
  return opening + stamped + text.slice(opening.length + fields.length);
}

/** Where a field's value stands in YAML text. */
function findValue(yaml: string, name: string): { start: number; end: number } | undefined {
  const value = parseDocument(yaml).get(name, true);
  if (!isNode(value) || value.range == null) return undefined;
  const [start, end] = value.range;
  // Fields on lines of their own take the line break with them.
  return { start, end: start + yaml.slice(start, end).trimEnd().length };
}

/** Whether the new fields say what the old ones said, and the stamp. */
function isSameBesides(before: string, after: string, stamp: Stamp): boolean {
  const [old, fresh] = [parseDocument(before), parseDocument(after)];
  if (old.errors.length > 0 || fresh.errors.length > 0) return false;
  return isDeepStrictEqual(fresh.toJS(), { ...(old.toJS() as object | null), ...stamp });
}
