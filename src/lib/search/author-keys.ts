/**
 * Words under which the index has authors by family name and initial, so that `W. Chen` and `Chen, W.` find them: initials
 * stand in no text. Nobody types such a word, and none that is typed is the beginning of one.
 */
import { isParticle, splitName } from "../papers/author.ts";
import { foldLatin } from "../papers/latin.ts";

/** The folded parts of a name or a piece of one, parted at spaces, hyphens and full stops: `J.-L. O’Neil` is `j l oneil`. */
export function foldNameParts(text: string): string[] {
  return foldLatin(text.replace(/['’‘ʻʼ`´]/g, ""))
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((part) => part !== "");
}

/** Folded parts without particles such as `van`, unless there is nothing else. */
export function dropParticles(parts: readonly string[]): string[] {
  const others = parts.filter((part) => !isParticle(part));
  return others.length === 0 ? [...parts] : others;
}

/** The word for a family name by its one part, and the initial of the given name, both folded. */
export function makeAuthorKey(family: string, initial: string): string {
  return `${startAuthorKey(family)}${initial}q`;
}

/** What all words begin with of those who bear a family name. No word has `qx` or `q` there, and no ending is cut from them. */
export function startAuthorKey(family: string): string {
  return `qx${family}q`;
}

/** The words of an author: by the last part of the family name, and by its first where it has several. */
export function listAuthorKeys(name: string): string[] {
  const { family, given } = splitName(name);
  const parts = dropParticles(foldNameParts(family));
  const [initial = ""] = foldNameParts(given)[0] ?? "";
  // The index takes other scripts apart; names of many words are those of groups.
  const isPerson = given !== "" || !family.includes(" ");
  const families = [parts.at(-1), parts[0]].filter((part) => part !== undefined && /^[a-z]+$/.test(part));
  return isPerson ? [...new Set(families.map((part) => makeAuthorKey(part ?? "", initial)))] : [];
}
