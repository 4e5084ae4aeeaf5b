/** Says whose papers come first when a question names an author or an organisation, or what they are like. Fetched only then. */
import { countNoun } from "../lib/counts.ts";
import { hasAuthorPage, slugifyAuthor } from "../lib/papers/author.ts";
import type { EntryView } from "../lib/papers/entry.ts";
import { routes } from "../lib/routes.ts";
import type { NamedAuthor, NamedSource } from "../lib/search/named-source.ts";
import type { Sort } from "../lib/search/question.ts";
import { type Child, keepNodes, make, makeLink } from "./dom.ts";

/** Which paper the results are like, with its page. */
export function makeLikeness({ title, href }: EntryView, count: number, sort: Sort): (Node | string)[] {
  const order = count > 1 && sort === "relevance" ? ", the most alike first." : ".";
  return [`${countNoun(count, "paper")} like `, makeLink(href, { dir: "auto" }, title), order];
}

/** Most authors who are named where a question may mean several. */
const MOST_NAMED = 4;

/** Whose the first papers are, with their pages; an author of too few papers has none. */
export function makeSource({ kind, label, count, href, authors = [{ label, count }] }: NamedSource): (Node | string)[] {
  const papers = count === 1 ? "The first paper is" : `The first ${count} papers are`;
  if (kind === "organization") return keepNodes([`${papers} by `, makeLink(href ?? "", {}, label), "."]);
  // With one more than may be named, all are: "1 other" is as long as a name.
  const named = authors.length <= MOST_NAMED + 1 ? authors : authors.slice(0, MOST_NAMED);
  const names: Child[] = named.map(makeAuthor);
  // Of very many papers not all names are known.
  const isAll = authors.reduce((sum, author) => sum + author.count, 0) >= count;
  if (named.length < authors.length) names.push(isAll ? `${authors.length - named.length} others` : "others");
  const list = names.flatMap((name, index) => [index === 0 ? "" : index < names.length - 1 ? ", " : " and ", name]);
  return keepNodes([`${papers} by `, ...list, "."]);
}

function makeAuthor({ label, count }: NamedAuthor): HTMLElement {
  return hasAuthorPage(count) ? makeLink(routes.author(slugifyAuthor(label)), {}, label) : make("b", {}, label);
}
