import assert from "node:assert/strict";
import { test } from "node:test";
import { makeFakeEngine, type SamplePaper } from "#scenes/search-samples.ts";
import type { Hit } from "./engine.ts";
import { pinNamed } from "./names.ts";
import { answerQuestion, makeVocabulary } from "./planner.ts";
import { EMPTY_QUESTION, type Question } from "./question.ts";
import type { SearchAnswer } from "./search-answer.ts";

const vocabulary = makeVocabulary(
  [],
  [{ id: "quark-llm", label: "Quark", aliases: ["quark-before"] }],
  [{ name: "Una Certain", aliases: ["U. Certain", "Una Sample"] }],
);

function ask(papers: SamplePaper[], question: string | Partial<Question>): Promise<SearchAnswer> {
  const asked = typeof question === "string" ? { text: question } : question;
  return answerQuestion(makeFakeEngine(papers), { ...EMPTY_QUESTION, ...asked }, vocabulary);
}

/** Keys in order, those that only come near after a bar. */
function list({ results, exactCount }: SearchAnswer): string {
  const keys = results.map(({ hit }) => hit.key);
  return [keys.slice(0, exactCount).join(" "), keys.slice(exactCount).join(" ")].join(" | ").trim();
}

test("an author's papers come first; those that only have the words come near", async () => {
  const library = [
    { id: "other", text: "Chen Chen Weizhe Weizhe wrote this", authors: ["Weizhe Li", "Ada Chen"] },
    { id: "own", text: "by Weizhe Chen", authors: ["Bo Sample", "Weizhe Chen"] },
  ];
  for (const question of ["Weizhe Chen", "chen weizhe"]) {
    const answer = await ask(library, question);
    assert.equal(list(answer), "own | other", question);
    assert.deepEqual(answer.source, { kind: "author", label: "Weizhe Chen", count: 1 });
  }
  assert.equal((await ask(library, "weizhe")).source, undefined);
  assert.equal((await ask(library, { text: "Weizhe Chen", sort: "newest" })).source, undefined);
});

test("an organisation's papers come first when it is asked for by name or id", async () => {
  const organization = { id: "quark-llm", label: "Quark", href: "/organizations/quark-llm/" };
  const library = [
    { id: "other", text: "quark llm quark llm" },
    { id: "own", text: "from quark llm", entry: { organization } },
  ];
  const lists = {
    "quark-llm": "own | other",
    "Quark LLM": "own | other",
    QuarkLLM: "own | other",
    Quark: "own other |",
  };
  for (const [question, keys] of Object.entries(lists)) {
    const answer = await ask(library, question);
    assert.equal(list(answer), keys, question);
    assert.deepEqual(answer.source, { kind: "organization", label: "Quark", href: organization.href, count: 1 });
  }
});

test("an author's papers are counted beyond those in which the name is looked for", async () => {
  const library = Array.from({ length: 30 }, (_, index) => ({
    id: `p${index}`,
    text: "by Weizhe Chen",
    authors: ["Weizhe Chen"],
  }));
  assert.equal((await ask(library, "Weizhe Chen")).source?.count, 30);
});

test("the paper whose title is typed comes first, and the others stay", async () => {
  const library = [
    { id: "more", text: "search agents search agents search agents" },
    { id: "title", text: "Search: agents" },
  ];
  assert.equal(list(await ask(library, "search agents")), "title more |");
});

test("only papers in which the words stand as in a name are fetched to look for one", async () => {
  const loaded: string[] = [];
  const engine = makeFakeEngine([
    { id: "apart", text: `one two three four five six seven chen and so on and so forth for weizhe` },
    { id: "together", text: "one two three four five six seven by Weizhe Chen", authors: ["Weizhe Chen"] },
  ]);
  const search: typeof engine.search = async (term, options) => {
    const hits = await engine.search(term, options);
    const load = (hit: Hit): Hit["load"] => {
      return () => {
        loaded.push(hit.key);
        return hit.load();
      };
    };
    return hits.map((hit) => ({ ...hit, load: load(hit) }));
  };
  const hits = await search('"weizhe"', "fused");
  const places: Record<string, number[][]> = { apart: [[15], [7]], together: [[8], [9]] };
  const results = hits.map((hit) => ({
    hit,
    matched: [],
    places: places[hit.key] ?? [],
    isApart: false,
    isExact: true,
  }));
  const question = { ...EMPTY_QUESTION, text: "Weizhe Chen" };
  const { source } = await pinNamed(engine, question, { results, words: [] }, { organizations: [], people: [] });
  assert.deepEqual(source, { kind: "author", label: "Weizhe Chen", count: 1 });
  assert.deepEqual([...new Set(loaded)], ["together"]);
});

test("all papers of an organisation come first, however its name is joined, and by an alias that a curator states", async () => {
  const organization = { id: "quark-llm", label: "Quark", href: "/organizations/quark-llm/" };
  const library = [
    { id: "older", text: "of cranes", entry: { organization, published: "2025-01-01" } },
    { id: "newer", text: "of harbours", entry: { organization, published: "2026-01-01" } },
    { id: "other", text: "of quays" },
  ];
  for (const question of ["quark", "QUARK", "quark llm", "quarkllm", "quark-before", "Quark_LLM"]) {
    const answer = await ask(library, question);
    assert.equal(list(answer), "newer older |", question);
    assert.equal(answer.source?.label, "Quark", question);
    assert.ok(answer.isCountExact);
  }
  const filtered = await ask(library, { text: "quarkllm", years: ["2025"] });
  assert.equal(list(filtered), "older |");
  assert.deepEqual(filtered.facets?.years, [
    { value: "2026", count: 1 },
    { value: "2025", count: 1 },
  ]);
});

