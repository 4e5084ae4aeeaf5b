/** Ids to which a paper's own links lead: an arXiv paper that came out in proceedings has their id or a DOI as well. */
import type { PaperRecord } from "../content/record.ts";
import { readDoiLink } from "./doi.ts";
import { findPaperId } from "./find-id.ts";
import { foldId } from "./id.ts";

/** The ids under which links of a paper lead to it, folded: its DOI, and its pages where registries have it. */
export function listLinkedIds({ id, links }: Partial<Pick<PaperRecord, "id" | "links">>): string[] {
  return [links?.doi, links?.abstract, links?.pdf].flatMap((link) => {
    // Most links hold the paper's own id, and all records of an archive are looked at.
    if (link === undefined || (id !== undefined && link.endsWith(`/${id}`))) return [];
    const doi = readDoiLink(link);
    const linked = doi === undefined ? findPaperId(link) : `doi:${doi}`;
    return linked === undefined ? [] : [foldId(linked)];
  });
}
