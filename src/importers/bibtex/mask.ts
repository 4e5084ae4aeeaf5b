/**
 * What the BibTeX parser must not see, exchanged for characters of the Private Use Area that come back when a value has
 * been cut out: values in braces or quotation marks. Its grammar of TeX reads each of them, in a time that grows faster
 * than they, takes mathematics apart, and refuses an entry for a lone dollar.
 */
import { outlineText, type Part } from "./outline.ts";

/** Signs outside of them: a dollar, and an @ that begins no entry. Characters from the first one on stand for them. */
const [SIGN, SIGNS, FIRST] = [/\$|@(?!\s*\p{L})/gu, "$@", 0xe000];
/** The number of a value stands between these. */
const [VALUE, VALUE_END] = ["\ue0f0", "\ue0f1"];
/** A piece is about as long as this, or one entry. The longer it is, the longer the parser looks for what is wrong. */
const PIECE_CHARACTERS = 10_000;

/** A text with its masks. */
export interface MaskedText {
  /** The text in pieces that hold whole entries, each of its lines where it was, and how many lines stand before each. */
  pieces: { text: string; before: number }[];
  /** Gives back what was masked in a part of it. */
  unmask: (part: string) => string;
  /** The parts of the text, masked, but for signs. */
  parts: Part[];
}

/** Masks a whole file. */
export function maskText(source: string): MaskedText {
  const values: string[] = [];
  const parts = outlineText(
    source.replace(/[\ue000-\ue0ff]/g, ""),
    (value) => `${VALUE}${values.push(value) - 1}${VALUE_END}${value.replace(/[^\n]+/g, "")}`,
  );
  const pieces: MaskedText["pieces"] = [];
  let piece = { text: "", before: 0 };
  for (const { text, line, isFirst, isHidden } of parts) {
    if (isFirst && piece.text.length > PIECE_CHARACTERS) {
      pieces.push(piece);
      piece = { text: "", before: line - 1 };
    }
    piece.text += text.replace(isHidden ? /[$@]/g : SIGN, (sign) => String.fromCharCode(FIRST + SIGNS.indexOf(sign)));
  }
  const unmask = (part: string) =>
    part
      .replace(/\ue0f0(\d+)\ue0f1\s*/g, (_, number: string) => values[Number(number)] ?? "")
      .replace(/[\ue000\ue001]/g, (character) => SIGNS.charAt(character.charCodeAt(0) - FIRST));
  return { pieces: [...pieces, piece], unmask, parts };
}
