import assert from "node:assert/strict";
import { test } from "node:test";
import { splitByGroups } from "./grouped-list.ts";

const list = {
  title: "In the order of the listing",
  items: ["a", "b", "c", "d"].map((id, index) => ({ entry: { id }, number: index + 1 })),
};
const tell = (groups: { title: string; ids: string[] }[]) =>
  splitByGroups(list, groups).map(({ title, items }) => [title, items.map(({ number }) => number)]);

test("Papers stand under their groups in the order of these, and keep their numbers.", () => {
  assert.deepEqual(
    tell([
      { title: "Cranes", ids: ["d", "a"] },
      { title: "Bridges", ids: ["c"] },
    ]),
    [
      ["Cranes", [4, 1]],
      ["Bridges", [3]],
      ["Also listed", [2]],
    ],
  );
});

test("Where all are grouped nothing is listed besides, and a group whose papers are not there is left out.", () => {
  assert.deepEqual(
    tell([
      { title: "All", ids: ["a", "b", "c", "d"] },
      { title: "Gone", ids: ["x"] },
    ]),
    [["All", [1, 2, 3, 4]]],
  );
});

test("A list that nobody grouped stays as it is.", () => {
  assert.deepEqual(splitByGroups(list, []), [list]);
});
