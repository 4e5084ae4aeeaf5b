/** Indexes of authors and organisations. */
import { type KeyedName, keyName, makeNameIndex } from "#lib/name-index.ts";
import { findNameParts } from "#lib/papers/author.ts";
import { foldLatin } from "#lib/papers/latin.ts";
import { writePlainKey } from "#lib/prefix-parts.ts";
import { type Route, routes } from "#lib/routes.ts";
import type { Catalogue } from "../library.ts";
import type { NamesProps } from "./page-kinds.ts";
import type { PlannedPage, PlanPage } from "./planned-page.ts";

/** The indexes of authors, by family name, and of organisations. */
export function* planNamePages({ authors, organizations }: Catalogue, planPage: PlanPage): Generator<PlannedPage> {
  const people = [...authors.values()].map(({ slug, names, papers }): KeyedName => {
    const label = names[0] ?? slug;
    const { family, given } = findNameParts(label);
    const key = keyName(writePlainKey(foldLatin(`${family} ${given}`)), writePlainKey(foldLatin(slug)));
    return { label, href: routes.author(slug), count: papers.length, key };
  });
  const groups = organizations.map(({ id, name, papers }): KeyedName => {
    const key = keyName(writePlainKey(foldLatin(name)), writePlainKey(id));
    return { label: name, href: routes.organization(id), count: papers.length, key };
  });
  yield* planIndex("authors", people, routes.authors(), routes.authorsBy, planPage);
  yield* planIndex("organizations", groups, routes.organizations(), routes.organizationsBy, planPage);
}

function* planIndex(
  of: NamesProps["of"],
  names: readonly KeyedName[],
  href: Route,
  toHref: (beginning: string) => Route,
  planPage: PlanPage,
): Generator<PlannedPage> {
  const { first, pages } = makeNameIndex(names, toHref);
  yield planPage("[names]/index", href, () => ({ of, index: first }));
  for (const page of pages) yield planPage("[names]/[beginning]", page.href, () => ({ of, page }));
}
