import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  addressOf,
  EMPTY_QUESTION,
  formatQuestion,
  isEmptyQuestion,
  isFiltered,
  parseQuestion,
  type Question,
  SORTS,
  withFilter,
  withoutFilters,
  withSpan,
} from "./question.ts";

const TOPICS = new Set(["self-play", "search-agents", "games"]);

function parse(query: string): Question {
  return parseQuestion(new URLSearchParams(query), TOPICS);
}

test("the whole question stands in the address, lists by repeating their parameter", () => {
  const question: Question = {
    text: "how do agents learn",
    tags: ["games", "self-play"],
    years: ["2024", "2025"],
    orgs: ["quark-llm"],
    from: "2024-03",
    to: "2025-01",
    hasCode: true,
    sort: "newest",
  };
  const address =
    "q=how+do+agents+learn&tag=games&tag=self-play&year=2024&year=2025&org=quark-llm" +
    "&from=2024-03&to=2025-01&code=1&sort=newest";
  assert.equal(formatQuestion(question).toString(), address);
  assert.deepEqual(parse(address), question);
});

test("what is not asked leaves nothing in the address", () => {
  assert.equal(addressOf(EMPTY_QUESTION, "/search/"), "/search/");
  assert.equal(addressOf({ ...EMPTY_QUESTION, text: "a & b" }, "/search/"), "/search/?q=a+%26+b");
});

test("values that mean nothing are dropped", () => {
  const query = "tag=self-play&tag=nonsense&year=2025&year=25&year=unknown&org=../x&org=meta&code=yes&sort=worst&x=1";
  assert.deepEqual(parse(query), {
    ...EMPTY_QUESTION,
    tags: ["self-play"],
    years: ["2025", "unknown"],
    orgs: ["meta"],
  });
});

test("months are put in order, a year alone is all of it, and what is no month is dropped", () => {
  assert.deepEqual(parse("from=2025-01&to=2024-03"), { ...EMPTY_QUESTION, from: "2024-03", to: "2025-01" });
  assert.deepEqual(parse("from=2024"), { ...EMPTY_QUESTION, from: "2024-01" });
  assert.deepEqual(parse("from=2024-13&to=then"), EMPTY_QUESTION);
  assert.equal(isFiltered(parse("to=2024")), true);
  assert.deepEqual(withSpan(parse("from=2024&q=x"), { to: "2025-01" }), {
    ...EMPTY_QUESTION,
    text: "x",
    to: "2025-01",
  });
});

test("papers like one are asked for by its id, unless there is a text", () => {
  const question = { ...EMPTY_QUESTION, like: "hep-th/9901001", tags: ["games"] };
  assert.equal(formatQuestion(question).toString(), "like=hep-th%2F9901001&tag=games");
  assert.deepEqual(parse("like=hep-th%2F9901001&tag=games"), question);
  assert.equal(isEmptyQuestion(parse("like=2510.18821")), false);
  assert.deepEqual(parse("like=nonsense"), EMPTY_QUESTION);
  assert.deepEqual(parse("like=2510.18821&q=poker"), { ...EMPTY_QUESTION, text: "poker" });
  assert.equal(addressOf({ ...question, text: "poker" }, "/search/"), "/search/?q=poker&tag=games");
});

test("a value given twice counts once, and no list grows without end", () => {
  assert.deepEqual(parse("tag=self-play&tag=games&tag=self-play").tags, ["games", "self-play"]);
  const many = Array.from({ length: 50 }, (_, index) => `year=${1900 + index}`).join("&");
  assert.equal(parse(many).years.length, 20);
});

test("text becomes one line without control characters and is cut where it is too long", () => {
  assert.equal(parse("q=%20a%0Ab%00%20%20c%20").text, "a b c");
  assert.equal(parse(`q=${"word ".repeat(200)}`).text.length, 399);
});

test("an order alone asks nothing; a filter does", () => {
  assert.equal(isEmptyQuestion(parse("sort=newest")), true);
  assert.equal(isEmptyQuestion(parse("q=+&sort=newest")), true);
  assert.equal(isEmptyQuestion(parse("code=1")), false);
  assert.equal(isFiltered(parse("q=x")), false);
  assert.equal(isFiltered(parse("year=2025")), true);
});

test("a value is taken in and out of its list, which stays in order", () => {
  const once = withFilter(parse("tag=self-play"), "tags", "games", true);
  assert.deepEqual(once.tags, ["games", "self-play"]);
  assert.deepEqual(withFilter(once, "tags", "games", true), once);
  assert.deepEqual(withFilter(once, "tags", "self-play", false).tags, ["games"]);
  assert.deepEqual(withFilter(once, "tags", "vision", false), once);
});

test("without filters the text and the order stay", () => {
  const question = withoutFilters(parse("q=x&tag=games&year=2025&org=a&from=2024&to=2025&code=1&sort=comments"));
  assert.deepEqual(question, { ...EMPTY_QUESTION, text: "x", sort: "comments" });
});

test("what is written into an address is read back the same, whatever was typed", () => {
  const list = (values: readonly string[]) => fc.uniqueArray(fc.constantFrom(...values)).map((some) => some.sort());
  const questions = fc.record({
    text: fc.string({ unit: "binary" }),
    tags: list([...TOPICS]),
    years: list(["2019", "2024", "2025", "unknown"]),
    orgs: list(["quark-llm", "tencent", "a.b_c"]),
    hasCode: fc.boolean(),
    sort: fc.constantFrom(...SORTS),
  });
  fc.assert(
    fc.property(questions, (question) => {
      const read = parse(formatQuestion(question).toString());
      assert.deepEqual({ ...read, text: "" }, { ...question, text: "" });
      assert.equal(formatQuestion(read).toString(), formatQuestion(question).toString());
      assert.deepEqual(parse(formatQuestion(read).toString()), read);
    }),
  );
});
