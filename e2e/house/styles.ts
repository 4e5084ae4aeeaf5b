/** Colours and classes in style sheets. */
import { type CodeFile, countLine } from "./sources.ts";

/** A colour written out; `color-mix()` and `var()` of tokens are none. */
const COLOUR = /#[0-9a-f]{3,8}\b|\b(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(/i;

/** Classes that rules of a sheet are for, each once. */
export function listClasses({ text }: CodeFile): string[] {
  const selectors = text
    .replace(/\/\*[\s\S]*?\*\/|"[^"]*"|@import[^;]*;/g, "")
    .replace(/[\w-]+\s*:[^;{}]*(?=[;}])/g, "");
  return [...new Set([...selectors.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = ""]) => name))];
}

/** Declarations that write a colour out instead of naming a token, as `file:line  declaration`. */
export function findColours({ path, text }: CodeFile): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "));
  return [...code.matchAll(/[\w-]+\s*:\s*[^;{}]+(?=[;}])/g)]
    .filter(([declaration]) => COLOUR.test(declaration))
    .map((match) => `${path}:${countLine(code, match.index)}  ${match[0].trim()}`);
}
