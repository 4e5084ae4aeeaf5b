/**
 * The id of a paper: an arXiv id without version (`2510.18821`, `hep-th/9901001`), that of another registry (`doi:…`,
 * `acl:…`), or `own:…`, which we give. In file names and addresses an id is one segment, see `toSegment`. The forms in
 * which people write ids are find-id.ts's.
 */
import { escapeName } from "../folder-name.ts";

/** A checked id; made only by `parsePaperId`. */
export type PaperId = string & { readonly __brand: "PaperId" };

/** arXiv identifiers since April 2007, https://info.arxiv.org/help/arxiv_identifier.html */
const ARXIV_NEW = /^\d{2}(0[1-9]|1[0-2])\.\d{4,5}$/;
/** arXiv identifiers before April 2007, with an optional subject class. */
const ARXIV_OLD = /^[a-z-]+(\.[A-Z]{2})?\/\d{2}(0[1-9]|1[0-2])\d{3}$/;
const OTHER =
  /^(doi:10\.\d{4,9}\/|(?:acl|openreview|pmlr|jmlr|neurips|cvf):)[^\s\p{C}]+$|^own:[a-z\d]+(?:-[a-z\d]+)*$/u;
const SCHEME = /^(doi|acl|openreview|pmlr|jmlr|neurips|cvf|own):/;

/** Longest segment of an id: it is a file's name too, and those end at 255 bytes. */
const SEGMENT_LENGTH = 200;

/** What an id may look like, for messages. */
export const PAPER_ID_FORMS =
  "an arXiv id without version (2510.18821, hep-th/9901001), or doi:…, acl:…, openreview:…, pmlr:…, jmlr:…, neurips:…, cvf:…, own:…";

/** The id when the text is one, otherwise undefined. */
export function parsePaperId(text: string): PaperId | undefined {
  const isId = ARXIV_NEW.test(text) || ARXIV_OLD.test(text) || OTHER.test(text);
  return isId && toSegment(text).length <= SEGMENT_LENGTH ? (text as PaperId) : undefined;
}

/** Whether the id is arXiv's. */
export function isArxivId(id: string): boolean {
  return ARXIV_NEW.test(id) || ARXIV_OLD.test(id);
}

/**
 * Whether a text may name a paper by an id or an address, told without looking closely: find-id.ts tells whether it does.
 * Words of a question seldom have as many digits, or a slash.
 */
export function mayNamePaper(text: string): boolean {
  return /\d{4}|\/|\w:\w/.test(text);
}

/** Whether we gave the id, since no registry was known to have one. */
export function isOwnId(id: string): boolean {
  return id.startsWith("own:");
}

/** How good an id is where a paper has several, 0 the best: arXiv's, a DOI, another registry's, ours, none. */
export function rankId(id: string | undefined): number {
  if (id === undefined) return 4;
  return isArxivId(id) ? 0 : id.startsWith("doi:") ? 1 : isOwnId(id) ? 3 : 2;
}

/**
 * The id as one segment of a file name or address: lower case, `/` becomes `_`, the scheme's `:` becomes `--`,
 * any other character outside `[a-z0-9.-_]` becomes `~` and its hex code, and so does what `escapeName` names.
 */
export function toSegment(id: string): string {
  const name = id
    .toLowerCase()
    .replace(SCHEME, "$1--")
    .replaceAll("/", "_")
    .replace(/[^a-z0-9._-]/gu, (character) => `~${(character.codePointAt(0) ?? 0).toString(16)}`);
  return escapeName(name);
}

/** Ids of the ACL Anthology: `P99-1001` until 2019, `2020.acl-main.1` since, https://aclanthology.org/info/ids/ */
const ACL_OLD = /^[A-Z]\d{2}-\d{4}$/i;

/**
 * The one form of an id that may be written in several: archives before 2007 without the subject class (`math/0309136`),
 * which is no part of the id; DOIs in small letters; ids of the ACL Anthology as it writes them. New records get this form.
 */
export function normalizeId<Id extends string>(id: Id): Id {
  if (ARXIV_OLD.test(id)) return id.replace(/\.[A-Z]{2}\//, "/") as Id;
  const [scheme = ""] = SCHEME.exec(id) ?? [];
  if (scheme === "acl:") {
    const name = id.slice(scheme.length).replace(/v\d{1,2}$/, "");
    return `acl:${ACL_OLD.test(name) ? name.toUpperCase() : name.toLowerCase()}` as Id;
  }
  return (["doi:", "pmlr:", "jmlr:", "neurips:"].includes(scheme) ? id.toLowerCase() : id) as Id;
}

/**
 * The same for all ids of one paper that can be told from the ids alone: all registries but OpenReview take large and
 * small letters for the same, and some DOIs hold the id of another registry.
 */
export function foldId(id: string): string {
  if (id.startsWith("openreview:")) return id;
  return normalizeId(id)
    .toLowerCase()
    .replace(/^doi:10\.48550\/arxiv\.(?=.)/, "")
    .replace(/^doi:10\.18653\/v1\/(?=.)/, "acl:");
}

/** Whether two ids are one. */
export function areSameId(a: string, b: string): boolean {
  return a === b || foldId(a) === foldId(b);
}

/** The month in an arXiv id (`2510.18821` is `2025-10`, `hep-th/9901001` is `1999-01`), undefined for other ids. */
export function monthOfId(id: string): string | undefined {
  if (ARXIV_NEW.test(id)) return `20${id.slice(0, 2)}-${id.slice(2, 4)}`;
  if (!ARXIV_OLD.test(id)) return undefined;
  const digits = id.slice(id.indexOf("/") + 1);
  // arXiv began in 1991 and gave ids of this form until 2007.
  return `${Number(digits.slice(0, 2)) > 90 ? "19" : "20"}${digits.slice(0, 2)}-${digits.slice(2, 4)}`;
}
