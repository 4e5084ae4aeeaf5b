import assert from "node:assert/strict";
import { test } from "node:test";
import type { EntryView } from "../papers/entry.ts";
import { countFacets, type FacetCounts, facetsOf } from "./facet-table.ts";
import { makeFacets, meetsQuestion } from "./facets.ts";
import { EMPTY_QUESTION, type Question } from "./question.ts";

function entry(published: string | undefined, topics: string[], rest: Partial<EntryView> = {}): EntryView {
  return {
    id: "2510.00001",
    href: "/",
    title: "",
    byline: "",
    topics: topics.map((id) => ({ id, label: id, href: "/" })),
    isTopicsAssigned: false,
    isWithdrawn: false,
    ...(published === undefined ? {} : { published }),
    ...rest,
  };
}

const entries = [
  entry("2025-01-02", ["games", "safety"], { code: "https://example.org" }),
  entry("2024-01-02", ["games"], { organization: { id: "lab", label: "Lab", href: "/" } }),
  entry(undefined, ["games"]),
];

function choose(question: Question, counts: FacetCounts) {
  return makeFacets(question, { tags: counts, years: counts, orgs: counts, code: counts });
}

test("topics come by number of papers, years newest first with the unknown last", () => {
  assert.deepEqual(choose(EMPTY_QUESTION, countFacets(entries.map(facetsOf))), {
    tags: [
      { value: "games", count: 3 },
      { value: "safety", count: 1 },
    ],
    years: [
      { value: "2025", count: 1 },
      { value: "2024", count: 1 },
      { value: "unknown", count: 1 },
    ],
    orgs: [{ value: "lab", count: 1 }],
    withCode: 1,
  });
});

test("a chosen value stays to be taken off, even where nothing has it; others without papers do not stand there", () => {
  const question = { ...EMPTY_QUESTION, years: ["2019"] };
  const { years } = choose(question, {
    ...countFacets([]),
    year: new Map([
      ["2025", 2],
      ["2024", 0],
    ]),
  });
  assert.deepEqual(years, [
    { value: "2025", count: 2 },
    { value: "2019", count: 0 },
  ]);
});

test("a paper meets a question whose every filter it meets, months included", () => {
  const [first, second, undated] = entries.map(facetsOf);
  const meets = (facets: typeof first, changes: Partial<Question>): boolean =>
    facets !== undefined && meetsQuestion(facets, { ...EMPTY_QUESTION, ...changes });
  assert.ok(meets(first, { tags: ["games", "safety"], years: ["2024", "2025"], hasCode: true, from: "2025-01" }));
  assert.ok(!meets(first, { tags: ["games", "planning"] }));
  assert.ok(!meets(first, { years: ["2024"] }) && !meets(first, { orgs: ["lab", "other"] }));
  assert.ok([first, second, undated].every((facets) => meets(facets, {})));
  assert.ok(!meets(first, { orgs: ["lab"] }));
  assert.ok(!meets(first, { from: "2025-02" }));
  assert.ok(meets(second, { orgs: ["lab", "other"], to: "2024-01" }));
  assert.ok(!meets(second, { hasCode: true }));
  const yearly = facetsOf({ ...(entries[0] ?? assert.fail()), published: "2024" });
  assert.ok(meets(yearly, { years: ["2024"] }) && meets(yearly, { from: "2024-01", to: "2024-12" }));
  assert.ok(!meets(yearly, { from: "2024-02" }) && !meets(yearly, { to: "2024-11" }), "its month may lie without");
  assert.ok(meets(undated, { years: ["unknown"] }));
  assert.ok(!meets(undated, { from: "1990-01" }) && !meets(undated, { to: "2030-01" }));
});
