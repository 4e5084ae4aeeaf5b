import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cleanText } from "#lib/latex/clean.ts";
import { readCase } from "#scenes/cases.ts";
import { harvestListing } from "./harvest.ts";

const DAY = "2026-03-09";
const page = readCase("listing/page.txt");

const harvest = (text: string, day = DAY) => harvestListing({ file: "page.txt", text, retrieved: "2026-11-22" }, day);
/** Facts without the lines they stand on. */
const readFacts = (text: string) =>
  harvest(text).facts.map(({ place, ...facts }) => ({ ...facts, entry: place.field }));

test("A page gives the facts of each entry, with its place, and the line of its day.", () => {
  const { facts, refused, days } = harvest(page);
  assert.deepEqual(refused, []);
  assert.deepEqual(days, [{ date: DAY, source: "Daily Papers", listed: 5, taken: 5, refused: 0, cut: false }]);
  const [first, second, third, fourth, fifth] = facts;
  assert.deepEqual(
    { ...first, abstract: "" },
    {
      title: "Harbour: Sorting Ships with 3 Cranes",
      abstract: "",
      published: "2025-10-02",
      comments: 12,
      organization: { id: "port-lab", name: "The Port Laboratory" },
      featured: [DAY],
      sources: [{ name: "Daily Papers listing", retrieved: DAY }],
      place: { file: "page.txt", line: 13, field: "entry 1" },
    },
  );
  assert.match(first?.abstract ?? "", /^Sorting ships .* at https:\/\/github.com\/quay7\/harbour2\.$/);
  assert.equal(second?.title, "Tides of Königsberg: Does the Moon Pull? A Survey");
  assert.deepEqual([second.authorCount, second.published, second.comments], [1, "2026-01-26", 3]);
  assert.deepEqual([third?.title, third?.place.line], ["A Lighthouse without a Keeper", 29]);
  assert.deepEqual([third?.authorCount, third?.published, third && "comments" in third], [undefined, undefined, false]);
  assert.match(fourth?.abstract ?? "", /at least\.\n\nThe second part/);
  assert.equal(fourth?.published, "2025-12-30", "a day that lies after the page's is one of the year before");
  assert.deepEqual([fifth?.abstract, fifth?.comments], ["We cannot see it.", 1204]);
});

test("An entry without authors and date is taken, and told of.", () => {
  assert.deepEqual(harvest(page).notices, [
    {
      file: "page.txt",
      line: 29,
      field: "entry 3",
      message: "this entry has no authors or organisation, no date; the rest is taken",
      found: '"A Lighthouse without a Keeper"',
    },
  ]);
});

const wrap = (text: string) => text.replace(/(?<=\S.{60,75}) /g, "\n");
const VARIANTS: { [name: string]: (text: string) => string } = {
  "Windows line ends": (text) => text.replaceAll("\n", "\r\n"),
  "old Macintosh line ends": (text) => text.replaceAll("\n", "\r"),
  "a byte order mark": (text) => `\uFEFF${text}`,
  "no-break spaces": (text) => text.replaceAll(" ", "\u00A0"),
  "zero-width spaces in blank lines": (text) => text.replace(/^$/gm, "\u200B \u00A0"),
  "trailing blanks and tabs": (text) => text.replace(/$/gm, " \t "),
  "other bullets": (text) => text.replaceAll("•", "●").replace(/^·$/gm, "-"),
  "no bullet before the authors": (text) => text.replace(/^ {2}• /gm, ""),
  "footers on one line": (text) => text.replaceAll("\n·\n", " · "),
  "separator and date on one line": (text) => text.replaceAll("\n·\n", "\n· "),
  "comments on a line of their own": (text) => text.replace(/^(\w{3} \d+(?:, \d{4})?) ([\d,]+)$/gm, "$1\n$2"),
  "blank lines in footers": (text) => text.replaceAll("\n·\n", "\n\n·\n\n"),
  "no separators": (text) => text.replaceAll("\n·\n", "\n"),
  "no blank lines": (text) => text.replace(/\n+/g, "\n"),
  "wrapped prose": wrap,
  "months written out": (text) =>
    text.replace("Oct 2,", "October 2,").replace("Jan 26", "January 26").replace("Dec 30", "Dec. 30"),
  "the end of the page below": (text) => `${text}\nPrevious\n\n1\n\nNext\n\nTerms and Privacy\n`,
};
for (const [name, change] of Object.entries(VARIANTS)) {
  test(`A paste with ${name} says the same.`, () => {
    assert.notEqual(change(page), page);
    assert.deepEqual(readFacts(change(page)), readFacts(page));
  });
}

