/** Text that is raised or lowered, in characters of that kind where Unicode has them. */

/** Raised characters by what they raise. */
export const RAISED: { [character: string]: string } = zip(
  "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδθ∗*′∘",
  "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᶿ**′°",
);
/** Lowered characters by what they lower. */
export const LOWERED: { [character: string]: string } = zip(
  "0123456789+-−=()aehijklmnoprstuvxβγρφχ",
  "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ",
);

function zip(from: string, to: string): { [character: string]: string } {
  const targets = [...to];
  return Object.fromEntries([...from].map((character, index) => [character, targets[index] ?? character]));
}

/** Digits and signs, which are easy to read when small, and a letter that counts. */
const SHORT = /^(?:[\d+\-−–=()]+|[a-z]|∘|°)$/;

/**
 * A script as text of a record: `2` is `₂` or `²`, an ordinal's letters stay in the line, and whatever has no such
 * characters is mathematics.
 * @param sign `_` for what is lowered, `^` for what is raised
 * @param behind the character that follows: before a digit no formula ends
 */
export function setScript(text: string, sign: "_" | "^", behind = ""): string {
  const [characters, plain] = [sign === "_" ? LOWERED : RAISED, text.replaceAll("–", "-")];
  if (plain === "" || /^(?:st|nd|rd|th)$/.test(plain)) return plain;
  if (plain === "°") return plain;
  const all = [...plain].map((character) => characters[character]);
  if (SHORT.test(plain) && !all.includes(undefined)) return all.join("");
  if (/[$\\{}]/.test(plain) || /\d/.test(behind)) return `${sign}{${text}}`;
  return `$${sign}{\\text{${plain}}}$`;
}
