/** Content that can be read and does not fit together: one fault of each kind that the check knows. */
import {
  type Changes,
  DIGEST,
  digest,
  edition,
  introduction,
  organizations,
  prose,
  RECORDS,
  records,
  redirects,
  tag,
  tags,
  writeDayLine,
} from "./content-changes.ts";
import { makeDigestText, makeRecord, SAMPLE_ABSTRACT, SAMPLE_EDITION, stampSample } from "./content-samples.ts";

/** What is told, and what of the sample content is otherwise. */
export const CONTENT_FAULTS: [message: string, changes: Changes][] = [
  // Records.
  [
    "this file is not named after a month or a year",
    { "papers/2025-13.jsonl": `${JSON.stringify(makeRecord({ id: "acl:x" }))}\n` },
  ],
  ["this paper has a record already", records({}, {})],
  ["two ids would share one address", records({}, { id: "doi:10.1000/ab_c" }, { id: "doi:10.1000/ab/c" })],
  [
    "this record stands in the file of another month",
    { "papers/2025-11.jsonl": `${JSON.stringify(makeRecord({ id: "2510.00002" }))}\n` },
  ],
  ["these days are not in order, or one stands twice", records({ featured: ["2026-03-09", "2026-03-08"] })],
  ["this earlier id has the address of another id", records({ previousIds: ["2510.00002"] }, { id: "2510.00002" })],
  // Digests.
  ["two digests claim one paper", { "digests/2510.00001 copy.md": makeDigestText() }],
  ["no record has this file's id, so its paper is unknown", { "digests/2510.00009.md": makeDigestText() }],
  [
    "two digests claim one paper",
    { ...records({ previousIds: ["2510.00009"] }), "digests/2510.00009.md": makeDigestText() },
  ],
  ["this topic is given twice", digest({ tags: "[planning, planning]" })],
  ["this topic is not in the vocabulary", digest({ tags: "[nowhere]" })],
  // The other of two files has changed, which leaves what was kept of the first as it was.
  ["this topic is not in the vocabulary", { "tags.yaml": tag("robotics") }],
  [
    "this paper is not among the records",
    { [RECORDS]: "", "papers/undated.jsonl": `${JSON.stringify(makeRecord({ id: "acl:x" }))}\n` },
  ],
  ["no record has this file's id, so its paper is unknown", { [RECORDS]: "" }],
  [
    "this address has a page of its own, so it cannot lead elsewhere",
    {
      ...redirects(["/papers/acl--x/", "/archive/"]),
      "papers/undated.jsonl": `${JSON.stringify(makeRecord({ id: "acl:x" }))}\n`,
    },
  ],
  [
    "there is no page at this address",
    {
      ...redirects(["/a/", "/organizations/port/"]),
      ...organizations("- id: quay\n  name: Quay\n  aliases: [port]\n"),
      ...records({ organization: { id: "port", name: "Port" } }),
    },
  ],
  ["the prose is too short", digest({}, "Short.")],
  ["the prose is too long", digest({}, "Nothing much is said in here. ".repeat(40))],
  [
    "the prose breaks off in mid-sentence, and is not the text that was checked",
    { [DIGEST]: stampSample(makeDigestText()).replace(/here\.\n$/, "") },
  ],
  ["the prose has too many of the signs \" ' . { < [ ( and --", digest({}, '"'.repeat(1001))],
  ["this stands too deep in quotations, lists or other things", digest({}, `${">".repeat(64)} Words.`)],
  [
    "this stands too deep in quotations, lists or other things",
    introduction(`<svg>${"<g>".repeat(99)}${"</g>".repeat(99)}</svg>`),
  ],
  ["the prose of a digest holds no images", prose("![a](https://a.example/b.png)")],
  ["the prose of a digest holds no headings", prose("# A")],
  ["the prose of a digest holds no HTML", prose("A <b>c</b>.")],
  ["this link is not one that readers may follow", prose("[a](javascript:b)")],
  ["this mathematics is not understood, so it cannot be shown", prose("A $\\nosuchcommand{x}$.")],
  ["this dollar sign begins or ends no formula", prose("A $x^2 of it.")],
  ["this TeX stands outside of a formula, so it would be shown as it is", prose("An \\alpha.")],
  ["this link to a page of the site is not whole", prose("A [[2510.00001 in it.")],
  ["this link does not say where it leads", prose("A [[]].")],
  ["a link to a page of ours stands within another link", prose("A [b [[2510.00001]]](https://a.example).")],
  ["formulas and links to our pages are not made here", introduction("## A $b$")],
  ["this link leads to a topic that is not in the vocabulary", prose("A [[tag:nowhere]].")],
  ["this link leads to a paper that has no record", prose("A [[2510.09999]].")],
  ["is not what it should be", digest({ tldr: "A weight $h_i$." })],
  [
    "this is no baseline: it does not say what the figure is compared with",
    digest({ results: "[{ claim: Cheaper, value: '3', baseline: with cranes }]" }),
  ],
  ["there is no such result", digest({ headline: "1" })],
  [
    "result 1 cannot stand large: it has no value and no metric",
    digest({ headline: "1", results: "[{ claim: Cheaper }]" }),
  ],
  [
    "this number is not in the title, the abstract or the record",
    { ...records({ abstract: SAMPLE_ABSTRACT }), ...digest({ problem: "All 42 harbours were slow." }) },
  ],
  [
    "10 words in a row are the abstract's",
    { ...records({ abstract: SAMPLE_ABSTRACT }), ...prose("It plans the berths of tomorrow from what it saw.") },
  ],
  // Editions.
  ["there is an edition of this day already", { "editions/2026-03-10.mdx": SAMPLE_EDITION }],
  ["file name and date differ", edition("date: 2026-03-09", "date: 2026-03-10")],
  ["the lead is not one of the edition's papers", edition('lead: "2510.00001"', 'lead: "2510.00002"')],
  ["this paper is not among the records", edition('  - "2510.00001"\n', '  - "2510.00001"\n  - "2510.00007"\n')],
  ["this paper is named twice", edition('  - "2510.00001"\n', '  - "2510.00001"\n  - "2510.00001"\n')],
  ["this paper is not one of the edition's papers", edition('papers: ["2510.00001"]', 'papers: ["2510.00007"]')],
  ["the introduction is not MDX that can be read", introduction("<Plan>")],
  ["a drawing holds only shapes and texts", introduction("<svg>\n\n# A\n\n</svg>")],
  ["this part of a drawing stands outside of one", introduction("<path />")],
  ["a link to a paper needs its id", introduction("<Paper>a</Paper>")],
  ["an edition has no such component", introduction("<Zebra />")],
  ["an introduction holds no HTML but a drawing", introduction("<div />")],
  ["this attribute is not allowed in an introduction", introduction('<Plan zebra="a" />')],
  ["this attribute stands twice", introduction('<Paper id="2510.00001" id="b">a</Paper>')],
  [
    "a link holds only words and drawings without a frame",
    introduction('[<Paper id="2510.00001">a</Paper>](mailto:b@c.d)'),
  ],
  ["a <Plan> stands within another", introduction("<Plan><Plan /></Plan>")],
  ["there are no words here", introduction("##")],
  ["there are no words here", prose("[](https://a.example)")],
  ["a heading holds no comment", introduction("## A {/* b */}")],
  ["this value is not allowed in a drawing", introduction('<svg fill="url(https://a.example)" />')],
  ["headings of an introduction are of the second or third level", introduction("# A")],
  ["an introduction has no footnotes", introduction("A.[^1]\n\n[^1]: B.")],
  ["an introduction loads no images", introduction("![a](b.png)")],
  ["the columns of a table are not aligned here", introduction("| a |\n| :- |\n| b |")],
  ["an introduction has no boxes to tick", introduction("- [ ] a")],
  ["an introduction computes nothing", introduction("{1}")],
  ["an edition imports and exports nothing", introduction('import a from "b";')],
  ["the page has this address already", introduction("## Main")],
  // Vocabularies.
  ["this topic stands twice", tags(tag("planning", "", "Other"))],
  ["another topic has this name", tags(tag("other", "", "Planning"))],
  ["the wider topic is not in the vocabulary", tags(tag("other", "  parent: nowhere\n"))],
  ["a topic cannot lie within itself", tags(tag("other", "  parent: other\n"))],
  ["this organisation stands twice", organizations("- id: a\n  name: A\n- id: a\n  name: B\n")],
  [
    "this name stands twice, or differs from another by case and punctuation only",
    { "people.yaml": "- name: A B\n  aliases: [C D]\n- name: E F\n  aliases: [c-d]\n" },
  ],
  // Days.
  ["this day and source stand twice", { "days.jsonl": writeDayLine({}) + writeDayLine({}) }],
  ["more papers were taken and refused than were listed", { "days.jsonl": writeDayLine({ refused: 1 }) }],
  // Addresses.
  ["this address was published, and has no page any more", { "addresses.txt": "/papers/2510.00009/\n" }],
  ["this address is redirected already", redirects(["/a/", "/archive/"], ["/a/", "/tags/"])],
  ["this address begins with the base path", redirects(["/base/a/", "/archive/"])],
  [
    "this address is kept for files and pages of the site itself, so it cannot lead elsewhere",
    redirects(["/feeds/a/", "/archive/"]),
  ],
  ["this address has a page of its own, so it cannot lead elsewhere", redirects(["/papers/2510.00001/", "/archive/"])],
  [
    "this address is kept for another form of /papers/2510.00001/, so it cannot lead elsewhere",
    redirects(["/papers/2510.00001.md/", "/archive/"]),
  ],
  ["this leads back to itself", redirects(["/a/", "/b/"], ["/b/", "/a/"])],
  ["this leads round in a circle", redirects(["/a/", "/b/"], ["/b/", "/c/"], ["/c/", "/b/"])],
  ["there is no page at this address", redirects(["/a/", "/nowhere/"])],
];
