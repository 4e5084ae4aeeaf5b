/** Markup that is written down once, for pages and for the browser: each builds its elements in its own way. */
import { escapeHtml } from "./latex/escape.ts";

/** Attributes by name; those that are undefined or false are left out, true is an empty one. */
export type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** What can stand in an element: text, which is never read as HTML, and what was built; false and undefined leave nothing. */
export type MarkupContent<Built> = string | Built | false | undefined;

/** Builds an element from its name, such as `p`, its attributes and its content: HTML on pages, nodes in the browser. */
export type BuildElement<Built> = (
  name: string,
  attributes: Attributes,
  ...content: readonly MarkupContent<Built>[]
) => Built;

/** HTML that our own code has made. */
export class Html {
  /** The HTML. */
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Builds an element of a page; every text and every attribute is escaped. */
export const buildHtml: BuildElement<Html> = (name, attributes, ...content) => {
  const written = Object.entries(attributes).map(([key, value]) => {
    if (value === undefined || value === false) return "";
    return value === true ? ` ${key}` : ` ${key}="${escapeHtml(value)}"`;
  });
  const start = `<${name}${written.join("")}>`;
  return new Html(name === "br" ? start : `${start}${writeHtml(content)}</${name}>`);
};

/** Content as HTML, one piece after another. */
export function writeHtml(content: readonly MarkupContent<Html>[]): string {
  return content.map((part) => (part instanceof Html ? part.text : escapeHtml(part || ""))).join("");
}
