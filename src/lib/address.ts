/** Addresses as content writes them, from the root without host and base path: which can be, and which are one. */
import { escapeName } from "./folder-name.ts";

const ADDRESS_FORM = "an address within the site, such as /papers/2510.18821/, without host and base path";
const FORM = /^\/([^\s/?#"<>\\]+\/)*$/;
const NAME_FORM =
  "letters, digits, . _ ~ and - between slashes, not as % and codes, and each part begins with a letter, digit, ~ or -";

/** Names between slashes. What begins with a full stop or underscore is left out by hosts. */
const NAMES = /^\/(?:[\p{L}\p{N}~-][\p{L}\p{M}\p{N}._~-]*\/)*$/u;
/** The only addresses that have a large letter. */
const WEEK = /^\/editions\/\d{4}-W\d{2}\/$/;

/** Most bytes of a name: file systems hold 255, and a file may have an ending. */
const NAME_BYTES = 240;
/** Most bytes of an address. */
const ADDRESS_BYTES = 500;

/** What an address has to be instead, when no page can have it on every system; undefined when one can. */
export function explainAddress(address: string): string | undefined {
  if (!FORM.test(address)) return ADDRESS_FORM;
  if (!NAMES.test(address)) return NAME_FORM;
  const plain = address.normalize("NFC").toLowerCase();
  if (plain !== address && !WEEK.test(address))
    return `${plain}: small letters, since some systems do not tell them from large ones, each with its accents as one`;
  const free = escapeAddress(address);
  if (free !== address) return `${free}: some systems cannot hold a folder of this name`;
  return isTooLong(address) ? `at most ${NAME_BYTES} bytes between two slashes, ${ADDRESS_BYTES} in all` : undefined;
}

function isTooLong(address: string): boolean {
  // No character takes more than three bytes of UTF-8 for each of its code units.
  if (address.length * 3 <= NAME_BYTES) return false;
  const names = address.split("/").map((name) => Buffer.byteLength(name));
  return Math.max(...names) > NAME_BYTES || Buffer.byteLength(address) > ADDRESS_BYTES;
}

/** The address with each of its names as every system can hold it. */
export function escapeAddress(address: string): string {
  return address.split("/").map(escapeName).join("/");
}

/** The same for all spellings of an address that some file system takes for one: whatever their case and composition. */
export function foldAddress(address: string): string {
  return address.normalize("NFC").toLowerCase().toUpperCase();
}

/** Endings of the files in which a page's content stands beside it in another form, now or some day: `/papers/2510.18821.md`. */
const FORMS = ["md", "json", "bib", "ris"];
const OTHER_FORM = new RegExp(`\\.(?:${FORMS.join("|")})(?=/?$)`);

/** The address, or the name in it, of the page of which this would be another form; undefined when of none. */
export function findMainForm(address: string): string | undefined {
  return OTHER_FORM.test(address) ? address.replace(OTHER_FORM, "") : undefined;
}

/** An address, or the name in it, and those of its other forms. */
export function listForms(address: string): string[] {
  return [address, ...FORMS.map((form) => address.replace(/\/?$/, (end) => `.${form}${end}`))];
}
