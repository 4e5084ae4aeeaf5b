import assert from "node:assert/strict";
import { test } from "node:test";
import { findEntryDoi, findEntryId } from "./identity.ts";

test("A paper is known by arXiv's id wherever an entry states it.", () => {
  for (const fields of [
    { eprint: "3101.00007", archiveprefix: "arXiv" },
    { eprint: "3101.00007v2", eprinttype: "arxiv" },
    { eprint: "3101.00007", primaryclass: "cs.LG" },
    { eprint: "arXiv:3101.00007" },
    { url: "http://arxiv.org/abs/3101.00007v1" },
    { url: "\\url{https://arxiv.org/pdf/3101.00007}" },
    { doi: "10.48550/arXiv.3101.00007" },
    { journal: "arXiv preprint arXiv:3101.00007" },
    { journal: "CoRR", volume: "abs/3101.00007" },
    { number: "arXiv:3101.00007" },
    { note: "arXiv:3101.00007 [cs.LG]" },
    { journal: "arXiv:3101.00007 [cs, stat]", note: "arXiv: 3101.00007" },
    { note: "arXiv: 3101.00007" },
    { note: "arXiv:3101.00007 [cs]\nComment: 12 pages" },
    { note: "arXiv:3101.00007; 12 pages" },
    { eprint: "3101.00007 [cs, stat]", archiveprefix: "arXiv" },
    { eprint: "http://arxiv.org/abs/3101.00007v1", eprinttype: "arXiv" },
    { arxivid: "3101.00007" },
    { eid: "arXiv:3101.00007" },
    { pages: "arXiv:3101.00007" },
    { volume: "arXiv:3101.00007" },
    { journal: "arXiv preprint arXiv:3101.00007, 3101" },
    { journal: "CoRR abs/3101.00007" },
    { url: "https://www.alphaxiv.org/abs/3101.00007" },
    { url: "https://doi.org/10.48550/arXiv.3101.00007" },
    { url: "https://papers.example/x", adsurl: "https://ui.adsabs.harvard.edu/abs/2031arXiv310100007E" },
    { biburl: "https://dblp.org/rec/journals/corr/abs-3101-00007.bib" },
    { howpublished: "\\href{https://arxiv.org/abs/3101.00007}{arXiv:3101.00007}" },
    { doi: "10.9999/published", eprint: "3101.00007", archiveprefix: "arXiv" },
  ]) {
    assert.equal(findEntryId(fields), "3101.00007", JSON.stringify(fields));
  }
  assert.equal(findEntryId({ eprint: "9901001", archiveprefix: "arXiv", primaryclass: "hep-th" }), "hep-th/9901001");
});

test("arXiv's id is found among other words of a field, where nothing says that it is another paper's.", () => {
  for (const fields of [
    { journal: "Odd Letters (arXiv:3101.00007 [cs.CL])" },
    { journal: "Odd Letters, arXiv:3101.00007v2" },
    { journal: "arXiv preprint arXiv:3101.00007v2 [cs, stat]" },
    { journal: "arXiv e-prints, p. arXiv:3101.00007" },
    { journal: "arXiv e-prints", pages: "{3101.00007}" },
    { journal: "arXiv 3101.00007" },
    { journal: "ArXiv, abs/3101.00007" },
    { journal: "ArXiv", volume: "abs/3101.00007" },
    { journal: "{CoRR}", volume: "{abs/3101.00007}" },
    { journal: "arXiv.org", number: "3101.00007" },
    { publisher: "arXiv", number: "3101.00007" },
    { journal: "arXiv [cs.CL] 3101.00007" },
    { journal: "arXiv [Preprint] arXiv:3101.00007" },
    { journal: "arXiv, preprint arXiv:3101.00007, 3101" },
    { journal: "\\emph{arXiv~preprint {arXiv:3101.00007}}" },
    { booktitle: "arXiv preprint arXiv:3101.00007" },
    { eprint: "{arXiv:3101.00007}" },
    { note: "12 pages. arXiv:3101.00007" },
    { note: "arXiv:3101.00007 [cs]\nComment: extended version of a talk" },
    { note: "Preprint at arXiv:3101.00007" },
    { note: "arXiv:3101.00007. Accepted at Nowhere" },
    { note: "Accepted at Nowhere, arXiv:3101.00007" },
    { note: "Also available at \\url{https://arxiv.org/abs/3101.00007}" },
    { howpublished: "arXiv:3101.00007 [cs.CL], \\url{https://arxiv.org/abs/3101.00007}" },
    { note: "\\texttt{arXiv:3101.00007 [cs.CL]}" },
  ]) {
    assert.equal(findEntryId(fields), "3101.00007", JSON.stringify(fields));
  }
  for (const note of [
    "Extended version of arXiv:3101.00007",
    "see also arXiv:3101.00007",
    "Comment on arXiv:3101.00007",
    "Erratum to Odd Letters, arXiv:3101.00007",
    "Erratum to: arXiv:3101.00007",
    "12 pages; uses arXiv:3101.00007",
    "Answers the question of arXiv:3101.00007",
    "arXiv:3101.00007, which this corrects",
    "Supersedes arXiv:3101.00007",
    "arXiv:3101.00007, arXiv:3101.00008",
    "arXiv:3101.000071",
  ]) {
    assert.equal(findEntryId({ note }), undefined, note);
    assert.equal(findEntryId({ journal: note }), undefined, note);
  }
});

test("Other ids follow in order: DOI, ACL Anthology, OpenReview.", () => {
  const url = "https://aclanthology.org/3101.acl-main.7.pdf";
  assert.equal(findEntryId({ doi: "10.9999/ABC", url }), "doi:10.9999/abc");
  assert.equal(findEntryId({ url: "http://dx.doi.org/10.9999/ABC" }), "doi:10.9999/abc");
  assert.equal(findEntryId({ url }), "acl:3101.acl-main.7");
  assert.equal(findEntryId({ url: "https://www.aclweb.org/anthology/P31-1001/" }), "acl:P31-1001");
  assert.equal(findEntryId({ url: "https://www.aclweb.org/anthology/p31-1001v2.pdf" }), "acl:P31-1001");
  assert.equal(findEntryId({ url: "https://dl.acm.org/doi/abs/10.9999/ABC" }), "doi:10.9999/abc");
  assert.equal(findEntryId({ url: "https://proceedings.mlr.press/v31/example31a.html" }), "pmlr:v31/example31a");
  assert.equal(findEntryId({ eprint: "math.GT/0309136", archiveprefix: "arXiv" }), "math/0309136");
  assert.equal(findEntryId({ url: "https://openreview.net/forum?id=In\\_v3nted" }), "openreview:In_v3nted");
});

test("What only resembles an id gives none.", () => {
  for (const fields of [
    {},
    { eprint: "3101.00007", eprinttype: "jstor" },
    { eprint: "ZACDOQ" },
    { number: "3101.00007" },
    { note: "See also arXiv:3101.00007, which this corrects" },
    { url: "https://example.org/3101.00007" },
    { url: "https://aclanthology.org/" },
  ]) {
    assert.equal(findEntryId(fields), undefined, JSON.stringify(fields));
  }
  assert.equal(
    findEntryDoi({ doi: "10.48550/arXiv.3101.00007" }),
    undefined,
    "arXiv's own DOI is not the published paper's",
  );
});
