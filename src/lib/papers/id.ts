/**
 * The id of a paper: an arXiv id without version (`2510.18821`, `hep-th/9901001`), or `doi:…`, `acl:…`, `openreview:…`.
 * In file names and addresses an id is one segment, see `toSegment`.
 */
import { escapeName } from "../folder-name.ts";

/** A checked id; made only by `parsePaperId`. */
export type PaperId = string & { readonly __brand: "PaperId" };

/** arXiv identifiers since April 2007, https://info.arxiv.org/help/arxiv_identifier.html */
const ARXIV_NEW = /^\d{2}(0[1-9]|1[0-2])\.\d{4,5}$/;
/** arXiv identifiers before April 2007, with an optional subject class. */
const ARXIV_OLD = /^[a-z-]+(\.[A-Z]{2})?\/\d{2}(0[1-9]|1[0-2])\d{3}$/;
const OTHER = /^(doi:10\.\d{4,9}\/|acl:|openreview:)[^\s\p{C}]+$/u;

/** Longest segment of an id: it is a file's name too, and those end at 255 bytes. */
const SEGMENT_LENGTH = 200;

/** What an id may look like, for messages. */
export const PAPER_ID_FORMS = "an arXiv id without version (2510.18821, hep-th/9901001), or doi:…, acl:…, openreview:…";

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
 * The arXiv id in what people type or paste: an id with or without version, `arXiv:…`, or a link to arXiv
 * or to a Hugging Face paper page, or arXiv's own DOI (10.48550/arXiv.…). Undefined when there is none, or when the text says more than that.
 */
export function findArxivId(text: string): PaperId | undefined {
  const bare = text
    .trim()
    .replace(/^(https?:\/\/)?(www\.|export\.)?(arxiv\.org\/(abs|pdf|html)|(huggingface\.co|hf\.co)\/papers)\//i, "")
    .replace(/^(https?:\/\/)?(dx\.)?(doi\.org\/)?(doi:\s*)?10\.48550\//i, "")
    .replace(/^arxiv[.:\s]\s*/i, "")
    .replace(/^([^?#]*)[?#].*$/, "$1")
    .replace(/(?<!\/)\/+$/, "")
    .replace(/\.pdf$/i, "")
    .replace(/v\d+$/i, "");
  const id = parsePaperId(bare);
  return id !== undefined && isArxivId(id) ? id : undefined;
}

/**
 * The id as one segment of a file name or address: lower case, `/` becomes `_`, the scheme's `:` becomes `--`,
 * any other character outside `[a-z0-9.-_]` becomes `~` and its hex code, and so does what `escapeName` names.
 */
export function toSegment(id: string): string {
  const name = id
    .toLowerCase()
    .replace(/^(doi|acl|openreview):/, "$1--")
    .replaceAll("/", "_")
    .replace(/[^a-z0-9._-]/gu, (character) => `~${(character.codePointAt(0) ?? 0).toString(16)}`);
  return escapeName(name);
}

/** Whether two ids are one: all registries but OpenReview take large and small letters for the same. */
export function areSameId(a: string, b: string): boolean {
  return a === b || (!a.startsWith("openreview:") && a.toLowerCase() === b.toLowerCase());
}

/** The month in an arXiv id (`2510.18821` is `2025-10`, `hep-th/9901001` is `1999-01`), undefined for other ids. */
export function monthOfId(id: string): string | undefined {
  if (ARXIV_NEW.test(id)) return `20${id.slice(0, 2)}-${id.slice(2, 4)}`;
  if (!ARXIV_OLD.test(id)) return undefined;
  const digits = id.slice(id.indexOf("/") + 1);
  // arXiv began in 1991 and gave ids of this form until 2007.
  return `${Number(digits.slice(0, 2)) > 90 ? "19" : "20"}${digits.slice(0, 2)}-${digits.slice(2, 4)}`;
}
