import assert from "node:assert/strict";
import { test } from "node:test";
import { makeSuggestions, type NamedTopic } from "./suggest.ts";
import { parseQuestionWords } from "./words.ts";

const topics: NamedTopic[] = [
  { id: "games", label: "Games", aliases: ["board game", "chess", "search"] },
  { id: "reinforcement-learning", label: "Reinforcement learning", aliases: ["policy gradient", "reward"] },
  { id: "imitation-learning", label: "Imitation learning", aliases: [] },
  { id: "self-play", label: "Self-play", aliases: ["selfplay"] },
];

function mend(question: string): string | undefined {
  return makeSuggestions(question, parseQuestionWords(question).words, [], topics).text;
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
  assert.equal(makeSuggestions("gmes lerning", [second], [], topics).text, "gmes learning");
});

test("topics are offered that have a word of the question in a name, most first, also when it is mistyped", () => {
  const near = (question: string): string[] =>
    makeSuggestions(question, [], parseQuestionWords(question).words, topics).topics;
  assert.deepEqual(near("learning by imitation"), ["imitation-learning", "reinforcement-learning"]);
  assert.deepEqual(near("chss"), ["games"]);
  assert.deepEqual(near("sourdough"), []);
});
