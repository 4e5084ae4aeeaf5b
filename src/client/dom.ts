/** Makes elements. Text goes in as text nodes and never as HTML, so that nothing in a record or a question can act. */
import type { Piece } from "../lib/search/marks.ts";

/** What can stand in an element; false and undefined leave nothing. */
export type Child = Node | string | false | undefined;

/** An element with attributes and children; an attribute that is undefined is left out, true is an empty one. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
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
export function makeLink(
  address: string,
  attributes: Readonly<Record<string, string>>,
  ...children: Child[]
): HTMLElement {
  const url = URL.parse(address, location.href);
  if (url === null || !["http:", "https:"].includes(url.protocol)) return make("span", attributes, ...children);
  return make("a", { ...attributes, href: address }, ...children);
}

/** Pieces of a text, with those marked that answer the question. */
export function makeMarked(pieces: readonly Piece[]): Node[] {
  return pieces.map(({ text, isMarked }) => (isMarked ? make("mark", {}, text) : document.createTextNode(text)));
}
