/** The id of a paper in what a BibTeX entry says. */
import { findArxivId, type PaperId, parsePaperId } from "#lib/papers/id.ts";
import { findDoi } from "../doi.ts";
import type { BibtexEntry } from "./parse.ts";

type Fields = BibtexEntry["fields"];

/** arXiv's id, else the DOI, else that of the ACL Anthology or of OpenReview; undefined when the entry has none. */
export function findPaperId(fields: Fields): PaperId | undefined {
  const doi = findEntryDoi(fields);
  return (
    findArxiv(fields) ??
    (doi === undefined ? undefined : parsePaperId(`doi:${doi.toLowerCase()}`)) ??
    listAddresses(fields).flatMap((address) => findAnthologyId(address) ?? [])[0]
  );
}

/** The DOI of the published paper, as it is written; undefined for arXiv's own DOIs, which name the preprint. */
export function findEntryDoi(fields: Fields): string | undefined {
  const candidates = [fields["doi"] ?? "", ...listAddresses(fields)];
  return candidates.flatMap((text) => findDoi(text) ?? []).filter((doi) => !/^10\.48550\//.test(doi))[0];
}

/** Addresses in an entry, TeX's escapes taken away. */
export function listAddresses(fields: Fields): string[] {
  const texts = ["url", "link", "ee", "howpublished"].flatMap((field) => fields[field] ?? []);
  return texts.map((text) =>
    text
      .replace(/^\\url\s*\{(.*)\}$/, "$1")
      .replace(/\{?\\([_&%#$~])(?:\{\})?\}?/g, "$1")
      .trim(),
  );
}

/** Said by `eprint`, by a link or DOI of arXiv's, or where Google Scholar, DBLP and Zotero write it. */
function findArxiv(fields: Fields): PaperId | undefined {
  const named = [
    fields["journal"],
    fields["journaltitle"],
    fields["number"],
    fields["note"],
    fields["howpublished"],
  ].flatMap(
    (text) => /^(?:arXiv (?:preprint|e-prints?) )?(arXiv:\S+?)[.,;]?(?:\s*\[[\w.-]+\])?$/i.exec(text ?? "")?.[1] ?? [],
  );
  const corr = /^CoRR$/i.test(fields["journal"] ?? "") ? [(fields["volume"] ?? "").replace(/^abs\//, "")] : [];
  const links = [fields["doi"] ?? "", ...listAddresses(fields)].filter((text) => /arxiv/i.test(text));
  return [...listEprints(fields), ...links, ...named, ...corr].flatMap((text) => findArxivId(text) ?? [])[0];
}

/** `eprint` is arXiv's where it says so, or where a subject class of arXiv's stands beside it. */
function listEprints(fields: Fields): string[] {
  const eprint = (fields["eprint"] ?? "").trim();
  const archive = fields["eprinttype"] ?? fields["archiveprefix"] ?? "";
  const subject = fields["primaryclass"] ?? fields["eprintclass"] ?? "";
  const isArxiv = /^arxiv$/i.test(archive.trim()) || (archive === "" && subject !== "") || /^arxiv:/i.test(eprint);
  if (eprint === "" || !isArxiv) return [];
  // Ids before 2007 belong to an archive, which some exports put into the class alone.
  return /^\d{7}(v\d+)?$/.test(eprint) ? [`${subject.replace(/\..*/, "")}/${eprint}`] : [eprint];
}

/** `https://aclanthology.org/2020.acl-main.1/`, `https://openreview.net/forum?id=AbC`. */
function findAnthologyId(address: string): PaperId | undefined {
  const [, acl] =
    /^https?:\/\/(?:www\.)?(?:aclanthology\.org|aclweb\.org\/anthology)\/([A-Za-z0-9][\w.-]*?)(?:\.pdf)?\/?$/i.exec(
      address,
    ) ?? [];
  if (acl !== undefined) return parsePaperId(`acl:${acl}`);
  const [, review] = /^https?:\/\/openreview\.net\/(?:forum|pdf)\?id=([\w-]+)/i.exec(address) ?? [];
  return review === undefined ? undefined : parsePaperId(`openreview:${review}`);
}
