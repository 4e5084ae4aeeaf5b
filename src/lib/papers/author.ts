/** Names of authors: the by-line of a paper, the address of an author, the parts of a name. */
import { site } from "../../site.ts";
import type { PaperRecord } from "../content/record.ts";
import { countNoun } from "../counts.ts";
import { dropUndefined } from "../drop-undefined.ts";
import { escapeName } from "../folder-name.ts";
import { foldLatin } from "./latin.ts";

/** Whether an author of so many papers has a page of their own. */
export function hasAuthorPage(count: number): boolean {
  return count >= site.authorPageFrom;
}

/** Longest slug in code points: of four bytes each they still fit the 255 bytes of a file name. */
const SLUG_LENGTH = 60;

/**
 * The address segment of an author: lower case, Latin letters without their marks, everything that is neither letter
 * nor digit a hyphen; letters of other scripts are kept. Never empty: a name without letters or digits gives the hex
 * codes of its characters. A slug that would pass 60 characters is cut and ends in a fingerprint of the whole; one that
 * some systems keep for themselves is escaped.
 */
export function slugifyAuthor(name: string): string {
  const slug = foldLatin(name)
    .replace(/[^\p{L}\p{M}\p{N}]+|[ʻʼ]/gu, "-")
    .replace(/(?<![\p{L}\p{M}])\p{M}+/gu, "")
    .replace(/-{2,}/g, "-")
    .replace(/^-|-$/g, "");
  if (slug !== "") return escapeName(shortenSlug(slug));
  const codes = Array.from(name, (character) => (character.codePointAt(0) ?? 0).toString(16));
  return codes.length === 0 ? "unnamed" : shortenSlug(codes.join("-"));
}

function shortenSlug(slug: string): string {
  const characters = Array.from(slug);
  if (characters.length <= SLUG_LENGTH) return slug;
  const head = characters.slice(0, SLUG_LENGTH - 9).join("");
  return `${head.replace(/-$/, "")}-${hashText(slug)}`;
}

/** FNV-1a over code units, 32 bits as eight hex digits, http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashText(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/**
 * The by-line of a paper: `authors unknown`, `Ada Example`, `Ada Example and Bo Sample`,
 * `Ada Example et al., 3 authors`, or `10 authors` when only their number is known.
 * @param authors Names in the paper's order.
 * @param authorCount Number of authors, where the names are not all known.
 * @param hasMore Whether there are more authors, nobody says how many.
 */
export function formatByline(authors: readonly string[], authorCount?: number, hasMore = false): string {
  const [first, second] = authors;
  const count = Math.max(authors.length, authorCount ?? 0);
  if (count === 0) return "authors unknown";
  if (first === undefined) return countNoun(count, "author");
  if (hasMore) return `${first} et al.`;
  if (count === 1) return first;
  if (count === 2 && second !== undefined) return `${first} and ${second}`;
  return `${first} et al., ${countNoun(count, "author")}`;
}

/** A name in the parts that BibTeX and citation managers ask for. */
export interface NameParts {
  /** Family name, or the whole name where it has no parts (a collaboration, a name of one word). */
  family: string;
  /** Given names and initials in their order; "" where there are none. */
  given: string;
  /** What stands between them in lower case, such as `van der`. */
  particle?: string;
  /** What follows the family name, such as `Jr.` */
  suffix?: string;
}

/** Particles that begin the family part when written small, as BibTeX has it for any small word. */
const PARTICLES = new Set(
  "af al ap av bin ben bint da das de de' de’ degli dei del della delle den der di do dos du el ibn la le les lo los mac 't te ten ter und van vom von vor zu zum zur".split(
    " ",
  ),
);
/** Particles that belong to the family name when written large (`De Niro`, `Le Scao`); never the first word. */
const LARGE_PARTICLES = new Set("Al Da De Del Della Den Der Di Dos Du El La Le Ter Van Von".split(" "));
/** Family names before which `Van` and `Le` are Vietnamese middle names rather than particles. */
const VIETNAMESE_FAMILIES = new Set(
  "bui dang dao dinh do doan duong ha ho hoang huynh lam le luong ly mai ngo nguyen pham phan quach ta thai tran trinh truong vo vu vuong".split(
    " ",
  ),
);
const SUFFIX = /^(jr\.?|sr\.?|ii|iii|iv|2nd|3rd|4th)$/i;
/** What is one too where a comma sets it off; without one it may be a family name. */
const STATED_SUFFIX = /^(v|vi|5th|esq\.?|père|fils|filho|neto|júnior)$/i;
/** Words and signs that no person's name has. */
const GROUP =
  /\b(and|of|for|the|collaborations?|teams?|groups?|consortium|projects?|institutes?|universit\p{L}+|laborator\p{L}+|labs?|networks?|society|initiative|community|contributors|committee|alliance|foundation|academy|center|centre|department|corporation|company|inc|llc|ltd)\b|[&\d]/iu;
