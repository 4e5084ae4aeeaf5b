import type { APIContext } from "astro";
import { findPage } from "#data/pages.ts";
import { toAtom } from "#lib/feeds/atom.ts";
import { type Route, routes, toAbsolute } from "#lib/routes.ts";
import { site } from "#site";

/** The newest papers with their digests, as Atom. */
export async function GET({ site: address, url }: APIContext): Promise<Response> {
  const origin = address ?? url;
  const { entries } = await findPage("feeds/papers.xml");
  const body = toAtom({
    authority: site.feedAuthority,
    address: toAbsolute(routes.feed(), origin),
    page: toAbsolute(routes.front(), origin),
    title: site.name,
    description: site.description,
    author: site.curators,
    entries: entries.map((entry) => ({ ...entry, address: toAbsolute(entry.address as Route, origin) })),
  });
  return new Response(body, { headers: { "content-type": "application/atom+xml; charset=utf-8" } });
}
