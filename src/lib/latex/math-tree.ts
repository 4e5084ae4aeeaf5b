/** MathML as a tree, read from the markup that temml writes. */

/** An element of MathML. */
export interface MathElement {
  /** Name of the element, such as `msup`. */
  name: string;
  /** Its attributes as they were written, entities resolved. */
  attributes: Map<string, string>;
  /** What stands in it: elements and texts. */
  children: (MathElement | string)[];
}

const TOKEN = /<(\/?)([A-Za-z][\w-]*)((?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/y;
const ATTRIBUTE = /(?<![\w:-])([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: { [entity: string]: string } = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
  "&#39;": "'",
  "&amp;": "&",
};

/** The one element that the markup holds; undefined when it is no well-formed element. */
export function parseMarkup(markup: string): MathElement | undefined {
  const root: MathElement = { name: "", attributes: new Map(), children: [] };
  const open = [root];
  for (let index = 0; index < markup.length; index = TOKEN.lastIndex) {
    TOKEN.lastIndex = index;
    const match = TOKEN.exec(markup);
    const parent = open.at(-1);
    if (match === null || parent === undefined) return undefined;
    const [, closing, name = "", attributes = "", isEmpty, text] = match;
    if (text !== undefined) {
      parent.children.push(decode(text));
    } else if (closing !== "") {
      if (open.length < 2 || parent.name !== name) return undefined;
      open.pop();
    } else {
      const element = { name, attributes: readAttributes(attributes), children: [] };
      parent.children.push(element);
      if (isEmpty === "") open.push(element);
    }
  }
  const [only] = root.children;
  return open.length === 1 && root.children.length === 1 && typeof only === "object" ? only : undefined;
}

function readAttributes(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(ATTRIBUTE)].map(([, name = "", double, single]) => [name, decode(double ?? single ?? "")]),
  );
}

function decode(text: string): string {
  return text.replace(/&(?:lt|gt|quot|amp|#x27|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}
