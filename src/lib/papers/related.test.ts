import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { makeInput, makeYear, relate, SMALL, SUBJECTS } from "#scenes/related-samples.ts";
import { compareText } from "../compare-text.ts";
import { readContent } from "../content/read.ts";
import type { RelatedInput } from "../related/inputs.ts";
import { type Related, relatePapers } from "./related.ts";

const listIds = (related: Related[] | undefined) => related?.map((paper) => paper.id);

test("the nearest are the first of the list, as many as are asked for", () => {
  const related = relatePapers(SMALL);
  for (const { id } of SMALL) {
    const list = related.listOf(id).map((paper) => ({ id: paper.id, score: paper.score }));
    assert.deepEqual(related.listNearest(id, 20), list);
    assert.deepEqual(related.listNearest(id, 1), list.slice(0, 1));
  }
  assert.deepEqual(related.listNearest("unknown", 5), []);
});

test("a paper relates to the older ones on its subject", () => {
  const related = relate(SMALL, 3);
  assert.deepEqual(listIds(related.get("c")), ["a"]);
  assert.deepEqual(listIds(related.get("d")), ["b"]);
});

test("the oldest paper and one without likeness have an empty list", () => {
  const related = relate(SMALL, 3);
  assert.deepEqual(related.get("a"), []);
  assert.deepEqual(related.get("e"), []);
  assert.equal(related.size, SMALL.length);
});

test("the reason names shared topics and up to three shared words as the paper writes them", () => {
  const [first] = relate(SMALL, 3).get("c") ?? [];
  assert.deepEqual(first?.reason.topics, ["robots"]);
  assert.deepEqual(first?.reason.words, ["robot", "cups", "grasping"]);
});

test("a compound and its parts are one reason, and acronyms keep their capitals", () => {
  const papers = [
    makeInput("a", "2024-01-01", "Self-play for LLMs", "Self-play beats search."),
    makeInput("b", "2024-01-02", "LLMs and Self-Play", "About self-play by LLMs."),
  ];
  assert.deepEqual(new Set(relate(papers, 1).get("b")?.[0]?.reason.words), new Set(["LLMs", "self-play"]));
});

test("a word that half of all papers have is the last reason", () => {
  const papers = [
    makeInput("a", "2024-01-01", "Robots", "whales"),
    makeInput("b", "2024-01-02", "Robots", ""),
    makeInput("c", "2024-01-03", "Robots", "whales"),
    makeInput("d", "2024-01-04", "Lemmas", "prover"),
    makeInput("e", "2024-01-05", "Lemmas", "prover"),
  ];
  const related = relate(papers, 1);
  assert.deepEqual(related.get("c")?.[0]?.reason.words, ["whales", "robots"]);
  assert.deepEqual(related.get("b")?.[0]?.reason.words, ["robots"]);
});

test("a word that only one paper has makes it no less like the others", () => {
  const papers = [makeInput("a", "2024-01-01", "Robots", ""), makeInput("b", "2024-01-02", "Robots", "otter seal")];
  assert.equal(relate(papers, 1).get("b")?.[0]?.score, 1);
});

test("of papers of one day the smaller id counts as older, undated ones are the oldest, and of equals the older comes first", () => {
  const papers = [
    makeInput("b", "2024-01-01", "Whales", ""),
    makeInput("c", "", "Whales", ""),
    makeInput("a", "2024-01-01", "Whales", ""),
  ];
  const related = relate(papers, 5);
  assert.deepEqual(listIds(related.get("c")), []);
  assert.deepEqual(listIds(related.get("a")), ["c"]);
  assert.deepEqual(listIds(related.get("b")), ["c", "a"]);
  assert.equal(related.get("b")?.[0]?.score, 1);
});

test("the order of the input does not matter", () => {
  assert.deepEqual(relate([...SMALL].reverse(), 3).get("c"), relate(SMALL, 3).get("c"));
});

