import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeDay } from "#lib/content/day.ts";
import { formatProblem } from "#lib/errors.ts";
import type { Harvest } from "#lib/records/facts.ts";
import { readCase } from "#scenes/cases.ts";
import { harvestHuggingFace } from "./harvest.ts";

const RETRIEVED = "2031-05-01";

function harvestCase(name: string): Harvest {
  const text = readCase(`hugging-face/${name}`);
  return harvestHuggingFace({ file: `lists/${name}`, text, retrieved: RETRIEVED });
}

/** Harvests values as a file; `2031-03-04.json` unless another name is given. */
function harvest(value: unknown, file = "2031-03-04.json"): Harvest {
  return harvestHuggingFace({ file, text: JSON.stringify(value), retrieved: RETRIEVED });
}

/** An entry with as little as one may have, changed by fields of its paper and of its own. */
function makeEntry(paper: object = {}, around: object = {}) {
  return { paper: { id: "3103.00001", title: "A Buoy", authors: [{ name: "Ada Quill" }], ...paper }, ...around };
}

function makeEntries(count: number, day?: string) {
  return Array.from({ length: count }, (_, index) =>
    makeEntry({
      id: `3103.${String(index + 1).padStart(5, "0")}`,
      ...(day !== undefined && { submittedOnDailyAt: `${day}T12:00:00.000Z` }),
    }),
  );
}

/** What is told of a harvest, each on one line. */
function tell(problems: Harvest["refused"]): string[] {
  return problems.map((problem) => formatProblem(problem).replace(/\n +/g, " | "));
}

test("A day's list becomes facts: the paper's own title, dates and organisation before those of its entry.", () => {
  const { facts, refused, days } = harvestCase("2031-03-04.json");
  assert.deepEqual(refused, []);
  assert.deepEqual(facts[0], {
    id: "3103.00011",
    title: "Lanterns at Sea: A Map of $2<d<4$ Harbours",
    authors: ["Ada Quill", "Bo Lantern", "Bo Lantern", "Günter van der Nowhere", "Lighthouse Collaboration", "Zed"],
    organization: { id: "quay-7", name: "Quay Seven & Sons" },
    published: "2031-02-28",
    featured: ["2031-03-04"],
    keywords: ["harbour maps", "lanterns"],
    links: {
      abstract: "https://arxiv.org/abs/3103.00011",
      pdf: "https://arxiv.org/pdf/3103.00011",
      code: "https://github.com/quay7/lanterns",
      project: "https://lanterns.example/sea",
      discussion: "https://huggingface.co/papers/3103.00011",
    },
    upvotes: 7,
    comments: 0,
    stars: 0,
    abstract: "We invent a harbour. It has 3 lanterns and costs 5% less.",
    sources: [{ name: "Hugging Face", retrieved: "2031-03-04" }],
    place: { file: "lists/2031-03-04.json", field: "[0]" },
  });
  assert.deepEqual(days, [{ date: "2031-03-04", source: "Daily Papers", listed: 2, taken: 2, refused: 0, cut: false }]);
});

test("What the paper lacks comes from its entry, what both lack stays away, and bad links are named.", () => {
  const { facts, notices } = harvestCase("2031-03-04.json");
  assert.deepEqual(facts[1], {
    id: "hep-th/3103042",
    title: "A Title That Only the Entry Has",
    authors: ["Ada Quill"],
    organization: { id: "gro-e-co", name: "Größe & Co" },
    published: "2031-02-28",
    featured: ["2031-03-04"],
    keywords: [],
    links: {
      abstract: "https://arxiv.org/abs/hep-th/3103042",
      pdf: "https://arxiv.org/pdf/hep-th/3103042",
      discussion: "https://huggingface.co/papers/hep-th/3103042",
    },
    upvotes: 2,
    abstract: "An abstract that only the entry has.",
    sources: [{ name: "Hugging Face", retrieved: "2031-03-04" }],
    place: { file: "lists/2031-03-04.json", field: "[1]" },
  });
  const allowed = "allowed: an http or https address";
  assert.deepEqual(tell(notices), [
    `lists/2031-03-04.json  [1].paper.githubRepo: of hep-th/3103042 is left out | found:   "javascript:alert(1)" | ${allowed}`,
    `lists/2031-03-04.json  [1].paper.projectPage: of hep-th/3103042 is left out | found:   "https://a b" | ${allowed}`,
  ]);
});

