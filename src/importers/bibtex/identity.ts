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

/** Said by `eprint`, by a link or DOI of arXiv's, or where programs write it behind its name. */
function findArxiv(fields: Fields): PaperId | undefined {
  const named = NAME_FIELDS.flatMap((field) => findNamed(fields[field] ?? "", field));
  const corr = /^CoRR$/i.test(fields["journal"] ?? "") ? [(fields["volume"] ?? "").replace(/^abs\//, "")] : [];
  const links = [fields["doi"] ?? "", ...listAddresses(fields)].flatMap((text) => findPaperId(text) ?? []);
  return [
    ...[...listEprints(fields)].flatMap((text) => findArxivId(text) ?? []),
    ...links.filter(isArxivId),
    ...[...named, ...corr].flatMap((text) => findArxivId(text) ?? []),
  ][0];
}

/** The text, where arXiv's name is in it; of a note its first part, behind which a program may put more. */
function findNamed(text: string, field: string): string[] {
  const bare = field === "note" ? (text.split(/[\n;]|(?<=[\s.])Comments?:/, 1)[0] ?? "") : text;
  return field === "arxivid" || /arxiv|^corr\b/i.test(bare) ? [bare] : [];
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
