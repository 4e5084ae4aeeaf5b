import assert from "node:assert/strict";
import { test } from "node:test";
import { findEntryDoi, findPaperId } from "./identity.ts";

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
    { doi: "10.9999/published", eprint: "3101.00007", archiveprefix: "arXiv" },
  ]) {
    assert.equal(findPaperId(fields), "3101.00007", JSON.stringify(fields));
  }
  assert.equal(findPaperId({ eprint: "9901001", archiveprefix: "arXiv", primaryclass: "hep-th" }), "hep-th/9901001");
});

test("Other ids follow in order: DOI, ACL Anthology, OpenReview.", () => {
  const url = "https://aclanthology.org/3101.acl-main.7.pdf";
  assert.equal(findPaperId({ doi: "10.9999/ABC", url }), "doi:10.9999/abc");
  assert.equal(findPaperId({ url: "http://dx.doi.org/10.9999/ABC" }), "doi:10.9999/abc");
  assert.equal(findPaperId({ url }), "acl:3101.acl-main.7");
  assert.equal(findPaperId({ url: "https://www.aclweb.org/anthology/P31-1001/" }), "acl:P31-1001");
  assert.equal(findPaperId({ url: "https://openreview.net/forum?id=In\\_v3nted" }), "openreview:In_v3nted");
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
    assert.equal(findPaperId(fields), undefined, JSON.stringify(fields));
  }
  assert.equal(
    findEntryDoi({ doi: "10.48550/arXiv.3101.00007" }),
    undefined,
    "arXiv's own DOI is not the published paper's",
  );
});
