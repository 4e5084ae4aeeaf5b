import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { readContent } from "../content/read.ts";
import { compareText } from "../errors.ts";
import { type Related, type RelatedInput, relatePapers } from "./related.ts";

function makePaper(id: string, order: string, title: string, text: string, topics: string[] = []): RelatedInput {
  return { id, order, title, text, topics };
}

const SMALL = [
  makePaper("a", "2024-01-01", "Robots that stack cups", "A robot arm grasps porcelain cups with a gripper.", [
    "robots",
  ]),
  makePaper("b", "2024-02-01", "Proofs by machine", "A prover finds lemmas and checks theorems.", ["logic"]),
  makePaper("c", "2024-03-01", "Grasping porcelain", "The gripper of a robot lifts cups and plates.", [
    "robots",
    "hands",
  ]),
  makePaper("d", "2024-04-01", "Theorems without teachers", "Lemmas are found and theorems checked by a prover.", [
    "logic",
  ]),
  makePaper("e", "2024-05-01", "Singing whales", "Whales sing in dialects.", []),
];

const listIds = (related: Related[] | undefined) => related?.map((paper) => paper.id);

test("a paper relates to the older ones on its subject", () => {
  const related = relatePapers(SMALL, 3);
  assert.deepEqual(listIds(related.get("c")), ["a"]);
  assert.deepEqual(listIds(related.get("d")), ["b"]);
});

test("the oldest paper and one without likeness have an empty list", () => {
  const related = relatePapers(SMALL, 3);
  assert.deepEqual(related.get("a"), []);
  assert.deepEqual(related.get("e"), []);
  assert.equal(related.size, SMALL.length);
});

test("the reason names shared topics and up to three shared words as the paper writes them", () => {
  const [first] = relatePapers(SMALL, 3).get("c") ?? [];
  assert.deepEqual(first?.reason.topics, ["robots"]);
  assert.deepEqual(first?.reason.words, ["cups", "robot", "grasping"]);
});

test("a compound and its parts are one reason, and acronyms keep their capitals", () => {
  const papers = [
    makePaper("a", "2024-01-01", "Self-play for LLMs", "Self-play beats search."),
    makePaper("b", "2024-01-02", "LLMs and Self-Play", "About self-play by LLMs."),
  ];
  assert.deepEqual(relatePapers(papers, 1).get("b")?.[0]?.reason.words.sort(), ["LLMs", "self-play"]);
});

test("words of the title weigh double", () => {
  const papers = [
    makePaper("a", "2024-01-01", "Walrus", "otter"),
    makePaper("b", "2024-01-02", "Otter", "walrus"),
    makePaper("c", "2024-01-03", "Otter", "walrus"),
  ];
  assert.deepEqual(listIds(relatePapers(papers, 2).get("c")), ["b", "a"]);
});

test("a word that half of all papers have is the last reason", () => {
  const papers = [
    makePaper("a", "2024-01-01", "Robots", "whales"),
    makePaper("b", "2024-01-02", "Robots", ""),
    makePaper("c", "2024-01-03", "Robots", "whales"),
    makePaper("d", "2024-01-04", "Lemmas", "prover"),
    makePaper("e", "2024-01-05", "Lemmas", "prover"),
  ];
  const related = relatePapers(papers, 1);
  assert.deepEqual(related.get("c")?.[0]?.reason.words, ["whales", "robots"]);
  assert.deepEqual(related.get("b")?.[0]?.reason.words, ["robots"]);
});

test("a word that only one paper has makes it no less like the others", () => {
  const papers = [makePaper("a", "2024-01-01", "Robots", ""), makePaper("b", "2024-01-02", "Robots", "otter seal")];
  assert.equal(relatePapers(papers, 1).get("b")?.[0]?.score, 1);
});

test("of papers of one day the smaller id counts as older, and undated ones are the oldest", () => {
  const papers = [
    makePaper("b", "2024-01-01", "Whales", ""),
    makePaper("c", "", "Whales", ""),
    makePaper("a", "2024-01-01", "Whales", ""),
  ];
  const related = relatePapers(papers, 5);
  assert.deepEqual(listIds(related.get("c")), []);
  assert.deepEqual(listIds(related.get("a")), ["c"]);
  assert.deepEqual(listIds(related.get("b")), ["a", "c"]);
  assert.equal(related.get("b")?.[0]?.score, 1);
});

test("the order of the input does not matter", () => {
  assert.deepEqual(relatePapers([...SMALL].reverse(), 3).get("c"), relatePapers(SMALL, 3).get("c"));
});

