import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { findArxivId, findPaperId } from "./find-id.ts";
import { linkProceedings } from "./proceedings-id.ts";

/** What people type or paste, and the arXiv id in it. */
const PASTED: { [text: string]: string | undefined } = {
  "2510.18821": "2510.18821",
  " 2510.18821v12 ": "2510.18821",
  "2510.18821.": "2510.18821",
  "<2510.18821>,": "2510.18821",
  "(arXiv:2510.18821)": "2510.18821",
  "arXiv:2510.18821v1": "2510.18821",
  "arXiv 2510.18821": "2510.18821",
  "ARXIV: hep-th/9901001v3": "hep-th/9901001",
  "HEP-TH/9901001": "hep-th/9901001",
  "math.GT/0309136": "math/0309136",
  "arXiv:2202.09008 [cs.CL]": "2202.09008",
  "2202.09008 [cs, stat]": "2202.09008",
  "arXiv:hep-th/9901001 [hep-th]": "hep-th/9901001",
  "arXiv preprint arXiv:2202.09008 (2022)": "2202.09008",
  "arXiv preprint arXiv:2202.09008, 2022": "2202.09008",
  "arXiv e-prints, arXiv:2202.09008": "2202.09008",
  "CoRR abs/2202.09008": "2202.09008",
  "CoRR, abs/2202.09008, 2022": "2202.09008",
  "arXiv: 2202.09008 version: 1": "2202.09008",
  "https://arxiv.org/abs/2510.18821": "2510.18821",
  "http://www.arxiv.org/abs/2510.18821v2": "2510.18821",
  "HTTPS://ARXIV.ORG/ABS/2510.18821": "2510.18821",
  "arxiv.org/pdf/2510.18821v1.pdf": "2510.18821",
  "https://export.arxiv.org/abs/math.GT/0309136": "math/0309136",
  "https://arxiv.org/html/2510.18821v1#S2": "2510.18821",
  "https://arxiv.org/abs/2510.18821?context=cs.CL": "2510.18821",
  "<https://arxiv.org/abs/2510.18821>.": "2510.18821",
  "https://rss.arxiv.org/abs/2510.18821": "2510.18821",
  "https://browse.arxiv.org/html/2510.18821v1": "2510.18821",
  "https://arxiv.org/src/2510.18821": "2510.18821",
  "https://arxiv.org/e-print/hep-th/9901001v2": "hep-th/9901001",
  "https://arxiv.org/format/2510.18821": "2510.18821",
  "http://arxiv.org/ftp/arxiv/papers/2202/2202.09008.pdf": "2202.09008",
  "http://arxiv.org/ftp/hep-th/papers/9901/9901001.pdf": "hep-th/9901001",
  "http://xxx.lanl.gov/abs/hep-th/9901001": "hep-th/9901001",
  "https://ar5iv.org/abs/2510.18821": "2510.18821",
  "https://ar5iv.labs.arxiv.org/html/2510.18821": "2510.18821",
  "https://www.alphaxiv.org/abs/2510.18821v1": "2510.18821",
  "https://alphaxiv.org/overview/2510.18821": "2510.18821",
  "https://papers.cool/arxiv/2510.18821": "2510.18821",
  "https://www.semanticscholar.org/arxiv/2510.18821": "2510.18821",
  "https://api.semanticscholar.org/arXiv:2510.18821": "2510.18821",
  "https://api.semanticscholar.org/graph/v1/paper/arXiv:2510.18821": "2510.18821",
  "https://huggingface.co/papers/2510.18821?utm=x": "2510.18821",
  "hf.co/papers/2510.18821/": "2510.18821",
  "https://scirate.com/arxiv/2510.18821": "2510.18821",
  "https://ui.adsabs.harvard.edu/abs/2022arXiv220309068O/abstract": "2203.09068",
  "https://ui.adsabs.harvard.edu/abs/arXiv:2203.09068": "2203.09068",
  "2022arXiv220309068O": "2203.09068",
  "2007arXiv0710.0994S": "0710.0994",
  "1997hep.th...11200M": "hep-th/9711200",
  "2003math......9136K": "math/0309136",
  "https://dblp.org/rec/journals/corr/abs-2202-09038.bib": "2202.09038",
  "https://dblp.uni-trier.de/rec/bibtex/journals/corr/abs-2202-09038": "2202.09038",
  "10.48550/arXiv.2510.18821": "2510.18821",
  "https://doi.org/10.48550/ARXIV.2510.18821v2": "2510.18821",
  "\\url{https://arxiv.org/abs/2510.18821}": "2510.18821",
  "\\href{https://arxiv.org/abs/2510.18821}{arXiv:2510.18821}": "2510.18821",
  "https://arxiv.org/list/cs.AI": undefined,
  "https://arxiv.org/list/hep-th/9901": undefined,
  "https://evil.example/abs/2510.18821": undefined,
  "https://notarxiv.org/abs/2510.18821": undefined,
  "https://huggingface.co/datasets/example/2510.18821": undefined,
  "see 2510.18821": undefined,
  "arXiv:2510.18821, which this corrects": undefined,
  "2510.188211": undefined,
  "2510.18821 2510.18822": undefined,
  "2022Natur.60309068O": undefined,
  "doi:10.1000/182": undefined,
  "10.1000/2510.18821": undefined,
  "": undefined,
};

