import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeNeighbourKeys } from "../lib/search/neighbours.ts";
import { listNear, type RelatedPages } from "./neighbour-lists.ts";

/** Keys of each paper's neighbours in the last of some bundles. */
function list(bundles: string[][], related: RelatedPages): string[][] {
  const place = bundles.length - 1;
  return listNear(bundles, related).map((text) => decodeNeighbourKeys(text, place).map(({ key }) => key));
}

test("in a bundle, a paper's neighbours are those it names and those that name it, the most alike first", () => {
  const related: RelatedPages = [
    ["a2", [{ id: "a1", score: 0.4 }]],
    [
      "a3",
      [
        { id: "a1", score: 0.7 },
        { id: "a9", score: 0.9 },
      ],
    ],
  ];
  assert.deepEqual(list([["a1", "a2", "a3"]], related), [["0_2", "0_1"], ["0_0"], ["0_0"]]);
});

test("a paper names papers of older bundles", () => {
  assert.deepEqual(
    list(
      [
        ["a1", "a2"],
        ["b1", "b2"],
      ],
      [
        [
          "b1",
          [
            { id: "a2", score: 0.3 },
            { id: "b2", score: 0.2 },
          ],
        ],
      ],
    ),
    [["0_1", "1_1"], ["1_0"]],
  );
});

test("twenty are kept", () => {
  const ids = Array.from({ length: 40 }, (_, index) => `p${index}`);
  const related: RelatedPages = [["p0", ids.map((id, index) => ({ id, score: (index + 10) / 100 }))]];
  const [first] = list([ids], related);
  assert.equal(first?.length, 20);
  assert.equal(first?.[0], "0_39");
});
