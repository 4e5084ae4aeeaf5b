/** Makes elements. Text goes in as text nodes and never as HTML, so that nothing in a record or a question can act. */
import type { Attributes, BuildElement } from "../lib/markup.ts";
import type { Piece } from "../lib/search/marks.ts";

/** What can stand in an element; false and undefined leave nothing. */
export type Child = Node | string | false | undefined;

/** An element with attributes and children. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  return fill(document.createElement(name), attributes, children);
}

function fill<Own extends HTMLElement>(element: Own, attributes: Attributes, children: readonly Child[]): Own {
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...keepNodes(children));
  return element;
}

/** The children that leave something. */
export function keepNodes(children: readonly Child[]): (Node | string)[] {
  return children.filter((child) => child !== undefined && child !== false);
}

/** A link; only its text where the address is none that a page may lead to. */
export function makeLink(address: string, attributes: Attributes, ...children: Child[]): HTMLElement {
  const url = URL.parse(address, location.href);
  if (url === null || !["http:", "https:"].includes(url.protocol)) return make("span", attributes, ...children);
  return make("a", { ...attributes, href: address }, ...children);
}

/** Builds an element of this page. */
export const buildNode: BuildElement<HTMLElement> = (name, { href, ...attributes }, ...children) =>
  typeof href === "string"
    ? makeLink(href, attributes, ...children)
    : fill(document.createElement(name), attributes, children);

/** Pieces of a text, with those marked that answer the question. */
export function makeMarked(pieces: readonly Piece[]): (HTMLElement | string)[] {
  return pieces.map(({ text, isMarked }) => (isMarked ? make("mark", {}, text) : text));
}