test("The arXiv id is found in what people paste, and nowhere else.", () => {
  for (const [text, id] of Object.entries(PASTED)) assert.equal(findArxivId(text), id, text);
});

/** Names and addresses of papers elsewhere, and the id in them. */
const ELSEWHERE: { [text: string]: string | undefined } = {
  "https://aclanthology.org/P99-1001/": "acl:P99-1001",
  "https://www.aclweb.org/anthology/p99-1001.pdf": "acl:P99-1001",
  "https://www.aclweb.org/anthology/P99-1001v2": "acl:P99-1001",
  "http://aclweb.org/anthology/P/P99/P99-1001.pdf": "acl:P99-1001",
  "https://aclanthology.info/papers/P99-1001/p99-1001": "acl:P99-1001",
  "https://aclanthology.org/2031.acl-main.7v2.pdf": "acl:2031.acl-main.7",
  "https://aclanthology.org/2031.ACL-main.7.bib": "acl:2031.acl-main.7",
  "P99-1001v2": "acl:P99-1001",
  "2031.acl-main.7": "acl:2031.acl-main.7",
  "acl:p99-1001": "acl:P99-1001",
  "https://openreview.net/forum?id=In_v3nted": "openreview:In_v3nted",
  "https://openreview.net/pdf?id=In_v3nted": "openreview:In_v3nted",
  "https://openreview.net/forum?noteId=x&id=In_v3nted&referrer=y": "openreview:In_v3nted",
  "openreview.net/attachment?id=In_v3nted&name=pdf": "openreview:In_v3nted",
  "https://proceedings.mlr.press/v31/example31a.html": "pmlr:v31/example31a",
  "http://proceedings.mlr.press/v31/example31a/example31a.pdf": "pmlr:v31/example31a",
  "http://jmlr.org/proceedings/papers/v31/example31a.pdf": "pmlr:v31/example31a",
  "https://raw.githubusercontent.com/mlresearch/v31/main/assets/example31a/example31a.pdf": "pmlr:v31/example31a",
  "https://www.jmlr.org/papers/v31/example31a.html": "jmlr:v31/example31a",
  "http://jmlr.org/papers/volume31/example31a/example31a.pdf": "jmlr:v31/example31a",
  "https://jmlr.org/papers/v31/30-123.html": "jmlr:v31/30-123",
  "https://papers.nips.cc/paper/1234-a-sample-of-harbours": "neurips:1234",
  "http://papers.nips.cc/paper/1234-a-sample-of-harbours.pdf": "neurips:1234",
  "https://papers.neurips.cc/paper/12345-a-sample/": "neurips:12345",
  "10.48550/arXiv.math.GT/0309136": "math/0309136",
  "https://doi.org/10.48550/arXiv.math.GT%2F0309136": "math/0309136",
  "https://papers.nips.cc/paper/2031/hash/0123456789abcdef0123456789abcdef-Abstract.html":
    "neurips:2031/0123456789abcdef0123456789abcdef",
  "https://proceedings.neurips.cc/paper_files/paper/2031/file/0123456789abcdef0123456789abcdef-Paper-Conference.pdf":
    "neurips:2031/0123456789abcdef0123456789abcdef",
  "https://openaccess.thecvf.com/content/CVPR2031/html/Example_Sample_of_Harbours_CVPR_2031_paper.html":
    "cvf:Example_Sample_of_Harbours_CVPR_2031",
  "http://openaccess.thecvf.com/content_cvpr_2031/papers/Example_Sample_of_Harbours_CVPR_2031_paper.pdf":
    "cvf:Example_Sample_of_Harbours_CVPR_2031",
  "https://openaccess.thecvf.com/content/CVPR2031W/Harbours/html/Example_Piers_CVPRW_2031_paper.html":
    "cvf:Example_Piers_CVPRW_2031",
  "10.9999/Invented.7": "doi:10.9999/invented.7",
  "DOI 10.9999/Invented.7.": "doi:10.9999/invented.7",
  "<https://dx.doi.org/10.9999/Invented%2E7>": "doi:10.9999/invented.7",
  "https://dl.acm.org/doi/abs/10.9999/123.456?download=true": "doi:10.9999/123.456",
  "https://dl.acm.org/doi/pdf/10.9999/123.456": "doi:10.9999/123.456",
  "https://dl.acm.org/citation.cfm?id=123.456": "doi:10.1145/123.456",
  "https://link.springer.com/article/10.9999/s31-7#Sec2": "doi:10.9999/s31-7",
  "https://link.springer.com/content/pdf/10.9999/s31-7.pdf": "doi:10.9999/s31-7",
  "https://link.springer.com/chapter/10.9999%2F978-3_7": "doi:10.9999/978-3_7",
  "https://onlinelibrary.wiley.com/doi/full/10.9999/inv.7": "doi:10.9999/inv.7",
  "https://journals.plos.org/plosone/article?id=10.9999/journal.pone.7": "doi:10.9999/journal.pone.7",
  "https://www.frontiersin.org/articles/10.9999/fnhum.7/full": "doi:10.9999/fnhum.7",
  "https://iopscience.iop.org/article/10.9999/0000-1/7/meta": "doi:10.9999/0000-1/7",
  "https://www.biorxiv.org/content/10.1101/2031.01.02.123456v2.full.pdf": "doi:10.1101/2031.01.02.123456",
  "https://www.nature.com/articles/s41586-031-01234-5": "doi:10.1038/s41586-031-01234-5",
  "https://www.nature.com/articles/nature31007.pdf": "doi:10.1038/nature31007",
  "https://dl.acm.org/doi/10.48550/arXiv.2510.18821": "2510.18821",
  "own:example-2031-sample-of-harbours": "own:example-2031-sample-of-harbours",
  "https://aclanthology.org/volumes/2031.acl-main/": undefined,
  "https://aclanthology.org/people/e/example/": undefined,
  "https://proceedings.mlr.press/v31/": undefined,
  "https://proceedings.mlr.press/v31/example31a/example31a-supp.pdf": undefined,
  "https://proceedings.neurips.cc/paper/2031/file/0123456789abcdef0123456789abcdef-Supplemental.pdf": undefined,
  "https://openreview.net/group?id=Example.org/2031": undefined,
  "https://www.nature.com/subjects/harbours": undefined,
  "https://example.org/paper": undefined,
  "A title: with 10.9999/x in it": undefined,
  "gpt-4": undefined,
};

