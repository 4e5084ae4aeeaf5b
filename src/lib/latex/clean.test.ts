import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cleanName, cleanText, cleanTitle } from "./clean.ts";

/** Checks pairs of source and result. */
function assertCleaned(pairs: readonly (readonly [source: string, result: string])[], clean = cleanText): void {
  for (const [source, result] of pairs) assert.equal(clean(source), result, source);
}

test("Hard line breaks are joined, and paragraphs are kept apart in abstracts but not in titles.", () => {
  assertCleaned([
    ["  One line\nand the next\r\nand one more.", "One line and the next and one more."],
    ["One.\n  Set in, as arXiv does.\nGoes on.", "One.\n\nSet in, as arXiv does. Goes on."],
    ["One.\n \nTwo.", "One.\n\nTwo."],
    ["All lines\n    of a file are\n    set in.", "All lines of a file are set in."],
    ["Where $a\n+ b$ breaks", "Where $a + b$ breaks"],
  ]);
  assert.equal(cleanTitle("Models that See\n  Further\n\nthan Others "), "Models that See Further than Others");
});

test("White space is single, and what cannot be seen is left out, but not the joiners a script needs.", () => {
  assertCleaned([
    ["a \t  b\u00a0c\u2009d", "a b c d"],
    ["a\u0000b\u0007c\u202ed\u2066e\ufeffg\u00adh\u{e0041}\ud800", "abcdegh"],
    ["zero\u200bwidth\u200d", "zerowidth"],
    ["می\u200cخواهم क्\u200dष 👩\u200d🔬", "می\u200cخواهم क्\u200dष 👩\u200d🔬"],
    ["e\u0301", "é"],
  ]);
});

test("Accent commands become letters, however they are written.", () => {
  assertCleaned([
    ['K\\"{a}hler, K\\"ahler, K{\\"a}hler, K{\\"{a}}hler', "Kähler, Kähler, Kähler, Kähler"],
    ["\\'e \\'{e} {\\'e} \\`a \\^o \\~n \\=u \\.z", "é é é à ô ñ ū ż"],
    ["\\c{c} \\c c \\v{s} \\v s \\H{o} \\u{g} \\k{a} \\r{a} \\d{s}", "ç ç š š ő ğ ą å ṣ"],
    ["\\'{\\i} \\'\\i{} \\\"{\\i} {\\'\\i} Y{\\i}ld{\\i}z", "í í ï í Yıldız"],
    ["Stra\\ss e, Bj\\o rn, {\\AA}rhus, \\L{}ukasz, \\ae{}on, {\\oe}uvre", "Straße, Bjørn, Århus, Łukasz, æon, œuvre"],
    ["\\'{\\^e}", "ế"],
    ["it\\'s, but Ja\\'skowski", "it's, but Jaśkowski"],
    ['\\"Quoted\\" by a program', '\\"Quoted\\" by a program'],
  ]);
});

test("Commands that set text leave the text.", () => {
  assertCleaned([
    ["\\emph{so} \\textbf{\\textit{it}} \\textsc{Is}, {\\em as it, was}, {\\bf B}", "so it Is, as it, was, B"],
    ["\\mbox{in a box} \\textcolor{red}{red} \\texttt{a\\_b}", "in a box red a_b"],
    ["a textit{lost} backslash", "a lost backslash"],
    ["\\enquote{x} and \\ensuremath{x^2}", "“x” and $x^2$"],
  ]);
});

test("Links are told with their address, where it is one to follow.", () => {
  assertCleaned([
    ["\\url{https://a.example/b\\_c\\%20d}", "https://a.example/b_c%20d"],
    ["\\href{https://a.example/~jo}{my \\emph{page}}", "my page (https://a.example/~jo)"],
    ["\\href{https://a.example}{https://a.example}", "https://a.example"],
    ["\\href{mailto:a@b.example}{a@b.example}", "a@b.example"],
    ["\\href{javascript:alert(1)}{click}", "click"],
  ]);
});

test("Citations go with the space before them, escaped signs are signs, and \\$ stays.", () => {
  assertCleaned([
    ["as shown~\\cite{a,b}, and \\citep[see][p.~2]{c} there", "as shown, and there"],
    ["54.6\\% of R\\&D in a\\_b \\#1 \\{0, 1\\}", "54.6% of R&D in a_b #1 {0, 1}"],
    ["costs \\$5 and 8\\,GB (e.g.\\ this) 56{,}340", "costs \\$5 and 8 GB (e.g. this) 56,340"],
  ]);
});

test("A tie is a space where TeX means one, and stays where people mean about, a range or a folder.", () => {
  assertCleaned([
    ["Fig.~3, Pi~5, 2.03~pp, Vol.~\\emph{x}, (a)~b", "Fig. 3, Pi 5, 2.03 pp, Vol. x, (a) b"],
    ["up to ~4x (~10%), 3~5 GPUs, ~/.bashrc", "up to ~4x (~10%), 3~5 GPUs, ~/.bashrc"],
    ["https://a.example/~jo/x--y``z", "https://a.example/~jo/x--y``z"],
  ]);
});