test("Nothing of people's accounts and nothing that a model wrote about a paper comes in.", () => {
  const { facts } = harvestCase("2031-03-04.json");
  assert.doesNotMatch(JSON.stringify(facts), /account|nobody|avatar|thumbnail|made up/i);
});

test("Links that are not http or https are left out, each with a notice; other facts stay.", () => {
  for (const link of [
    "javascript:alert(1)",
    "data:text/html,x",
    "/papers/1",
    "//a.example",
    "",
    " ",
    "https://a b",
    "https://",
  ]) {
    const { facts, notices } = harvest([makeEntry({ projectPage: link })]);
    assert.equal(facts[0]?.links?.project, undefined, link);
    assert.deepEqual(
      notices.map(({ field }) => field),
      ["[0].paper.projectPage"],
      link,
    );
  }
});

test("An organisation whose login cannot be an address becomes one that can, or is left out with a notice.", () => {
  const read = (paper: unknown, around?: unknown) => {
    const { facts, notices, refused } = harvest([makeEntry({ organization: paper }, { organization: around })]);
    assert.deepEqual(refused, []);
    return [facts[0]?.organization, notices.map(({ field }) => field)];
  };
  const quay = { id: "quay", name: "Quay" };
  assert.deepEqual(read({ name: "Quay" }), [quay, []]);
  assert.deepEqual(read({ name: "-Qüay /", fullname: "Quay" }), [{ id: "quay", name: "Quay" }, []]);
  assert.deepEqual(read({ name: "台灣", fullname: "台灣" }), [undefined, ["[0].paper.organization"]]);
  assert.deepEqual(read({ fullname: "Quay" }), [undefined, ["[0].paper.organization"]]);
  assert.deepEqual(read({ name: "台灣" }, { name: "Quay" }), [quay, ["[0].paper.organization"]]);
  assert.deepEqual(read(null, { name: "Quay" }), [quay, []]);
  assert.deepEqual(read({ name: "quay", fullname: "50% -- ~Quay_" }), [{ id: "quay", name: "50% -- ~Quay_" }, []]);
});

test("Entries that are text are read as Python literals or refused with the place, and the file says how many.", () => {
  const { facts, refused, notices, days } = harvestCase("damaged.json");
  assert.deepEqual(
    facts.map(({ title, authors, abstract, featured, place }) => [title, authors, abstract, featured, place.field]),
    [['It\'s a "Buoy"', ['Cy "Ink" Blot'], "One line. Another line.", ["2031-02-03"], "data[0]"]],
  );
  assert.equal(facts[0]?.comments, undefined);
  assert.deepEqual(
    refused.map(({ field, found }) => [field, found]),
    [
      ["data[1]", 'at character 41, "nan}}" where a dict, list, tuple, text, number, True, False or None should be'],
      ["data[2]", "at character 61, the end of the text where ' at the end of a text should be"],
    ],
  );
  assert.deepEqual(tell(notices), ["lists/damaged.json  1 entry was text, read as Python literals"]);
  assert.deepEqual(days, [{ date: "2031-02-03", source: "Daily Papers", listed: 3, taken: 1, refused: 2, cut: false }]);
});

test("A day whose entries are all text is still that day's list, also behind a byte order mark.", () => {
  const text = `\uFEFF${JSON.stringify(["{'paper': {'id': '3103.00001', 'title': 'A Buoy'}}", "{'paper':"])}`;
  const { facts, refused, days } = harvestHuggingFace({ file: "2031-03-04.json", text, retrieved: RETRIEVED });
  assert.deepEqual([facts.map(({ featured }) => featured), refused.length], [[["2031-03-04"]], 1]);
  assert.deepEqual(
    days.map(({ listed, taken, refused }) => [listed, taken, refused]),
    [[2, 1, 1]],
  );
});

test("A paper of the paper API was on no list: no day, featured only where it says so, read on the day of reading.", () => {
  const { facts, refused, days } = harvestCase("paper.json");
  assert.deepEqual([refused, days], [[], []]);
  assert.deepEqual(
    facts.map(({ featured, upvotes, stars, sources, place }) => [featured, upvotes, stars, sources, place.field]),
    [[["2031-03-04"], 9, 12, [{ name: "Hugging Face", retrieved: RETRIEVED }], "paper"]],
  );
  const several = harvest([
    { id: "3103.00001", title: "A Buoy" },
    { id: "3103.00002", title: "A Rope", githubRepo: "x" },
  ]);
  assert.deepEqual(
    several.facts.map(({ id, featured }) => [id, featured]),
    [
      ["3103.00001", []],
      ["3103.00002", []],
    ],
  );
  assert.deepEqual([several.days, several.notices.map(({ field }) => field)], [[], ["[1].githubRepo"]]);
});

