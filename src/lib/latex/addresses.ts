/** Addresses in running text, inside which no sign means what it means in TeX. */

/** What an address is made of: no space, no brace without partner; signs that TeX needs escaped may be. */
const ADDRESS = /(?:https?:\/\/|www\.)(?:[^\s\\{}<>"`$]|\\[%&_#~]\s?(?:\{\})?|\{[^\s{}]*\})+/iy;
/** Signs behind an address that belong to the sentence. */
const SENTENCE = /(?<!''|[.,;:!?])(?:''|[.,;:!?])+$/;

/** The address that begins at `index`, as it stands there; undefined when none does. */
export function readAddress(text: string, index: number): string | undefined {
  ADDRESS.lastIndex = index;
  const found = ADDRESS.exec(text)?.[0].replace(SENTENCE, "");
  return found === undefined || /(?::\/\/|www\.)$/i.test(found) ? undefined : found;
}

/** An address without TeX's escapes: `\~{}jo/a\_b` is `~jo/a_b`. */
export function unescapeAddress(address: string): string {
  return address.replace(/\{?(\\[%&_#~]|\\textasciitilde)(?:\{\}|\s)?\}?/g, (_, sign: string) =>
    sign.length > 2 ? "~" : sign.slice(1),
  );
}