test("Ids of other registries are found in names and addresses of papers, and nowhere else.", () => {
  for (const [text, id] of Object.entries(ELSEWHERE)) assert.equal(findPaperId(text), id, text);
  for (const [text, id] of Object.entries(PASTED)) if (id !== undefined) assert.equal(findPaperId(text), id, text);
});

test("The page that an id names has that id.", () => {
  for (const id of [
    "acl:P31-1001",
    "acl:2031.acl-main.7",
    "openreview:In_v3n-ted",
    "pmlr:v31/example31a",
    "jmlr:v31/30-1",
  ]) {
    assert.equal(findPaperId(linkProceedings(id) ?? ""), id);
  }
  assert.equal(linkProceedings("doi:10.9999/x"), undefined);
});

test("An id that was found is found again in itself.", () => {
  for (const text of [...Object.keys(ELSEWHERE), ...Object.keys(PASTED)]) {
    const id = findPaperId(text);
    if (id !== undefined) assert.equal(findPaperId(id), id, text);
  }
});

test("A long text takes no long time.", () => {
  const parts = fc.constantFrom(
    "arXiv:",
    "(",
    ")",
    "[",
    ".",
    ",",
    " ",
    "10.9999/",
    "2510.18821",
    "/",
    "a",
    "-",
    "v1",
    "%",
  );
  fc.assert(
    fc.property(parts, parts, (a, b) => {
      const started = performance.now();
      findPaperId((a + b).repeat(20_000));
      assert.ok(performance.now() - started < 1000, a + b);
    }),
    { numRuns: 60 },
  );
});
