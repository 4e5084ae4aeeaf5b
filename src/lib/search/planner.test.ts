import assert from "node:assert/strict";
import { test } from "node:test";
import { makeFakeEngine, NO_TABLES, type SamplePaper } from "#scenes/search-samples.ts";
import { answerQuestion, makeVocabulary, prepareQuestion } from "./planner.ts";
import { EMPTY_QUESTION, type Question } from "./question.ts";
import type { SearchAnswer } from "./search-answer.ts";
import type { SearchTables } from "./tables.ts";

const vocabulary = makeVocabulary([
  { id: "self-play", label: "Self-play", aliases: [] },
  { id: "games", label: "Games", aliases: ["chess"] },
  { id: "search", label: "Search agents", aliases: [] },
]);

function ask(
  papers: SamplePaper[],
  question: string | Partial<Question>,
  tables?: SearchTables,
): Promise<SearchAnswer> {
  const asked = typeof question === "string" ? { text: question } : question;
  return answerQuestion(makeFakeEngine(papers, [], tables), { ...EMPTY_QUESTION, ...asked }, vocabulary);
}

/** Keys in order, those that only come near after a bar. */
function list({ results, exactCount }: SearchAnswer): string {
  const keys = results.map(({ hit }) => hit.key);
  return [keys.slice(0, exactCount).join(" "), keys.slice(exactCount).join(" ")].join(" | ").trim();
}

const papers: SamplePaper[] = [
  { id: "a", text: "agents learn search without supervision", entry: { published: "2025-01-01" } },
  { id: "b", text: "agents search search", entry: { published: "2024-05-01", comments: { count: 7 } } },
  { id: "c", text: "supervision", entry: { published: "2026-01-01", comments: { count: 12 } } },
  { id: "d", text: "volcanoes" },
];

test("papers with all words lead, and those with some fill up behind them, best first", async () => {
  const answer = await ask(papers, "How do agents learn to search without supervision?");
  assert.equal(list(answer), "a | b c");
  assert.deepEqual(answer.words, ["agents", "learn", "search", "supervision"]);
  assert.deepEqual(answer.leftOut, ["how", "do", "to", "without"]);
  assert.deepEqual(
    answer.results.map(({ matched }) => matched.map(({ text }) => text).join(" ")),
    ["agents learn search supervision", "agents search", "supervision"],
  );
});

test("with ten exact papers nothing fills up", async () => {
  const many = Array.from({ length: 10 }, (_, index) => ({ id: `x${index}`, text: "agents search" }));
  const answer = await ask([...many, { id: "y", text: "agents" }], "agents search");
  assert.equal(answer.exactCount, 10);
  assert.equal(answer.results.length, 10);
});

test("a word that no paper has is named and does not empty the answer", async () => {
  const answer = await ask(papers, "sourdough volcanoes");
  assert.equal(list(answer), "| d");
  assert.deepEqual(answer.unknown, ["sourdough"]);
});

test("what the index finds in place of an unknown word is not taken for it", async () => {
  const answer = await ask([{ id: "s", text: "so it is" }], "sourdough");
  assert.deepEqual(answer.results, []);
  assert.deepEqual(answer.unknown, ["sourdough"]);
});

test("words between quotation marks must stand in a row", async () => {
  const answer = await ask(papers, '"learn search"');
  assert.equal(list(answer), "a | b");
  assert.equal(answer.isPhrase, true);
});

test("an arXiv id, with version or as a link, gives its paper and nothing else", async () => {
  const library = [
    { id: "2510.18821", text: "agents" },
    { id: "2510.18822", text: "2510.18821 is cited" },
  ];
  for (const text of ["2510.18821", "arXiv:2510.18821v2", "https://arxiv.org/abs/2510.18821"]) {
    const answer = await ask(library, { text, years: ["1999"] });
    assert.equal(list(answer), "2510.18821 |", text);
    assert.equal(answer.arxivId, "2510.18821");
  }
});

test("an id or address of any registry gives its paper; where it is not here, its words are looked for", async () => {
  const library = [
    { id: "doi:10.9999/x.7", text: "harbours" },
    { id: "acl:P31-1001", text: "piers" },
    { id: "openreview:In_v3nted", text: "quays" },
    { id: "math.XX/0309136", text: "knots" },
    { id: "2510.18822", text: "10.9999/y is cited" },
  ];
  for (const [text, id] of Object.entries({
    "https://dl.acm.org/doi/10.9999/X.7": "doi:10.9999/x.7",
    "doi: 10.9999/x.7": "doi:10.9999/x.7",
    "https://www.aclweb.org/anthology/p31-1001.pdf": "acl:P31-1001",
    "https://openreview.net/forum?id=In_v3nted": "openreview:In_v3nted",
  })) {
    const answer = await ask(library, text);
    assert.equal(list(answer), `${id} |`, text);
    assert.equal(answer.paperId, id);
  }
  const unknown = await ask(library, "10.9999/y");
  assert.equal(unknown.paperId, undefined);
  assert.equal(list(unknown), "2510.18822 |");
});

