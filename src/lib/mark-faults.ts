/** What of the mathematics and the links in prose would be shown as it is written, since it is not whole or not understood. */
import { readMathml } from "./latex/mathml.ts";
import type { ProseProblem } from "./prose.ts";
import { lineAt, type PlacedMark, splitProse } from "./prose-marks.ts";

/** Faults of the marks of a text, and what looks like marks and is none. */
export function listMarkFaults(markdown: string): ProseProblem[] {
  const { marks, texts } = splitProse(markdown);
  const at = (index: number, fault: Omit<ProseProblem, "line">) => ({ line: lineAt(markdown, index), ...fault });
  const links = marks.filter(({ link }) => link !== undefined);
  return [
    ...marks.flatMap((mark) => judgeMark(mark).map((fault) => at(mark.index, fault))),
    ...texts.flatMap(({ index, source }) =>
      LEFT_OVERS.flatMap(({ sign, fault }) =>
        [...source.matchAll(sign)]
          .map((found) => ({ place: index + found.index, found: found[0] }))
          // A bracket may be escaped; where the other one is too, both are TeX's.
          .filter(({ place, found }) => found !== "\\(" || index + source.lastIndexOf("\\)") > place)
          .filter(({ place }) => !links.some((link) => place >= link.index && place < link.index + link.written.length))
          .map(({ place, found }) => at(place, { ...fault, found: quote(markdown, place, found) })),
      ),
    ),
  ];
}

const LINK_FORMS = "[[2510.18821]], [[2510.18821|own words]], [[tag:self-play]]";
const TEX_FORM = "TeX as in titles, between dollar signs";

function judgeMark({ written, formula, link }: PlacedMark): Omit<ProseProblem, "line">[] {
  if (link?.id === "") {
    const mend = "write the id of a paper or a topic, or \\[\\[ where brackets are meant";
    return [{ message: "this link does not say where it leads", found: written, allowed: LINK_FORMS, mend }];
  }
  if (formula === undefined || readMathml(formula) !== undefined) return [];
  return [
    {
      message: "this mathematics is not understood, so it cannot be shown",
      found: written,
      allowed: TEX_FORM,
      mend: "write it in other commands or in words; a dollar sign that is money is \\$",
    },
  ];
}

/** Signs of marks that are none; a sum of money may begin with a dollar sign. */
const LEFT_OVERS: { sign: RegExp; fault: Omit<ProseProblem, "line"> }[] = [
  {
    sign: /(?<!\\)\[\[/g,
    fault: {
      message: "this link to a page of the site is not whole",
      allowed: `${LINK_FORMS}, on one line; the words without brackets and formulas`,
      mend: "close it with ]], or write \\[\\[ where brackets are meant",
    },
  },
  {
    sign: /(?<![\\$])\$(?![.,]?\d)/g,
    fault: {
      message: "this dollar sign begins or ends no formula",
      allowed: `${TEX_FORM}: no blank within them, no digit behind`,
      mend: "add the other one, or write \\$ where money is meant",
    },
  },
  {
    sign: /(?<![\\/\w])\\(?:[A-Za-z]{2,}|\()/g,
    fault: {
      message: "this TeX stands outside of a formula, so it would be shown as it is",
      allowed: TEX_FORM,
      mend: "put it between dollar signs, or into `backticks` where TeX itself is meant",
    },
  },
];

/** Enough of a text to find the place again: from there to the end of the words, at most 40 characters. */
function quote(text: string, place: number, found: string): string {
  const [line = ""] = text.slice(place, place + 40).split("\n");
  const end = found === "[[" ? line.indexOf("]]") + 2 : line.search(/\s/);
  return end > 1 ? line.slice(0, end) : line;
}
