/** What is known of TeX's commands in running text: tables, no logic. */

/** Accent commands with the combining character that stands for each; `\'{e}` is e and U+0301. */
export const ACCENTS: ReadonlyMap<string, string> = new Map([
  ["`", "\u0300"],
  ["'", "\u0301"],
  ["^", "\u0302"],
  ["~", "\u0303"],
  ["=", "\u0304"],
  ["u", "\u0306"],
  [".", "\u0307"],
  ['"', "\u0308"],
  ["h", "\u0309"],
  ["r", "\u030a"],
  ["H", "\u030b"],
  ["v", "\u030c"],
  ["G", "\u030f"],
  ["d", "\u0323"],
  ["c", "\u0327"],
  ["k", "\u0328"],
  ["b", "\u0331"],
]);

/** Letters that have a command of their own. Space after such a command belongs to it: `Bj\o rn` is Bjørn. */
export const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    aa: "å",
    AA: "Å",
    ae: "æ",
    AE: "Æ",
    oe: "œ",
    OE: "Œ",
    o: "ø",
    O: "Ø",
    l: "ł",
    L: "Ł",
    ss: "ß",
    SS: "SS",
    i: "ı",
    j: "ȷ",
    dh: "ð",
    DH: "Ð",
    th: "þ",
    TH: "Þ",
    dj: "đ",
    DJ: "Đ",
    ng: "ŋ",
    NG: "Ŋ",
  }),
);

/** Commands that are a space, of whatever width, or the end of a line; and those that leave no trace. */
const SPACES = [" ", ",", ";", ":", "quad", "qquad", "newline", "linebreak", "par"];
const TRACELESS = ["!", "/", "-", "@", "xspace", "noindent", "nobreakdash", "protect"];

/** Signs and names that have a command. Space after them is kept, as their writers meant it. */
export const SIGNS: ReadonlyMap<string, string> = new Map([
  ...[..."%&_#{}"].map((sign) => [sign, sign] as const),
  ...SPACES.map((name) => [name, " "] as const),
  ...TRACELESS.map((name) => [name, ""] as const),
  ...Object.entries({
    ldots: "…",
    dots: "…",
    textellipsis: "…",
    textendash: "–",
    textemdash: "—",
    textquoteleft: "‘",
    textquoteright: "’",
    textquotedblleft: "“",
    textquotedblright: "”",
    textless: "<",
    textgreater: ">",
    textbar: "|",
    textunderscore: "_",
    textasciicircum: "^",
    // Not "~", which would be read as a tie when the text is cleaned again.
    textasciitilde: "∼",
    textdegree: "°",
    textmu: "µ",
    textregistered: "®",
    texttrademark: "™",
    textcopyright: "©",
    copyright: "©",
    texteuro: "€",
    euro: "€",
    pounds: "£",
    textsterling: "£",
    S: "§",
    P: "¶",
    dag: "†",
    ddag: "‡",
    slash: "/",
    TeX: "TeX",
    LaTeX: "LaTeX",
    LaTeXe: "LaTeX2e",
    BibTeX: "BibTeX",
  }),
]);

/** Commands that set their one argument in another face or box: the argument stays. */
export const FACES: ReadonlySet<string> = new Set(
  (
    "emph text textbf textit textmd textnormal textrm textsc textsf textsl texttt textup " +
    "mbox hbox fbox makebox underline uline uppercase MakeUppercase lowercase MakeLowercase boldsymbol"
  ).split(" "),
);

/** Commands that change the face until the group ends: they go, the text stays. */
export const SWITCHES: ReadonlySet<string> = new Set(
  (
    "em it bf sc tt rm sf sl itshape bfseries mdseries scshape slshape upshape ttfamily rmfamily sffamily normalfont " +
    "tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge centering"
  ).split(" "),
);

/** Commands that point into a bibliography that is not here: they go, with their argument. */
export const CITATION = /^(?:no|paren|text|foot|auto|full)?cite(?:p|t|alp|alt|author|year|yearpar|num|text)?$/i;
