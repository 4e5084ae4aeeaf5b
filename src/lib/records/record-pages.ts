/** Pages that records give a site, held against the redirects that lead away from them and to them. */
import { foldAddress, listForms } from "../address.ts";
import { parseAddresses } from "../content/addresses.ts";
import { countAuthorAddresses, listPaperAddresses } from "../content/live-addresses.ts";
import { parseOrganizations, parsePeople } from "../content/parse.ts";
import { readLists } from "../content/read.ts";
import type { PaperRecord } from "../content/record.ts";
import { indexPeople, joinOrganizations, type PersonAliases } from "../papers/alias.ts";
import { indexOrganizations, type OrganizationName, type OrganizationNames } from "../papers/paper.ts";
import type { Archive } from "./archive.ts";
import type { Redirects } from "./redirects.ts";

/** Which page of a person or an organisation stands for a name that papers have. */
export class PageNames {
  readonly #organizations: OrganizationNames;
  readonly #people: PersonAliases;
  readonly #archive: Archive;
  /** Those of all papers, and by id the one that stands for another; not looked through before a name is asked for. */
  #known: OrganizationName[] = [];
  #joined: Map<string, string> | undefined;
  readonly #ids = new Set<string>();

  /** A file that cannot be read is for the check to tell of. */
  constructor(folder: string, archive: Archive) {
    const organizations = readLists(folder, "organizations", parseOrganizations, []).flatMap(({ lines }) => lines);
    const people = readLists(folder, "people", parsePeople, []).flatMap(({ lines }) => lines);
    this.#organizations = indexOrganizations(organizations.map(({ data }) => data));
    this.#people = indexPeople(people.map(({ data }) => data));
    this.#archive = archive;
  }

  /** Addresses of the pages that a record has or is named on. */
  listPages(record: PaperRecord): Set<string> {
    const organization = record.organization && this.#findMain(record.organization);
    const named = { ...record, ...(organization && { organization }) };
    return new Set([
      ...listPaperAddresses([named], this.#organizations),
      ...countAuthorAddresses([record], this.#people).keys(),
    ]);
  }

  /** The organisation that stands for all that are one with this one. */
  #findMain(own: OrganizationName): OrganizationName {
    const called = this.#organizations.get(own.id) ?? own;
    if (this.#joined === undefined || !this.#ids.has(called.id)) {
      if (this.#joined === undefined) {
        const all = [...this.#archive.records.values()].flatMap(({ organization }) => organization ?? []);
        this.#known = all.map((organization) => this.#organizations.get(organization.id) ?? organization);
      }
      this.#known.push(called);
      for (const { id } of this.#known) this.#ids.add(id);
      this.#joined = joinOrganizations(this.#known, this.#organizations);
    }
    return { ...called, id: this.#joined.get(called.id) ?? called.id };
  }
}

/** Why a record cannot be as it is for a redirect's sake, and which address that concerns; undefined when it can. */
export function findPageFault(
  { archive, redirects, names }: { archive: Archive; redirects: Redirects; names: PageNames },
  record: PaperRecord,
): { message: string; address: string } | undefined {
  if (redirects.size === 0) return undefined;
  // Pages that it had before stay as they are.
  const known = archive.records.get(record.id);
  const pages = names.listPages(record);
  const before = known === undefined ? new Set<string>() : names.listPages(known);
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

/** Whether a page is one of a name that was published: when it goes, a search for the name takes its place. */
function leavesSearch(folder: string, page: string): boolean {
  const lists = readLists(folder, "addresses", parseAddresses, []);
  return (
    /^\/(authors|organizations)\//.test(page) && lists.some(({ lines }) => lines.some(({ data }) => data === page))
  );
}