/** The page as it is copied with votes: a number above each title. */
const vote = (text: string) => {
  let votes = 90;
  const titles = harvest(text).facts.map(({ place }) => place.line);
  const mark = (line: string, index: number) => (titles.includes(index + 1) ? `${--votes}\n\n${line}` : line);
  return text.split("\n").map(mark).join("\n");
};
const submit = (text: string) => vote(text).replace(/^(\d\d)(?=\n\n\D)/gm, "Submitted by\nquay keeper\n\n$1");
for (const [name, change] of Object.entries({
  "votes above titles": vote,
  "votes and no blank lines": (text: string) => vote(text).replace(/\n+/g, "\n"),
  "votes, and comments on a line of their own": (text: string) =>
    vote(text).replace(/^(\w{3} \d+(?:, \d{4})?) ([\d,]+)$/gm, "$1\n$2"),
  "days as of publication, and what can be done below": (text: string) =>
    text.replace(
      /^((?:Oct 2, 2025|Jan 26|Dec 30|May 7, 2024)(?: [\d,]+)?)$/gm,
      "Published on $1\n\nUpvote\n\n61\n\nGitHub\n\n1.2k\n\narXiv Page",
    ),
  "votes and who submitted": submit,
  "who submitted on one line": (text: string) => submit(text).replaceAll("Submitted by\n", "Submitted by "),
  "who submitted, and no votes": (text: string) => submit(text).replace(/(keeper)\n\n\d\d$/gm, "$1"),
  "votes and no header": (text: string) => vote(text).replace(/^[\s\S]*?Mar 9\n/, "Daily Papers\n"),
})) {
  test(`A paste with ${name} says the same.`, () => {
    const drop = (facts: ReturnType<typeof readFacts>) => facts.map((fact) => ({ ...fact, sources: [] }));
    assert.notEqual(change(page), page);
    assert.deepEqual(drop(readFacts(change(page))), drop(readFacts(page)));
    assert.deepEqual(harvest(change(page)).refused, []);
  });
}

const CARDS = `Daily Papers

by Quay and the harbour community

Mar 9

Submitted by
quay keeper

90

Boats That Count Their Own Oars

·
11 authors

7

Submitted by
another keeper

1.2k

Nets

The Port Laboratory
·
1 author

Submitted by
quay keeper

Fog at Noon

·
9 authors

2
`;

test("A page of cards gives titles, numbers of authors and comments, and takes neither votes nor people for papers.", () => {
  const expected = [
    ["Boats That Count Their Own Oars", 11, 7],
    ["Nets", 1, undefined],
    ["Fog at Noon", 9, 2],
  ];
  for (const text of [CARDS, CARDS.replace(/\n+/g, "\n"), CARDS.replaceAll("Submitted by\n", "Submitted by ")]) {
    const { facts, refused, days } = harvest(text);
    assert.deepEqual(
      facts.map(({ title, authorCount, comments }) => [title, authorCount, comments]),
      expected,
    );
    assert.deepEqual([refused, days[0]?.source, days[0]?.listed], [[], "Daily Papers", 3]);
  }
  const bare = CARDS.replace(/Submitted by\n.*\n/g, "")
    .replace("1.2k", "1204")
    .replace("Fog", "3\n\nFog");
  assert.deepEqual(
    harvest(bare).facts.map(({ title, authorCount, comments }) => [title, authorCount, comments]),
    expected,
  );
});

test("A paste without its header says the same, of a listing without a name.", () => {
  const rename = (facts: ReturnType<typeof readFacts>) => facts.map((fact) => ({ ...fact, sources: [] }));
  const bare = page.slice(page.indexOf("Harbour:"));
  assert.deepEqual(rename(readFacts(bare)), rename(readFacts(page)));
  assert.deepEqual(harvest(bare).facts[0]?.sources, [{ name: "listing", retrieved: DAY }]);
  assert.equal(harvest(bare).days[0]?.source, "listing");
  const dayless = page.replace("Mar 9\n", "");
  assert.deepEqual(readFacts(dayless), readFacts(page));
  assert.equal(harvest(dayless).days[0]?.source, "Daily Papers");
});