test("an arXiv id that the library does not have gives nothing near it", async () => {
  const answer = await ask([{ id: "2510.18821", text: "2510.18829 2510 18829" }], "2510.18829");
  assert.deepEqual(answer.results, []);
});

test("a question of stop words is searched as it is; one without any word finds nothing", async () => {
  assert.equal(list(await ask([{ id: "x", text: "to be or not" }], "to be")), "x |");
  assert.equal(list(await ask(papers, "???")), "|");
});

test("without words there are all papers within the filters, newest first", async () => {
  assert.equal(list(await ask(papers, { text: "" })), "c a b d |");
  assert.equal(list(await ask(papers, { text: "", years: ["2024", "2025"] })), "a b |");
});

test("a span of months narrows to the month, and what is left is counted", async () => {
  const library = [
    { id: "feb", text: "agents", entry: { published: "2024-02-29" } },
    { id: "mar", text: "agents", entry: { published: "2024-03-01" } },
    { id: "jan", text: "agents", entry: { published: "2025-01-31" } },
    { id: "undated", text: "agents" },
  ];
  const answer = await ask(library, { text: "agents", from: "2024-03", to: "2025-01" });
  assert.equal(list(answer), "jan mar |");
  assert.deepEqual(answer.facets?.years, [
    { value: "2025", count: 1 },
    { value: "2024", count: 1 },
  ]);
  assert.equal(list(await ask(library, { text: "", from: "2024-03" })), "jan mar |");
  assert.equal(list(await ask(library, { text: "agents", to: "2024-02", years: ["2025"] })), "|");
});

test("another order holds within exact papers and within those that fill up", async () => {
  const more = [...papers, { id: "e", text: "agents supervision learn search", entry: { published: "2026-02-02" } }];
  assert.equal(list(await ask(more, { text: "agents learn search supervision", sort: "newest" })), "e a | c b");
  assert.equal(list(await ask(papers, { text: "agents supervision", sort: "comments" })), "a | c b");
});

test("filters narrow exact and near papers alike; a word outside them is still a known word", async () => {
  const answer = await ask(papers, { text: "volcanoes agents", years: ["2024"] });
  assert.equal(list(answer), "| b");
  assert.deepEqual(answer.unknown, []);
});

test("years are counted as if none were chosen, topics among what is left", async () => {
  const topics = [{ id: "games", label: "Games", href: "/" }];
  const library = [
    { id: "a", text: "agents", entry: { published: "2025-01-01", topics } },
    { id: "b", text: "agents", entry: { published: "2024-01-01", topics } },
    { id: "c", text: "agents", entry: { published: "2024-02-01" } },
  ];
  const { facets } = await ask(library, { text: "agents", years: ["2025"] });
  assert.deepEqual(facets?.years, [
    { value: "2025", count: 1 },
    { value: "2024", count: 2 },
  ]);
  assert.deepEqual(facets?.tags, [{ value: "games", count: 1 }]);
});

test("many papers with one word are counted by one search", async () => {
  const topics = [{ id: "games", label: "Games", href: "/" }];
  const library = Array.from({ length: 60 }, (_, index) => ({
    id: `p${index}`,
    text: "agents",
    entry: { published: index < 20 ? "2024-01-01" : "2025-01-01", topics: index < 5 ? topics : [] },
  }));
  const { facets } = await ask([...library, { id: "x", text: "volcanoes", entry: { topics } }], "agents");
  assert.deepEqual(facets?.years, [
    { value: "2025", count: 40 },
    { value: "2024", count: 20 },
  ]);
  assert.deepEqual(facets?.tags, [{ value: "games", count: 5 }]);
});

test("when nothing is found, the word that was meant and the nearest topics are offered", async () => {
  const { results, suggestions } = await ask(papers, "chss gmes");
  assert.deepEqual(results, []);
  assert.deepEqual(suggestions, { text: "chess games", words: [], topics: ["games"], papers: [] });
});

test("a question that is no longer wanted is not answered to the end", async () => {
  const asked: string[] = [];
  const engine = makeFakeEngine(papers, asked);
  const reason = new Error("another question");
  const question = { ...EMPTY_QUESTION, text: "agents learn" };
  await assert.rejects(answerQuestion(engine, question, vocabulary, AbortSignal.abort(reason)), reason);
  assert.ok(!asked.includes("agents learn"), "the search for all words was still made");
});

