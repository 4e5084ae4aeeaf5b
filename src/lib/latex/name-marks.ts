/** What stands beside the name of a person and is no part of it: degrees, titles, numbers, signs of footnotes. */

/** The number by which DBLP tells people of one name apart (https://dblp.org/faq/How+does+dblp+handle+homonyms), such as 0001. */
const HOMONYM = /\s\d{4}$/;
/** A footnote or an affiliation by its number: `(1)`, `[2,3]`. */
const BRACKETED = /\s?(?:\(\s?\d[\d\s,]{0,20}\)|\[\s?\d[\d\s,]{0,20}\])/g;
/** The list of affiliations behind the last name, as arXiv has it: `((1) Some University, (2) Other)`. */
const AFFILIATIONS = /\s?\(\s?\(\d.*$/s;
const SIGNS = /[*∗⋆★†‡§¶#⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu;
const ADDRESS_FORM = /^(?:(?:Dr|Prof|Mr|Mrs|Ms)\.(?:-Ing\.|\s?rer\.\s?nat\.)?\s?|(?:Dr|Prof|Professor)\s(?=\S+\s\S))+/;
const DEGREE = String.raw`(?:Ph\.?\s?D\.?|D\.?Phil\.?|M\.?D\.?|[BM]\.?Sc\.?|M\.?P\.?H\.?|M\.?B\.?A\.?|MBBS|FRCP|RN)`;
/** Without a comma before it, letters such as MD are somebody's initials. */
const DOCTORATE_BEHIND = /\s(?:Ph\.?\s?D\.?|D\.?Phil\.?)$/u;
const WHOLE_DEGREE = new RegExp(`^${DEGREE}$`, "u");

/** Names without the numbers in brackets behind them; they may hold commas. */
export function dropNumbers(names: string): string {
  return names.replace(BRACKETED, "");
}

/** Whether a part of a name between commas is a degree, such as `PhD`. */
export function isDegree(part: string): boolean {
  return WHOLE_DEGREE.test(part);
}

/** Accents that a program took out of a PDF as signs of their own, with the marks they are. */
const LOST_ACCENTS: ReadonlyMap<string, string> = new Map([
  ["´", "\u0301"],
  ["ˆ", "\u0302"],
  ["˜", "\u0303"],
  ["˘", "\u0306"],
  ["¨", "\u0308"],
  ["˚", "\u030a"],
  ["ˇ", "\u030c"],
]);

/** `Kostic´` and `Garc´ıa`: the accent goes onto the letter behind it, or, at the end of a word, onto the one before. */
function placeAccents(name: string): string {
  return name.replace(
    /(\p{L})?([´ˆ˜˘¨˚ˇ])(?:(\p{Ll})|(?!\p{L}))/gu,
    (whole, before: string | undefined, sign: string, behind: string | undefined) => {
      const bearer = behind?.replace("ı", "i") ?? before;
      if (bearer === undefined) return whole;
      const letter = `${bearer}${LOST_ACCENTS.get(sign) ?? ""}`.normalize("NFC");
      if ([...letter].length !== 1) return whole;
      return behind === undefined ? letter : `${before ?? ""}${letter}`;
    },
  );
}

/** The name without what is no part of it; as it was where nothing of it would be left. */
export function dropNameMarks(name: string): string {
  const bare = dropNumbers(placeAccents(name).replace(AFFILIATIONS, ""))
    .replace(SIGNS, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(HOMONYM, "");
  const plain = dropDegrees(bare).replace(ADDRESS_FORM, "");
  return /\p{L}/u.test(plain) ? plain : name;
}

/** The name without the degrees behind it, as long as two words are left. */
function dropDegrees(name: string): string {
  const parts = name.split(/\s?,\s?/);
  const kept = parts.slice(0, parts.findLastIndex((part) => !isDegree(part)) + 1);
  const spoken = kept.length < parts.length ? kept.join(", ") : name;
  const bare = spoken.replace(DOCTORATE_BEHIND, "");
  return [bare, spoken].find((rest) => rest.includes(" ")) ?? name;
}
