import assert from "node:assert/strict";
import { test } from "node:test";
import { describeFigure, describeFigureBriefly, pickFigure, splitUnit, tabulateResults } from "./figure.ts";

/** Numbers by their unit: every value that a digest of ours has, and some that one could have. */
const NUMBERS: { [unit: string]: string } = {
  "%": "+1.67 +1.8 +10.5 +12.2 +2.40 +21.8 +3.22 +6.5 +65.5 +8.6 10 15.6 2.0 23 27.32 28.53 33 38.5 4.54 40.6 54 60.1 62.4 71.5 75.40 77.7 8.4 8.6 82.9 89 9.1 >10",
  "": "+10.4 +35 +6.1 +7.8 0/128 10,000 100 1000+ 25,147 4,000 50 53.4 65.6 73.1 >20 ≤10",
  B: "1",
  x: "~4",
  "×": "4 1.5",
  " million": "1.3",
  " points": "−1.5 +2",
  " logs": "1000+",
};

test("A value is taken apart into number and unit.", () => {
  for (const [unit, numbers] of Object.entries(NUMBERS)) {
    for (const number of numbers.split(" ")) assert.deepEqual(splitUnit(number + unit), { number, unit });
  }
  assert.deepEqual(splitUnit(" 89% "), { number: "89", unit: "%" });
});

test("A value with two numbers, or with words before the number, stays whole.", () => {
  for (const value of ["65.6% or 47.7%", "10 to 20%", "over 90%", "half", "24 of 25", "v5"]) {
    assert.deepEqual(splitUnit(value), { number: value, unit: "" });
  }
});

const RESULTS = [
  { claim: "In words", metric: "accuracy" },
  { claim: "First", value: "50", metric: "steps" },
  { claim: "Second", value: "+10.4", metric: "points" },
];

test("The figure is that of the result which the digest names.", () => {
  const figure = pickFigure({ results: RESULTS, headline: 3 });
  assert.deepEqual(figure, { number: "+10.4", unit: "", caption: "points", isLong: false });
});

test("Nothing stands large where the digest names no result, or one that has no value or is not there.", () => {
  for (const headline of [undefined, "none", 1, 4] as const) {
    assert.equal(
      pickFigure({ results: RESULTS, ...(headline !== undefined && { headline }) }),
      undefined,
      `${headline}`,
    );
  }
  assert.equal(pickFigure({ results: [], headline: 1 }), undefined);
});

test("Number and unit of more than five signs are long.", () => {
  const isLong = (value: string) => pickFigure({ results: [{ claim: "It is", value }], headline: 1 })?.isLong;
  assert.equal(isLong("77.7%"), false);
  assert.equal(isLong("4,000"), false);
  assert.equal(isLong("28.53%"), true);
  assert.equal(isLong("1.3 million"), true);
});

test("A caption reads as one phrase, whatever is known.", () => {
  const known = { claim: "Beats the best crew", metric: "accuracy", dataset: "PORT2024", baseline: "from 70.8%" };
  assert.equal(describeFigure(known), "accuracy on PORT2024, from 70.8%");
  assert.equal(describeFigure({ claim: "Beats the best crew", metric: "accuracy" }), "accuracy");
  assert.equal(describeFigure({ claim: "c", metric: "accuracy", dataset: "PORT2024" }), "accuracy on PORT2024");
  assert.equal(describeFigure({ claim: "c", metric: "accuracy", baseline: "from 70.8%" }), "accuracy, from 70.8%");
  assert.equal(
    describeFigure({ claim: "Beats the best crew", dataset: "PORT2024" }),
    "Beats the best crew on PORT2024",
  );
  assert.equal(describeFigure({ claim: "Beats the best crew" }), "Beats the best crew");
  assert.equal(
    describeFigure({ ...known, model: "Harbour2-7B", setting: "after a night of training" }),
    "accuracy on PORT2024, with Harbour2-7B, after a night of training, from 70.8%",
  );
});

test("In a row a long caption goes without conditions, then without baseline, then without model, and is never cut.", () => {
  const measured = { claim: "Gains", metric: "performance gain", dataset: "PORT2024 and QUAY-web" };
  const setting = "after a night of training on nothing but tides";
  const baseline = "over cranes that evolve by themselves and closed ports";
  assert.equal(
    describeFigureBriefly({ ...measured, baseline: "from 70.8%" }),
    describeFigure({ ...measured, baseline: "from 70.8%" }),
  );
  assert.equal(describeFigureBriefly({ ...measured, setting }), "performance gain on PORT2024 and QUAY-web");
  assert.equal(
    describeFigureBriefly({ ...measured, setting, baseline: "from 70.8%" }),
    "performance gain on PORT2024 and QUAY-web, from 70.8%",
  );
  assert.equal(
    describeFigureBriefly({ ...measured, model: "Crane-7B", setting, baseline }),
    "performance gain on PORT2024 and QUAY-web, with Crane-7B",
  );
  const dataset = "PORT2024, QUAY-web, the ledgers of four harbours and all their tides";
  assert.equal(
    describeFigureBriefly({ ...measured, dataset, model: "Crane-7B", setting, baseline }),
    `performance gain on ${dataset}`,
  );
});

test("A row of the table says what was measured, on what and how, each alone, or nothing.", () => {
  const measured = (result: object) => tabulateResults([{ claim: "c", ...result }])[0]?.measured;
  assert.equal(measured({ metric: "accuracy", dataset: "PORT2024" }), "accuracy on PORT2024");
  assert.equal(measured({ dataset: "PORT2024", baseline: "from 70.8%" }), "PORT2024, from 70.8%");
  assert.equal(measured({ dataset: "PORT2024" }), "PORT2024");
  assert.equal(measured({ baseline: "from 70.8%" }), "from 70.8%");
  assert.equal(measured({ model: "Harbour2-7B" }), "with Harbour2-7B");
  assert.equal(measured({ setting: "at night" }), "at night");
  assert.equal(measured({}), "");
});

test("Models and baselines stand apart where two results have one, otherwise within the phrase.", () => {
  const first = { claim: "a", value: "77.7%", metric: "accuracy", model: "Harbour2-7B", baseline: "from 70.8%" };
  const second = { claim: "b", dataset: "PORT2024", model: "Harbour2-1B" };
  assert.deepEqual(tabulateResults([first, second, { claim: "c" }]), [
    { claim: "a", measured: "accuracy, from 70.8%", model: "Harbour2-7B", figure: { number: "77.7", unit: "%" } },
    { claim: "b", measured: "PORT2024", model: "Harbour2-1B" },
    { claim: "c", measured: "" },
  ]);
  assert.deepEqual(
    tabulateResults([first, { claim: "b", baseline: "over none" }]).map(({ measured, model, baseline }) => [
      measured,
      model,
      baseline,
    ]),
    [
      ["accuracy, with Harbour2-7B", undefined, "from 70.8%"],
      ["", undefined, "over none"],
    ],
  );
});
