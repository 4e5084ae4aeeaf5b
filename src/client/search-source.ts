/** Says whose papers come first when a question names an author or an organisation. Fetched only then. */
import { hasAuthorPage, slugifyAuthor } from "../lib/papers/author.ts";
import { routes } from "../lib/routes.ts";
import type { NamedSource } from "../lib/search/names.ts";
import { keepNodes, make, makeLink } from "./dom.ts";

/** Whose the first papers are, with their page; an author of too few papers has none. */
export function makeSource({ kind, label, count, href }: NamedSource): (Node | string)[] {
  const hasPage = kind === "organization" || hasAuthorPage(count);
  const address = href ?? routes.author(slugifyAuthor(label));
  const papers = count === 1 ? "The first paper is" : `The first ${count} papers are`;
  return keepNodes([`${papers} by `, hasPage ? makeLink(address, {}, label) : make("b", {}, label), "."]);
}
