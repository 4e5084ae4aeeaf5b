import assert from "node:assert/strict";
import { test } from "node:test";
import type { Tag } from "../content/tag.ts";
import { assignTopics, compileTopics } from "./topics.ts";

function makeTag(id: string, label: string, aliases: string[] = [], parent?: string, titleWords?: string[]): Tag {
  return { id, label, description: label, aliases, ...(parent && { parent }), ...(titleWords && { titleWords }) };
}

const TAGS = [
  makeTag("agents", "Agents", ["LLM agent"]),
  makeTag("search-agents", "Search agents", ["deep search"], "agents"),
  makeTag("web-search-agents", "Web search agents", [], "search-agents"),
  makeTag("self-play", "Self-play", ["selfplay"]),
  makeTag("games", "Games", ["board game"]),
  makeTag("preference", "Preference learning", ["DPO", "human feedback"]),
  makeTag("survey", "Surveys"),
  makeTag("trees", "Trees"),
  makeTag("tree-search", "Tree search"),
  makeTag("benchmarks", "Benchmarks", [], undefined, ["evaluating", "*bench"]),
];

const assign = (title: string, abstract?: string) =>
  assignTopics(abstract === undefined ? { title } : { title, abstract }, TAGS);

test("labels and aliases are found as whole words, whatever their case, hyphens and plural", () => {
  assert.deepEqual(assign("Self Play"), ["self-play"]);
  assert.deepEqual(assign("SELF-PLAY and a Board-Game"), ["self-play", "games"]);
  assert.deepEqual(assign("DPOs compared"), ["preference"]);
  assert.deepEqual(assign("A Survey"), ["survey"]);
  assert.deepEqual(assign("An agent's view"), ["agents"]);
});

test("parts of words and parts of phrases are not mentions", () => {
  assert.deepEqual(assign("Gamesmanship, reagents and the self at play"), []);
  assert.deepEqual(assign("Human judges without feedback"), []);
});

test("the longest phrase is taken and its parts are not counted again", () => {
  assert.deepEqual(assign("Deep search"), ["search-agents"]);
  assert.deepEqual(assign("Search agents at work"), ["search-agents"]);
  assert.deepEqual(assign("Web search agents"), ["web-search-agents"]);
  assert.deepEqual(assign("Tree search"), ["tree-search"]);
  assert.deepEqual(assign("Tree sort"), ["trees"]);
});

test("a topic that the title names always comes before those that only the abstract names", () => {
  assert.deepEqual(assign("On games", "Selfplay. Selfplay! Selfplay? Selfplay; selfplay, selfplay."), [
    "games",
    "self-play",
  ]);
  assert.deepEqual(assign("Agents", "Deep search, deep search and deep search."), ["agents", "search-agents"]);
});

test("a topic that only the abstract names has to be named three times by an alias", () => {
  assert.deepEqual(assign("Untitled", "Selfplay and selfplay."), []);
  assert.deepEqual(assign("Untitled", "Selfplay, selfplay and selfplay."), ["self-play"]);
  assert.deepEqual(assign("Untitled", "Self-play, self-play and self-play."), []);
  assert.deepEqual(
    assign("Untitled", "Board game; board game; board games. Selfplay (selfplay, selfplay, selfplay)."),
    ["self-play", "games"],
  );
});

test("words for titles count in a title alone, and some are the ends of words", () => {
  assert.deepEqual(assign("Evaluating trees"), ["benchmarks", "trees"]);
  assert.deepEqual(assign("HarbourBench"), ["benchmarks"]);
  assert.deepEqual(assign("Harbour-Bench"), ["benchmarks"]);
  assert.deepEqual(assign("Untitled", "Evaluating HarbourBench, evaluating and evaluating benchmarks."), []);
});

test("of what the title names a topic comes before the wider ones above it", () => {
  assert.deepEqual(assign("Agents, agents, agents and deep search"), ["search-agents", "agents"]);
  assert.deepEqual(assign("Agents, search agents and web search agents"), [
    "web-search-agents",
    "search-agents",
    "agents",
  ]);
});

test("no more than three topics are given and nothing where nothing is said", () => {
  assert.equal(assign("Survey of self-play in games by agents with human feedback").length, 3);
  assert.deepEqual(assign("On the reasonable", ""), []);
});

test("a compiled vocabulary gives the same as the list it was made of", () => {
  const record = { title: "Search agents in games", abstract: "An LLM agent learns from human feedback by self-play." };
  assert.deepEqual(assignTopics(record, compileTopics(TAGS)), assignTopics(record, TAGS));
  assert.deepEqual(assignTopics(record, [...TAGS].reverse()), assignTopics(record, TAGS));
});

test("parents in a circle do not hang the matcher", () => {
  const circle = [makeTag("a", "Apples", [], "b"), makeTag("b", "Pears", [], "a")];
  assert.deepEqual(assignTopics({ title: "Apples and pears" }, circle).sort(), ["a", "b"]);
});
