import assert from "node:assert/strict";
import { test } from "node:test";
import { makeDigest, makePaper } from "#scenes/paper-samples.ts";
import { compareNewest, indexOrganizations, orderOf } from "./paper.ts";

test("A paper is ordered by its publication, else by the first day of its id's month, else last.", () => {
  assert.equal(orderOf({ id: "2510.00001", published: "2025-10-02" }), "2025-10-02");
  assert.equal(orderOf({ id: "2510.00001" }), "2025-10-01");
  assert.equal(orderOf({ id: "hep-th/9901001" }), "1999-01-01");
  assert.equal(orderOf({ id: "doi:10.1000/1" }), "");
});

test("The newest comes first, papers of one day by falling id, those without any date last.", () => {
  const papers = [
    makePaper({ id: "2510.00001", published: "2025-10-02" }),
    makePaper({ id: "2510.00003", published: "2025-10-02" }),
    makePaper({ id: "2511.00001", published: "2025-11-01" }),
    makePaper({ id: "doi:10.1000/1" }, { unknown: ["published"] }),
  ];
  const ids = (list: typeof papers) => list.map(({ record }) => record.id);
  const wanted = ["2511.00001", "2510.00003", "2510.00001", "doi:10.1000/1"];
  assert.deepEqual(ids([...papers].sort(compareNewest)), wanted);
  assert.deepEqual(ids([...papers].reverse().sort(compareNewest)), wanted);
});

test("An entry has what a list shows, each link leading to its page.", () => {
  const { entry } = makePaper(
    {
      organization: { id: "quay7", name: "Quay 7" },
      links: {
        abstract: "https://arxiv.org/abs/2510.00001",
        code: "https://github.com/quay7/harbour2",
        project: "https://quay7.example",
        discussion: "https://huggingface.co/papers/2510.00001",
      },
    },
    { digest: makeDigest(), topics: ["Tree search"] },
  );
  assert.deepEqual(entry, {
    id: "2510.00001",
    href: "/papers/2510.00001/",
    title: "Harbour: Sorting Ships with 3 Cranes",
    tldr: "Ships can be sorted by a model that watches the cranes.",
    abstractHref: "https://arxiv.org/abs/2510.00001",
    organization: { id: "quay7", label: "Quay 7", href: "/organizations/quay7/" },
    byline: "Ada Quay et al., 4 authors",
    published: "2025-10-02",
    comments: { count: 6, href: "https://huggingface.co/papers/2510.00001" },
    topics: [{ id: "tree-search", label: "Tree search", href: "/tags/tree-search/" }],
    isTopicsAssigned: false,
    code: "https://github.com/quay7/harbour2",
    project: "https://quay7.example",
    figure: { number: "77.7", unit: "%", caption: "accuracy on PORT2024, from 70.8%", isLong: false },
    isWithdrawn: false,
  });
});

test("What is not known is not there.", () => {
  const { entry } = makePaper({ id: "doi:10.5555/a", links: {} }, { unknown: ["published", "comments"] });
  const { id, href, title, byline } = entry;
  assert.deepEqual(entry, { id, href, title, byline, topics: [], isTopicsAssigned: true, isWithdrawn: false });
});

test("No comments are 0, and their number has no link where no discussion is known.", () => {
  assert.deepEqual(makePaper({ comments: 0 }).entry.comments, { count: 0 });
});

test("A withdrawn paper shows neither its sentence nor its figure.", () => {
  const { entry } = makePaper({ withdrawn: true }, { digest: makeDigest() });
  assert.equal(entry.isWithdrawn, true);
  assert.equal(entry.tldr, undefined);
  assert.equal(entry.figure, undefined);
});

test("Where only the number of authors is known, the by-line says it.", () => {
  assert.equal(makePaper({ authors: [], authorCount: 12 }).entry.byline, "12 authors");
  assert.equal(makePaper({ authors: [] }).entry.byline, "authors unknown");
});

test("An organisation goes by its override, under any id that means it.", () => {
  const organizations = indexOrganizations([{ id: "quay", name: "The Quay", aliases: ["quay7", "quay8"] }]);
  const named = (id: string) => makePaper({ organization: { id, name: "Quay Seven" } }, { organizations }).organization;
  assert.deepEqual(named("quay7"), { id: "quay", name: "The Quay" });
  assert.deepEqual(named("quay"), { id: "quay", name: "The Quay" });
  assert.deepEqual(named("dock"), { id: "dock", name: "Quay Seven" });
  assert.equal(makePaper({}, { organizations }).organization, undefined);
});

test("A list shows what an abstract found only where there is no digest, and never of a withdrawn paper.", () => {
  const abstract = "Ships are many. Our results show that cranes sort them 9% faster.";
  assert.equal(makePaper({ abstract }).entry.finding, "Our results show that cranes sort them 9% faster.");
  assert.ok(!("finding" in makePaper({ abstract }, { digest: makeDigest() }).entry));
  assert.ok(!("finding" in makePaper({ abstract, withdrawn: true }).entry));
  assert.ok(!("finding" in makePaper().entry));
});

test("Keywords of a paper stand in for topics that it has not, three at most and none that is a sentence.", () => {
  const keywords = ["ships", "a keyword that is as long as any sentence is", "cranes", "quays", "gulls"];
  assert.deepEqual(makePaper({ keywords }).entry.keywords, ["ships", "cranes", "quays"]);
  assert.ok(!("keywords" in makePaper({ keywords }, { topics: ["A"] }).entry));
  assert.ok(!("keywords" in makePaper().entry));
});
