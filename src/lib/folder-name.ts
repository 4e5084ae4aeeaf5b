/** Names of folders that every system a site is built, kept or served on can hold. */

/** Names that Windows keeps for devices, with any ending (learn.microsoft.com, "Naming Files, Paths, and Namespaces"), and that of a page's own file. */
const TAKEN = /^(?:(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])(?:\.|$)|index\.html$)/;

/**
 * A name in lower case as every system can hold it, the same wherever it can already. Else the first character of a name
 * that is taken, or the full stop that Windows would drop from its end, becomes `~` and its hex code: `~63on`, `x~2e`.
 * No other name of ours begins with `~`, but for those of `nameIndex`, which are none of these.
 */
export function escapeName(name: string): string {
  const free = TAKEN.test(name) ? `~${name.charCodeAt(0).toString(16)}${name.slice(1)}` : name;
  return free.endsWith(".") ? `${free.slice(0, -1)}~2e` : free;
}

/**
 * The name of a page that stands among authors or organisations and lists those whose names begin so. No author and no
 * organisation has it: a name that is escaped goes on with the code of a letter, 61 or more.
 * @param beginning small Latin letters, digits and hyphens, a letter or 0 first
 */
export function nameIndex(beginning: string): string {
  return `~${beginning}`;
}
