import assert from "node:assert/strict";
import { test } from "node:test";
import { saysWithdrawn } from "./withdrawal.ts";

test("The words by which authors and arXiv withdraw a paper are understood, in comment and abstract.", () => {
  for (const text of [
    "This paper has been withdrawn by the author",
    "This paper has been withdrawn by the author(s), due to a crucial sign error in equation 1",
    "This submission has been withdrawn by arXiv administrators because of a dispute",
    "The paper has now been temporarily withdrawn.",
    "This article was withdrawn",
    "This paper has been\n  withdrawn from arXiv",
    "Withdrawn",
    "(Withdrawn)",
    "Withdrawn due to an error in Lemma 2",
    "Paper withdrawn by the authors",
    "Withdrawn by arXiv admins",
    "We withdraw this paper",
    "The authors have withdrawn this manuscript pending further tests",
    "We thank our readers. Withdrawn because Theorem 1 is wrong",
  ]) {
    assert.equal(saysWithdrawn(text, undefined), true, `comment: ${text}`);
    assert.equal(saysWithdrawn(undefined, text), true, `abstract: ${text}`);
  }
});

test("A comment may say it within a line, which an abstract says of other things.", () => {
  for (const text of [
    "12 pages, withdrawn by the author",
    "3 figures; paper withdrawn due to an error",
    "9 pages (withdrawn)",
  ]) {
    assert.equal(saysWithdrawn(text, undefined), true, text);
    assert.equal(saysWithdrawn(undefined, `We list drugs by year: ${text}`), false, text);
  }
});

test("What else is withdrawn does not make the paper so.", () => {
  for (const text of [
    "We study products withdrawn from the market",
    "This drug has been withdrawn from the market",
    "This work was withdrawn from the market study",
    "Withdrawn drugs pose a question of safety",
    "The drug was withdrawn due to toxicity; this paper asks why",
    "An earlier version of this paper has been withdrawn",
    "Section 4 of this paper was withdrawn",
    "If this paper is withdrawn, cite the next one",
    "This paper has not been withdrawn",
    "Patients who had withdrawn by the second week were not counted",
    "The offer, withdrawn by the bank, is modelled",
    "12 pages, 3 figures",
  ]) {
    assert.equal(saysWithdrawn(undefined, text), false, `abstract: ${text}`);
    assert.equal(saysWithdrawn(text, undefined), false, `comment: ${text}`);
  }
  assert.equal(saysWithdrawn(undefined, undefined), false);
});
