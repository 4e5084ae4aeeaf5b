/** The search page: names for what papers are filtered by, and questions to begin with. */
import { tellDate } from "#lib/dates.ts";
import type { ListedPaper, Paper } from "#lib/papers/paper.ts";
import { findDate } from "#lib/papers/paper-date.ts";
import { routes } from "#lib/routes.ts";
import { makeExamples, type SearchExample } from "#lib/search/examples.ts";
import { NAMED_ORGANIZATIONS } from "#lib/search/labels.ts";
import type { NamedOrganization } from "#lib/search/named-source.ts";
import type { Catalogue, Library } from "../library.ts";
import type { PageKinds } from "./page-kinds.ts";

/** What the search page is given. */
export function makeSearchPage(library: Library): PageKinds["search"] {
  const { papers, topics, people = [] } = library;
  return {
    labels: {
      papers: papers.filter(isSearched).length,
      topics: topics.map(({ id, label, aliases }) => ({ id, label, aliases, href: routes.tag(id) })),
      topicsHref: routes.tags(),
      organizations: nameOrganizations(library),
      people: people.map(({ name, aliases }) => ({ name, aliases })),
    },
    examples: listExamples(library),
    topics: topics.flatMap(({ id, label, papers: own }) => (own.length === 0 ? [] : [{ label, href: routes.tag(id) }])),
    isQuoted: papers.some(({ isTopicsAssigned }) => isTopicsAssigned),
  };
}

/** Papers without a page of their own are in no index. */
function isSearched({ row }: ListedPaper): boolean {
  return row === undefined;
}

/** Papers that questions are made of: more would cost every build what no reader sees. */
const EXAMPLE_PAPERS = 1000;

/** Questions about what is new here: the latest edition before all other papers. */
function listExamples({ papers, byId, issues, authors, organizations }: Library): SearchExample[] {
  const searched = new Set([...(issues[0]?.papers ?? []), ...papers].filter(isSearched));
  let author: { name: string; count: number } | undefined;
  for (const { names, papers: own } of authors.values()) {
    if (own.length > (author?.count ?? 0) && own.some(isSearched)) author = { name: names[0] ?? "", count: own.length };
  }
  const organization = organizations.find(({ papers: own }) => own.some(isSearched));
  return makeExamples({
    papers: [...searched].slice(0, EXAMPLE_PAPERS),
    readText: ({ facts }) => readText(byId.get(facts.id)),
    ...(author === undefined ? {} : { author: author.name }),
    ...(organization === undefined ? {} : { organization }),
    search: routes.search(),
  });
}

/** All that a paper's page can say of it, in lower case. */
function readText(paper: Paper | undefined): string {
  if (paper === undefined) return "";
  const { record, digest, topics, organization } = paper;
  return `${JSON.stringify([record, digest, topics, organization])} ${tellDate(findDate(record))}`.toLowerCase();
}

/** Organisations of most papers, and all that have other ids, as the search page knows them. */
function nameOrganizations({ organizations, overrides, joined }: Catalogue): NamedOrganization[] {
  const stated = overrides.flatMap(({ id, aliases }) => aliases.map((alias): [string, string] => [alias, id]));
  const others = Map.groupBy([...stated, ...joined], ([, id]) => id);
  return organizations.flatMap(({ id, name }, index) => {
    const aliases = [...new Set(others.get(id)?.map(([alias]) => alias))];
    return index < NAMED_ORGANIZATIONS || aliases.length > 0
      ? [{ id, label: name, ...(aliases.length === 0 ? {} : { aliases }) }]
      : [];
  });
}
