/** Latin letters without their marks, for addresses, citation keys and comparing words. */

/** Letters that Unicode does not split into a base letter and a mark, with the form people type for them. */
const USUAL_FORMS: { [letter: string]: string } = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ı: "i",
  ĸ: "k",
  ł: "l",
  ŋ: "ng",
  ŧ: "t",
  ə: "e",
  ɓ: "b",
  ɗ: "d",
  ƙ: "k",
  ƒ: "f",
};
/** Text that nothing but its case can change in. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is meant as it stands
const ASCII = /^[\u0000-\u007f]*$/;
const USUAL_FORM = new RegExp(`[${Object.keys(USUAL_FORMS).join("")}]`, "gu");

/**
 * The text in lower case with compatibility forms resolved (NFKD) and every Latin letter reduced to its base:
 * `Łukasz Müller` becomes `lukasz muller`. Letters of other scripts keep their marks, which belong to the letter
 * there (й is not и, が is not か), and come back composed (NFC).
 */
export function foldLatin(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
    .replace(USUAL_FORM, (letter) => USUAL_FORMS[letter] ?? letter)
    .normalize("NFC");
}
