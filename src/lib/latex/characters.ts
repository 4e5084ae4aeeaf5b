/** Characters that no text of a record has: those that cannot be seen, or that reorder what others see. */

/** Characters a text cannot be without though they have no width: joiners in scripts that need them, and in emoji. */
const NEEDED_JOINER =
  /(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}])[\p{L}\p{M}])[\u200c\u200d](?=\P{White_Space})/u;
/** Line breaks by any name; U+2029 ends a paragraph. */
const LINE_BREAK = /\r\n?|[\u0085\u2028\v\f]/g;
/** Control characters, halves of pairs, what is no character, marks of direction, and what has no width. */
const INVISIBLE = new RegExp(
  [
    NEEDED_JOINER.source.replace("[\\u200c\\u200d]", "(?<joiner>[\\u200c\\u200d])"),
    "(?!\\n|\\t)\\p{Cc}",
    "\\p{Cs}",
    "[\\u00ad\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb]|\\p{Noncharacter_Code_Point}",
    "(?<![\\u{1f3f4}\\u{e0000}-\\u{e007f}])[\\u{e0000}-\\u{e007f}]+",
  ].join("|"),
  "gu",
);
/** Of these, what no page may hold however it came in: NUL and its like, halves of pairs, no characters, marks that turn text. */
const UNFIT = /(?![\n\r\t])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}|[\u202a-\u202e\u2066-\u2069]/u;
/** Whether any of them may be there; most texts have none, and need no closer look. */
const SUSPECT = /[^\t\n -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u05ff\u2010-\u2027\u2030-\u205e\u2070-\ud7ff]/;

/** What can be seen by itself: neither blanks and marks, nor letters and signs without a shape. */
const VISIBLE = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}\p{Co}]/u;

/** Whether anything of the text can be seen. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}

/** The first character that no page may hold, as `U+0000`; undefined when there is none. */
export function findUnfit(text: string): string | undefined {
  const code = SUSPECT.test(text) ? UNFIT.exec(text)?.[0].codePointAt(0) : undefined;
  return code === undefined ? undefined : `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** The text in NFC, with `\n` for every line break, without what cannot be seen. */
export function dropInvisible(text: string): string {
  if (!SUSPECT.test(text)) return text.normalize("NFC");
  return text
    .normalize("NFC")
    .replace(LINE_BREAK, "\n")
    .replaceAll("\u2029", "\n\n")
    .replace(INVISIBLE, (_, joiner: string | undefined) => joiner ?? "")
    .normalize("NFC");
}