const GROUP_ENDING = /\s(?:AI|ML|NLP|HQ)$(?<=\p{Ll}.*\s\p{Lu}+)/u;
/** A name in Han, kana or Hangul, which is written family name first. */
const EAST_ASIAN_SCRIPT = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー・\s]+$/u;

/**
 * Splits a name that is written given name first, as records have it; also `Family, Given` and `Family, Jr., Given`.
 * Collaborations, organisations and names of one word stay whole, as the family name. A small particle begins the
 * family part, as in BibTeX; names in East Asian scripts have the family name first.
 */
export function splitName(name: string): NameParts {
  const text = name.trim().replace(/\s+/g, " ");
  if (!text.includes(" ") || isGroupName(text)) return { family: text, given: "" };
  const parts = text.split(/ ?, ?/).filter((part) => part !== "");
  if (parts.length > 1) return splitInvertedName(text, parts);
  const words = text.split(" ");
  if (EAST_ASIAN_SCRIPT.test(text)) return { family: words[0] ?? text, given: words.slice(1).join(" ") };
  const last = words.at(-1) ?? "";
  if (words.length > 2 && SUFFIX.test(last)) return { ...splitWords(words.slice(0, -1)), suffix: last };
  return splitWords(words);
}

/** Whether the name is that of a group of people and has no parts: a collaboration, a team, an institute. */
export function isGroupName(text: string): boolean {
  const suffix = text.split(" ").at(-1) ?? "";
  const bare = SUFFIX.test(suffix) ? text.slice(0, -suffix.length) : text;
  return GROUP.test(bare) || GROUP_ENDING.test(text);
}

/** `Family, Given`, `Given Family, Jr.` and `Family, Jr., Given`; anything with more commas stays whole. */
function splitInvertedName(text: string, parts: string[]): NameParts {
  const [first = "", second = "", third] = parts;
  if (parts.length === 2 && SUFFIX.test(second)) return { ...splitName(first), suffix: second };
  if (parts.length === 2) return { ...splitFamily(first.split(" ")), given: second };
  if (parts.length === 3 && third !== undefined && SUFFIX.test(second)) {
    return { ...splitFamily(first.split(" ")), given: third, suffix: second };
  }
  return { family: text, given: "" };
}

/** Whether a word is a particle, in whatever case: `van`, `De`. */
export function isParticle(word: string): boolean {
  return PARTICLES.has(word.toLowerCase());
}

/** Whether a part of a name between commas is what follows a family name, such as `Jr.` */
export function isNameSuffix(part: string): boolean {
  return SUFFIX.test(part) || STATED_SUFFIX.test(part);
}

/** An elided particle (`d'`, `al-`) joins the family name. */
const ELISION = /(?<=(?:^|\s)(?:(?:[dlst]|dell|dall|nell|sull)['’]|['’]?\p{Ll}{1,3}-)) (?=\p{Lu})/gu;

/** A name as records have it: given name first, but family name first in East Asian scripts. */
export function joinName({ given, particle = "", family, suffix = "" }: NameParts): string {
  const isEastAsian = EAST_ASIAN_SCRIPT.test(`${given}${family}`);
  const parts = isEastAsian ? [family, given] : [given, particle, family, suffix];
  return parts
    .filter((part) => part !== "")
    .join(" ")
    .replace(ELISION, "");
}

/** The parts of an author's name: those that were stated, else as the name is written. */
export function findNameParts(name: string, stated: PaperRecord["nameParts"] = []): NameParts {
  const found = stated.find((parts) => parts.name === name);
  if (found === undefined) return splitName(name);
  const { name: _name, given = "", ...parts } = found;
  return dropUndefined({ ...parts, given });
}

/** A name without suffix and commas, by words. */
function splitWords(words: string[]): NameParts {
  const start = findFamilyStart(words);
  return { ...splitFamily(words.slice(start)), given: words.slice(0, start).join(" ") };
}

/** Index of the word with which particle or family name begin. */
function findFamilyStart(words: string[]): number {
  const last = words.length - 1;
  const small = words.findIndex((word, index) => index < last && PARTICLES.has(word));
  let start = small === -1 ? last : small;
  const conjunction = words[last - 1];
  if (small === -1 && last >= 3 && (conjunction === "y" || conjunction === "e")) return last - 2;
  const isVietnamese = VIETNAMESE_FAMILIES.has(foldLatin(words[last] ?? ""));
  while (start > 1 && !isVietnamese && LARGE_PARTICLES.has(words[start - 1] ?? "")) start -= 1;
  return start;
}

/** Separates leading small particles from the family name they belong to. */
function splitFamily(words: string[]): NameParts {
  let count = 0;
  while (count < words.length - 1 && PARTICLES.has(words[count] ?? "")) count += 1;
  const family = words.slice(count).join(" ");
  return count === 0 ? { family, given: "" } : { family, given: "", particle: words.slice(0, count).join(" ") };
}