test("twenty come without asking, the first five of them with a reason", () => {
  const papers = Array.from({ length: 30 }, (_, index) =>
    makeInput(`p${index + 10}`, "2024-01-01", "Whales", `sing${index % 3}`, ["sea"]),
  );
  const list = relate(papers).get("p39") ?? [];
  assert.equal(list.length, 20);
  assert.deepEqual(
    list.map(({ reason }) => reason.topics.length + reason.words.length > 0),
    list.map((_, rank) => rank < 5),
  );
  assert.equal(relate(papers, 20, { reasonCount: 7 }).get("p39")?.[6]?.reason.words.length, 2);
});

test("a hidden paper has a list and stands in none", () => {
  const papers = SMALL.map((paper) => ({ ...paper, isHidden: paper.id === "c" }));
  const newest = makeInput("f", "2024-06-01", "Grasping cups", "A robot grasps porcelain with its gripper.");
  const related = relate([...papers, newest]);
  assert.ok(listIds(related.get("c"))?.includes("a"));
  assert.ok(![...related.values()].flat().some(({ id }) => id === "c"));
  assert.deepEqual(listIds(related.get("f")), ["a"]);
});

const subjectOf = (id: string) => Number(id.slice(5)) % SUBJECTS.length;

test("papers relate within their subject", () => {
  const papers = [...makeYear(2020, 120), ...makeYear(2021, 80)];
  for (const fitFrom of [100, 2000]) {
    for (const [id, list] of relate(papers, 10, { fitFrom })) {
      if (id < "2021") continue;
      assert.equal(list.length, 10);
      assert.ok(
        list.every((paper) => subjectOf(paper.id) === subjectOf(id)),
        id,
      );
    }
  }
});

test("words that go together count, though the papers share only one", () => {
  const torque = makeInput("a", "2022-01-01", "", "torque wrist finger tactile object");
  const lemmas = makeInput("b", "2022-01-01", "", "torque lemma theorem axiom induction");
  const cups = makeInput("c", "2022-01-02", "", "torque gripper grasp cup plate");
  const list = relate([...makeYear(2020, 40), torque, lemmas, cups], 200, { fitFrom: 40 }).get(cups.id);
  const scoreOf = (id: string) => list?.find((paper) => paper.id === id)?.score ?? 0;
  assert.ok(scoreOf(lemmas.id) > 0);
  assert.ok(scoreOf(torque.id) < 0.75, "they would be nearly alike if words did not count as well");
  assert.ok(scoreOf(torque.id) > 2 * scoreOf(lemmas.id), `${scoreOf(torque.id)}, ${scoreOf(lemmas.id)}`);
});

test("once enough papers precede, those of later years change nothing for the earlier", () => {
  const past = [...makeYear(2020, 90), ...makeYear(2021, 30), ...makeYear(2022, 30)];
  const before = relate(past, 5, { fitFrom: 100 });
  const after = relate([...past, ...makeYear(2023, 60)], 5, { fitFrom: 100 });
  for (const { id } of past) assert.deepEqual(after.get(id), before.get(id));
});

test("a paper added in a year changes no list of an earlier year, and of its own only as a paper that is found", () => {
  const past = [...makeYear(2020, 120), ...makeYear(2021, 30), ...makeYear(2022, 30)];
  const added = makeInput("2022-zzz", "2022-06-14", "robot gripper", "robot gripper grasp cup plate");
  const options = { fitFrom: 100, reasonCount: 200 };
  const before = relate(past, 200, options);
  const after = relate([...past, added], 200, options);
  for (const { id } of past)
    assert.deepEqual(
      after.get(id)?.filter((paper) => paper.id !== added.id),
      before.get(id),
    );
  assert.ok([...after.values()].flat().some(({ id }) => id === added.id));
});

