/** The id of a paper in what a BibTeX entry says. */
import { findDoi, readDoiLink } from "#lib/papers/doi.ts";
import { findArxivId, findPaperId } from "#lib/papers/find-id.ts";
import { isArxivId, normalizeId, type PaperId, parsePaperId } from "#lib/papers/id.ts";
import type { BibtexEntry } from "./parse.ts";

type Fields = BibtexEntry["fields"];

/** Fields with an address of the paper. */
export const ADDRESS_FIELDS = ["url", "link", "ee", "howpublished", "pdf", "adsurl", "biburl", "bdsk-url-1"];
/** Fields in which programs write arXiv's id behind its name: Google Scholar, DBLP, Zotero, Mendeley, ADS. */
export const NAME_FIELDS = [
  "journal",
  "journaltitle",
  "booktitle",
  "number",
  "note",
  "howpublished",
  "eid",
  "pages",
  "volume",
  "arxivid",
];

/** arXiv's id, else the DOI, else that of who publishes the proceedings or the reviews; undefined when the entry has none. */
export function findEntryId(fields: Fields): PaperId | undefined {
  const doi = findEntryDoi(fields);
  const stated = listAddresses(fields).flatMap((address) => findPaperId(address) ?? []);
  const known = doi === undefined ? undefined : parsePaperId(`doi:${doi}`);
  return findArxiv(fields) ?? (known === undefined ? stated[0] : normalizeId(known));
}

/** The DOI of the published paper, as it is written; undefined for arXiv's own DOIs, which name the preprint. */
export function findEntryDoi(fields: Fields): string | undefined {
  const addresses = listAddresses(fields);
  const written = [findDoi(fields["doi"] ?? ""), ...addresses.map(findDoi)];
  const within = addresses.flatMap((address) => {
    const id = readDoiLink(address) === undefined ? findPaperId(address) : undefined;
    return id?.startsWith("doi:") ? id.slice(4) : [];
  });
  return [...written, ...within].find((doi) => doi !== undefined && findArxivId(doi) === undefined);
}

/** Addresses in some of an entry's fields, or in all that have them, TeX's commands and escapes taken away. */
export function listAddresses(fields: Fields, names: readonly string[] = ADDRESS_FIELDS): string[] {
  return names
    .flatMap((field) => fields[field] ?? [])
    .map((text) =>
      text
        .replace(/\{?\\([_&%#$~])(?:\{\})?\}?/g, "$1")
        .trim()
        .replace(/^\\(?:url|href|path|nolinkurl)\s*\{([^{}]*)\}\s*(?:\{[^{}]*\})?$/, "$1"),
    );
}

/** Said by `eprint`, by a link or DOI of arXiv's, or where programs and people write it behind its name. */
function findArxiv(fields: Fields): PaperId | undefined {
  const links = [fields["doi"] ?? "", ...listAddresses(fields)].flatMap((text) => findPaperId(text) ?? []);
  return [
    ...listEprints(fields).flatMap((text) => findArxivId(text) ?? []),
    ...links.filter(isArxivId),
    ...NAME_FIELDS.flatMap((field) => findNamed(fields[field] ?? "", field) ?? []),
    ...listPlaces(fields).flatMap((text) => findArxivId(text) ?? []),
  ][0];
}

/** The id that a text, or its first part, is; else the one id in it that stands behind arXiv's name, unless it may be that of another paper. */
function findNamed(written: string, field: string): PaperId | undefined {
  const text = dropCommands(written);
  if (field === "arxivid") return findArxivId(text);
  // Behind it a program may put more.
  const [head = ""] = text.split(/[\n;]|(?<=[\s.])Comments?:/, 1);
  const whole = /arxiv|^corr\b/i.test(head) ? findArxivId(head) : undefined;
  if (whole !== undefined || OF_ANOTHER.test(text)) return whole;
  const found = [...text.matchAll(NAMED_ID)];
  const ids = new Set(found.flatMap(([, id = ""]) => findArxivId(id) ?? []));
  const isOwn = found.every(({ index }) =>
    BEFORE_OWN.test(
      text
        .slice(0, index)
        .split(/[.,;:()[\]\n]/)
        .at(-1) ?? "",
    ),
  );
  return ids.size === 1 && isOwn ? [...ids][0] : undefined;
}

/** arXiv's name, or an address of it, and an id: `arXiv [cs.CL] 2202.09008`, `arXiv preprint arXiv:2202.09008`. */
const NAMED_ID =
  /(?<!\w)(?:https?:\/\/)?(?:arxiv(?!\w)|corr(?!\w))[^\d;\n]{0,40}?(?<![\w.])((?:[a-z-]{2,20}(?:\.[a-z]{2})?\/\d{7}|\d{4}\.\d{4,5})(?:v\d{1,2})?)(?![\d/]|\.\d)/gi;
/** Words that say that an id in the same field is, or may be, that of another paper. */
const OF_ANOTHER =
  /\b(?:extend\w*|versions? of|see|cf|comments? (?:on|to)|commentary|errat(?:um|a)|corrigend(?:um|a)|correct\w*|reply|response|rebuttal|supersed\w*|replac\w*|companion|sequel|follow\w*|continu\w*|based on|buil(?:ds?|ding|t)|merge\w*|parts?|supplement\w*|reviews? of|translat\w*|retract\w*|related|cit(?:ed|es|ing)|compare\w*|generali[sz]\w*|improv\w*|previous\w*|earlier|uses?|using|which|whose)\b/i;
/** What may stand before arXiv's name in its clause where the paper's own id follows. */
const BEFORE_OWN =
  /^[\s"']*(?:(?:also|an?|the|this|is|as|at|on|in|from|preprint|e-?print|available|online|p|pp)\s+)*$/i;

/** The text without TeX's commands for type and addresses, its braces and its own spaces. */
function dropCommands(text: string): string {
  return text.replace(
    /\\(?:emph|text\w\w|tt|it|em|sf|sl|bf|small|url|href|path|nolinkurl)(?![A-Za-z])|\\[,;: ]|[{}~]/g,
    " ",
  );
}

/** Servers of arXiv's as journal or publisher, beside which a number, a volume or pages may be the bare id. */
const SERVER = /^[\s{]*(?:arxiv(?:\.org)?|corr|computing research repository)(?![\w:])[^\d]*$/i;

function listPlaces(fields: Fields): string[] {
  const servers = ["journal", "journaltitle", "booktitle", "publisher"];
  if (!servers.some((field) => SERVER.test(fields[field] ?? ""))) return [];
  return ["volume", "number", "eid", "pages"].map((field) => dropCommands(fields[field] ?? ""));
}

/** `eprint` is arXiv's where it says so, or where a subject class of arXiv's stands beside it. */
function listEprints(fields: Fields): string[] {
  const eprint = (fields["eprint"] ?? "").trim();
  const archive = fields["eprinttype"] ?? fields["archiveprefix"] ?? "";
  const subject = fields["primaryclass"] ?? fields["eprintclass"] ?? "";
  const isArxiv = /^arxiv$/i.test(archive.trim()) || (archive === "" && subject !== "") || /arxiv/i.test(eprint);
  if (eprint === "" || !isArxiv) return [];
  // Ids before 2007 belong to an archive, which some exports put into the class alone.
  return /^\d{7}(v\d+)?$/.test(eprint) ? [`${subject.replace(/\..*/, "")}/${eprint}`] : [eprint];
}
