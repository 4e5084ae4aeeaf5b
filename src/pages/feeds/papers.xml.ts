import type { APIContext } from "astro";
import { listFeedEntries } from "#data/feed.ts";
import { toAtom } from "#lib/feeds/atom.ts";
import { routes, toAbsolute } from "#lib/routes.ts";
import { site } from "#site";

/** The newest papers with their digests, as Atom. */
export async function GET({ site: address, url }: APIContext): Promise<Response> {
  const origin = address ?? url;
  const body = toAtom({
    address: toAbsolute(routes.feed(), origin),
    page: toAbsolute(routes.front(), origin),
    title: site.name,
    description: site.description,
    author: site.curators,
    entries: await listFeedEntries(origin),
  });
  return new Response(body, { headers: { "content-type": "application/atom+xml; charset=utf-8" } });
}