/** Invented papers of one year about a few words each. */
function makeYear(year: number, count: number): RelatedInput[] {
  return Array.from({ length: count }, (_, index) => {
    const subject = `subject${index % 70}`;
    const detail = `detail${(index * 7) % 301}`;
    return makePaper(`${year}-${String(index).padStart(5, "0")}`, `${year}-06-01`, subject, `everybody ${detail}`);
  });
}

test("once the first years hold two thousand papers, those of later years change nothing for the earlier", () => {
  const past = [...makeYear(2020, 2000), ...makeYear(2021, 300)];
  const before = relatePapers(past, 5);
  const after = relatePapers([...past, ...makeYear(2022, 900)], 5);
  for (const { id } of past) assert.deepEqual(after.get(id), before.get(id));
});

test("a later year is weighed by all the years before it", () => {
  const pair = [
    makePaper("x", "2022-01-01", "subject1", "detail7"),
    makePaper("y", "2022-01-02", "subject1", "detail8"),
  ];
  const scoreOf = (papers: RelatedInput[]) =>
    relatePapers(papers, 5000)
      .get("y")
      ?.find(({ id }) => id === "x")?.score;
  const first = makeYear(2020, 2000);
  const second = makeYear(2021, 60).map((paper) => ({ ...paper, title: "subject1" }));
  assert.ok((scoreOf([...first, ...pair]) ?? 0) > 0);
  assert.notEqual(scoreOf([...first, ...pair]), scoreOf([...first, ...second, ...pair]));
});

test("while there are fewer, the statistics cover all papers", () => {
  const past = makeYear(2020, 500);
  const before = relatePapers(past, 5);
  const after = relatePapers([...past, ...makeYear(2021, 300)], 5);
  assert.ok(past.some((paper) => before.get(paper.id)?.[0]?.score !== after.get(paper.id)?.[0]?.score));
});

test("a term in more than a tenth of a thousand papers and more relates none of them", () => {
  const related = relatePapers(makeYear(2020, 1200), 5);
  const words = new Set([...related.values()].flat().flatMap((paper) => paper.reason.words));
  assert.ok(!words.has("everybody"));
  assert.ok(words.has("subject1"));
});

test("a word that twenty thousand papers have is not followed, so that work does not grow with pairs", () => {
  const papers = [
    ...Array.from({ length: 2000 }, (_, index) => makePaper(`a${index}`, "2020-01-01", "otter", "")),
    ...Array.from({ length: 20_002 }, (_, index) => makePaper(`b${10_000 + index}`, "2021-01-01", "walrus", "")),
  ];
  const related = relatePapers(papers, 1);
  assert.equal(related.get("b30000")?.length, 1);
  assert.equal(related.get("b30001")?.length, 0);
});

/** What holds of every list of related papers, whatever the papers. */
function assertLists(papers: RelatedInput[], related: Map<string, Related[]>, count: number): void {
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  for (const paper of papers) {
    const list = related.get(paper.id) ?? assert.fail(`${paper.id} has no list`);
    assert.ok(list.length <= count);
    assert.equal(new Set(listIds(list)).size, list.length);
    for (const [index, { id, score, reason }] of list.entries()) {
      const other = byId.get(id) ?? assert.fail(`${id} is no paper`);
      assert.notEqual(id, paper.id);
      assert.ok(compareText(other.order, paper.order) < 0 || (other.order === paper.order && id < paper.id));
      assert.ok(score > 0 && score <= 1);
      const next = list[index + 1];
      assert.ok(next === undefined || score > next.score || (score === next.score && id < next.id));
      assert.ok(reason.words.length >= 1 && reason.words.length <= 3);
      assert.ok(reason.topics.every((topic) => paper.topics.includes(topic) && other.topics.includes(topic)));
    }
  }
}

test("the papers of this repository relate to older ones, sorted, with a reason", () => {
  const content = readContent(fileURLToPath(new URL("../../../content", import.meta.url)));
  const digests = new Map(content.digests.map((digest) => [digest.file.replace(/^.*\/|\.md$/g, ""), digest]));
  const papers = content.records
    .flatMap((list) => list.lines.map((line) => line.data))
    .map((record) => {
      const digest = digests.get(record.id);
      const text = digest === undefined ? "" : `${digest.data.tldr}\n${digest.body}`;
      return makePaper(record.id, record.published ?? "", record.title, text, digest?.data.tags);
    });
  assert.ok(papers.length > 1);
  assertLists(papers, relatePapers(papers, 5), 5);
});