test("whole words come before longer ones, which only come near", async () => {
  const library = [
    { id: "long", text: "evaluation evaluation evaluation" },
    { id: "whole", text: "a model named EVA-2" },
  ];
  const answer = await ask(library, "eva");
  assert.equal(list(answer), "whole | long");
  assert.equal(answer.isCountExact, true);
});

test("the last word may be half typed, another one may not", async () => {
  const library = [{ id: "a", text: "diffusion transformers" }];
  assert.equal(list(await ask(library, "diffusion transf")), "a |");
  assert.equal(list(await ask(library, "transf diffusion")), "| a");
});

test("no question of words asks for all papers, since that would load the whole index", async () => {
  const asked: string[] = [];
  const library = papers.map((paper) => ({ ...paper, near: [{ key: "d", likeness: 1 }] }));
  const engine = makeFakeEngine(library, asked);
  for (const sort of ["relevance", "newest", "comments"] as const) {
    await answerQuestion(engine, { ...EMPTY_QUESTION, text: "agents search -volcanoes", sort }, vocabulary);
  }
  assert.ok(asked.length > 0 && !asked.includes(""));
});

test("many results with one order are put into it by one search", async () => {
  const many = Array.from({ length: 60 }, (_, index) => ({
    id: `p${index}`,
    text: "agents search",
    entry: { published: `2024-${String(1 + (index % 12)).padStart(2, "0")}-01` },
  }));
  const { results } = await ask(many, { text: "agents search", sort: "newest" });
  const days = await Promise.all(results.map(async ({ hit }) => (await hit.load()).entry.published ?? ""));
  assert.equal(days.length, 60);
  assert.deepEqual(days, [...days].sort().reverse());
});

test("a word behind a minus sign keeps papers out, and it is said", async () => {
  const answer = await ask(papers, "agents -supervision");
  assert.equal(list(answer), "b |");
  assert.deepEqual(answer.excluded, ["supervision"]);
});

test("a mistyped word is mended by the corpus's own words", async () => {
  const tables = { ...NO_TABLES, readWords: async () => ["volcanoes", "supervision"] };
  const { suggestions } = await ask(papers, "volcnaoes supervison", tables);
  assert.equal(suggestions.text, "volcanoes supervision");
});

test("what a question's words need is fetched ahead, but no words that would be passed over", async () => {
  const asked: string[] = [];
  const common = new Map([["agents", 4000]]);
  const engine = makeFakeEngine(papers, asked, { ...NO_TABLES, common });
  await prepareQuestion(engine, "How agents learn self-play supervision", vocabulary);
  assert.deepEqual(asked, ["prepare learn", "prepare self play", "prepare selfplay", "prepare supervision"]);
});

test("only a word behind a minus sign lists what lacks it, newest first, and no name leads", async () => {
  const answer = await ask(papers, "-supervision");
  assert.equal(list(answer), "b d |");
  assert.deepEqual(answer.excluded, ["supervision"]);
  assert.equal(answer.isCountExact, true);
  assert.equal(list(await ask(papers, { text: "-supervision -volcanoes", years: ["2024"] })), "b |");
});

test("where nothing is found, the papers for what was probably meant are offered, else those outside the filters", async () => {
  const known = { ...NO_TABLES, readWords: async () => ["volcanoes"] };
  const nearest = async (question: string | Partial<Question>): Promise<string[]> =>
    (await ask(papers, question, known)).suggestions.papers.map(({ id }) => id);
  assert.deepEqual(await nearest("volcnaoes"), ["d"]);
  assert.deepEqual(await nearest({ text: "volcanoes", years: ["1999"] }), ["d"]);
  assert.deepEqual(await nearest("sourdough"), []);
});

test("where no paper has all words, two of them that papers write as one are offered so", async () => {
  const library = [
    { id: "one", text: "a jailbreak of cranes" },
    { id: "two", text: "the jail at a harbour" },
  ];
  const tables = { ...NO_TABLES, readWords: async () => ["jailbreak", "jail"] };
  const offer = async (text: string) =>
    (await answerQuestion(makeFakeEngine(library, [], tables), { ...EMPTY_QUESTION, text }, makeVocabulary([])))
      .suggestions.text;
  assert.equal(await offer("jail break"), "jailbreak");
  assert.equal(await offer("jail harbour"), undefined);
});

test("a word that papers have in another form is mended only where the answer is poor and papers do not inflect it", async () => {
  const library = [
    { id: "vase", text: "a vase of glaze" },
    { id: "model", text: "a model and its mod" },
  ];
  const tables = { ...NO_TABLES, readWords: async () => ["vaes", "vase", "model"] };
  const offer = async (text: string) =>
    (await answerQuestion(makeFakeEngine(library, [], tables), { ...EMPTY_QUESTION, text }, makeVocabulary([])))
      .suggestions.text;
  assert.equal(await offer("modle vase"), "model vase");
  assert.equal(await offer("vases model"), undefined);
});
