import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { toPlainText } from "../latex/render.ts";
import { openAbstract } from "./opening.ts";

const LONG = "This sentence goes on and on without an end, ".repeat(8);

test("The first two sentences open an abstract, where there is room for both.", () => {
  assert.equal(openAbstract("One thing. Then another. And a third."), "One thing. Then another.");
  assert.equal(openAbstract(`One thing. ${LONG}`), "One thing.");
  assert.equal(openAbstract("No full stop"), "No full stop");
});

test("Abbreviations, initials and decimals end no sentence.", () => {
  const first = "We follow Ada B. Example et al. in part, e.g. Fig. 3 at 2.5 points.";
  assert.equal(openAbstract(`${first} ${LONG}`), first);
});

test("A long sentence is cut behind a word, and a formula is never cut.", () => {
  const opening = openAbstract(LONG);
  assert.match(opening, /[a-z]…$/);
  assert.ok(opening.length <= 240 && opening.length > 200);
  const formula = "$a + b \\text{. Or not. }$";
  assert.equal(openAbstract(`Let ${formula} hold. ${LONG}`), `Let ${formula} hold.`);
});

test("No opening is longer than 240 characters as it is read, nor empty.", () => {
  const words = fc.array(fc.constantFrom("word", "A.", "$x^2$", "$a + b$", "longer-word,", "x".repeat(150)), {
    minLength: 1,
    maxLength: 80,
  });
  fc.assert(
    fc.property(words, (parts) => {
      const opening = openAbstract(parts.join(" "));
      assert.ok(opening !== "" && toPlainText(opening).length <= 240, opening);
    }),
  );
  assert.ok(openAbstract("x".repeat(1000)).length <= 240);
});
