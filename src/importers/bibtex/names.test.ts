import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { toBibtex } from "#lib/citations/bibtex.ts";
import type { NameParts } from "#lib/papers/author.ts";
import { readTexNames } from "./names.ts";
import { parseBibtex } from "./parse.ts";

/** Names without any doubt. */
function readSure(value: string): string[] {
  const { names, doubts } = readTexNames(value);
  assert.deepEqual(doubts, [], value);
  return names;
}

test("Names come given name first, with particles and suffixes, collaborations whole, two of one name kept.", () => {
  const value =
    'D.~E. Example and van der Sample, Jo and Gro{\\ss}, Jr., {J{\\"u}rgen} and {Barnes and Noble} and\n ' +
    "{The {ATLAS} Collaboration} and d' Eert, C and al- Hakim, T and de' Medici, L and Wu, A and Wu, A and Duo\\-qi and others";
  assert.deepEqual(readSure(value), [
    "D. E. Example",
    "Jo van der Sample",
    "Jürgen Groß Jr.",
    "Barnes and Noble",
    "The ATLAS Collaboration",
    "C d'Eert",
    "T al-Hakim",
    "L de' Medici",
    "A Wu",
    "A Wu",
    "Duoqi",
  ]);
  assert.equal(readTexNames(value).hasMore, true);
});

test("A name in an East Asian script keeps its family name first, also where a comma turns it round.", () => {
  assert.deepEqual(readSure("李, 明 and 李 明 and 李明"), ["李 明", "李 明", "李明"]);
});

test("A suffix stands wherever people put it.", () => {
  for (const value of [
    "Quay, Thomas W., Jr.",
    "Quay, Jr., Thomas W.",
    "Quay Jr., Thomas W.",
    "Quay, Thomas W. Jr.",
    "Thomas W. Quay Jr.",
    "Thomas W. Quay, Jr.",
  ]) {
    const { names, parts, doubts } = readTexNames(`${value} and Bo New`);
    assert.deepEqual([names, parts, doubts], [["Thomas W. Quay Jr.", "Bo New"], [], []], value);
  }
});

test("Degrees, titles, numbers and signs of footnotes are no parts of names.", () => {
  for (const value of [
    "Quay, Ann, PhD",
    "Quay, Ann, M.D., Ph.D.",
    "Ann Quay, PhD",
    "Ann Quay PhD",
    "Ann Quay 0001",
    "Quay 0002, Ann",
    "Dr. Ann Quay",
    "Quay, Prof. Dr. Ann",
    "Ann Quay (1)",
    "Ann Quay [1, 2]",
    "Ann Quay*",
    "Ann Quay$^{1,*}$",
    "Ann Quay\\textsuperscript{2}",
    "Ann Quay†¹",
  ]) {
    assert.deepEqual(readSure(`${value} and Bo New`), ["Ann Quay", "Bo New"], value);
  }
  assert.deepEqual(readSure("Rahman, MD and Rahman, Md. and Hassan, Md Ali"), [
    "MD Rahman",
    "Md. Rahman",
    "Md Ali Hassan",
  ]);
});

test("Family names of several words are stated where the name as it is written does not say so.", () => {
  const { names, parts, doubts } = readTexNames(
    "Roebuck Woods, Rhos and Ann {Odd Quay} and {Barnes Mole} and Ortega y Gasset, Jos{\\'e} and {Van Assche}, Gilles and " +
      "Plas, Lonneke van der and d'Alembert, Jean and Ben{-}Sasson, Eli and {Old}, A.",
  );
  assert.deepEqual(doubts, []);
  assert.deepEqual(names, [
    "Rhos Roebuck Woods",
    "Ann Odd Quay",
    "Barnes Mole",
    "José Ortega y Gasset",
    "Gilles Van Assche",
    "Lonneke van der Plas",
    "Jean d'Alembert",
    "Eli Ben-Sasson",
    "A. Old",
  ]);
  assert.deepEqual(parts, [
    { name: "Rhos Roebuck Woods", family: "Roebuck Woods", given: "Rhos" },
    { name: "Ann Odd Quay", family: "Odd Quay", given: "Ann" },
    { name: "Barnes Mole", family: "Barnes Mole" },
  ]);
});

test("A name in doubt costs that name only.", () => {
  assert.deepEqual(readTexNames("Ann Old and a, b, c, d and Bo New"), {
    names: ["Ann Old", "Bo New"],
    parts: [],
    hasMore: true,
    doubts: [{ doubt: "unclear", found: "a, b, c, d" }],
  });
  assert.deepEqual(readTexNames("{unbalanced").doubts, [{ doubt: "unclear", found: "{unbalanced" }]);
});

