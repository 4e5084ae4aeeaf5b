import assert from "node:assert/strict";
import { test } from "node:test";
import { SlugSchema } from "#lib/content/fields.ts";
import { inflect, inventOrganization, inventPerson, listInventedWords, WORD_COUNT } from "./lexicon.ts";
import { createRandom } from "./random.ts";

test("Every rank has a word of its own, in small letters that can be spoken.", () => {
  const words = listInventedWords();
  assert.equal(new Set(words).size, WORD_COUNT);
  for (const word of words) assert.match(word, /^([bdfgklmnprstvz][lrh]?[aeiou]){2,3}(th|sk|ns|[nrlxm])$/);
});

test("A word takes endings now and then, and loses none of its letters.", () => {
  const random = createRandom("endings");
  const forms = Array.from({ length: 2_000 }, () => inflect("bogan", random));
  assert.deepEqual(new Set(forms), new Set(["bogan", "bogans", "boganed", "boganing"]));
  const share = forms.filter((form) => form !== "bogan").length / forms.length;
  assert.ok(share > 0.1 && share < 0.16, `${share} have an ending`);
});

test("Every rank has a person of its own, with two names that begin with capitals.", () => {
  const people = Array.from({ length: 300_000 }, (_, rank) => inventPerson(rank));
  assert.equal(new Set(people).size, people.length);
  for (const person of people.slice(0, 1_000)) assert.match(person, /^[A-Z][a-z]+ [A-Z][a-z]+$/);
});

test("Every rank has an organisation of its own, whose id is an address segment.", () => {
  const ids = Array.from({ length: 2_000 }, (_, rank) => inventOrganization(rank).id);
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids) assert.equal(SlugSchema.safeParse(id).success, true, id);
});