test("An entry of the wrong shape is refused with path and expectation; the others come in.", () => {
  const good = makeEntry();
  const cases: [unknown, string][] = [
    [
      makeEntry({ authors: [{ name: "A" }, { name: 7 }] }),
      "[1].paper.authors[1].name: is not what it should be | found:   7 | allowed: text",
    ],
    [makeEntry({ authors: "A" }), '[1].paper.authors: is not what it should be | found:   "A" | allowed: a list'],
    [
      makeEntry({ upvotes: "7" }),
      '[1].paper.upvotes: is not what it should be | found:   "7" | allowed: a whole number, 0 or more',
    ],
    [
      makeEntry({ id: "12" }),
      '[1].paper.id: is not what it should be | found:   "12" | allowed: an arXiv id without version',
    ],
    [
      makeEntry({ publishedAt: "2031-02-30T00:00:00Z" }),
      '[1].paper.publishedAt: is not what it should be | found:   "2031-02-30T00:00:00Z" | allowed: a time such as',
    ],
    [makeEntry({ title: " \n" }), "[1].paper.title: is missing or empty"],
    [{ title: "No paper" }, "[1].paper: is missing | allowed: fields with values"],
    [null, "[1]: is not what it should be | found:   null | allowed: fields with values"],
    [[good], "[1]: is not what it should be | found:   [{"],
    ["'text'", '[1]: is not what it should be | found:   "text"'],
    [
      makeEntry({ id: undefined, title: 7 }),
      "[1].paper.id: is missing; so with [1].paper.title (text expected, 7 found)",
    ],
  ];
  for (const [entry, told] of cases) {
    const { facts, refused, days } = harvest([good, entry]);
    assert.equal(facts.length, 1, told);
    assert.equal(refused.length, 1, told);
    assert.ok(tell(refused)[0]?.startsWith(`2031-03-04.json  ${told}`), `${tell(refused)[0]} should be ${told}`);
    assert.deepEqual(
      days.map(({ listed, taken, refused }) => [listed, taken, refused]),
      [[2, 1, 1]],
    );
  }
});

test("A file that is no answer has one refusal that names what was found, and no day.", () => {
  const cases: [string, string][] = [
    ["", "x.json  the file is empty"],
    [" \n", "x.json  the file is empty"],
    ["null", "x.json  is neither a list nor a paper | found:   null"],
    ["42", "x.json  is neither a list nor a paper | found:   42"],
    ['"[]"', 'x.json  is neither a list nor a paper | found:   "[]"'],
    ['{"a":1,"b":2}', 'x.json  is neither a list nor a paper | found:   fields "a, b"'],
    ['{"error":"Paper not found"}', 'x.json  is an answer that says what went wrong | found:   "Paper not found"'],
    ['{"date":"2031-03-04","data":null}', "x.json  data: is not what it should be | found:   null | allowed: a list"],
    [
      "<!doctype html><title>503 No\n</title>",
      "x.json  is a web page or XML, not JSON | found:   a page of HTML called “503 No”",
    ],
    ["<html>", "x.json  is a web page or XML, not JSON | found:   a page of HTML"],
    ["<feed>", 'x.json  is a web page or XML, not JSON | found:   "<feed>"'],
    [
      "Too many requests",
      "x.json  is not JSON that can be read | found:   Unexpected token 'T'; it begins \"Too many requests\"",
    ],
    ['[{"paper":\n{"id":"3103.00001","title":}}, 1, 2, 3]', "x.json:2  is not JSON that can be read"],
    ['[{"paper":', "x.json:1  is not JSON that can be read"],
  ];
  for (const [text, told] of cases) {
    const { facts, refused, days } = harvestHuggingFace({ file: "x.json", text, retrieved: RETRIEVED });
    assert.deepEqual([facts, days, refused.length], [[], [], 1], text);
    assert.ok(tell(refused)[0]?.startsWith(told), `${tell(refused)[0]} should be ${told}`);
    assert.match(tell(refused)[0] ?? "", /allowed: (a list|the JSON that Hugging Face answers)/);
  }
});

