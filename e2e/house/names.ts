/** How files are called. */
import { basename, dirname } from "node:path";

/** Words that say nothing of what a file holds. */
const EMPTY_NAMES = /^(utils?|helpers?|misc|common|shared|stuff|lib)$/;
const PASCAL_CASE = /^([A-Z][a-z0-9]*)+\.astro$/;
/** With endings that say more: `.test.ts`, `.long.test.ts`, `.config.ts`. */
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.(ts|mjs|css)$/;
/** A page is named as its address: a segment, or a parameter in brackets, which with three dots takes several. */
const PAGE = /^([a-z0-9]+(-[a-z0-9]+)*|\[(\.{3})?[a-z]+\])(\.[a-z]+)*\.(ts|astro)$/;

/** What is wrong with a file's name, in a sentence; undefined when nothing is. The path begins with `src/`. */
export function judgeFileName(path: string): string | undefined {
  const parts = path.replace(/(\.[a-z]+)+$/, "").split("/");
  const empty = parts.filter((part) => EMPTY_NAMES.test(part) && part !== parts[1]);
  if (empty.length > 0) return `${path}: "${empty[0]}" does not say what it holds; name the noun`;
  const [form, words] = path.startsWith("src/pages/")
    ? [PAGE, "lower case with hyphens, or [parameter]"]
    : path.endsWith(".astro")
      ? [PASCAL_CASE, "PascalCase"]
      : [KEBAB_CASE, "kebab-case"];
  if (!form.test(basename(path))) return `${path}: the name is to be in ${words}`;
  return path.startsWith("src/pages/") || /^[a-z0-9/.-]+$/.test(dirname(path))
    ? undefined
    : `${path}: folders are to be in kebab-case`;
}
