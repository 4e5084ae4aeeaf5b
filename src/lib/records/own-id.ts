/** Ids that we give to papers which no registry has one for: `own:example-2017-sample-of-attention`. */
import { splitName } from "../papers/author.ts";
import { type PaperId, parsePaperId } from "../papers/id.ts";
import { foldLatin } from "../papers/latin.ts";
import type { Facts } from "./facts.ts";
import { hashText } from "./sealed-text.ts";

/** What an id is made from. */
type Known = Pick<Facts, "title" | "authors" | "published" | "featured">;

/** Most letters of a family name and of a title's words in an id. */
const NAME_LENGTH = 30;
const WORDS_LENGTH = 60;
/** Hex digits of the fingerprint behind words that do not say all. */
const FINGERPRINT_LENGTH = 8;

/** A title as it is compared: letters and digits only, Latin ones without marks, in lower case. */
export function normalizeTitle(title: string): string {
  return foldLatin(title).replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
}

/** Family name of the first author as it is compared; undefined when no author is known. */
export function readFirstAuthor(authors: readonly string[] | undefined): string | undefined {
  const [first] = authors ?? [];
  return first === undefined ? undefined : foldLatin(splitName(first).family);
}

/**
 * The id of a paper without one: family name of the first author, year and words of the title, in ASCII. The same facts
 * always give the same; where letters are lost or words cut off, a fingerprint of the whole tells two papers apart, so
 * that the order in which they come never counts. `anonymous` and `undated` stand for what is not known.
 * Undefined where too little is known: neither author nor year; or no author but the day of a listing, which names papers
 * that have ids elsewhere.
 */
export function makeOwnId({ title, authors, published, featured }: Known): PaperId | undefined {
  const author = readFirstAuthor(authors);
  const year = published?.slice(0, 4);
  if (author === undefined && (year === undefined || featured !== undefined)) return undefined;
  const family = (author ?? "").replace(/[^a-z\d]+/g, "");
  const words = foldLatin(title).match(/[a-z\d]+/g) ?? [];
  const kept = cutWords(words);
  const isWhole =
    words.length > 0 &&
    kept.join("-") === words.join("-") &&
    family.length <= NAME_LENGTH &&
    !/[^\p{ASCII}]/u.test(normalizeTitle(title) + (author ?? "").replace(/[^\p{L}\p{N}]+/gu, ""));
  const whole = `${author ?? ""}\n${normalizeTitle(title) || title}`;
  const parts = [
    author === undefined ? "anonymous" : family.slice(0, NAME_LENGTH),
    year ?? "undated",
    ...kept,
    isWhole ? "" : hashText(whole, FINGERPRINT_LENGTH),
  ];
  return parsePaperId(`own:${parts.filter((part) => part !== "").join("-")}`);
}

/** As many of the words as there is room for; of a first one that is too long, its beginning. */
function cutWords(words: string[]): string[] {
  let length = 0;
  const fitting = words.filter((word, index) => {
    length += word.length + (index === 0 ? 0 : 1);
    return length <= WORDS_LENGTH;
  });
  return fitting.length === 0 ? words.slice(0, 1).map((word) => word.slice(0, WORDS_LENGTH)) : fitting;
}

/** Headings that many texts of one author bear, as `normalizeTitle` gives them. */
const HEADINGS = new Set(
  "abstract abstracts acknowledgements acknowledgments afterword appendix bookreview bookreviews comment comments commentary conclusion conclusions corrigendum correction discussion editorial editorialnote editorsintroduction editorsnote epilogue errata erratum foreword frontmatter guesteditorial guesteditorsintroduction index inmemoriam introduction introductiontotheissue introductiontothespecialissue invitedtalk keynote letter letters lettertotheeditor news note notes obituary overview panel preface proceedings prologue rejoinder reply response review reviews summary tableofcontents titlepage untitled".split(
    " ",
  ),
);

/**
 * Whether two papers of one title and first author may be one. A heading such as Preface says so little that the year
 * has to be the same, too.
 */
export function mayBeOneWork(a: Pick<Facts, "title" | "published">, b: Pick<Facts, "published">): boolean {
  return !HEADINGS.has(normalizeTitle(a.title)) || a.published?.slice(0, 4) === b.published?.slice(0, 4);
}
