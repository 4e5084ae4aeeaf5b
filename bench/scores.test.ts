import assert from "node:assert/strict";
import { test } from "node:test";
import { formatScores, type LighthouseReport, summarizeRuns } from "./scores.ts";

const URL = "http://localhost:1/";

/** A report with these scores out of 100, and one accessibility check that found something when that is below 100. */
function makeReport(performance: number, accessibility = 100): LighthouseReport {
  const category = (score: number, id: string) => ({ score: score / 100, auditRefs: [{ id, weight: 3 }] });
  return {
    categories: {
      performance: category(performance, "paint"),
      accessibility: category(accessibility, "contrast"),
      "best-practices": category(100, "https"),
      seo: category(100, "title"),
    },
    audits: {
      paint: { title: "Largest Contentful Paint", score: 0.7 },
      contrast: { title: "Colours do not have enough contrast", score: accessibility === 100 ? 1 : 0 },
      https: { title: "Uses HTTPS", score: 1 },
      title: { title: "Has a title", score: null },
    },
  };
}

test("A page passes when the median of its runs reaches every bar, even if one run does not.", () => {
  const page = summarizeRuns("front", URL, [makeReport(98), makeReport(60), makeReport(100)]);
  assert.deepEqual(page, {
    name: "front",
    url: URL,
    scores: { performance: 98, accessibility: 100, "best-practices": 100, seo: 100 },
    isPassed: true,
    faults: [],
  });
});

test("A page fails one point below a bar, and says which checks cost points there, each once.", () => {
  const page = summarizeRuns("paper", URL, [makeReport(97), makeReport(97), makeReport(100)]);
  assert.equal(page.isPassed, false);
  assert.deepEqual(page.faults, ["performance: Largest Contentful Paint"]);
  const other = summarizeRuns("tag", URL, [makeReport(100, 96)]);
  assert.equal(other.isPassed, false);
  assert.deepEqual(other.faults, ["accessibility: Colours do not have enough contrast"]);
});

test("A category that could not be computed counts as nothing.", () => {
  const report = makeReport(100);
  report.categories["seo"] = { score: null, auditRefs: [] };
  delete report.categories["performance"];
  const { scores, isPassed } = summarizeRuns("front", URL, [report]);
  assert.deepEqual([scores.seo, scores.performance, isPassed], [0, 0, false]);
});

test("People get a line for each page, the bars, and what cost points.", () => {
  const pages = [summarizeRuns("front", URL, [makeReport(100)]), summarizeRuns("paper", URL, [makeReport(70)])];
  assert.equal(
    formatScores(pages),
    `page      performance  accessibility  best-practices  seo
front             100            100             100  100  pass
paper              70            100             100  100  FAIL
at least           98            100             100  100

What cost points
  paper: performance: Largest Contentful Paint`,
  );
});
