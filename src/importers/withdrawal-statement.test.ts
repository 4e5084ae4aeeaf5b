import assert from "node:assert/strict";
import { test } from "node:test";
import { splitTitleMark } from "./title-mark.ts";
import { readWithdrawal } from "./withdrawal-statement.ts";

/** Whether the texts say that the paper is withdrawn, by whomever. */
const saysWithdrawn = (comment?: string, abstract?: string) => readWithdrawal(comment, abstract) !== undefined;

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
    "This paper will be withdrawn due to an error",
    "The paper is to be withdrawn by the author",
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
    "*** withdrawn ***",
    "Methodology error found; withdrawing",
    "Withdrawal: the bound is wrong",
    "Retracted article",
    "To be withdrawn",
    "Will be withdrawn: Lemma 3 fails",
    "Withdrawn, see arXiv:3101.00002",
    "Withdrawn, the proof does not hold",
    "The paper was retracted in 2031",
  ]) {
    assert.equal(saysWithdrawn(text, undefined), true, text);
    assert.equal(saysWithdrawn(undefined, `We list drugs by year: ${text}`), false, text);
  }
});

test("What else is withdrawn does not make the paper so.", () => {
  for (const text of [
    "We study products withdrawn from the market",
    "Withdrawn, isolated children in schools",
    "Withdrawn: children in schools",
    "Withdrawal: symptoms of patients",
    "Withdrawal: of funds",
    "Retraction: a study of retracted papers",
    "Retracted catheters, a survey",
    "The report was withdrawn by the government",
    "The report has been withdrawn by the ministry",
    "If no error is found, this paper will not be withdrawn",
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
    "This paper supersedes the withdrawn paper 3101.00007",
    "We study withdrawn drugs",
    "It supersedes arXiv:3101.00007, withdrawn by the authors",
    "v1 was withdrawn due to a bug; this is the corrected version",
    "Withdrawn in June, now reinstated",
    "Withdrawal symptoms are common",
    "Withdrawal of troops is modelled as a game",
    "Retracted papers keep being cited",
    "We analyse when a paper has been retracted",
    "After the paper was withdrawn, its citations fell",
    "The needle is retracted by the surgeon, because tissue moves",
    "The robot's arm was retracted due to a collision",
    "The note was withdrawn from circulation in 1998",
    "This work studies papers that were withdrawn by their authors",
    "We retract the claim of our earlier paper",
    "We retract the work piece",
    "Retracted in 2010, the paper is still cited",
    "Posts are studied that were removed by administrators",
  ]) {
    assert.equal(saysWithdrawn(undefined, text), false, `abstract: ${text}`);
    assert.equal(saysWithdrawn(undefined, `Ships sail. ${text}. More is shown.`), false, `within: ${text}`);
    assert.equal(saysWithdrawn(text, undefined), false, `comment: ${text}`);
  }
  assert.equal(saysWithdrawn(undefined, undefined), false);
});

