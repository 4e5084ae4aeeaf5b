import assert from "node:assert/strict";
import { test } from "node:test";
import { makePaper } from "#scenes/paper-samples.ts";
import { describeChange, listFacts } from "./facts.ts";

test("Everything a record knows is told in words, in the order readers ask.", () => {
  const paper = makePaper({
    organization: { id: "quay7", name: "Quay 7" },
    updated: "2025-11-03",
    version: 2,
    categories: ["cs.RO", "cs.LG"],
    keywords: ["cranes", "berths"],
    featured: ["2025-10-06", "2026-03-09"],
    venue: "Harbour Conference",
    upvotes: 12,
    stars: 0,
    links: {
      code: "https://www.github.com/quay7/harbour2/",
      project: "http://quay7.example/ships",
      doi: "https://doi.org/10.1000/1",
      discussion: "https://huggingface.co/papers/2510.00001",
    },
    previousIds: ["2509.00009"],
  });
  assert.deepEqual(listFacts(paper), [
    { term: "Published", value: "2 October 2025" },
    { term: "Updated", value: "3 November 2025, version 2" },
    { term: "From", value: "Quay 7", href: "/organizations/quay7/" },
    { term: "Authors", value: "4" },
    { term: "Subject", value: "cs.RO, cs.LG" },
    { term: "Keywords", value: "cranes, berths" },
    { term: "Venue", value: "Harbour Conference" },
    { term: "Featured", value: "6 October 2025, 9 March 2026" },
    { term: "Upvotes", value: "12" },
    { term: "Comments", value: "6 at Hugging Face", href: "https://huggingface.co/papers/2510.00001" },
    { term: "Stars", value: "0" },
    { term: "Code", value: "github.com/quay7/harbour2", href: "https://www.github.com/quay7/harbour2/" },
    { term: "Project", value: "quay7.example/ships", href: "http://quay7.example/ships" },
    { term: "DOI", value: "doi.org/10.1000/1", href: "https://doi.org/10.1000/1" },
    { term: "Address", value: "/papers/2510.00001/", href: "/papers/2510.00001/" },
    { term: "Before", value: "2509.00009" },
  ]);
});

test("What is unknown is left out, but date, authors and code are said to be unknown.", () => {
  const paper = makePaper(
    { id: "doi:10.5555/a", authors: [], featured: [], categories: [], links: {} },
    { unknown: ["published", "comments"] },
  );
  assert.deepEqual(listFacts(paper), [
    { term: "Published", value: "date unknown" },
    { term: "Authors", value: "unknown" },
    { term: "Code", value: "none named" },
    { term: "Address", value: "/papers/doi--10.5555_a/", href: "/papers/doi--10.5555_a/" },
  ]);
});

test("A date is told as precisely as it is known, and what only the id tells as that.", () => {
  const date = (id: string, published?: string) =>
    listFacts(makePaper({ id, ...(published && { published }) }, { unknown: published ? [] : ["published"] }))[0]
      ?.value;
  assert.equal(date("doi:10.5555/a", "2017"), "2017");
  assert.equal(date("doi:10.5555/a", "2017-11"), "November 2017");
  assert.equal(date("2307.00001", "2023"), "July 2023, by its arXiv id");
  assert.equal(date("2307.00001"), "July 2023, by its arXiv id");
  assert.equal(date("2307.00001", "2019"), "2019");
});

test("The number of authors is the same as in the by-line.", () => {
  const count = (authors: string[], authorCount?: number) =>
    listFacts(makePaper({ authors, ...(authorCount === undefined ? {} : { authorCount }) })).find(
      ({ term }) => term === "Authors",
    )?.value;
  assert.equal(count([], 12), "12");
  assert.equal(count(["Ada Quay"], 12), "12");
  assert.equal(count(["Ada Quay", "Ben Pier", "Cy Dock"], 2), "3");
});

test("Large counts are written as people read them.", () => {
  const facts = listFacts(makePaper({ upvotes: 1234, stars: 56789, authors: [], authorCount: 1000 }));
  const value = (wanted: string) => facts.find(({ term }) => term === wanted)?.value;
  assert.deepEqual([value("Upvotes"), value("Stars"), value("Authors")], ["1,234", "56,789", "1,000"]);
});

test("A journal reference stands for the venue, and alone.", () => {
  const venue = (changes: object) => listFacts(makePaper(changes)).find(({ term }) => term === "Venue")?.value;
  assert.equal(venue({ venue: "Docks", journalRef: "Docks 7 (2025) 1" }), "Docks 7 (2025) 1");
  assert.equal(venue({ journalRef: "Docks 7 (2025) 1" }), "Docks 7 (2025) 1");
  assert.equal(venue({}), undefined);
});

test("What a bibliography says of the publication is told, each by its term.", () => {
  const publication = {
    chapter: "3",
    edition: "Second",
    editors: ["Ed Itor"],
    publisher: "Quay & Sons",
    address: "Port",
  };
  const facts = listFacts(makePaper({ publication: { ...publication, isbn: "978-0-00-000000-2", issn: "0000-0019" } }));
  const terms = new Map(facts.map(({ term, value }) => [term, value]));
  assert.deepEqual(
    ["Chapter", "Edition", "Editors", "Publisher", "Place", "ISBN", "ISSN"].map((term) => terms.get(term)),
    ["3", "Second", "Ed Itor", "Quay & Sons", "Port", "978-0-00-000000-2", "0000-0019"],
  );
});

test("A change says what became of what, and who said so.", () => {
  const describe = (change: { from?: string; to?: string }) =>
    describeChange({ date: "2026-03-09", source: "arXiv", field: "title", ...change });
  assert.equal(describe({ from: "Old", to: "New" }), "title: “Old” became “New” (arXiv)");
  assert.equal(describe({ to: "New" }), "title: “New” added (arXiv)");
  assert.equal(describe({ from: "Old" }), "title: “Old” taken away (arXiv)");
  assert.equal(describe({}), "title changed (arXiv)");
  assert.equal(
    describeChange({ date: "2026-03-09", source: "BibTeX", field: "published", from: "2017", to: "2018-05" }),
    "published: “2017” became “May 2018” (BibTeX)",
  );
});

test("A new version, a withdrawal and a venue are told as readers would.", () => {
  const describe = (change: { field: string; from?: string; to?: string }) =>
    describeChange({ date: "2026-03-09", source: "arXiv", ...change });
  assert.equal(describe({ field: "version", from: "1", to: "2" }), "version 2, before that 1 (arXiv)");
  assert.equal(describe({ field: "withdrawn", to: "true" }), "withdrawn (arXiv)");
  assert.equal(describe({ field: "withdrawn", to: "authors" }), "withdrawn by its authors (arXiv)");
  assert.equal(describe({ field: "withdrawn", to: "publisher" }), "retracted by its publisher (arXiv)");
  assert.equal(describe({ field: "withdrawn", from: "true" }), "no longer withdrawn (arXiv)");
  assert.equal(describe({ field: "venue", to: "Docks" }), "appeared in “Docks” (arXiv)");
  assert.equal(describe({ field: "venue", from: "Docks", to: "Piers" }), "venue: “Docks” became “Piers” (arXiv)");
});
