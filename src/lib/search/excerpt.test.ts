import assert from "node:assert/strict";
import { test } from "node:test";
import type { FoundPaper, Hit } from "./engine.ts";
import { makeExcerpt } from "./excerpt.ts";
import { listIndexWords } from "./index-words.ts";
import { findSurfaces } from "./marks.ts";
import { parseQuestionWords } from "./words.ts";

/** The excerpt of a paper for a question, marked words between brackets. */
function excerpt(
  question: string,
  content: string,
  shown: Partial<FoundPaper["entry"]> = {},
  authors: string[] = [],
): string {
  const { words } = parseQuestionWords(question);
  const tokens = content.split(" ");
  const isFound = (token: string): boolean =>
    words.some(({ forms }) =>
      forms.some((form) => form.split(" ").some((part) => listIndexWords(token).includes(part))),
    );
  const positions = tokens.flatMap((token, index) => (isFound(token) ? [index] : []));
  const hit: Hit = { key: "a", score: 1, positions, load: () => Promise.reject(new Error("not needed here")) };
  const entry = { title: "Untitled", ...shown } as FoundPaper["entry"];
  const paper: FoundPaper = { content, aside: "", authors, near: [], entry };
  const pieces = makeExcerpt(hit, words, paper, findSurfaces(hit, words, paper));
  return pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join("");
}

const filler = (count: number): string => Array.from({ length: count }, (_, index) => `filler${index}`).join(" ");

test("the sentence with most of the words is shown, whole", () => {
  const text = "We play poker all day long here. They learn poker by play against a model. Nothing else happened.";
  assert.equal(excerpt("learn poker model", text), "They [learn] [poker] by play against a [model].");
});

test("a word that the paper seldom has tells more than one it has everywhere", () => {
  const text = "The agents met many agents. All agents act in turn. A volcano is not part of that. More agents came.";
  assert.equal(excerpt("agents volcano", text), "A [volcano] is not part of that.");
});

test("where the same words are found, they stand close together", () => {
  const text = "Poker has rules, and some say that only Kuhn knew. This is Kuhn poker in its plain form.";
  assert.equal(excerpt("kuhn poker", text), "This is [Kuhn] [poker] in its plain form.");
});

test("a sentence comes before a heading that has the same", () => {
  const text = "Kuhn poker. What follows is Kuhn poker as it is played.";
  assert.equal(excerpt("kuhn poker", text), "What follows is [Kuhn] [poker] as it is played.");
});

test("abbreviations, initials and numbers end no sentence", () => {
  const text = "It was H. Kuhn et al. (Princeton) who wrote 3.5 pages, e.g. About poker. Another one.";
  assert.equal(excerpt("poker", text), "It was H. Kuhn et al. (Princeton) who wrote 3.5 pages, e.g. About [poker].");
});

test("of a long sentence there is the part where most was found, with ellipses", () => {
  const text = `First one. ${filler(40)} poker ${filler(40)} Kuhn poker ${filler(40)}`;
  const shown = excerpt("kuhn poker", text);
  assert.match(shown, /^… filler36 .*\[Kuhn\] \[poker\] filler0 .* …$/);
  assert.equal(shown.split(" ").length, 30);
});

test("a long sentence that is shown from its beginning has no ellipsis there", () => {
  assert.match(excerpt("poker", `First one. Then poker ${filler(50)}`), /^Then \[poker\] filler0 .* …$/);
});

test("nothing is shown where title and digest have all words, or the text has none of the others", () => {
  const text = "Kuhn poker. They play Kuhn poker for days on end.";
  assert.equal(excerpt("kuhn poker", text, { title: "Kuhn’s game", tldr: "On poker." }), "");
  assert.equal(excerpt("kuhn volcano", text, { title: "Kuhn" }), "");
});

test("words that title and digest lack decide, and their own sentences are not shown again", () => {
  const text = "Kuhn met Nash. Kuhn met Nash and Kuhn again, says this text. Poker is what they played then.";
  assert.equal(excerpt("kuhn nash poker", text, { title: "Kuhn met Nash" }), "[Poker] is what they played then.");
  const twice = "How Kuhn and poker met. Later on poker was played by all.";
  assert.equal(excerpt("poker nash", twice, { tldr: "How Kuhn and pokers met." }), "");
  assert.equal(excerpt("poker", "One [odd] word only."), "");
});

test("a word written together is found by its parts and as one", () => {
  const text = "No words here at all today. They use self-play against themselves every day.";
  assert.equal(excerpt("self-play", text), "They use [self-play] against themselves every day.");
});

/** The text of a paper's page, whose cover ends without a full stop. */
const page = (cover: string): string =>
  `Untitled. ${cover} Before a little tuning, volleyball is hard. Nothing else happened here.`;

test("an excerpt begins behind the names and the date of the cover, however precisely that is known", () => {
  for (const [published, date] of [
    ["2031-05-07", "7 May 2031"],
    ["2031-05", "May 2031"],
    ["2031", "2031"],
    [undefined, "date unknown"],
  ] as const) {
    const entry = published === undefined ? {} : { published };
    const text = page(`Ada Example, Ben Sample The Port, ${date}`);
    const shown = excerpt("volleyball", text, entry, ["Ada Example", "Ben Sample"]);
    assert.equal(shown, "Before a little tuning, [volleyball] is hard.", date);
  }
  const nameless = excerpt("volleyball", page("Authors unknown May 2031"), { published: "2031-05" });
  assert.equal(nameless, "Before a little tuning, [volleyball] is hard.");
});

test("names are shown where the text has none of the words that title and digest lack", () => {
  const cover = "Ada Example, Ben Sample 7 May 2031";
  const names = (question: string) =>
    excerpt(question, page(cover), { published: "2031-05-07" }, ["Ada Example", "Ben Sample"]);
  assert.equal(names("sample"), "Ada Example, Ben [Sample] 7 May 2031");
  assert.equal(names("ben sample volleyball"), "Before a little tuning, [volleyball] is hard.");
});

test("a date in the title is not taken for that of the cover", () => {
  const text = "Trends of 2031. Ada Example 2031 Some volleyball is played here. The end of it all.";
  const shown = excerpt("volleyball", text, { title: "Trends of 2031", published: "2031" }, ["Ada Example"]);
  assert.equal(shown, "Some [volleyball] is played here.");
});