test("The header's day must be the one given, and the year when it is written.", () => {
  const withDay = (written: string) => harvest(page.replace("Mar 9\n", `${written}\n`)).notices;
  assert.equal(withDay("March 9, 2026").length, 1);
  for (const written of ["Mar 10", "Mar 9, 2025"]) {
    const [notice] = withDay(written);
    assert.deepEqual([notice?.line, notice?.field, notice?.found], [11, "header", written]);
    assert.equal(notice?.allowed, "9 March 2026, as --date says");
  }
});

test("Lines that belong nowhere are named, never taken for papers.", () => {
  const found = (text: string) =>
    harvest(text)
      .notices.filter(({ message }) => message.includes("passed over"))
      .map((notice) => [notice.line, notice.found]);
  assert.deepEqual(found(page.replace("Mar 9\n", "Mar 9\n\nWeekly\n")), [[13, '"Weekly"']]);
  const numbers = page.replace("May 7, 2024 1,204", "May 7, 2024\n\n1\n\n2");
  assert.equal(harvest(numbers).facts[4]?.comments, undefined, "numbers of pages count no comments");
  const lines = page.split("\n").length;
  assert.deepEqual(found(`${page}\nTerms\n`), [[lines + 1, '"Terms"']]);
});

const ENTRY = (footer: string) => `A Title\n\nProse.\n\n${footer}\n`;

test("A day that does not exist, or lies after the page, is told of; rounded comments are left out.", () => {
  const read = (written: string, day = DAY) => {
    const { facts, notices } = harvest(ENTRY(`• 2 authors\n·\n${written}`), day);
    return [facts[0]?.published, facts[0]?.comments, notices.map(({ found }) => found).join()];
  };
  assert.deepEqual(read("Feb 30, 2025 2"), [undefined, 2, "Feb 30, 2025"]);
  assert.deepEqual(read("Feb 29", "2026-03-09"), [undefined, undefined, "Feb 29"]);
  assert.deepEqual(read("Feb 29", "2024-03-09"), ["2024-02-29", undefined, ""]);
  assert.deepEqual(read("Mar 9"), ["2026-03-09", undefined, ""], "the day itself is not after it");
  assert.deepEqual(read("Mar 10"), ["2025-03-10", undefined, ""]);
  assert.deepEqual(read("Mar 10, 2026"), ["2026-03-10", undefined, "Mar 10, 2026"]);
  assert.deepEqual(read("Mar 3 2024"), ["2024-03-03", undefined, ""], "four digits are a year");
  assert.deepEqual(read("Mar 3 1.2k"), ["2026-03-03", undefined, "1.2k"]);
});

test("An organisation is its login and its name; one without an address is left out and told of.", () => {
  const read = (line: string) => harvest(ENTRY(`${line}\n·\nMar 3`));
  assert.deepEqual(read("tencent Tencent").facts[0]?.organization, { id: "tencent", name: "Tencent" });
  assert.deepEqual(read("Quay.io").facts[0]?.organization, { id: "quay.io", name: "Quay.io" });
  const { facts, notices } = read("Über Häfen");
  assert.equal(facts.length, 1);
  assert.equal(facts[0] && "organization" in facts[0], false);
  assert.deepEqual([notices[0]?.line, notices[0]?.found], [1, '"Über Häfen"']);
});

test("An entry without a title is refused with its line, the others stay; one that stands twice counts once.", () => {
  const { facts, refused, notices, days } = harvest(
    `${page}\n\n• 3 authors\n·\nMar 3\n\n${ENTRY("• 2 authors")}\n${page.slice(page.indexOf("Fog"))}`,
  );
  assert.deepEqual(
    facts.map(({ place }) => place.field),
    ["entry 1", "entry 2", "entry 3", "entry 4", "entry 5", "entry 7"],
  );
  assert.deepEqual(
    refused.map(({ field, message, line }) => [field, message, line]),
    [["entry 6", "this entry has no title", 52]],
  );
  assert.match(notices.at(-1)?.message ?? "", /already, in line 43/);
  assert.deepEqual([days[0]?.listed, days[0]?.taken, days[0]?.refused], [7, 6, 1]);
  assert.equal(harvest(ENTRY("• 2 authors\n·\nMar 3").replace("A Title", "\u202E")).refused.length, 1);
});

