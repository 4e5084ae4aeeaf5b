import assert from "node:assert/strict";
import { test } from "node:test";
import { makeSuggestions } from "./suggest.ts";
import type { NamedTopic } from "./suggestions.ts";
import { parseQuestionWords } from "./words.ts";

const topics: NamedTopic[] = [
  { id: "games", label: "Games", aliases: ["board game", "chess", "search"] },
  { id: "reinforcement-learning", label: "Reinforcement learning", aliases: ["policy gradient", "reward"] },
  { id: "imitation-learning", label: "Imitation learning", aliases: [] },
  { id: "self-play", label: "Self-play", aliases: ["selfplay"] },
];

function mend(question: string): string | undefined {
  return makeSuggestions(question, { unknown: parseQuestionWords(question).words, loose: [] }, [], topics).text;
}

test("a mistyped word is mended by the nearest word of the topics", () => {
  const mended: [typed: string, meant: string][] = [
    ["reinforcment lerning", "reinforcement learning"],
    ["gmes", "games"],
    ["chss openings", "chess openings"],
    ["serach games", "search games"],
    ["imitaiton", "imitation"],
    ["plicy gradients", "policy gradients"],
    ["selfply", "selfplay"],
  ];
  for (const [typed, meant] of mended) assert.equal(mend(typed), meant, typed);
});

test("a word that is far from all, inflected, or too short to tell is left as it is", () => {
  for (const typed of ["sourdough", "gamed", "learn", "gme", "gaming", "rewarded"])
    assert.equal(mend(typed), undefined, typed);
});

test("only doubtful words are mended", () => {
  const [, second] = parseQuestionWords("gmes lerning").words;
  assert.ok(second);
  assert.equal(makeSuggestions("gmes lerning", { unknown: [second], loose: [] }, [], topics).text, "gmes learning");
});

test("topics are offered that have a word of the question in a name, most first, also when it is mistyped", () => {
  const near = (question: string): string[] =>
    makeSuggestions(question, { unknown: [], loose: [] }, parseQuestionWords(question).words, topics).topics;
  assert.deepEqual(near("learning by imitation"), ["imitation-learning", "reinforcement-learning"]);
  assert.deepEqual(near("chss"), ["games"]);
  assert.deepEqual(near("sourdough"), []);
});

test("a word that papers have in another form is only mended by a word of the same beginning", () => {
  const { words } = parseQuestionWords("vases reinforcment");
  const known = ["vaes", "reinforcement"];
  assert.equal(
    makeSuggestions("vases reinforcment", { unknown: [], loose: words }, [], [], known).text,
    "vases reinforcement",
  );
});

test("where nothing is found and it is not known what was meant, words that are written nearly so are offered", () => {
  const { words } = parseQuestionWords("gams");
  const suggest = (text: string, known: string[]) =>
    makeSuggestions(text, { unknown: parseQuestionWords(text).words, loose: [] }, words, [], known);
  assert.deepEqual(suggest("glacirs", ["glaciology", "volcano", "glance", "glaci"]).words, ["glaci"]);
  assert.deepEqual(suggest("glacirs", ["glaciers"]), { text: "glaciers", words: [], topics: [], papers: [] });
});

test("a name that nobody bears is not mended in part, and no stop word is offered", () => {
  assert.equal(mend("Zoltan Chss"), undefined);
  assert.equal(mend("Imitaiton Chss"), "imitation chess");
  assert.equal(mend("zoltan chss"), "zoltan chess");
  const { words } = parseQuestionWords("weather");
  const offered = makeSuggestions("weather", { unknown: words, loose: [] }, words, [], ["whether", "weaker"]);
  assert.deepEqual(offered.words, ["weaker"]);
});
