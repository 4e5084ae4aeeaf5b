import assert from "node:assert/strict";
import { test } from "node:test";
import { makePaper } from "#scenes/paper-samples.ts";
import { listEditions } from "./edition.ts";
import { linkNeighbours } from "./neighbours.ts";

/** Days that came in by themselves, the newest first, each led by a paper of that title. */
function listDays(...titles: string[]) {
  const papers = titles.map((title, index) =>
    makePaper({ id: `2510.0000${index}`, title, featured: [`2026-03-0${9 - index}`] }),
  );
  return listEditions([], papers, []);
}

test("A day that came in by itself is told by the paper that leads it, one that a person wrote by its title.", () => {
  const [next, previous] = listDays("TideNet: Counting Ships", "Harbours at Night");
  assert.deepEqual(linkNeighbours(previous, next), {
    previous: { date: "2026-03-08", opening: "Harbours at Night" },
    next: { date: "2026-03-09", opening: "TideNet" },
  });
  assert.ok(next !== undefined);
  assert.deepEqual(linkNeighbours(undefined, { ...next, isCurated: true, title: "Ships" }), {
    next: { date: "2026-03-09", opening: "Ships" },
  });
  assert.deepEqual(linkNeighbours(undefined, undefined), {});
});

test("Catch-words of the days before and after differ, whether papers lead them or people wrote them.", () => {
  const [next, previous] = listDays("TideNet: Counting Ships", "TideNet: Counting Gulls");
  assert.ok(next !== undefined && previous !== undefined);
  const byDate = {
    previous: { date: "2026-03-08", opening: "8 March 2026" },
    next: { date: "2026-03-09", opening: "9 March 2026" },
  };
  assert.deepEqual(linkNeighbours(previous, next), byDate);
  const written = { isCurated: true, title: "Ships" };
  assert.deepEqual(linkNeighbours({ ...previous, ...written }, { ...next, ...written }), byDate);
});