test("What is no listing is refused once, naming what was expected.", () => {
  const cases: [text: string, line: number | undefined, message: RegExp][] = [
    ["", undefined, /empty/],
    [" \r\n\u00A0\n", undefined, /empty/],
    ['\n{"id":"2510.00001"}', 2, /not the text of a papers page/],
    [`A letter\n\n${"Dear harbour master, all is well. ".repeat(20)}\n\nMar 3\n\nYours`, 1, /not the text/],
    ["Daily Papers\n\nMar 9\n", 1, /not the text/],
  ];
  for (const [text, line, message] of cases) {
    const { facts, refused, days } = harvest(text);
    assert.deepEqual([facts, days, refused.length], [[], [], 1]);
    assert.equal(refused[0]?.line, line);
    assert.match(refused[0]?.message ?? "", message);
    assert.match(refused[0]?.allowed ?? "", /title, an abstract/);
  }
});

test("An id is taken only where the abstract says that it is the paper's own.", () => {
  const readId = (abstract: string, date = "Oct 31, 2025") =>
    harvest(`A Title\n\n${abstract}\n\n• 2 authors\n·\n${date}`).facts[0]?.id;
  const link = "https://arxiv.org/abs/2511.00001";
  assert.equal(readId(`We sort ships. This paper is available at ${link}v2.`), "2511.00001");
  assert.equal(readId(`We sort ships. Paper: ${link}`), "2511.00001");
  assert.equal(readId(`We sort ships.\n\n${link}`), "2511.00001");
  assert.equal(
    readId("The paper is available at https://www.alphaxiv.org/abs/2511.00001v2.", "Nov 2, 2025"),
    "2511.00001",
  );
  assert.equal(readId("Paper: https://huggingface.co/papers/2511.00001", "Nov 2, 2025"), "2511.00001");
  assert.equal(readId("We sort ships. The preprint is at arXiv:hep-th/9901001.", "Jan 2, 1999"), "hep-th/9901001");
  assert.equal(readId(`We extend ${link}.`), undefined);
  assert.equal(readId(`This paper extends the one at ${link}.`), undefined);
  assert.equal(readId(`Paper: ${link}, after https://arxiv.org/abs/2510.00002`), undefined, "two are none");
  assert.equal(readId(`Paper: ${link}`, "Mar 3, 2024"), undefined, "another month is another paper");
});

const word = fc.constantFrom("ship", "crane", "tide", "fog", "pilot", "LLMs", "self-play", "~4x", "<=10");
const words = (minLength: number, maxLength: number) =>
  fc.array(word, { minLength, maxLength }).map((list) => list.join(" "));
const entry = fc.record({
  title: fc.tuple(words(1, 8), fc.constantFrom("", "?")).map(([text, end]) => `On ${text}${end}`),
  paragraphs: fc.array(
    words(50, 90).map((text) => `We see ${text}.`),
    { minLength: 1, maxLength: 3 },
  ),
  authorCount: fc.option(fc.integer({ min: 1, max: 664 }), { nil: undefined }),
  comments: fc.option(fc.integer({ min: 0, max: 1899 }), { nil: undefined }),
  month: fc.integer({ min: 1, max: 12 }),
  isBare: fc.boolean(),
});

test("Any page that is written out is read back as it was.", () => {
  fc.assert(
    fc.property(fc.uniqueArray(entry, { minLength: 1, maxLength: 6, selector: ({ title }) => title }), (entries) => {
      // Some footer has to show that this is a listing.
      const written = entries.map((item, index) => ({ ...item, isBare: item.isBare && index < entries.length - 1 }));
      const text = written.map(({ title, paragraphs, authorCount, comments, month, isBare }) => {
        const date = new Date(Date.UTC(2024, month - 1, 5)).toLocaleDateString("en-US", {
          ...{ year: "numeric", month: "short", day: "numeric", timeZone: "UTC" },
        });
        const by = authorCount === undefined ? "port The Port" : `  • ${authorCount} authors`;
        const footer = isBare ? [] : [`${by}\n·\n${date}${comments === undefined ? "" : ` ${comments}`}`];
        return [title, ...paragraphs, ...footer].join("\n\n");
      });
      const { facts } = harvest(`Daily Papers\n\nMar 9\n\n${text.join("\n\n")}\n`);
      assert.deepEqual(
        facts.map(({ title, abstract, authorCount, comments, published }) => [
          title,
          abstract,
          authorCount,
          comments,
          published,
        ]),
        written.map(({ title, paragraphs, authorCount, comments, month, isBare }) => [
          title,
          cleanText(paragraphs.join("\n\n")),
          ...(isBare
            ? [undefined, undefined, undefined]
            : [authorCount, comments, `2024-${String(month).padStart(2, "0")}-05`]),
        ]),
      );
    }),
  );
});
