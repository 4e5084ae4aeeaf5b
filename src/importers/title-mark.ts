/** The marks of a retraction or a withdrawal in titles. */

/** A mark that publishers put on titles: `RETRACTED: …`, `[Withdrawn] …`, `… (Retracted article. See vol. 4)`. */
const MARKS: readonly RegExp[] = [
  /^[[(] ?(?:this (?:article|paper) (?:is|was|has been) )?(?<word>retract(?:ed|ion)|withdrawn)(?: (?:article|paper|publication|note|notice))? ?[\])] ?[:.–—-]? ?(?=\S)/iu,
  /^(?<word>retract(?:ed|ion))(?: (?:article|paper|chapter|publication|note|notice)(?: to)?)? ?(?::|\s[–—-]+\s) ?(?=\S)/iu,
  /^(?<word>RETRACTED|WITHDRAWN)(?: (?:ARTICLE|PAPER|CHAPTER|PUBLICATION))?(?: ?(?::|[–—-]{1,3}|\.) ?| )(?=\S*\p{Ll})/u,
  /^(?<word>WITHDRAWN|withdrawn (?:article|paper)|Withdrawn (?:article|paper|Article|Paper)): ?(?=\S)/u,
  /(?<=\S) ?[[(] ?(?<word>retracted|withdrawn)(?:(?: (?:article|paper)|[.,:])[^()[\]]*)? ?[\])] ?\.?$/iu,
  /(?<=\S) ?(?::|\s[–—-]+)\s(?<word>RETRACTED|WITHDRAWN|Retracted)(?: (?:ARTICLE|PAPER|article|paper))? ?\.?$/u,
];

/** A title without such a mark, and the mark's word; the title as it is when it bears none. */
export function splitTitleMark(title: string): { title: string; mark?: "retracted" | "withdrawn" } {
  for (const pattern of MARKS) {
    const match = pattern.exec(title);
    const word = match?.groups?.["word"]?.toLowerCase();
    if (match === null || word === undefined) continue;
    const rest = `${title.slice(0, match.index)}${title.slice(match.index + match[0].length)}`.trim();
    if (/[\p{L}\p{N}]/u.test(rest)) return { title: rest, mark: word === "withdrawn" ? "withdrawn" : "retracted" };
  }
  return { title };
}