test("The day is the one in the file's name, else the wrapper's, else the one all entries give.", () => {
  const day = (value: unknown, file: string) => {
    const { days, facts } = harvest(value, file);
    return [days.map(({ date }) => date), facts[0]?.sources[0]?.retrieved];
  };
  const wrapper = { date: "2031-03-05", data: [makeEntry()] };
  assert.deepEqual(day([makeEntry()], "a/2031-01-01/hf_2031-03-04.json"), [["2031-03-04"], "2031-03-04"]);
  assert.deepEqual(day([makeEntry()], "a\\2031-03-04.json"), [["2031-03-04"], "2031-03-04"]);
  assert.deepEqual(day(wrapper, "2031-03-04.json"), [["2031-03-04"], "2031-03-04"]);
  assert.deepEqual(day(wrapper, "2031-02-30.json"), [["2031-03-05"], "2031-03-05"]);
  assert.deepEqual(day(makeEntries(2, "2031-03-06"), "standard input"), [["2031-03-06"], "2031-03-06"]);
  assert.deepEqual(day([makeEntry()], "standard input"), [[], RETRIEVED]);
  assert.match(tell(harvest(wrapper).notices).join(), /date: differs from the day in the file's name/);
  assert.match(tell(harvest({ ...wrapper, date: "today" }).notices).join(), /date: is not a day/);
  assert.match(tell(harvest([makeEntry()], "x.json").notices).join(), /shows no day/);
});

test("An empty list is a day that listed nothing; a full page of the API may go on and is cut.", () => {
  const judge = (value: unknown) => harvest(value).days.map((day) => [day.listed, day.taken, day.cut, judgeDay(day)]);
  assert.deepEqual(judge([]), [[0, 0, false, "empty"]]);
  assert.deepEqual(judge({ data: [] }), [[0, 0, false, "empty"]]);
  assert.deepEqual(judge(makeEntries(49)), [[49, 49, false, "complete"]]);
  assert.deepEqual(judge(makeEntries(50)), [[50, 50, true, "partial"]]);
  assert.deepEqual(judge(makeEntries(51)), [[51, 51, false, "complete"]]);
  assert.deepEqual(judge(makeEntries(100)), [[100, 100, true, "partial"]]);
  assert.deepEqual(judge({ count: 5, data: makeEntries(3) }), [[5, 3, true, "partial"]]);
  assert.deepEqual(judge([makeEntry(), 7]), [[2, 1, false, "partial"]]);
});

test("Papers of other days stand on their own day, which is then known in part; the file's day counts its own.", () => {
  const other = makeEntries(3, "2031-03-03").slice(1);
  const { facts, days, notices } = harvest([makeEntry(), ...other, 7]);
  assert.deepEqual(
    facts.map(({ featured }) => featured),
    [["2031-03-04"], ["2031-03-03"], ["2031-03-03"]],
  );
  assert.deepEqual(days, [
    { date: "2031-03-03", source: "Daily Papers", listed: 2, taken: 2, refused: 0, cut: true },
    { date: "2031-03-04", source: "Daily Papers", listed: 2, taken: 1, refused: 1, cut: false },
  ]);
  assert.match(tell(notices).join(), /is of 2031-03-04 but shows 2 papers of 2031-03-03/);
  assert.deepEqual(
    harvest(other).days.map(({ date, cut }) => [date, cut]),
    [["2031-03-03", true]],
  );
  const latest = harvest([...makeEntries(1, "2031-03-02"), ...other], "standard input");
  assert.deepEqual(
    latest.days.map(({ date, cut }) => [date, cut]),
    [
      ["2031-03-02", true],
      ["2031-03-03", true],
    ],
  );
  assert.equal(latest.facts[0]?.sources[0]?.retrieved, RETRIEVED);
});

test("A moment is read as its day in UTC, whatever zone it names.", () => {
  const read = (publishedAt: string) => harvest([makeEntry({ publishedAt })]).facts[0]?.published;
  assert.equal(read("2031-03-01T01:00:00+02:00"), "2031-02-28");
  assert.equal(read("2031-02-28T23:00:00-02:00"), "2031-03-01");
  assert.equal(read("2031-02-28T23:59:59"), "2031-02-28");
  assert.equal(read("2031-02-28"), "2031-02-28");
});

test("A paper that a day names twice is taken once, with a notice.", () => {
  const { facts, days, notices } = harvest([makeEntry(), makeEntry({ id: "3103.00001v2" })]);
  assert.deepEqual([facts.length, days[0]?.listed, days[0]?.taken], [1, 1, 1]);
  assert.match(tell(notices).join(), /\[1\]: names 3103\.00001 again, as \[0\] does/);
});
