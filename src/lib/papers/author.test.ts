import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { escapeName } from "../folder-name.ts";
import { findNameParts, formatByline, type NameParts, slugifyAuthor, splitName } from "./author.ts";

test("a slug is lower case with hyphens, without the marks of Latin letters", () => {
  const slugs: [name: string, slug: string][] = [
    ["Hongliang Lu", "hongliang-lu"],
    ["João Magalhães", "joao-magalhaes"],
    ["Łukasz Øster-Æble", "lukasz-oster-aeble"],
    ["Ed H. Chi", "ed-h-chi"],
    ["John O’Brien", "john-o-brien"],
    ["John OʼBrien", "john-o-brien"],
    ["İlker Işık", "ilker-isik"],
    ["  --Ada   Example.", "ada-example"],
  ];
  for (const [name, slug] of slugs) assert.equal(slugifyAuthor(name), slug, name);
});

test("letters of other scripts stay as they are", () => {
  assert.equal(slugifyAuthor("Иван Йорданов"), "иван-йорданов");
  assert.equal(slugifyAuthor("陈 明"), "陈-明");
  assert.equal(slugifyAuthor("김민수"), "김민수");
});

test("a name without letters gives the codes of its characters", () => {
  assert.equal(slugifyAuthor("😀"), "1f600");
  assert.equal(slugifyAuthor(".."), "2e-2e");
  assert.equal(slugifyAuthor("\u0301"), "301");
  assert.equal(slugifyAuthor(""), "unnamed");
});

test("a long name is cut so that it fits a file name and still differs from others that begin alike", () => {
  const first = slugifyAuthor(`${"a".repeat(300)}b`);
  const second = slugifyAuthor(`${"a".repeat(300)}c`);
  assert.notEqual(first, second);
  assert.equal(Array.from(first).length, 60);
  assert.ok(Buffer.byteLength(slugifyAuthor("𠀀".repeat(300))) <= 255);
});