test("a later year is weighed by all the years before it", () => {
  const pair = [makeInput("x", "2022-01-01", "robot", "lemma"), makeInput("y", "2022-01-02", "robot", "song")];
  const scoreOf = (papers: RelatedInput[]) =>
    relate([...papers, ...pair], 500, { fitFrom: 100 })
      .get("y")
      ?.find(({ id }) => id === "x")?.score;
  const first = makeYear(2020, 120);
  const second = makeYear(2021, 40).map((paper) => ({ ...paper, title: "robot" }));
  assert.ok((scoreOf(first) ?? 0) > 0);
  assert.notEqual(scoreOf(first), scoreOf([...first, ...second]));
});

test("while fewer precede, the statistics cover all papers", () => {
  const past = makeYear(2020, 60);
  const before = relate(past, 5);
  const after = relate([...past, ...makeYear(2021, 30)], 5);
  assert.ok(past.some((paper) => before.get(paper.id)?.[0]?.score !== after.get(paper.id)?.[0]?.score));
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
      assert.ok(next === undefined || score >= next.score);
      assert.ok(reason.words.length <= 3 && reason.words.length >= (index < 5 ? 1 : 0));
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
      return makeInput(record.id, record.published ?? "", record.title, text, digest?.data.tags);
    });
  assert.ok(papers.length > 1);
  assertLists(papers, relate(papers), 20);
  assert.deepEqual(relate([...papers].reverse()), relate(papers));
});

/** Papers of a few words and days, so that equal texts, equal days and empty texts are frequent. */
const anyPapers = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-z]{1,2}$/),
    order: fc.constantFrom("", "2019-03-01", "2020-01-01", "2020-12-31", "2021-05-05"),
    title: fc.constantFrom("", "Whales sing", "Lemmas", "Robots"),
    text: fc
      .array(fc.constantFrom("otter", "seal", "walrus", "prover", "GPT-4", "the"))
      .map((words) => words.join(" ")),
    topics: fc.subarray(["sea", "logic"]),
  }),
  { selector: ({ id }) => id, maxLength: 25 },
);

test("whatever the papers, nobody relates to itself or to a newer one, and order of input and repetition change nothing", () => {
  fc.assert(
    fc.property(anyPapers, fc.constantFrom(0, 1, 5, 2000), (papers, fitFrom) => {
      const related = relate(papers, 4, { fitFrom });
      assertLists(papers, related, 4);
      assert.equal(related.size, papers.length);
      assert.deepEqual(relate([...papers].reverse(), 4, { fitFrom }), related);
    }),
  );
});

test("a paper that was published later is not offered, though it was there before", () => {
  const late = {
    ...makeInput("late", "2022-01-03", "Robots that stack plates", "Hands and plates."),
    published: "2020-05-01",
  };
  const early = {
    ...makeInput("early", "2022-01-01", "Robots that stack plates", "Hands and plates."),
    published: "2021-05-01",
  };
  const old = {
    ...makeInput("old", "2022-01-02", "Robots that stack plates", "Hands and plates."),
    published: "2019-05-01",
  };
  const undated = makeInput("undated", "2022-01-04", "Robots that stack plates", "Hands and plates.");
  const ids = (id: string) =>
    relatePapers([late, early, old, undated])
      .listOf(id)
      .map((other) => other.id);
  assert.deepEqual(ids("late"), ["old"]);
  assert.deepEqual(ids("undated").sort(), ["early", "late", "old"]);
});

test("of a month or a year only what lies wholly behind a paper counts as newer than it", () => {
  /** What is like a paper that joined last. */
  const list = (published: string): string[] => {
    const papers = ["2021", "2021-04", "2021-03-04", published].map((date, index) => {
      const input = makeInput(index < 3 ? date : "last", `2022-01-0${index}`, "Robots that stack plates", "Hands.");
      return { ...input, published: date };
    });
    return relatePapers(papers)
      .listOf("last")
      .map(({ id }) => id)
      .sort();
  };
  assert.deepEqual(list("2021-03-04"), ["2021", "2021-03-04"]);
  assert.deepEqual(list("2021"), ["2021", "2021-03-04", "2021-04"]);
  assert.deepEqual(list("2021-03"), ["2021", "2021-03-04"]);
  assert.deepEqual(list("2020"), []);
});
