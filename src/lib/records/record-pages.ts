/** Pages that records give a site, held against the redirects that lead away from them and to them. */
import { foldAddress, listForms } from "../address.ts";
import { parseAddresses } from "../content/addresses.ts";
import { countAuthorAddresses, listPaperAddresses } from "../content/live-addresses.ts";
import { parseOrganizations } from "../content/parse.ts";
import { readLists } from "../content/read.ts";
import type { PaperRecord } from "../content/record.ts";
import { indexOrganizations, type OrganizationNames } from "../papers/paper.ts";
import type { Archive } from "./archive.ts";
import type { Redirects } from "./redirects.ts";

/** What organisations are called. A file that cannot be read is for the check to tell of. */
export function openOrganizationNames(folder: string): OrganizationNames {
  const lists = readLists(folder, "organizations", parseOrganizations, []);
  return indexOrganizations(lists.flatMap(({ lines }) => lines).map(({ data }) => data));
}

/** Why a record cannot be as it is for a redirect's sake, and which address that concerns; undefined when it can. */
export function findPageFault(
  { archive, redirects, names }: { archive: Archive; redirects: Redirects; names: OrganizationNames },
  record: PaperRecord,
): { message: string; address: string } | undefined {
  if (redirects.size === 0) return undefined;
  // Pages that it had before stay as they are.
  const known = archive.records.get(record.id);
  const [pages, before] = [listPages(record, names), known === undefined ? new Set<string>() : listPages(known, names)];
  const from = findRedirected(redirects, pages.difference(before));
  if (from !== undefined) {
    return { message: `its page at ${from} would stand where a redirect leads elsewhere`, address: from };
  }
  const targets = new Set([...redirects.values()].map(({ to }) => to));
  const lost = [...before.difference(pages).intersection(targets)];
  const to = lost.find((page) => !leavesSearch(archive.folder, page));
  return to === undefined
    ? undefined
    : { message: `a redirect leads to ${to}, which could lose its page`, address: to };
}

/** The first of some pages' addresses, or of their other forms, that leads elsewhere; undefined when none does. */
export function findRedirected(redirects: Redirects, pages: Iterable<string>): string | undefined {
  return [...pages].flatMap(listForms).flatMap((address) => redirects.get(foldAddress(address))?.from ?? [])[0];
}

function listPages(record: PaperRecord, names: OrganizationNames): Set<string> {
  return new Set([...listPaperAddresses([record], names), ...countAuthorAddresses([record]).keys()]);
}

/** Whether a page is one of a name that was published: when it goes, a search for the name takes its place. */
function leavesSearch(folder: string, page: string): boolean {
  const lists = readLists(folder, "addresses", parseAddresses, []);
  return (
    /^\/(authors|organizations)\//.test(page) && lists.some(({ lines }) => lines.some(({ data }) => data === page))
  );
}
