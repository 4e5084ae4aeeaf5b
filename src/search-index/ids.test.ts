/** Ids of every kind lead to their paper through the index as it is built. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { entryOf, listSamplePapers, makePage, writePages } from "#scenes/index-samples.ts";
import { buildSearchIndex } from "#scenes/indexed-site.ts";
import { openSearchIndex } from "#scenes/opened-index.ts";
import { toSegment } from "../lib/papers/id.ts";
import { answerQuestion, makeVocabulary } from "../lib/search/planner.ts";
import { EMPTY_QUESTION } from "../lib/search/question.ts";

// Inside the project: renames fail between file systems.
mkdirSync(".cache", { recursive: true });
const root = mkdtempSync(join(".cache", "search-ids-"));
after(() => rmSync(root, { recursive: true, force: true }));

/** Ids, each with what people type or paste for it. */
const ASKED: { [id: string]: string[] } = {
  "2401.00001": ["2401.00001", "https://www.alphaxiv.org/abs/2401.00001v2", "arXiv:2401.00001 [cs, stat]"],
  "math.XX/0309136": ["math/0309136", "https://arxiv.org/abs/math.XX/0309136v1"],
  "hep-th/9901001": ["hep-th/9901001", "http://arxiv.org/ftp/hep-th/papers/9901/9901001.pdf"],
  "doi:10.9999/s41586-031-00001-7": [
    "10.9999/S41586-031-00001-7",
    "https://link.springer.com/article/10.9999/s41586-031-00001-7",
  ],
  "doi:10.9999/(sici)1<16::aid-1>3.0.co;2-2": ["https://doi.org/10.9999/(SICI)1%3C16::AID-1%3E3.0.CO;2-2"],
  "acl:P31-1001": ["P31-1001", "https://www.aclweb.org/anthology/p31-1001v2.pdf"],
  "acl:2031.acl-main.7": ["2031.acl-main.7", "https://aclanthology.org/2031.acl-main.7/"],
  "acl:2031.acl-main.71": ["https://aclanthology.org/2031.acl-main.71.pdf"],
  "openreview:In_v3n-ted": ["https://openreview.net/pdf?id=In_v3n-ted"],
  "pmlr:v31/example31a": ["https://proceedings.mlr.press/v31/example31a/example31a.pdf"],
  "neurips:2031/0123456789abcdef0123456789abcdef": [
    "https://papers.nips.cc/paper/2031/file/0123456789abcdef0123456789abcdef-Paper.pdf",
  ],
  "cvf:Example_Sample_of_Harbours_CVPR_2031": [
    "https://openaccess.thecvf.com/content/CVPR2031/papers/Example_Sample_of_Harbours_CVPR_2031_paper.pdf",
  ],
  "own:example-2031-sample-of-harbours": ["own:example-2031-sample-of-harbours"],
};

/** Other ids of some of these papers, each with what people type or paste for it. */
const OTHERS: { [id: string]: { otherIds: string[]; texts: string[] } } = {
  "2401.00001": {
    otherIds: ["doi:10.9999/harbour.2031(a)7", "acl:2031.acl-main.9", "own:sample-2031-harbours"],
    texts: [
      "10.9999/harbour.2031(a)7",
      "10.9999/Harbour.2031(A)7.",
      "doi:10.9999/harbour.2031(a)7",
      "DOI: 10.9999/harbour.2031(a)7",
      "https://doi.org/10.9999/harbour.2031(a)7",
      "http://dx.doi.org/10.9999/HARBOUR.2031(a)7",
      "<https://doi.org/10.9999/harbour.2031(a)7>",
      "https://dl.acm.org/doi/abs/10.9999/harbour.2031(a)7",
      "Sample et al., Of Harbours. https://doi.org/10.9999/harbour.2031(a)7",
      "2031.acl-main.9",
      "2031.ACL-main.9v2",
      "https://aclanthology.org/2031.acl-main.9.pdf",
      "10.18653/v1/2031.acl-main.9",
      "own:sample-2031-harbours",
      "https://digest.example/base/papers/own--sample-2031-harbours/",
      "https://digest.example/papers/2401.00001/",
      "see arXiv:2401.00001 [cs.CL]",
      "cf. (arXiv:2401.00001v3), chapter two",
      "[2401.00001]",
      "<arXiv:2401.00001>.",
      "arxiv 2401.00001",
      "https://ar5iv.labs.arxiv.org/html/2401.00001",
      "https://papers.cool/arxiv/2401.00001",
      "https://www.semanticscholar.org/arxiv/2401.00001",
      "https://huggingface.co/papers/2401.00001",
      "https://rss.arxiv.org/abs/2401.00001",
      "https://browse.arxiv.org/pdf/2401.00001v1",
      "https://arxiv.org/src/2401.00001",
      "https://arxiv.org/html/2401.00001v2",
      "10.48550/arXiv.2401.00001",
    ],
  },
  "openreview:In_v3n-ted": {
    otherIds: ["jmlr:v31/31-017"],
    texts: [
      "openreview:In_v3n-ted",
      "https://jmlr.org/papers/v31/31-017.html",
      "https://openreview.net/forum?id=In_v3n-ted&noteId=x",
    ],
  },
};

test("An id or address of any kind gives its paper alone.", async () => {
  const pages = Object.keys(ASKED).map((id) => {
    return [
      `papers/${toSegment(id)}`,
      makePage(entryOf(id, `Title ${toSegment(id).length}`), "<p>Ships.</p>", "", OTHERS[id]?.otherIds),
    ] as const;
  });
  const site = writePages(join(root, "site"), Object.fromEntries(pages));
  await buildSearchIndex(site, listSamplePapers(site));
  const engine = await openSearchIndex(site);
  for (const [id, texts] of Object.entries(ASKED)) {
    for (const text of [...texts, ...(OTHERS[id]?.texts ?? [])]) {
      const answer = await answerQuestion(engine, { ...EMPTY_QUESTION, text }, makeVocabulary([]));
      const found = await Promise.all(answer.results.map(async ({ hit }) => (await hit.load()).entry.id));
      assert.deepEqual([text, ...found], [text, id]);
      assert.notEqual(answer.paperId, undefined);
    }
  }
});

test("Words beside an id that is not here, or beside two ids, are searched for.", async () => {
  const site = writePages(join(root, "beside"), {
    "papers/2401.00001": makePage(entryOf("2401.00001", "One"), "<p>Ships.</p>"),
    "papers/2401.00002": makePage(entryOf("2401.00002", "Two"), "<p>Quays.</p>"),
  });
  await buildSearchIndex(site, listSamplePapers(site));
  const engine = await openSearchIndex(site);
  for (const text of ["ships 2401.99999", "ships in 2401.00001 and 2401.00002", "ships and/or quays 2031"]) {
    const { paperId } = await answerQuestion(engine, { ...EMPTY_QUESTION, text }, makeVocabulary([]));
    assert.equal(paperId, undefined, text);
  }
});
