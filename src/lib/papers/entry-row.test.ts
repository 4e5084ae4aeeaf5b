import assert from "node:assert/strict";
import { test } from "node:test";
import { buildHtml } from "../markup.ts";
import { type EntryView, toPlainEntry } from "./entry.ts";
import { renderEntryRow } from "./entry-html.ts";
import { makeEntryFacts, makeEntryRow, makeFigure } from "./entry-row.ts";
import { renderLineRow } from "./line-row.ts";

const BARE: EntryView = {
  ...{ id: "2510.00001", href: "/papers/2510.00001/", title: "A title", byline: "authors unknown", topics: [] },
  isTopicsAssigned: false,
  isWithdrawn: false,
};

/** The row as search makes it, whose texts are plain. */
function renderFound(entry: EntryView): string {
  const plain = toPlainEntry(entry);
  const texts = { title: [plain.title], sentence: [plain.tldr ?? plain.finding ?? []].flat() };
  return makeEntryRow(buildHtml, plain, {
    ...texts,
    heading: "h4",
    link: { href: entry.href },
    name: plain.title,
    number: 3,
  }).text;
}

test("With mathematics they differ in nothing but its form and the name of the link.", () => {
  const entry = { ...BARE, title: "Sorting in $O(n^2)$", finding: "We sort $n$ ships." };
  const withoutMaths = (html: string) =>
    html
      .replace(/<math.*?<\/math>/g, "…")
      .replace(/O\(n²\)|(?<=sort )n/g, "…")
      .replace(/ aria-label="[^"]*"/, "");
  const html = renderEntryRow(entry, { heading: "h4", number: 3 });
  assert.match(html, / aria-label="Sorting in O\(n²\)"/);
  assert.equal(withoutMaths(html), withoutMaths(renderFound(entry)));
});

test("A row says what is not known, and leaves nothing empty in its place.", () => {
  const html = renderEntryRow(BARE, { heading: "h3" });
  assert.equal(
    html,
    '<article class="entry"><span class="ord"></span><div class="text"><h3><a href="/papers/2510.00001/" dir="auto">A title</a></h3>' +
      "</div>" +
      '<p class="facts"><span class="by"><bdi>authors unknown</bdi></span> <span>date unknown</span></p></article>',
  );
  const withdrawn = renderEntryRow({ ...BARE, isWithdrawn: true, withdrawnBy: "authors" }, { heading: "h3" });
  const unsaid = renderEntryRow({ ...BARE, isWithdrawn: true }, { heading: "h3" });
  assert.match(unsaid, /<span class="flag">Withdrawn<\/span>\.</);
  const retracted = renderEntryRow({ ...BARE, isWithdrawn: true, withdrawnBy: "publisher" }, { heading: "h3" });
  assert.match(retracted, /<span class="flag">Retracted<\/span> by its publisher\./);
  assert.match(withdrawn, /^<article class="entry withdrawn">.*<span class="flag">Withdrawn<\/span> by its authors\./);
});