test("any name gives a slug that is one address segment and its own slug", () => {
  fc.assert(
    fc.property(
      fc.oneof({ weight: 9, arbitrary: fc.string({ unit: "binary" }) }, fc.constantFrom("con", "Aux", "COM1")),
      (name) => {
        const slug = slugifyAuthor(name);
        // A name that some systems keep is escaped: its first character stands as `~` and its code.
        if (slug.startsWith("~")) {
          const plain = slug.replace(/^~([0-9a-f]{2})/, (_, code: string) =>
            String.fromCharCode(Number.parseInt(code, 16)),
          );
          assert.equal(escapeName(plain), slug);
          assert.equal(slugifyAuthor(plain), slug);
          return;
        }
        assert.match(slug, /^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(-[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*$/u);
        assert.equal(slugifyAuthor(slug), slug);
      },
    ),
    { numRuns: 2000 },
  );
});

test("a by-line names one author or two, counts more, and says when nothing is known", () => {
  assert.equal(formatByline([]), "authors unknown");
  assert.equal(formatByline([], 0), "authors unknown");
  assert.equal(formatByline(["Ada Example"]), "Ada Example");
  assert.equal(formatByline(["Ada Example", "Bo Sample"]), "Ada Example and Bo Sample");
  assert.equal(formatByline(["Hongliang Lu", "B", "C"]), "Hongliang Lu et al., 3 authors");
  assert.equal(formatByline([], 10), "10 authors");
  assert.equal(formatByline([], 1), "1 author");
});

test("a by-line counts the authors whose names are not known", () => {
  assert.equal(formatByline(["Ada Example"], 5), "Ada Example et al., 5 authors");
  assert.equal(formatByline(["Ada Example", "Bo Sample"], 5), "Ada Example et al., 5 authors");
  assert.equal(formatByline(["Ada Example", "Bo Sample"], 1), "Ada Example and Bo Sample");
});

test("A by-line says where there are more authors, nobody says how many.", () => {
  assert.equal(formatByline(["Ada Example"], undefined, true), "Ada Example et al.");
});

test("Parts that were stated stand before what a name looks like.", () => {
  const stated = [{ name: "Rhos Roebuck Woods", family: "Roebuck Woods", given: "Rhos" }];
  assert.deepEqual(findNameParts("Rhos Roebuck Woods", stated), { family: "Roebuck Woods", given: "Rhos" });
  assert.deepEqual(findNameParts("Rhos Roebuck Woods"), { family: "Woods", given: "Rhos Roebuck" });
  assert.deepEqual(splitName("Lorenzo de' Medici"), { family: "Medici", given: "Lorenzo", particle: "de'" });
});

/** Checks how names are split; particle and suffix absent where not given. */
function checkSplits(splits: [name: string, parts: NameParts][]): void {
  for (const [name, parts] of splits) assert.deepEqual(splitName(name), parts, name);
}

test("the last word is the family name, for East Asian names in Latin script too", () => {
  checkSplits([
    ["Hongliang Lu", { family: "Lu", given: "Hongliang" }],
    ["John D Co-Reyes", { family: "Co-Reyes", given: "John D" }],
    ["Quoc V. Le", { family: "Le", given: "Quoc V." }],
    ["  Ed  H. Chi ", { family: "Chi", given: "Ed H." }],
  ]);
});

test("small particles stand between given and family name", () => {
  checkSplits([
    ["Ludwig van Beethoven", { family: "Beethoven", given: "Ludwig", particle: "van" }],
    ["Laurens van der Maaten", { family: "Maaten", given: "Laurens", particle: "van der" }],
    ["Charles de la Vallée Poussin", { family: "Vallée Poussin", given: "Charles", particle: "de la" }],
    ["Mohammed bin Salman", { family: "Salman", given: "Mohammed", particle: "bin" }],
    ["Pietro di Nicola", { family: "Nicola", given: "Pietro", particle: "di" }],
    ["Anna del Rey", { family: "Rey", given: "Anna", particle: "del" }],
    ["van Gogh", { family: "Gogh", given: "", particle: "van" }],
  ]);
});

test("large particles belong to the family name, unless they are Vietnamese middle names or come first", () => {
  checkSplits([
    ["Robert De Niro", { family: "De Niro", given: "Robert" }],
    ["Guy Van den Broeck", { family: "Van den Broeck", given: "Guy" }],
    ["Teven Le Scao", { family: "Le Scao", given: "Teven" }],
    ["Tuan Van Nguyen", { family: "Nguyen", given: "Tuan Van" }],
    ["Minh Le Trần", { family: "Trần", given: "Minh Le" }],
    ["Van Nguyen", { family: "Nguyen", given: "Van" }],
    ["Di Chen", { family: "Chen", given: "Di" }],
    ["José Ortega y Gasset", { family: "Ortega y Gasset", given: "José" }],
  ]);
});

test("suffixes and names written with a comma are understood", () => {
  checkSplits([
    ["Martin Luther King Jr.", { family: "King", given: "Martin Luther", suffix: "Jr." }],
    ["Martin Luther King, Jr.", { family: "King", given: "Martin Luther", suffix: "Jr." }],
    ["King, Jr., Martin Luther", { family: "King", given: "Martin Luther", suffix: "Jr." }],
    ["Henry Ford III", { family: "Ford", given: "Henry", suffix: "III" }],
    ["van Beethoven, Ludwig", { family: "Beethoven", given: "Ludwig", particle: "van" }],
  ]);
});

test("collaborations, organisations and names of one word stay whole", () => {
  for (const name of [
    "The ATLAS Collaboration",
    "Gemini Team",
    "GLM-4 Team",
    "Institute of Physics, Academy of Sciences",
    "Smith and Sons",
    "Mistral AI",
    "Qwen",
    "김민수",
    "One, Two, Three, Four",
  ]) {
    assert.deepEqual(splitName(name), { family: name, given: "" });
  }
});

test("names in East Asian scripts have the family name first", () => {
  checkSplits([
    ["陈 明", { family: "陈", given: "明" }],
    ["이 민수", { family: "이", given: "민수" }],
  ]);
});

test("no word of a name is lost by splitting it", () => {
  const word = fc.constantFrom("Ada", "van", "de", "la", "Le", "Nguyen", "Jr.", "III", "y", "O’Neil", "明", "Co-Reyes");
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
      const { given, particle, family, suffix } = splitName(words.join(" "));
      const kept = [given, particle, family, suffix].filter((part) => part !== undefined && part !== "").join(" ");
      assert.deepEqual(kept.split(" ").sort(), [...words].sort());
      assert.notEqual(family, "");
    }),
  );
});

test("A name that some systems keep for themselves is escaped; all others stay as they are.", () => {
  assert.deepEqual(["Con", "NUL", "Aux.", "Prn", "COM1", "LPT\u00b9", "Com 1", "Connie"].map(slugifyAuthor), [
    "~63on",
    "~6eul",
    "~61ux",
    "~70rn",
    "~63om1",
    "~6cpt1",
    "com-1",
    "connie",
  ]);
});
