import assert from "node:assert/strict";
import { test } from "node:test";
import { type LineMeasures, type MeasuredQuestion, toLineFigures } from "./line-figures.ts";
import { formatLineFigures, formatWaterfall } from "./line-table.ts";
import { findPart, type LineFile } from "./line-traffic.ts";
import { findQuantile } from "./statistics.ts";

function makeFile(path: string, bytes: number, start = 0, end = start + 90): LineFile {
  return { path, part: findPart(path), bytes, start, end };
}

function makeQuestion(seconds: number, after: LineFile[], before: LineFile[] = []): MeasuredQuestion {
  return { kind: "one word", text: "chess", seconds, before, after };
}

const ENGINE = makeFile("/pagefind/core-0123456789ab/wasm.en.pagefind", 14_000);
const PAGE = makeFile("/search/", 6_000);
const papers = (count: number) =>
  Array.from({ length: count }, (_, i) => makeFile(`/pagefind/papers-0123456789ab/fragment/${i}.pf_fragment`, 2_000));

const MEASURES: LineMeasures = {
  first: [
    makeQuestion(1.2, papers(2), [PAGE, ENGINE]),
    makeQuestion(0.8, papers(1), [PAGE, ENGINE]),
    makeQuestion(2.5, papers(30), [PAGE, ENGINE]),
  ],
  later: [makeQuestion(0.3, []), makeQuestion(0.5, papers(10))],
  typing: { blocks: [52.4, 71.6], slowestKey: 31.5 },
  warm: [10, 20, 30, 200],
  planner: [5, 15],
};

test("A first question costs what it fetched and what search had fetched ahead, not the page around it.", () => {
  const { first, page, questions, papers: count } = toLineFigures(60, MEASURES);
  assert.equal(questions, 3);
  assert.equal(count, 60);
  assert.deepEqual(first.median, { bytes: 18_000, requests: 3, seconds: 1.2 });
  assert.deepEqual(first.worst, { bytes: 74_000, requests: 31, seconds: 2.5 });
  assert.deepEqual(first.ahead, { bytes: 14_000, requests: 1 });
  assert.deepEqual(page, { bytes: 6_000, requests: 1 });
});

test("Parts have means, and only parts that were fetched are named.", () => {
  const { parts, later } = toLineFigures(60, MEASURES);
  assert.deepEqual(parts, {
    program: { first: { bytes: 14_000, requests: 1 }, later: { bytes: 0, requests: 0 } },
    papers: { first: { bytes: 22_000, requests: 11 }, later: { bytes: 10_000, requests: 5 } },
  });
  assert.deepEqual(later.worst, { bytes: 20_000, requests: 10, seconds: 0.5 });
});

test("Typing and warm questions are summed up.", () => {
  const { typing, warm, planner } = toLineFigures(60, MEASURES);
  assert.deepEqual(typing, { longestBlock: 72, blocks: 2, slowestKey: 32 });
  assert.deepEqual(warm, { mean: 65, p95: 200 });
  assert.deepEqual(planner, { mean: 10, p95: 15 });
});

test("A quantile is one of the values.", () => {
  assert.equal(findQuantile([3, 1, 2], 0.5), 2);
  assert.equal(findQuantile([4, 1, 2, 3], 0.5), 2);
  assert.equal(
    findQuantile(
      Array.from({ length: 100 }, (_, index) => index + 1),
      0.95,
    ),
    95,
  );
  assert.equal(findQuantile([], 0.5), 0);
});

test("The table names each figure beside its bar, in columns.", () => {
  const lines = formatLineFigures(toLineFigures(60, MEASURES)).split("\n");
  assert.equal(lines[0], "3 questions to 60 invented papers, 80 ms and 10 Mbit/s");
  assert.match(lines.join("\n"), /first question, bytes +18 kB +74 kB +300 kB\n/);
  assert.match(lines.join("\n"), /first result +1\.20 s +2\.50 s +1\.00 s\n/);
  assert.match(lines.join("\n"), /planner alone +10 ms +15 ms +50 and 150 ms\n/);
  assert.match(lines.join("\n"), /first result without a line +65 ms +200 ms\n/);
  assert.match(lines.join("\n"), / {2}papers +22 kB in 11 +10 kB in 5\n/);
});

test("A waterfall counts from the first file that was asked for, in order.", () => {
  const after = [
    makeFile("/pagefind/papers-0123456789ab/index/7.pf_index", 24_000, 1_300.4, 1_420),
    makeFile("/pagefind/core-0123456789ab/wasm.en.pagefind", 14_000, 1_000),
  ];
  assert.deepEqual(formatWaterfall(makeQuestion(0.61, after)).split("\n"), [
    "one word: chess (first result after 0.61 s)",
    "     0      90    14,000  program      wasm.en.pagefind",
    "   300     420    24,000  words        7.pf_index",
  ]);
});
