import type { APIContext, GetStaticPaths } from "astro";
import { listPages } from "#data/pages.ts";
import type { PageKinds } from "#data/site/page-kinds.ts";

export const getStaticPaths = (() => listPages("later/[group].json")) satisfies GetStaticPaths;

/** For papers of a group, by id, those that came later and are close. */
export function GET({ props }: APIContext<PageKinds["later/[group].json"]>): Response {
  return Response.json(props.papers);
}
