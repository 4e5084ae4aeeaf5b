import assert from "node:assert/strict";
import { test } from "node:test";
import { isAuthor, mayBePerson, readAskedNames } from "./asked-name.ts";
import { listAuthorKeys } from "./author-keys.ts";

/** Whether a text names an author, in any of its readings. */
function names(text: string, author: string, isAlike = false): boolean {
  return readAskedNames(text).some((asked) => isAuthor(author, asked, isAlike));
}

test("a text names an author by initials, by family name first, and without middle names and particles", () => {
  const forms: [author: string, texts: string[]][] = [
    ["Weizhe Chen", ["Weizhe Chen", "chen weizhe", "Chen, Weizhe", "W. Chen", "W Chen", "Chen W", "Chen, W."]],
    ["Juan C. Martín-Sevilla", ["Juan Martin-Sevilla", "J. C. Martin Sevilla", "Martín-Sevilla J", "J. Martin"]],
    ["Jan van den Berg", ["Jan van den Berg", "Berg, J. van den", "van den Berg J", "Jan Berg"]],
    ["Mara O'Neil", ["Mara ONeil", "O’Neil, M.", "mara oneil"]],
    ["Ole Sample Jr.", ["Ole Sample", "Sample, O., Jr.", "Ole Sample Jr"]],
    ["S. -H. Gary Quay", ["S.-H. Gary Quay", "Gary Quay", "S. Quay"]],
    ["Jean Luc Dupont", ["Jean-Luc Dupont", "J.-L. Dupont", "J L Dupont"]],
  ];
  for (const [author, texts] of forms) {
    for (const text of texts) assert.ok(names(text, author), `${text} names ${author}`);
  }
});

test("a text does not name an author by another initial, half a name, or less than is known", () => {
  const others: [text: string, author: string][] = [
    ["X. Chen", "Weizhe Chen"],
    ["Weizhe Chen", "W. Chen"],
    ["Wei Chen", "Weizhe Chen"],
    ["Wei Chen", "Ting-Wei Chen"],
    ["W. Che", "Weizhe Chen"],
    ["W", "Weizhe Chen"],
    ["W. C.", "Weizhe Chen"],
  ];
  for (const [text, author] of others) assert.ok(!names(text, author), `${text} names ${author}`);
});

test("a name with a wrong letter is nearly one of four letters and more, with two of eight", () => {
  assert.ok(names("wiezhe chne", "Weizhe Chen", true));
  assert.ok(names("Dernoncuort, Frank", "Franck Dernoncourt", true));
  assert.ok(!names("Wu Lee", "Xu Lee", true));
  assert.ok(!names("weizhe chne", "Weizhe Chen"));
});

test("questions that no name can be are not read as one", () => {
  for (const text of ['"Weizhe Chen"', "chen -weizhe", "gpt4 w", "one two three four five six seven", "1999"]) {
    assert.ok(!mayBePerson(text), text);
    assert.deepEqual(readAskedNames(text), []);
  }
});

test("authors are indexed by words that nothing is typed like", () => {
  assert.deepEqual(listAuthorKeys("Weizhe Chen"), ["qxchenqwq"]);
  assert.deepEqual(listAuthorKeys("Jan van den Berg"), ["qxbergqjq"]);
  assert.deepEqual(listAuthorKeys("Ole Sample Jr."), ["qxsampleqoq"]);
  assert.deepEqual(listAuthorKeys("Jean-Luc Dupont-Aignan"), ["qxaignanqjq", "qxdupontqjq"]);
  assert.deepEqual(listAuthorKeys("Mara O'Neil"), ["qxoneilqmq"]);
  assert.deepEqual(listAuthorKeys("Émile Łódź"), ["qxlodzqeq"]);
  assert.deepEqual(listAuthorKeys("The Harbour Team"), []);
  assert.deepEqual(listAuthorKeys("張 三"), []);
});
