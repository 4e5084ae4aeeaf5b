/** Addresses that have no page any more, each with the one that its readers are sent to. */
import type { Organization } from "./content/organization.ts";
import type { Person } from "./content/person.ts";
import type { Redirect } from "./content/redirect.ts";
import { formatDay, isDay } from "./dates.ts";
import { dropUndefined } from "./drop-undefined.ts";
import { toPlainText } from "./latex/render.ts";
import { indexPeople } from "./papers/alias.ts";
import type { ListedPaper } from "./papers/paper.ts";
import { addresses, type Route, routes } from "./routes.ts";
import { quote } from "./search/phrases.ts";
import { addressOf, EMPTY_QUESTION } from "./search/question.ts";

/** An address that leads elsewhere. */
export interface Moved {
  /** The address that is gone, without slashes at its ends, such as `papers/2510.18821`. */
  path: string;
  /** Where it leads. */
  to: Route;
  /** What readers are told. */
  reason: string;
  /**
   * What stands where it leads, as a link says it: `Search for “ada quay”`. Absent when that is the same thing: then readers
   * are taken there at once, else they are told first.
   */
  target?: string;
}

/** What addresses are known from. */
export interface MovedSources {
  /** All papers; their previous ids lead to them. */
  papers: readonly ListedPaper[];
  /** Overrides of organisations; their aliases lead to them. */
  organizations: readonly Organization[];
  /** People under several names; their aliases lead to them. */
  people?: readonly Person[];
  /** Organisations that are one with another, by id, each with the id that stands for it. */
  joined?: ReadonlyMap<string, string>;
  /** Redirects of `redirects.jsonl`. */
  redirects: readonly Redirect[];
  /** Permalinks of `addresses.txt`. */
  published: readonly string[];
  /** Whether an author or organisation has a page: an address as content writes it. */
  hasPage: (address: string) => boolean;
}

/** Pages that come and go with the names on papers. */
const NAMED = /^\/(authors|organizations)\/([^/]+)\/$/;

/** Every address that is gone, once; what people wrote in `redirects.jsonl` counts before what follows by rule. */
export function listMoved(sources: MovedSources): Moved[] {
  const { papers, organizations, redirects, published, hasPage } = sources;
  const byAddress = new Map<string, ListedPaper>(papers.map((paper) => [addresses.paper(paper.facts.id), paper]));
  const written = redirects.map(({ from, to, reason, date }) => {
    const paper = byAddress.get(to);
    const target = `To ${nameTarget(to, paper?.facts.title)}`;
    return make(from, paper?.row ?? routes.page(to), `${reason} (${formatDay(date)})`, target);
  });
  const renamed = papers.flatMap(({ facts, row }) =>
    facts.previousIds.map((id) =>
      make(addresses.paper(id), row ?? routes.paper(facts.id), "This paper has another id now."),
    ),
  );
  const aliased = organizations.flatMap(({ id, aliases }) =>
    aliases
      .map((alias) => addresses.organization(alias))
      .filter((alias) => hasPage(addresses.organization(id)) && !hasPage(alias))
      .map((alias) => make(alias, routes.organization(id), "This organisation goes by another name here.")),
  );
  const joined = [...(sources.joined ?? [])]
    .filter(([id, main]) => hasPage(addresses.organization(main)) && !hasPage(addresses.organization(id)))
    .map(([id, main]) =>
      make(addresses.organization(id), routes.organization(main), "This organisation is spelt otherwise here."),
    );
  const people = [...indexPeople(sources.people ?? [])]
    .filter(([alias, slug]) => hasPage(addresses.author(slug)) && !hasPage(addresses.author(alias)))
    .map(([alias, slug]) =>
      make(addresses.author(alias), routes.author(slug), "This author goes by another name here."),
    );
  const vanished = published.filter((address) => NAMED.test(address) && !hasPage(address)).map(describeVanished);
  const moved = new Map<string, Moved>();
  for (const entry of [...written, ...renamed, ...aliased, ...joined, ...people, ...vanished])
    moved.getOrInsert(entry.path, entry);
  return [...moved.values()];
}

/** What stands at an address, in a few words. @param title of the paper there */
function nameTarget(address: string, title: string | undefined): string {
  if (title !== undefined) return quote(toPlainText(title));
  const [, kind, name = ""] = /^\/(archive|editions|tags)\/(?:([^/]+)\/)?$/.exec(address) ?? [];
  if (kind === "tags" && name !== "") return `the topic ${quote(name.replaceAll("-", " "))}`;
  if (kind === "editions" && isDay(name)) return `the edition of ${formatDay(name)}`;
  return kind === "archive" ? "the archive" : address;
}

/** @param target what stands there, when it is not the same thing */
function make(address: string, to: Route, reason: string, target?: string): Moved {
  return dropUndefined({ path: address.slice(1, -1), to, reason, target });
}

/** An author's or organisation's page of which no paper is left: a search for the name is the nearest there is. */
function describeVanished(address: string): Moved {
  const [, kind, slug = ""] = NAMED.exec(address) ?? [];
  const text = slug.replace(/-+/g, " ");
  const to = addressOf({ ...EMPTY_QUESTION, text }, routes.search()) as Route;
  const reason = `No paper here names this ${kind === "authors" ? "author" : "organisation"} any more.`;
  return make(address, to, reason, `Search for ${quote(text)}`);
}