test("Commas between people are read where it is sure that they are people, and told.", () => {
  for (const [value, names] of [
    ["A. Smith, B. Jones, C. Kim", ["A. Smith", "B. Jones", "C. Kim"]],
    ["Ann Old, Bo New and Cy Third", ["Ann Old", "Bo New", "Cy Third"]],
    ["Ann Old, Bo New, and Cy Third", ["Ann Old", "Bo New", "Cy Third"]],
    ["Old, A., New, B. C., Third, J.-P.", ["A. Old", "B. C. New", "J.-P. Third"]],
  ] as const) {
    const read = readTexNames(value);
    assert.deepEqual(read.names, names, value);
    assert.deepEqual(
      read.doubts.map(({ doubt }) => doubt),
      ["several"],
      value,
    );
  }
  // Two family names, or two people: where nothing tells, BibTeX's own reading stands.
  assert.deepEqual(readSure("Roebuck Woods, Rhos Ann and Quay, Bo"), ["Rhos Ann Roebuck Woods", "Bo Quay"]);
});

test("A family name alone that a particle begins is told.", () => {
  assert.deepEqual(readTexNames("Smith, John A. and van der Plas and Claudia Borg, Lonneke"), {
    names: ["John A. Smith", "van der Plas", "Lonneke Claudia Borg"],
    parts: [{ name: "Lonneke Claudia Borg", family: "Claudia Borg", given: "Lonneke" }],
    hasMore: false,
    doubts: [{ doubt: "cut", found: "van der Plas" }],
  });
});

test("Accents that a program left beside their letters are set onto them.", () => {
  assert.deepEqual(readSure("Ana Kostic´ and Jos´e Garc´ıa and Jean O´Brien"), [
    "Ana Kostić",
    "José García",
    "Jean O´Brien",
  ]);
});

test("Parts of names come back from a record's own BibTeX.", () => {
  const large = ["Quay", "Roebuck", "Woods", "Østby", "Ben-Sasson", "De", "Le", "O’Neil", "Łuk"];
  const words = (from: string[]) =>
    fc.array(fc.constantFrom(...from), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(" "));
  const parts = fc.record(
    {
      family: words(large),
      given: words([...large, "J."]),
      particle: fc.constantFrom("van", "van der", "de la", "de'", "von und zu"),
      suffix: fc.constantFrom("Jr.", "III", "Sr."),
    },
    { requiredKeys: ["family", "given"] },
  );
  const write = ({ family, given, particle, suffix }: NameParts) =>
    [[particle, family].filter(Boolean).join(" "), suffix, given].filter(Boolean).join(", ");
  fc.assert(
    fc.property(fc.array(parts, { minLength: 1, maxLength: 5 }), fc.boolean(), (people, hasOthers) => {
      const value = [...people.map(write), ...(hasOthers ? ["others"] : [])].join(" and ");
      const { names, parts: stated, hasMore, doubts } = readTexNames(value);
      // A name that stands alone, of two words and two, may be those of two people: that is told, and it is kept.
      const isAlone = people.length === 1 && /^\S+( \S+)+, \S+( \S+)+$/.test(write(people[0] ?? assert.fail()));
      assert.deepEqual(isAlone ? doubts.filter(({ doubt }) => doubt !== "joined") : doubts, []);
      // Two people whose names are written alike and have other parts are one to a record.
      fc.pre(new Set(names).size === names.length);
      const record = {
        id: "2409.12917",
        title: "Ships",
        authors: names,
        nameParts: stated,
        ...(hasMore && { moreAuthors: true as const }),
        categories: [],
        links: {},
      };
      const [entry] = parseBibtex(toBibtex(record)).entries;
      assert.equal(entry?.fields["author"]?.replace(/\s+/g, " "), value);
    }),
    { numRuns: 500 },
  );
});

test("`et al.` at the end of a list says that there are more, however it is set, and is no name.", () => {
  for (const field of [
    "Example, Ada and et al.",
    "Example, Ada and {\\it et al.}",
    "Example, Ada and \\emph{et al}",
    "Ada Example et al.",
    "Ada Example, et~al.",
    "Example, Ada, et. al.",
    "Ada Example, {et al.}",
  ]) {
    const { names, hasMore, doubts } = readTexNames(field);
    assert.deepEqual([names, hasMore, doubts], [["Ada Example"], true, []], field);
  }
});