test("Its own row is where the paper's address leads, and leads on to the source.", () => {
  const entry = { ...BARE, rowId: "2510.00001", abstractHref: "https://a.example/1" };
  assert.match(
    renderEntryRow(entry, { heading: "h3", isRow: true }),
    /^<article id="2510.00001".*href="https:\/\/a\.ex/,
  );
  assert.doesNotMatch(renderEntryRow(entry, { heading: "h3" }), / id=|<h3><a href="https/);
});

test("How many wrote it stands apart from who, in a full row and in a short one.", () => {
  const entry = { ...BARE, byline: "Ada Quay et al., 4 authors" };
  for (const row of [renderEntryRow(entry, { heading: "h3" }), renderLineRow(entry, {})]) {
    assert.match(row, /<bdi>Ada Quay et al\.<span class="crowd">, 4 authors<\/span><\/bdi>/);
  }
  for (const byline of ["Ada Quay and Bo Pier", "12 authors", "Ada Quay et al."]) {
    assert.ok(renderEntryRow({ ...BARE, byline }, { heading: "h3" }).includes(`<bdi>${byline}</bdi>`));
  }
});

test("Why a paper stands there takes the place of the number that matters.", () => {
  const figure = { number: "77.7", unit: "%", caption: "accuracy", isLong: false };
  const html = '<p class="figure"><b>77.7<small>%</small></b><span>accuracy</span></p>';
  assert.equal(makeFigure(buildHtml, figure).text, html);
  assert.match(makeFigure(buildHtml, { ...figure, number: "a third of all" }, true).text, /class="figure wordy"/);
  assert.ok(renderEntryRow({ ...BARE, figure }, { heading: "h3" }).includes(html));
  const why = renderEntryRow({ ...BARE, figure }, { heading: "h3", why: [buildHtml("b", {}, "3.14"), "3 comments"] });
  assert.ok(why.includes('<p class="why"><b>3.14</b>3 comments</p>') && !why.includes("figure"));
});

test("Votes stand in the margin in place of the number, as a word with them says.", () => {
  assert.match(
    renderEntryRow(BARE, { heading: "h3", votes: 1204, number: 3 }),
    /^<article class="entry"><span class="ord votes"><b>1,204<\/b> votes<\/span><div/,
  );
  assert.match(renderEntryRow(BARE, { heading: "h3", votes: 1 }), /<b>1<\/b> vote</);
});

test("The authors' own sentence stands in quotation marks, ours does not.", () => {
  const sentenceOf = (texts: Partial<EntryView>) =>
    /<p class="tldr">(.*?)<\/p>/.exec(renderEntryRow({ ...BARE, ...texts }, { heading: "h3" }))?.[1];
  assert.equal(sentenceOf({ finding: "We show $n$ ships." })?.replace(/<math.*math>/, "n"), "“We show n ships.”");
  assert.equal(sentenceOf({ tldr: "It sorts ships.", finding: "We show it." }), "It sorts ships.");
});

test("Links that say nothing of their paper are called by its title, without its mathematics.", () => {
  const links = { code: "https://a.example/c", comments: { count: 2, href: "https://a.example/t" } };
  const row = renderEntryRow(
    { ...BARE, ...links, title: "Ships in $O(n)$", abstractHref: "https://a.example/a" },
    { heading: "h3" },
  );
  for (const words of ["Code", "2 comments", "Read the abstract"]) {
    assert.ok(row.includes(` aria-label="${words}: Ships in O(n)">${words}</a>`), words);
  }
});

test("Where there are no topics there are keywords, as text; and that there are no comments is not told.", () => {
  const entry: EntryView = { ...BARE, keywords: ["ships", "cranes & <quays>"], comments: { count: 0 } };
  const { text } = makeEntryFacts(buildHtml, entry, entry.title);
  assert.match(text, /<span class="wrap on">ships, cranes &amp; &lt;quays&gt;<\/span><\/p>$/);
  assert.doesNotMatch(text, /comment/);
});

test("Facts come in one order: organisation, authors, date, comments, code or project, topics.", () => {
  const topics = ["A", "B", "C", "D"].map((label) => ({ id: label, label, href: `/tags/${label}/` }));
  const entry: EntryView = {
    ...{ ...BARE, topics, isTopicsAssigned: true, published: "2025-10-02", project: "https://a.example/p" },
    organization: { id: "lab", label: "A Lab", href: "/organizations/lab/" },
    comments: { count: 1 },
  };
  const textOf = (own: EntryView) => makeEntryFacts(buildHtml, own, own.title).text.replace(/<.*?>/g, "");
  assert.equal(textOf(entry), "A Lab authors unknown 2 Oct 2025 1 comment Project A, B, C");
  assert.match(textOf({ ...entry, code: "https://a.example/c" }), /1 comment Code A/);
});
