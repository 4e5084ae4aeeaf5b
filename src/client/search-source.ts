/** Says whose papers come first when a question names an author or an organisation, or what they are like. Fetched only then. */
import { countNoun } from "../lib/counts.ts";
import { hasAuthorPage, slugifyAuthor } from "../lib/papers/author.ts";
import type { EntryView } from "../lib/papers/entry.ts";
import { routes } from "../lib/routes.ts";
import type { NamedSource } from "../lib/search/names.ts";
import type { Sort } from "../lib/search/question.ts";
import { keepNodes, make, makeLink } from "./dom.ts";

/** Which paper the results are like, with its page. */
export function makeLikeness({ title, href }: EntryView, count: number, sort: Sort): (Node | string)[] {
  const order = count > 1 && sort === "relevance" ? ", the most alike first." : ".";
  return [`${countNoun(count, "paper")} like `, makeLink(href, { dir: "auto" }, title), order];
}

/** Whose the first papers are, with their page; an author of too few papers has none. */
export function makeSource({ kind, label, count, href }: NamedSource): (Node | string)[] {
  const hasPage = kind === "organization" || hasAuthorPage(count);
  const address = href ?? routes.author(slugifyAuthor(label));
  const papers = count === 1 ? "The first paper is" : `The first ${count} papers are`;
  return keepNodes([`${papers} by `, hasPage ? makeLink(address, {}, label) : make("b", {}, label), "."]);
}
