import assert from "node:assert/strict";
import { test } from "node:test";
import type { EntryView } from "../papers/entry.ts";
import type { Filters, Hit, SearchEngine, SearchOptions } from "./engine.ts";
import { countEntries } from "./facets.ts";
import { filterValuesOf, sortKeysOf } from "./index-format.ts";
import { type Answer, answerQuestion, makeVocabulary } from "./planner.ts";
import { EMPTY_QUESTION, type Question } from "./question.ts";
import { listSurfaces } from "./surface.ts";

/** A paper of the invented library: its text, and what it is filtered and ordered by. */
interface Paper {
  id: string;
  text: string;
  entry?: Partial<EntryView>;
}

const vocabulary = makeVocabulary([
  { id: "self-play", label: "Self-play", aliases: [] },
  { id: "games", label: "Games", aliases: ["chess"] },
  { id: "search", label: "Search agents", aliases: [] },
]);

function entryOf({ id, text, entry }: Paper): EntryView {
  return {
    id,
    href: `/${id}/`,
    title: text,
    byline: "",
    topics: [],
    isTopicsAssigned: false,
    isWithdrawn: false,
    ...entry,
  };
}

/** Matches as Pagefind does: longer words too, and a shorter one when no word is as long; phrases by parts in a row. */
function makeFakeEngine(papers: Paper[], asked: string[] = []): SearchEngine {
  const known = new Set(papers.flatMap(({ text }) => text.split(" ").flatMap(listSurfaces)));
  const meets = (entry: EntryView, filters: Filters): boolean => {
    const values = filterValuesOf(entry) as unknown as Record<string, string | string[]>;
    return Object.entries(filters).every(([name, wanted]) => {
      const own = [values[name] ?? []].flat();
      if (typeof wanted === "string") return own.includes(wanted);
      return Array.isArray(wanted)
        ? wanted.every((value) => own.includes(value))
        : wanted.any.some((v) => own.includes(v));
    });
  };
  const locate = (paper: Paper, word: string): number[] => {
    const isKnown = [...known].some((surface) => surface.startsWith(word));
    const shorter = [...known].filter((surface) => word.startsWith(surface)).sort((a, b) => b.length - a.length)[0];
    const matches = (surface: string): boolean => (isKnown ? surface.startsWith(word) : surface === shorter);
    return paper.text.split(" ").flatMap((token, index) => (listSurfaces(token).some(matches) ? [index] : []));
  };
  const toHit = (paper: Paper, positions: number[]): Hit => ({
    key: paper.id,
    score: positions.length + 1,
    positions,
    load: async () => ({ entry: entryOf(paper), content: paper.text, aside: paper.id }),
  });
  const find = (paper: Paper, term: string): number[] | undefined => {
    const words = term.replaceAll('"', "").split(" ");
    const places = words.map((word) => locate(paper, word));
    if (places.some((place) => place.length === 0)) return paper.id === term ? [] : undefined;
    const isRow = places[0]?.some((start) => places.every((place, index) => place.includes(start + index)));
    return term.startsWith('"') && !isRow ? undefined : places.flat();
  };
  return {
    isWhole: true,
    async search(term: string | null, { filters, sort }: SearchOptions) {
      asked.push(term ?? "");
      const hits = papers
        .filter((paper) => meets(entryOf(paper), filters))
        .flatMap((paper) => {
          const positions = term === null ? [] : find(paper, term);
          return positions === undefined ? [] : [{ paper, hit: toHit(paper, positions) }];
        });
      const key = ({ paper }: { paper: Paper }) => sortKeysOf(entryOf(paper))[sort === "newest" ? "date" : "comments"];
      if (sort === "relevance") hits.sort((a, b) => b.hit.score - a.hit.score);
      else hits.sort((a, b) => key(b).localeCompare(key(a), "en", { numeric: true }));
      return { hits: hits.map(({ hit }) => hit), counts: countEntries(hits.map(({ paper }) => entryOf(paper))) };
    },
  };
}

function ask(papers: Paper[], question: string | Partial<Question>, signal?: AbortSignal): Promise<Answer> {
  const asked = typeof question === "string" ? { text: question } : question;
  return answerQuestion(makeFakeEngine(papers), { ...EMPTY_QUESTION, ...asked }, vocabulary, signal);
}

/** Keys in order, those that only come near after a bar. */
function list({ results, exactCount }: Answer): string {
  const keys = results.map(({ hit }) => hit.key);
  return [keys.slice(0, exactCount).join(" "), keys.slice(exactCount).join(" ")].join(" | ").trim();
}

const papers: Paper[] = [
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

test("beyond ten papers only good ones fill up", async () => {
  const good = Array.from({ length: 12 }, (_, index) => ({
    id: `g${index}`,
    text: `alpha alpha alpha alpha beta ${index}`,
  }));
  const weak = Array.from({ length: 12 }, (_, index) => ({ id: `w${index}`, text: `gamma ${index}` }));
  const answer = await ask([...good, ...weak], "alpha beta gamma");
  assert.equal(answer.results.length, 12);
});

test("where an exact paper is far better than all others, these only fill up to ten", async () => {
  const best = { id: "best", text: "alpha beta ".repeat(20).trim() };
  const others = Array.from({ length: 20 }, (_, index) => ({ id: `o${index}`, text: `alpha ${index}` }));
  assert.equal((await ask([best, ...others], "alpha beta")).results.length, 10);
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

test("self-play, self play and selfplay find the same papers, the word itself before its parts", async () => {
  const plays = [
    { id: "whole", text: "self-play in games" },
    { id: "row", text: "by self play alone" },
    { id: "apart", text: "self search and fair play" },
    { id: "other", text: "chess" },
  ];
  for (const question of ["self-play", "self play", "selfplay"]) {
    const answer = await ask(plays, question);
    assert.equal(list(answer), "whole row | apart", question);
    assert.equal(answer.results[2]?.isApart, true, question);
  }
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

test("when nothing is found, the word that was meant and the nearest topics are offered", async () => {
  const { results, suggestions } = await ask(papers, "chss gmes");
  assert.deepEqual(results, []);
  assert.deepEqual(suggestions, { text: "chess games", topics: ["games"] });
});

test("a question that is no longer wanted is not answered to the end", async () => {
  const asked: string[] = [];
  const engine = makeFakeEngine(papers, asked);
  const reason = new Error("another question");
  const question = { ...EMPTY_QUESTION, text: "agents learn" };
  await assert.rejects(answerQuestion(engine, question, vocabulary, AbortSignal.abort(reason)), reason);
  assert.ok(!asked.includes("agents learn"), "the search for all words was still made");
});
