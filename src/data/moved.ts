/** Addresses that are gone, for the pages that send their readers on. */
import { getCollection } from "astro:content";
import { listMoved, type Moved } from "#lib/moved.ts";
import { createRoutes } from "#lib/routes.ts";
import { loadLibrary } from "./library.ts";

const addresses = createRoutes("/");

/** Every address that leads elsewhere. */
export async function loadMoved(): Promise<Moved[]> {
  const [{ papers, authors, organizations }, overrides, redirects, published] = await Promise.all([
    loadLibrary(),
    getCollection("organizations"),
    getCollection("redirects"),
    getCollection("addresses"),
  ]);
  // As addresses.txt has them: authors' slugs as they are, not as a link escapes them.
  const live = new Set<string>([
    ...organizations.map(({ id }) => addresses.organization(id)),
    ...[...authors.keys()].map((slug) => decodeURIComponent(addresses.author(slug))),
  ]);
  return listMoved({
    papers,
    organizations: overrides.map(({ data }) => data),
    redirects: redirects.map(({ data }) => data),
    published: published.map(({ data }) => data.address),
    hasPage: (address) => live.has(address),
  });
}
