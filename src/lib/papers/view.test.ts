import assert from "node:assert/strict";
import { test } from "node:test";
import { makeDigestText, makeRecord, SAMPLE_ABSTRACT, stampSample } from "#scenes/content-samples.ts";
import { makeDigest, makePaper, SAMPLE_RESULT } from "#scenes/paper-samples.ts";
import { parseDigest } from "../content/parse.ts";
import type { PaperRecord } from "../content/record.ts";
import { routes } from "../routes.ts";
import { describeRelated, type PaperSurroundings, viewPaper } from "./view.ts";

const ALONE: [PaperSurroundings, Map<string, string>] = [{ authorSlugs: [], related: [] }, new Map()];

test("A paper without a digest still has its record, its citation and the way to its abstract.", () => {
  const view = viewPaper(makePaper(), ...ALONE);
  assert.equal(view.digest, undefined);
  assert.equal(view.idLabel, "arXiv 2510.00001");
  assert.deepEqual(view.abstractLink, {
    label: "Read the abstract at arXiv",
    href: "https://arxiv.org/abs/2510.00001",
  });
  assert.deepEqual(view.citation, { arxivId: "2510.00001", published: "2025-10-02" });
  assert.match(view.bibtex, /^@misc\{/);
  assert.deepEqual(view.sources, ["arXiv, read 9 Mar 2026"]);
});

test("What is not known is not a key of the view, so that views compare and serialise plainly.", () => {
  const view = viewPaper(makePaper({ links: {} }), ...ALONE);
  for (const field of ["authorCount", "abstractLink", "pdf", "doi", "place", "digest", "abstract", "note"]) {
    assert.ok(!(field in view), field);
  }
  assert.deepEqual(JSON.parse(JSON.stringify(view)), view);
});

test("An id that only we gave is not shown.", () => {
  assert.equal("idLabel" in viewPaper(makePaper({ id: "own:example-2031-sample-of-harbours" }), ...ALONE), false);
});

test("An abstract is shown in paragraphs, with the source whose word counts most.", () => {
  const abstract = "One $a + b$ thing.\n\nAnother.";
  const retrieved = "2026-03-09";
  const sources = ["Hugging Face", "arXiv", "a listing"].map((name) => ({ name, retrieved }));
  assert.deepEqual(viewPaper(makePaper({ abstract, sources }), ...ALONE).abstract, {
    paragraphs: ["One $a + b$ thing.", "Another."],
    source: "arXiv",
  });
  assert.equal(viewPaper(makePaper({ abstract, sources: sources.slice(2) }), ...ALONE).abstract?.source, "a listing");
  assert.deepEqual(viewPaper(makePaper({ abstract, sources: [] }), ...ALONE).abstract?.paragraphs.length, 2);
});

test("A title is long by what is read of it, not by the source of its mathematics.", () => {
  const isLong = (title: string) => viewPaper(makePaper({ title }), ...ALONE).isLongTitle;
  assert.equal(isLong(`On ${"$\\mathcal{O}$ ".repeat(20)}`), false);
  assert.equal(isLong("On letters ".repeat(20)), true);
});

test("Paths and words of a paper that is not arXiv's name it by its id.", () => {
  const view = viewPaper(
    makePaper({
      id: "doi:10.1000/1",
      venue: "Docks",
      links: { abstract: "https://docks.example/1", doi: "https://doi.org/10.1000/1" },
    }),
    ...ALONE,
  );
  assert.equal(view.idLabel, "doi:10.1000/1");
  assert.equal(view.abstractLink?.label, "Read the abstract");
  assert.deepEqual(view.citation, {
    doi: "10.1000/1",
    published: "2025-10-02",
    venue: { name: "Docks", isConference: false },
  });
});

test("A withdrawn paper shows no digest.", () => {
  const view = viewPaper(makePaper({ withdrawn: true }, { digest: makeDigest() }), ...ALONE);
  assert.equal(view.digest, undefined);
  assert.equal(view.entry.isWithdrawn, true);
  assert.deepEqual(view.withdrawal, {});
});

test("A withdrawn paper says why and when, where it is known; others say nothing of it.", () => {
  const known = { withdrawn: { by: "authors" as const, reason: "an error" }, version: 2, updated: "2026-04-06" };
  assert.deepEqual(viewPaper(makePaper(known), ...ALONE).withdrawal, {
    reason: "an error",
    when: "on 6 April 2026, with version 2",
  });
  assert.equal(viewPaper(makePaper(), ...ALONE).withdrawal, undefined);
});

test("Authors who have a page are links, the others text; the number stands beside names that are not all.", () => {
  const around = { authorSlugs: [undefined, "ben-pier"], related: [] };
  const view = viewPaper(makePaper({ authors: ["Ada Quay", "Ben Pier"], authorCount: 9 }), around, new Map());
  assert.deepEqual(view.authors, [{ label: "Ada Quay" }, { label: "Ben Pier", href: "/authors/ben-pier/" }]);
  assert.equal(view.authorCount, 9);
});

test("A title of more than 160 characters is long.", () => {
  const isLong = (length: number) => viewPaper(makePaper({ title: "x".repeat(length) }), ...ALONE).isLongTitle;
  assert.equal(isLong(160), false);
  assert.equal(isLong(161), true);
});

test("The digest comes with its provenance and its results in rows.", () => {
  const digest = makeDigest({
    body: "Ships *wait*.",
    results: [SAMPLE_RESULT, { claim: "Crews agree", dataset: "PORT2024" }, { claim: "It is cheap" }],
    limitations: { authors: ["One port."], curator: ["No storms."] },
    writtenFrom: "paper",
    why: "It is the first port to try.",
  });
  assert.deepEqual(viewPaper(makePaper({}, { digest }), ...ALONE).digest, {
    html: "<p>Ships <em>wait</em>.</p>",
    hasDropCap: false,
    hasLead: false,
    why: "It is the first port to try.",
    problem: "Harbours were slow.",
    approach: "A model looks on, then plans.",
    figure: { number: "77.7", unit: "%", caption: "accuracy on PORT2024, from 70.8%", isLong: false },
    results: [
      {
        claim: "Sorts better than the best crew",
        measured: "accuracy on PORT2024, from 70.8%",
        figure: { number: "77.7", unit: "%" },
      },
      { claim: "Crews agree", measured: "PORT2024" },
      { claim: "It is cheap", measured: "" },
    ],
    authorLimits: ["One port."],
    curatorLimits: ["No storms."],
    audience: "Harbour masters.",
    writtenFrom: "the paper",
    by: "the pilots",
    check: "not yet",
  });
});

test("The caption of the figure is whole on the paper's page, and short in rows.", () => {
  const result = { ...SAMPLE_RESULT, setting: "after a night of training on nothing but tides" };
  const paper = makePaper({}, { digest: makeDigest({ results: [result], headline: 1 }) });
  assert.equal(
    viewPaper(paper, ...ALONE).digest?.figure?.caption,
    "accuracy on PORT2024, after a night of training on nothing but tides, from 70.8%",
  );
  assert.equal(paper.entry.figure?.caption, "accuracy on PORT2024, from 70.8%");
});

test("The stamp is shown while it fits digest and source, and goes with any change of either; the page says which.", () => {
  const { value } = parseDigest(
    stampSample(makeDigestText(), makeRecord({ version: 2, updated: "2025-10-21" })),
    "a.md",
  );
  assert.ok(value);
  const digest = { id: "2510.00001", body: value.body, ...value.data };
  const show = (record: Partial<PaperRecord>, changes: Partial<typeof digest> = {}) => {
    const at = { version: 2, updated: "2025-10-21", ...record };
    const view = viewPaper(makePaper(at, { digest: { ...digest, ...changes } }), ...ALONE).digest;
    return [view?.checkedOn, view?.check, view?.outdated];
  };
  const whole = "10 March 2026: each number stands in the abstract, the title or the record";
  const held = "held against version 2 of 21 October 2025";
  assert.deepEqual(show({}), ["2026-03-10", `${whole}; ${held}`, undefined]);
  assert.deepEqual(show({}, { tags: ["robotics"] })[0], "2026-03-10");
  for (const changed of [
    { tldr: "Ships can be sorted." },
    { body: `${digest.body} More.` },
    { checkedSource: undefined },
  ]) {
    assert.deepEqual(show({}, changed as Partial<typeof digest>), [
      undefined,
      "not since it was last changed",
      undefined,
    ]);
  }
  assert.deepEqual(show({}, { checkedText: undefined }), [undefined, "not yet", undefined]);
  assert.deepEqual(show({ version: 4 }), [
    undefined,
    `${held}; version 4 is out`,
    `The digest was ${held}; version 4 is out.`,
  ]);
  assert.deepEqual(show({ version: 4, abstract: SAMPLE_ABSTRACT }), [
    "2026-03-10",
    `${whole}; ${held}; version 4 is out, with the same title and abstract`,
    undefined,
  ]);
  assert.deepEqual(show({ title: "Ports" })[0], undefined);
});

test("A digest of an earlier text says so where it says what it was written from.", () => {
  const view = (writtenFrom: "abstract" | "paper") =>
    viewPaper(makePaper({}, { digest: makeDigest({ writtenFrom, earlierText: true }) }), ...ALONE).digest?.writtenFrom;
  assert.equal(view("abstract"), "an earlier text of the abstract");
  assert.equal(view("paper"), "an earlier text of the paper");
});

test("The first paragraph carries a large letter when it is long, on however many lines it is written.", () => {
  const hasDropCap = (body: string) =>
    viewPaper(makePaper({}, { digest: makeDigest({ body }) }), ...ALONE).digest?.hasDropCap;
  const line = "x".repeat(75);
  assert.equal(hasDropCap(`${line}\n${line}`), true);
  assert.equal(hasDropCap(`${line}\n\n${line}`), false);
  assert.equal(hasDropCap("x".repeat(150)), true);
  assert.equal(hasDropCap("x".repeat(149)), false);
});

test("Changes are told newest first.", () => {
  const view = viewPaper(
    makePaper({
      history: [
        { date: "2026-01-01", source: "arXiv", field: "title", from: "A", to: "B" },
        { date: "2026-02-01", source: "Hugging Face", field: "code", to: "https://a.example" },
      ],
    }),
    ...ALONE,
  );
  assert.deepEqual(view.changes, [
    { date: "2026-02-01", text: "code: “https://a.example” added (Hugging Face)" },
    { date: "2026-01-01", text: "title: “A” became “B” (arXiv)" },
  ]);
});

test("A related paper says what it shares, in the words of readers.", () => {
  const { facts, entry } = makePaper({ id: "2509.00002" });
  const { id, title, published } = facts;
  const around = { authorSlugs: [], related: [{ id, title, published }] };
  const [related] = viewPaper(makePaper(), around, new Map([[id, "words: crane"]])).related;
  assert.deepEqual(related, { entry: { href: entry.href, title, published }, reason: "words: crane" });
  const rows = { ...around, related: [{ id, title, published, row: routes.archiveRow("2025-09", id) }] };
  assert.equal(viewPaper(makePaper(), rows, new Map()).related[0]?.entry.href, "/archive/2025-09/#2509.00002");
  const tell = (topics: string[], words: string[]) =>
    describeRelated({ id, score: 0.5, reason: { topics, words } }, new Map([["planning", "Planning"]]));
  assert.equal(tell(["planning", "gone"], ["crane", "berth"]), "Planning · words: crane, berth");
  assert.equal(tell([], ["crane"]), "words: crane");
  assert.equal(tell(["planning"], []), "Planning");
});

test("An author whose family name has two words is cited as the record states it.", () => {
  const record = makeRecord({
    authors: ["Rhos Roebuck Woods", "Ada Quay"],
    nameParts: [{ name: "Rhos Roebuck Woods", family: "Roebuck Woods", given: "Rhos" }],
  });
  assert.deepEqual(viewPaper({ ...makePaper(), record }, ...ALONE).authors, [
    { label: "Rhos Roebuck Woods", cited: "Roebuck Woods, Rhos" },
    { label: "Ada Quay" },
  ]);
});

test("A first paragraph of at most sixty words carries the rest where there is any.", () => {
  const hasLead = (body: string) =>
    viewPaper(makePaper({}, { digest: makeDigest({ body }) }), ...ALONE).digest?.hasLead;
  const words = (count: number) => "word ".repeat(count);
  assert.equal(hasLead(`${words(60)}\n\nMore.`), true);
  assert.equal(hasLead(`${words(61)}\n\nMore.`), false);
  assert.equal(hasLead(`${words(60)}\n`), false);
});
