import assert from "node:assert/strict";
import { test } from "node:test";
import { makeDigestText } from "#scenes/content-samples.ts";
import { formatProblem } from "../errors.ts";
import { checkResults } from "./check-results.ts";
import { parseDigest } from "./parse.ts";

/** Problems of a digest with these results, as YAML, and of its headline. */
function check(results: string[], headline?: string) {
  const yaml = results.map((result) => `\n  - ${result}`).join("") || "[]";
  const { value, faulty } = parseDigest(makeDigestText({ results: yaml, headline }), "a.md");
  const digest = value ?? faulty;
  assert.ok(digest);
  return checkResults(digest);
}

const WHOLE = '{ claim: First, value: "+3", metric: points }';
const print = (...parts: Parameters<typeof check>): string =>
  check(...parts)
    .map(formatProblem)
    .join("\n");

test("A headline may be a result with value and metric, or none, or left out.", () => {
  for (const headline of ["2", "none", undefined]) assert.equal(print(["claim: In words", WHOLE], headline), "");
  assert.equal(print([], "none"), "");
});

test("A headline of a result that is not there is told with those that are.", () => {
  assert.equal(
    print([WHOLE, WHOLE], "3"),
    `a.md:13  headline: there is no such result
    found:   3
    allowed: none, or 1 to 2
    mend:    name one that is there, or none`,
  );
  assert.deepEqual(
    check([], "1").map(({ message, allowed }) => [message, allowed]),
    [["there is no such result", "none"]],
  );
});

test("A result without a figure, or of which it is not said what it measures, cannot stand large.", () => {
  assert.equal(
    print([WHOLE, '{ claim: Second, value: "50" }'], "2"),
    `a.md:13  headline: result 2 cannot stand large: it has no metric
    found:   2
    allowed: a result with a figure and with what it measures, or none
    mend:    add its metric, or write: headline: none`,
  );
  const messages = (result: string) => check([result], "1").map(({ message }) => message);
  assert.deepEqual(messages("{ claim: a, metric: points }"), ["result 1 cannot stand large: it has no value"]);
  assert.deepEqual(messages("claim: a"), ["result 1 cannot stand large: it has no value and no metric"]);
});

test("Of a result that could not be read nothing is said, nor of results that could not.", () => {
  assert.deepEqual(check(["7"], "1"), []);
  assert.deepEqual(
    checkResults(parseDigest(makeDigestText({ results: "7", headline: "1" }), "a.md").faulty ?? assert.fail()),
    [],
  );
});

test("What says with what a figure is compared is a baseline.", () => {
  const baselines = [
    ...["over Tree of Thoughts", "against GPT-4-Turbo", "than GPT-4", "versus none", "vs. none", "vs none"],
    ...["compared with none", "as compared to none", "relative to none", "rather than none", "instead of none"],
    ...["above 50%", "below human players", "beyond SFT", "ahead of none", "behind none", "on par with none"],
    ...["on a par with none", "level with none", "close to none", "short of none", "up from 3%", "down from 3%"],
    ...["beside none", "where SFT has 3%", "while SFT has none", "like SFT", "as the larger model", "in place of none"],
    ...["from 70.8%", "from 65.6% or 47.7%", "From three in ten", "Over Tree of Thoughts"],
  ];
  for (const baseline of baselines) assert.equal(print([`{ claim: a, baseline: "${baseline}" }`]), "", baseline);
});

test("Names and conditions are no baseline; each is told with line, and where it belongs.", () => {
  assert.equal(
    print([WHOLE, "{ claim: a, baseline: with Qwen }"]),
    `a.md:7  results[1].baseline: this is no baseline: it does not say what the figure is compared with
    found:   with Qwen
    allowed: words such as over, against, below, compared with, or from and a figure, and then what it is compared with
    mend:    write a model's name as model, other conditions as setting`,
  );
  const others = [
    ...["in online A/B tests", "from a handful of demonstrations", "from nothing at all", "Qwen2.5-7B", "on GSM8K"],
    ...["after 50 steps", "overall", "thanks to SFT", "aspiring models", "over"],
  ];
  for (const baseline of others) assert.equal(check([`{ claim: a, baseline: "${baseline}" }`]).length, 1, baseline);
});
