/** Topics by rule, with the real list of topics: on invented papers, and on real ones that were labelled by hand. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { harvestHuggingFace } from "#importers/hugging-face/harvest.ts";
import { readContent } from "#lib/content/read.ts";
import { assignTopics, compileTopics } from "#lib/papers/topics.ts";
import type { Facts } from "#lib/records/facts.ts";
import { findSharedData } from "#scenes/shared-data.ts";
import { HELD_OUT, LABELLED } from "#scenes/topic-labels.ts";
import { PROJECT_FOLDER } from "#tools/folders.ts";

const tags = readContent(join(PROJECT_FOLDER, "content")).tags.lines.map(({ data }) => data);
const matcher = compileTopics(tags);
const parents = new Map(tags.map(({ id, parent }) => [id, parent]));

test("Invented papers get the topics that their titles name, and none that an abstract names in passing.", () => {
  const passing = "We show gains on every benchmark, and reasoning, planning and robots come up once.";
  for (const [title, ...topics] of [
    ["HarbourBench: How Well Do Pilots Park?", "benchmarks"],
    ["A Benchmark of Tides", "benchmarks"],
    ["Crane: A Robot That Sorts Ships", "robotics"],
    ["Ships from Words: Text-to-Image Generation at Sea", "image-generation"],
    ["Tides in Motion: Video Generation with Fewer Steps", "video-generation"],
    ["Gaussian Splatting of Harbours", "3d"],
    ["What Do Gulls Say? Speech Recognition on a Quay", "speech-audio"],
    ["A Survey of Search Agents", "search-agents", "agents", "surveys"],
    ["Search Agents That Know When to Stop", "search-agents"],
    ["On-Policy Distillation for Small Boats", "distillation"],
    ["Quantization of Lighthouses", "efficiency"],
    ["Mixture-of-Experts for Fleets", "architectures"],
    ["Scaling Laws of Anchors", "pre-training"],
    ["Prompt Injection in Harbour Offices", "safety"],
    ["Hallucination in Ship Logs", "truthfulness"],
    ["Machine Translation for Sailors", "languages"],
    ["Radiology of Whales", "medicine"],
    ["Time-Series Forecasting of Tides", "time-series"],
    ["Retrieval-Augmented Generation for Log Books", "retrieval"],
    ["World Models of Weather at Sea", "world-models", "earth"],
    ["A Plain Account of Anchors"],
    ["Language Models Read Maps"],
    ["Real-World Lessons from a Document-Level View"],
  ] as const) {
    const given = assignTopics({ title, abstract: passing }, matcher);
    assert.deepEqual(
      [...given].sort(),
      [...topics].filter((id) => given.includes(id) || id !== "agents").sort(),
      title,
    );
  }
});

const { path: days, skip } = findSharedData("data", "hf-daily");

/** Papers of the real days by id. */
function readPapers(): Map<string, Facts> {
  const facts = readdirSync(days).flatMap(
    (file) => harvestHuggingFace({ file, text: readFileSync(join(days, file), "utf8"), retrieved: "2031-05-01" }).facts,
  );
  return new Map(facts.map((paper) => [paper.id ?? "", paper]));
}

/** How many topics the papers of a list are given, how many of these are right, and how many papers get none. */
function judge(papers: ReadonlyMap<string, Facts>, list: string) {
  const result = { papers: 0, given: 0, right: 0, without: 0 };
  for (const line of list.trim().split("\n")) {
    const [id = "", ...labels] = line.split(" ");
    const paper = papers.get(id);
    assert.ok(paper !== undefined, id);
    const right = new Set(labels.flatMap((label) => [label, parents.get(label) ?? label]));
    const given = assignTopics(paper, matcher);
    result.papers += 1;
    result.given += given.length;
    result.right += given.filter((topic) => right.has(topic)).length;
    result.without += Number(given.length === 0);
  }
  return result;
}

test("Labels are topics of the list.", () => {
  const labels = `${LABELLED}${HELD_OUT}`.split("\n").flatMap((line) => line.split(" ").slice(1));
  assert.deepEqual(
    labels.filter((label) => !parents.has(label)),
    [],
  );
});

test("Of 140 real papers nearly all topics are right, and few papers get none.", { skip }, () => {
  const papers = readPapers();
  assert.deepEqual(judge(papers, LABELLED), { papers: 80, given: 142, right: 138, without: 6 });
  // What /about/ says of it: 9 in 10.
  assert.deepEqual(judge(papers, HELD_OUT), { papers: 60, given: 97, right: 91, without: 7 });
});

test("No topic is on an absurd share of all real papers, and a topic that is first is named by the title where any is.", {
  skip,
}, () => {
  const papers = readPapers();
  const counts = new Map<string, number>();
  let without = 0;
  for (const paper of papers.values()) {
    const given = assignTopics(paper, matcher);
    const named = assignTopics({ title: paper.title }, matcher);
    without += Number(given.length === 0);
    for (const topic of given) counts.set(topic, (counts.get(topic) ?? 0) + 1);
    // A title may name more than three.
    const first = new Set(given.slice(0, named.length));
    if (named.length < 3) assert.deepEqual(first, new Set(named), paper.title);
  }
  assert.ok(Math.max(...counts.values()) < papers.size * 0.16, String(Math.max(...counts.values())));
  assert.ok(without < papers.size * 0.13, String(without));
});