test("Dashes and quotation marks are set between words, and left in flags, arrows and addresses.", () => {
  assertCleaned([
    ["fast--slow 1--5 a -- b c---d e --- f", "fast–slow 1–5 a – b c—d e — f"],
    ["run --help or x --no-color--at-all, i-- --> <!-- ----", "run --help or x --no-color--at-all, i-- --> <!-- ----"],
    ["$x$--$y$", "$x$–$y$"],
    ["``real-time'' and ``lone", "“real-time” and ``lone"],
    ["5'' wide", "5'' wide"],
  ]);
});

test("Braces that only hold words go, and others stay.", () => {
  assertCleaned([
    ["{BERT} {A}da{B}oost {{Deep} Nets} {$L_1$} norm", "BERT AdaBoost Deep Nets $L_1$ norm"],
    ['{0,1} x_{max} mathcal{O} {} {"a": 1} a{b', '{0,1} x_{max} mathcal{O} {} {"a": 1} a{b'],
  ]);
});

test("Mathematics is kept as its source, in dollar signs.", () => {
  assertCleaned([
    ["$\\mathbb{R}^n$ and $a~b--c \\% {x}$", "$\\mathbb{R}^n$ and $a~b--c \\% {x}$"],
    ["\\(W_1\\), \\( x \\) and \\[y\\]", "$W_1$, $x$ and $$y$$"],
    ["\\(x\\)2 has a digit behind it", "\\(x\\)2 has a digit behind it"],
    ["from $5 to 10% of $7 at~most", "from $5 to 10% of $7 at most"],
  ]);
});

test("Text that is no TeX stays as it is, and so do commands that nothing is known of.", () => {
  const texts = [
    "2<d<4, <script>alert(1)</script> & ReST-MCTS* ReST^EM -> <=10 _x_ **bold**",
    "\\methodname is \\ours{} of \\foo{a~b}{c--d} p\\approx0.37",
    "C:\\\\Users \\2 \\",
    "Notes in the margin: a-b, rock 'n' roll, `code`",
  ];
  for (const text of texts) assert.equal(cleanText(text), text);
});

test("Names lose ties, braces and footnote marks, and keep everything that is theirs.", () => {
  assertCleaned(
    [
      ['Fran{\\c c}ois A.~M\\"uller$^{1,2}$', "François A. Müller"],
      ["{The ATLAS Collaboration}", "The ATLAS Collaboration"],
      ["Nguy\\~{\\^e}n V. Mi\\'s,", "Nguyễn V. Miś"],
      ["Ludwig van der\n Berg~Jr.", "Ludwig van der Berg Jr."],
      ["佐藤 太郎", "佐藤 太郎"],
      ["O'Neil \\textsuperscript{*}", "O'Neil"],
    ],
    cleanName,
  );
});

const pieces = (
  "a|B| |\n|\n  |\\|{|}|$|$$|~|--|---|``|''|'|\"|`|\\'|\\\"|\\^|\\~|{}|\\{|\\}|\\(|\\)|\\[|\\]|\\%|\\_|\\$|\\\\|\\emph{|" +
  "\\href{|https://a.b/|\\url{|\\cite{|\\c |\\v|\\i|\\ss |\\o|\\ldots|\\foo|\\textasciitilde|\\ensuremath{|{\\em |5|.|(|)|[|]|" +
  "mailto:x|e\u0301|\u0301|\u200d|é|–|,|_|^|www.|textit{"
).split("|");
const hostile = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join(""));

test("Cleaning twice is cleaning once.", () => {
  for (const clean of [cleanText, cleanTitle, cleanName]) {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: "binary" })), (source) => {
        const once = clean(source);
        assert.equal(clean(once), once);
      }),
      { numRuns: 4000 },
    );
  }
});

test("Letters and digits outside commands are never lost, whatever stands around them.", () => {
  const words = fc.array(
    fc.constantFrom("alpha", "Beta", "42", "é", "{", "}", "$", "~", "--", " ", "\n", "``", "\\%", "(", ","),
    {
      maxLength: 30,
    },
  );
  const read = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");
  fc.assert(
    fc.property(words, (parts) => {
      assert.equal(read(cleanText(parts.join(""))), read(parts.join("")));
    }),
  );
});

test("Hostile length does not make cleaning slow: it ends.", () => {
  for (const piece of ["{", "{a", "\\(", "``", "$", "--", "~", " ", "\\emph{", "\\'", "$x", "a\n "]) {
    assert.equal(typeof cleanText(piece.repeat(20_000)), "string");
  }
});