test("Who did it and why are read where the source says so, and nobody is blamed where it does not.", () => {
  for (const [text, by, reason] of [
    ["This paper has been withdrawn by the author", "authors", undefined],
    ["This paper has been withdrawn due to an error in equation 1.", undefined, "due to an error in equation 1"],
    ["Paper has been withdrawn as the main theorem is wrong", undefined, "as the main theorem is wrong"],
    ["This paper has been withdrawn at the request of the authors", "authors", undefined],
    ["Withdrawn at the authors' request", "authors", undefined],
    [
      "The authors request withdrawal of this paper because of a gap in Lemma 3",
      "authors",
      "because of a gap in Lemma 3",
    ],
    ["12 pages. We withdraw this version due to a missing co-author", "authors", "due to a missing co-author"],
    ["This paper has been retracted by the authors due to errors in the data", "authors", "due to errors in the data"],
    [
      "This submission has been withdrawn by arXiv administrators as part of a dispute",
      "administrators",
      "as part of a dispute",
    ],
    [
      "arXiv admin note: submission removed by arXiv administrators due to false authorship",
      "administrators",
      "due to false authorship",
    ],
    [
      "arXiv admin note: this version withdrawn by arXiv administrators because the author had no right to agree to our license",
      "administrators",
      "because the author had no right to agree to our license",
    ],
    [
      "This submission has been withdrawn by arXiv administrators at the request of the authors",
      "administrators",
      undefined,
    ],
    ["arXiv admin note: withdrawn by submitter", "authors", undefined],
    [
      "Withdrawn due to an error in Eq. 3. arXiv admin note: text overlap with arXiv:3101.00007",
      undefined,
      "due to an error in Eq. 3",
    ],
    [
      "This paper has been withdrawn due to plagiarism by the author of Section 2",
      undefined,
      "due to plagiarism by the author of Section 2",
    ],
    [
      "This article was retracted by the journal, since its images were altered",
      "publisher",
      "since its images were altered",
    ],
    ["Withdrawn; superseded by 3101.00001", undefined, "superseded by 3101.00001"],
    ["Methodology error found; withdrawing", undefined, "Methodology error found"],
    [
      "Due to a crucial error in Eq. 3, this paper has been withdrawn by the authors",
      "authors",
      "Due to a crucial error in Eq. 3",
    ],
    [
      "This paper has been withdrawn by the author. There is an error in Lemma 3.",
      "authors",
      "There is an error in Lemma 3",
    ],
    [
      "This paper was withdrawn by the authors; it is superseded by arXiv:3101.00007",
      "authors",
      "superseded by arXiv:3101.00007",
    ],
    ["I have decided to withdraw this submission for personal reasons", "authors", "for personal reasons"],
    ["withdrawn (error in Theorem 3)", undefined, "error in Theorem 3"],
    ["This paper is withdrawn and replaced by arXiv:3101.00002", undefined, "replaced by arXiv:3101.00002"],
    ["Due to an error in Section 3 the paper has been withdrawn", undefined, "Due to an error in Section 3"],
    ["The first author has withdrawn the paper without the consent of the others", "authors", undefined],
    ["Withdrawn on request of the copyright holder", undefined, "on request of the copyright holder"],
  ] as const) {
    const expected = by === undefined && reason === undefined ? true : { ...(by && { by }), ...(reason && { reason }) };
    assert.deepEqual(readWithdrawal(text, undefined), expected, text);
  }
});

test("A mark of retraction is taken off a title, and words that are no mark stay.", () => {
  for (const marked of [
    "RETRACTED: Ships and Harbours",
    "Retracted: Ships and Harbours",
    "[Retracted] Ships and Harbours",
    "RETRACTED ARTICLE: Ships and Harbours",
    "Retracted article: Ships and Harbours",
    "RETRACTED Ships and Harbours",
    "Retraction: Ships and Harbours",
    "Retraction Note to: Ships and Harbours",
    "Ships and Harbours (Retracted article. See vol. 12, pg 3, 2031)",
    "Ships and Harbours [RETRACTED]",
    "Ships and Harbours – RETRACTED",
  ]) {
    assert.deepEqual(splitTitleMark(marked), { title: "Ships and Harbours", mark: "retracted" }, marked);
  }
  for (const marked of [
    "WITHDRAWN: Ships and Harbours",
    "[Withdrawn] Ships and Harbours",
    "WITHDRAWN—Ships and Harbours",
  ]) {
    assert.deepEqual(splitTitleMark(marked), { title: "Ships and Harbours", mark: "withdrawn" }, marked);
  }
  for (const title of [
    "Withdrawn: How Ships Leave",
    "Retracted Arms of Robots",
    "Retraction of Spaces",
    "Withdrawn",
    "RETRACTED SHIPS",
    "Retraction Watch: A Study",
    "Retracted Papers (withdrawn early)",
  ]) {
    assert.deepEqual(splitTitleMark(title), { title }, title);
  }
});