test("a part of an organisation's name is enough where most papers that have it are its own", async () => {
  const organization = { id: "gdm", label: "Boson Deepwell", href: "/organizations/gdm/" };
  const own = { id: "own", text: "from boson deepwell", entry: { organization } };
  assert.equal((await ask([own], "deepwell")).source?.label, "Boson Deepwell");
  assert.equal((await ask([own], "bosondeepwell")).source, undefined, "its id and its words alone are in the index");
  const others = ["a", "b", "c"].map((id) => ({ id, text: "the deepwell of others" }));
  assert.equal((await ask([own, ...others], "deepwell")).source, undefined);
  assert.equal((await ask([own], "from deepwell")).source, undefined);
});

const AUTHORED = [
  { id: "wei", text: "by Wei Chen", authors: ["Wei Chen"], entry: { published: "2026-01-02" } },
  { id: "weizhe", text: "by Weizhe Chen", authors: ["Bo Sample", "Weizhe Chen"], entry: { published: "2026-02-02" } },
  { id: "ada", text: "by Ada Chen", authors: ["Ada Chen"] },
  { id: "double", text: "by Jean-Luc Dupont-Aignan", authors: ["Jean-Luc Dupont-Aignan"] },
  { id: "particle", text: "by Jan van den Berg", authors: ["Jan van den Berg"] },
  { id: "neil", text: "by Mara O’Neil", authors: ["Mara O’Neil"] },
  { id: "junior", text: "by Ole Sample Jr.", authors: ["Ole Sample Jr."] },
  { id: "words", text: "W is for Chen and J for Berg" },
];

test("authors are found by initials, with the order turned, with particles and lineage left out or not", async () => {
  const answers = {
    "W. Chen": "weizhe wei",
    "w. chen": "weizhe wei",
    "W Chen": "weizhe wei",
    "Chen W": "weizhe wei",
    "Chen, W.": "weizhe wei",
    "Chen Weizhe": "weizhe",
    "Chen, Weizhe": "weizhe",
    "J.-L. Dupont": "double",
    "Jean Luc Dupont-Aignan": "double",
    "J. Dupont Aignan": "double",
    "Dupont-Aignan, J.": "double",
    "Berg, J. van den": "particle",
    "Jan van den Berg": "particle",
    "van den Berg, J.": "particle",
    "J. Berg": "particle",
    "M. O'Neil": "neil",
    "Mara ONeil": "neil",
    "O. Sample Jr.": "junior",
    "Sample O": "junior",
  };
  for (const [question, keys] of Object.entries(answers)) {
    const answer = await ask(AUTHORED, question);
    assert.equal(list(answer).replace(/ \|.*/, ""), keys, question);
    assert.equal(answer.source?.count, keys.split(" ").length, question);
    assert.equal(answer.suggestions.text, undefined, question);
  }
  const { source } = await ask(AUTHORED, "W. Chen");
  const authors = [
    { label: "Weizhe Chen", count: 1 },
    { label: "Wei Chen", count: 1 },
  ];
  assert.deepEqual(source, { kind: "author", label: "Weizhe Chen", authors, count: 2 });
  assert.equal(list(await ask(AUTHORED, { text: "Chen W", years: ["2026"] })), "weizhe wei |");
});

test("letters that are no initials of an author lead nobody", async () => {
  for (const question of ["X. Chen", "a chen of words", "C Berg", "Q learning"]) {
    assert.equal((await ask(AUTHORED, question)).source, undefined, question);
  }
});

test("papers by those of a family name come before papers that have the word", async () => {
  const mention = { id: "mention", text: "Chen Chen Chen" };
  const answer = await ask([mention, ...AUTHORED.slice(0, 3)], "Chen");
  assert.equal(list(answer), "wei weizhe ada mention |");
  assert.equal(answer.source?.authors?.length, 3);
  // A name that is a word as well, and is said mostly as one.
  const song = { id: "song", text: "by Yu Song", authors: ["Yu Song"] };
  const songs = ["a", "b"].map((id) => ({ id, text: "a song" }));
  assert.equal((await ask([song, ...songs], "Song")).source, undefined);
  assert.equal((await ask([song, ...songs.slice(1)], "song")).source, undefined);
});

test("a person's papers under all names that a curator states are found by each of them", async () => {
  const library = [
    { id: "full", text: "by Una Certain", authors: ["Una Certain"] },
    { id: "short", text: "by U. Certain", authors: ["U. Certain"] },
    { id: "married", text: "by Una Sample", authors: ["Una Sample"] },
    { id: "else", text: "by Una Other", authors: ["Una Other"] },
  ];
  for (const question of ["Una Certain", "certain, una", "Una Sample"]) {
    const answer = await ask(library, question);
    assert.equal(list(answer).replace(/ \|.*/, ""), "full short married", question);
    assert.deepEqual(answer.source, { kind: "author", label: "Una Certain", count: 3 });
  }
  assert.deepEqual((await ask(library, "U. Certain")).source, { kind: "author", label: "Una Certain", count: 2 });
});

test("a name with a wrong letter leads to the author who was probably meant", async () => {
  const slips = {
    "weizhe chne": "Weizhe Chen",
    "Weizh Chen": "Weizhe Chen",
    "Wiezhe Chen": "Weizhe Chen",
    "chen wiezhe": "Weizhe Chen",
    "Mara Oneill": "Mara O’Neil",
    "jan van den brg": undefined,
    "wei chen harbours": undefined,
  };
  for (const [question, meant] of Object.entries(slips)) {
    assert.equal((await ask(AUTHORED, question)).suggestions.text, meant, question);
  }
});
