import assert from "node:assert/strict";
import { test } from "node:test";
import { makeRecord } from "#scenes/content-samples.ts";
import { RecordIndex } from "./match.ts";
import { normalizeTitle } from "./own-id.ts";

const PAPERS = [
  makeRecord({
    id: "2510.00001",
    title: "Sorting Ships",
    authors: ["Ada Quay", "Ben Pier"],
    previousIds: ["2509.00009"],
  }),
  makeRecord({ id: "doi:10.1000/ab", title: "Counting Ships", authors: ["Cy Dock"], links: {} }),
  makeRecord({
    id: "acl:x-1",
    title: "Naming Ships",
    authors: ["Di Buoy"],
    links: { doi: "https://doi.org/10.1000/CD" },
  }),
  makeRecord({ id: "acl:x-2", title: "Twin Ships", authors: ["Ed Quay"], links: {} }),
  makeRecord({ id: "openreview:x3", title: "Twin: Ships!", authors: ["Flo Quay"], links: {} }),
];

function find(facts: Partial<Parameters<RecordIndex["find"]>[0]>): ReturnType<RecordIndex["find"]> {
  const index = new RecordIndex(new Map(PAPERS.map((paper) => [paper.id, paper])));
  return index.find({ title: "Unknown Ships", ...facts });
}

test("An id decides, also one that the paper had before.", () => {
  assert.deepEqual(find({ id: "2510.00001", title: "Counting Ships" }), { ids: ["2510.00001"], by: "id" });
  assert.deepEqual(find({ id: "2509.00009" }), { ids: ["2510.00001"], by: "id" });
});

test("Without a known id the DOI decides, in any case and with any host.", () => {
  assert.deepEqual(find({ links: { doi: "http://dx.doi.org/10.1000/AB" } }), { ids: ["doi:10.1000/ab"], by: "link" });
  assert.deepEqual(find({ id: "2510.00007", links: { doi: "https://doi.org/10.1000/cd" } }), {
    ids: ["acl:x-1"],
    by: "link",
  });
  assert.deepEqual(find({ id: "doi:10.1000/cd" }), { ids: ["acl:x-1"], by: "link" });
});

test("An id is known in each of its forms, and where a link of the record leads to it.", () => {
  const records = [
    makeRecord({ id: "math.XX/0309136", title: "Old Ships", links: {} }),
    makeRecord({ id: "doi:10.18653/v1/p99-1001", title: "Spoken Ships", links: {} }),
    makeRecord({
      id: "doi:10.1000/ef",
      title: "Linked Ships",
      links: { abstract: "https://openreview.net/forum?id=In_v3nted", doi: "https://doi.org/10.1000/ef%3C7%3E" },
    }),
  ];
  const index = new RecordIndex(new Map(records.map((record) => [record.id, record])));
  const ask = (id: string) => index.find({ id, title: "Unknown Ships" });
  assert.deepEqual(ask("math/0309136"), { ids: ["math.XX/0309136"], by: "id" });
  assert.deepEqual(ask("acl:P99-1001"), { ids: ["doi:10.18653/v1/p99-1001"], by: "id" });
  assert.deepEqual(ask("openreview:In_v3nted"), { ids: ["doi:10.1000/ef"], by: "link" });
  assert.deepEqual(ask("doi:10.1000/other").ids, []);
  const link = "https://dl.acm.org/doi/pdf/10.1000/EF%3C7%3E";
  assert.deepEqual(index.find({ title: "Unknown Ships", links: { pdf: link } }).ids, ["doi:10.1000/ef"]);
});

test("Else title and first author decide; case, marks and signs do not count, nor given names.", () => {
  assert.deepEqual(find({ title: "SÖRTING – ships." }), { ids: ["2510.00001"], by: "title" });
  assert.deepEqual(find({ title: "sorting ships", authors: ["A. Quay"] }), { ids: ["2510.00001"], by: "title" });
  assert.deepEqual(find({ title: "sorting ships", authors: ["Ben Pier"] }).ids, []);
});

test("Two ids of one registry are two works, whatever their titles and DOIs.", () => {
  assert.deepEqual(find({ id: "2510.00002", title: "Sorting Ships", authors: ["Ada Quay"] }).ids, []);
  assert.deepEqual(find({ id: "acl:x-9", links: { doi: "https://doi.org/10.1000/cd" } }).ids, []);
});

test("Several papers that fit equally are told, not chosen from.", () => {
  assert.deepEqual(find({ title: "Twin Ships", authors: ["Quay"] }), {
    ids: ["acl:x-2", "openreview:x3"],
    by: "title",
  });
});

test("A title of signs alone matches nothing.", () => {
  assert.equal(normalizeTitle("???"), "");
  const index = new RecordIndex(new Map([["acl:q", makeRecord({ id: "acl:q", title: "???" })]]));
  assert.deepEqual(index.find({ title: "!!!" }).ids, []);
});

test("A record that is added later is found by all its keys.", () => {
  const records = new Map(PAPERS.map((paper) => [paper.id, paper]));
  const index = new RecordIndex(records);
  assert.deepEqual(index.find({ title: "Late Ships" }).ids, []);
  const late = makeRecord({ id: "acl:late", title: "Late Ships", links: { doi: "https://doi.org/10.1000/late" } });
  records.set(late.id, late);
  index.add(late);
  assert.deepEqual(index.find({ title: "late ships" }), { ids: ["acl:late"], by: "title" });
  assert.deepEqual(index.find({ title: "x", links: { doi: "https://doi.org/10.1000/LATE" } }), {
    ids: ["acl:late"],
    by: "link",
  });
});
