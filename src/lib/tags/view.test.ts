import assert from "node:assert/strict";
import { test } from "node:test";
import { makePaper, makeTopic } from "#scenes/paper-samples.ts";
import type { Paper } from "../papers/paper.ts";
import { listTopicRows, type TopicPapers, viewTopic } from "./view.ts";

const LAST = "2026-03-09";

/** A vocabulary in which each topic has the papers that carry it. */
function makeVocabulary(papers: Paper[], topics: { label: string; parent?: string }[]): Map<string, TopicPapers> {
  return new Map(
    topics.map(({ label, ...rest }) => {
      const { id } = makeTopic(label);
      const own = papers.filter((paper) => paper.topics.some((topic) => topic.id === id));
      return [id, { id, label, description: `On ${label}.`, aliases: [], ...rest, papers: own }];
    }),
  );
}

function findTopic(vocabulary: Map<string, TopicPapers>, id: string): TopicPapers {
  const topic = vocabulary.get(id);
  assert.ok(topic);
  return topic;
}

const PAPERS = [
  makePaper({ id: "2601.00001", published: "2026-01-05" }, { topics: ["Planning", "Robotics", "Tree search"] }),
  makePaper({ id: "2512.00001", published: "2025-12-31" }, { topics: ["Planning", "Tree search"] }),
  makePaper({ id: "2501.00001", published: "2025-01-01" }, { topics: ["Planning", "Berths"] }),
  makePaper({ id: "doi:10.5555/a" }, { topics: ["Robotics"], unknown: ["published"] }),
];
const VOCABULARY = makeVocabulary(PAPERS, [
  { label: "Berths" },
  { label: "Planning" },
  { label: "Tree search", parent: "planning" },
  { label: "Robotics" },
  { label: "Tides", parent: "planning" },
]);

test("Rows of topics come with most papers first, then by label; topics without papers are left out.", () => {
  const rows = listTopicRows([...VOCABULARY.values()], LAST);
  assert.deepEqual(
    rows.map(({ label, href, count }) => [label, href, count]),
    [
      ["Planning", "/tags/planning/", 3],
      ["Robotics", "/tags/robotics/", 2],
      ["Tree search", "/tags/tree-search/", 2],
      ["Berths", "/tags/berths/", 1],
    ],
  );
  assert.equal(rows[1]?.series.undated, 1);
  assert.equal(rows[0]?.description, "On Planning.");
});

test("A topic's page has its kin, its papers and its months.", () => {
  const topic = viewTopic(findTopic(VOCABULARY, "planning"), VOCABULARY, LAST, 2, ({ facts }) => facts.id);
  assert.equal(topic.count, 3);
  assert.equal(topic.parent, undefined);
  assert.deepEqual(topic.children, [
    { label: "Tree search", href: "/tags/tree-search/" },
    { label: "Tides", href: "/tags/tides/" },
  ]);
  assert.deepEqual([topic.shelf.shown, topic.shelf.total], [2, 3]);
  assert.deepEqual(
    topic.shelf.months.map(({ href }) => href),
    ["/tags/planning/2026-01/", "/tags/planning/2025-12/", "/tags/planning/2025-01/"],
  );
  const { parent } = viewTopic(findTopic(VOCABULARY, "tree-search"), VOCABULARY, LAST, 50, ({ facts }) => facts.id);
  assert.deepEqual(parent, { label: "Planning", href: "/tags/planning/" });
});

test("Companions count the papers that carry both topics, the most frequent first, then by label.", () => {
  const { companions } = viewTopic(findTopic(VOCABULARY, "planning"), VOCABULARY, LAST, 50, ({ facts }) => facts.id);
  assert.deepEqual(
    companions.map(({ label, count }) => [label, count]),
    [
      ["Tree search", 2],
      ["Berths", 1],
      ["Robotics", 1],
    ],
  );
});

test("Six companions are shown at most, and none that the vocabulary does not have.", () => {
  const labels = ["A", "B", "C", "D", "E", "F", "G"];
  const papers = [makePaper({}, { topics: ["Planning", "Gone", ...labels] })];
  const vocabulary = makeVocabulary(
    papers,
    ["Planning", ...labels].map((label) => ({ label })),
  );
  const { companions } = viewTopic(findTopic(vocabulary, "planning"), vocabulary, LAST, 50, ({ facts }) => facts.id);
  assert.deepEqual(
    companions.map(({ label }) => label),
    ["A", "B", "C", "D", "E", "F"],
  );
});

test("A topic without papers has an empty page.", () => {
  const topic = viewTopic(findTopic(VOCABULARY, "tides"), VOCABULARY, LAST, 50, ({ facts }) => facts.id);
  assert.deepEqual([topic.count, topic.shelf.total, topic.companions, topic.series.max], [0, 0, [], 0]);
});
