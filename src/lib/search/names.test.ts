import assert from "node:assert/strict";
import { test } from "node:test";
import { makeFakeEngine, type SamplePaper } from "#scenes/search-samples.ts";
import type { Hit } from "./engine.ts";
import { pinNamed } from "./names.ts";
import { answerQuestion, makeVocabulary } from "./planner.ts";
import { EMPTY_QUESTION, type Question } from "./question.ts";
import type { SearchAnswer } from "./search-answer.ts";

const vocabulary = makeVocabulary([], [{ id: "quark-llm", label: "Quark" }]);

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
  for (const question of ["Quark", "quark-llm"]) {
    const answer = await ask(library, question);
    assert.equal(list(answer), "own | other", question);
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
  const sources = { organizations: [], organizationOf: () => undefined };
  const { source } = await pinNamed("Weizhe Chen", results, sources);
  assert.deepEqual(source, { kind: "author", label: "Weizhe Chen", count: 1 });
  assert.deepEqual([...new Set(loaded)], ["together"]);
});
