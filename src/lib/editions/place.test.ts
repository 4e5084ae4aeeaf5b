import assert from "node:assert/strict";
import { test } from "node:test";
import { makeEdition } from "#scenes/edition-samples.ts";
import { makePaper } from "#scenes/paper-samples.ts";
import { placePapers } from "./place.ts";

const [A, B, C] = ["2510.00001", "2510.00002", "2510.00003"].map((id) => makePaper({ id, title: `On ${id}` }));
assert.ok(A && B && C);

test("A paper knows its number and its neighbours; the first and the last have one.", () => {
  const places = placePapers([makeEdition([A, B, C])]);
  const toNeighbour = (number: number, { record, entry }: typeof A) => ({
    number,
    title: record.title,
    href: entry.href,
  });
  assert.deepEqual(places.get("2510.00001"), { date: "2026-03-09", number: 1, next: toNeighbour(2, B) });
  assert.deepEqual(places.get("2510.00002"), {
    date: "2026-03-09",
    number: 2,
    previous: toNeighbour(1, A),
    next: toNeighbour(3, C),
  });
  assert.deepEqual(places.get("2510.00003"), { date: "2026-03-09", number: 3, previous: toNeighbour(2, B) });
});

test("A paper alone in its edition has no neighbours.", () => {
  assert.deepEqual(placePapers([makeEdition([A])]).get("2510.00001"), { date: "2026-03-09", number: 1 });
});

test("A later edition does not change where a paper stands, so that its page stays as it is.", () => {
  const older = makeEdition([A, B], { date: "2026-03-02" });
  const newer = makeEdition([C, A], { date: "2026-03-09" });
  const places = placePapers([newer, older]);
  assert.deepEqual(places.get("2510.00001"), placePapers([older]).get("2510.00001"));
  assert.equal(places.get("2510.00003")?.date, "2026-03-09");
});

test("A paper that no edition has stands nowhere.", () => {
  assert.equal(placePapers([makeEdition([A])]).get("2510.00002"), undefined);
});
